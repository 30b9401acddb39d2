"""Every request has an answer: an error where it is malformed, too early, too late, or about nothing."""

import json
import subprocess
import sys
from subprocess import PIPE
from threading import Timer
from typing import IO, Any

import pytest

from tests.reliability.running import HANGS
from tests.server.editor import COMMAND

PARSE, REQUEST, METHOD, PARAMS, INTERNAL, EARLY = -32700, -32600, -32601, -32602, -32603, -32002
URI = "file:///tmp/稿.txt"
AT: dict[str, Any] = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 0}}
RANGE = {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}
OPEN = {"textDocument": {"uri": URI, "languageId": "plaintext", "version": 1, "text": "由XX局牵头。\n"}}


def message(body: object) -> bytes:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(data), data)


def request(known: object, method: object, params: object = None) -> dict[str, object]:
    return {"jsonrpc": "2.0", "id": known, "method": method, "params": params}


def notification(method: str, params: object = None) -> dict[str, object]:
    return {"jsonrpc": "2.0", "method": method, "params": params}


INITIALIZE = request("begin", "initialize", {"capabilities": {}})
BEGIN = (INITIALIZE, notification("initialized", {}), notification("textDocument/didOpen", OPEN))
END = (request("end", "shutdown"), notification("exit"))


def served(*messages: object, command: tuple[str, ...] = COMMAND) -> tuple[list[dict[str, Any]], list[str], int]:
    """What the server says to messages, to shutdown once all are answered, and on standard error; its exit status."""
    with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, stderr=PIPE) as server:
        killing = Timer(HANGS, server.kill)
        killing.start()
        assert server.stdin
        assert server.stdout
        assert server.stderr
        found: list[dict[str, Any]] = []
        for part in (messages, END):
            wanted = len(found) + sum(_wants_answer(each) for each in part)
            server.stdin.write(b"".join(map(message, part)))
            server.stdin.flush()
            while len(found) < wanted and (said := _read(server.stdout)):
                found += [said] if "method" not in said else []
        server.stdin.close()
        errors = server.stderr.read().decode().splitlines()
        killing.cancel()
        return found, errors, server.wait()


def _wants_answer(sent: object) -> bool:
    if not isinstance(sent, dict) or "jsonrpc" not in sent:
        return True
    return "id" in sent and not ("result" in sent or "error" in sent)


def _read(stream: IO[bytes]) -> dict[str, Any] | None:
    """The next message of a server."""
    size = stream.readline().removeprefix(b"Content-Length: ")
    while stream.readline().strip():
        pass
    said: dict[str, Any] | None = json.loads(stream.read(int(size))) if size else None
    return said


def answers(messages: list[dict[str, Any]]) -> dict[object, object]:
    """The code of the error in each answer, by the request's id; None where it is no error."""
    assert len({each["id"] for each in messages}) == len(messages), "more than one answer"
    return {each["id"]: each["error"]["code"] if "error" in each else None for each in messages}


def moved(**position: object) -> dict[str, object]:
    return {**AT, "position": {**AT["position"], **position}}


ASKED: list[tuple[object, object, int | None]] = [
    ("textDocument/hover", AT, None),
    ("textDocument/hover", moved(line=2**31 - 1), None),
    ("textDocument/hover", moved(character=2**31 - 1), None),
    ("textDocument/hover", moved(line=-1), PARAMS),
    ("textDocument/hover", moved(character=-1), PARAMS),
    ("textDocument/hover", moved(line=2**31), PARAMS),
    ("textDocument/hover", moved(line=10**400), PARAMS),
    ("textDocument/hover", moved(line="一"), PARAMS),
    ("textDocument/hover", moved(line=None), PARAMS),
    ("textDocument/hover", {**AT, "position": None}, PARAMS),
    ("textDocument/hover", {**AT, "textDocument": None}, PARAMS),
    ("textDocument/hover", {**AT, "textDocument": {"uri": 5}}, PARAMS),
    ("textDocument/hover", {**AT, "textDocument": {"uri": "file:///另.txt"}}, PARAMS),
    ("textDocument/hover", {**AT, "textDocument": {"uri": "file://[\0"}}, PARAMS),
    ("textDocument/hover", {**AT, "jsonrpc": "2.0", "method": "甲", "id": {}}, PARAMS),
    ("textDocument/hover", None, PARAMS),
    ("textDocument/hover", [], PARAMS),
    ("textDocument/hover", "甲", PARAMS),
    ("textDocument/documentSymbol", None, PARAMS),
    ("textDocument/foldingRange", {}, PARAMS),
    ("textDocument/inlayHint", {"textDocument": {"uri": URI}, "range": RANGE}, None),
    ("textDocument/inlayHint", {"textDocument": {"uri": URI}, "range": None}, PARAMS),
    ("textDocument/codeAction", {"textDocument": {"uri": URI}, "range": RANGE, "context": {"diagnostics": []}}, None),
    ("textDocument/codeAction", {"textDocument": {"uri": URI}, "range": RANGE, "context": None}, PARAMS),
    ("workspace/executeCommand", {"command": "甲"}, PARAMS),
    ("textDocument/definition", AT, METHOD),
    ("没有", None, METHOD),
    ("wengao-lint/refused", None, METHOD),
    (5, None, REQUEST),
    (None, None, REQUEST),
    ("initialize", {"capabilities": {}}, REQUEST),
]


def test_every_request_has_an_answer() -> None:
    asked = [request(number, method, params) for number, (method, params, _) in enumerate(ASKED)]
    said, errors, status = served(*BEGIN, *asked, {"jsonrpc": "2.0", "id": 99})
    expected: dict[object, object] = {number: code for number, (_, _, code) in enumerate(ASKED)}
    assert answers(said) == {**expected, 99: REQUEST, "begin": None, "end": None}
    assert (status, [line for line in errors if not line.startswith("wengao-lint server: JsonRpcInvalidParams: ")]) == (
        0,
        [],
    )


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"{", PARSE),
        (b"\xff", PARSE),
        (b"[" * 100_000, PARSE),
        ([INITIALIZE], REQUEST),
        (5, REQUEST),
        (None, REQUEST),
        ({}, REQUEST),
        ({"method": "shutdown"}, REQUEST),
        (request({}, "shutdown"), REQUEST),
        (request(True, "shutdown"), REQUEST),
        (request(None, "shutdown"), REQUEST),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_has_no_id_is_answered_without_one(body: object, code: int) -> None:
    said, errors, status = served(*BEGIN, body)
    assert answers(said) == {"begin": None, None: code, "end": None}
    assert status == 0
    assert all(line.startswith("wengao-lint server: ") for line in errors)


def test_before_it_begins_and_after_it_ends_requests_are_refused() -> None:
    hover = "textDocument/hover"
    said, errors, status = served(
        request(1, hover, AT),
        request(2, hover, None),
        request(3, "没有"),
        notification("textDocument/didOpen", OPEN),
        request(4, "initialize", None),
        *BEGIN,
        request("over", "shutdown"),
        request(5, hover, AT),
        request(6, hover, None),
        request(7, "没有"),
        request(8, "shutdown"),
        notification("textDocument/didChange", None),
    )
    early: dict[object, object] = {1: EARLY, 2: EARLY, 3: EARLY, 4: PARAMS}
    late: dict[object, object] = {5: REQUEST, 6: REQUEST, 7: REQUEST, 8: REQUEST, "end": REQUEST}
    assert answers(said) == {**early, "begin": None, "over": None, **late}
    assert (status, len(errors)) == (0, 2)


def test_what_is_malformed_and_wants_no_answer_is_a_line_in_the_log() -> None:
    said, errors, status = served(
        *BEGIN,
        notification("textDocument/didChange", {"textDocument": {"uri": URI, "version": 2}, "contentChanges": None}),
        notification(
            "textDocument/didChange", {"textDocument": {"uri": "另", "version": 2}, "contentChanges": [{"text": ""}]}
        ),
        notification(
            "textDocument/didOpen",
            {"textDocument": {"uri": "file:///\u202e\0", "languageId": "甲", "version": 1, "text": "\x1b"}},
        ),
        notification("textDocument/didClose", {"textDocument": {"uri": "没有"}}),
        notification("$/没有"),
        {"jsonrpc": "2.0", "method": "$/没有"},
        {"jsonrpc": "2.0", "id": 77, "result": 5},
        {"jsonrpc": "2.0", "id": 78, "error": 5},
        request(1, "textDocument/hover", AT),
    )
    assert answers(said) == {"begin": None, 1: None, "end": None}
    assert status == 0
    assert all(line.startswith("wengao-lint server: ") for line in errors), errors


BROKEN = """
import lint.server.app as app
def broken(*_):
    raise KeyError("\\u202e\\n甲")
app.hover = broken
from lint.__main__ import run
run()
"""


def test_a_mistake_of_ours_is_an_answer_and_a_line_in_the_log() -> None:
    command = (sys.executable, "-c", BROKEN, "server")
    said, errors, status = served(
        *BEGIN,
        request(1, "textDocument/hover", AT),
        request(2, "textDocument/documentSymbol", AT),
        command=command,
    )
    assert answers(said) == {"begin": None, 1: INTERNAL, 2: None, "end": None}
    assert [each["error"]["message"] for each in said if each.get("id") == 1] == [r"KeyError: '\u202e\n甲'"]
    assert (errors, status) == ([r"wengao-lint server: JsonRpcInternalError: KeyError: '\u202e\n甲'"], 0)
