"""A check that takes long, as an editor meets it: the test says when it may go on."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from lsprotocol import types
from lsprotocol.types import Position, TextDocumentIdentifier
from pygls.exceptions import JsonRpcException, JsonRpcInvalidRequest, JsonRpcRequestCancelled

from tests.reliability.running import HANGS
from tests.server.editor import Editor, editing, patiently
from tests.server.test_protocol import BEGIN, END, message, notification, request

GATED = """
import os
import lint.engine.processes.job

check = lint.engine.processes.job.run_rules

def gated(draft, *arguments, **options):
    first = draft.source.text.split("\\n")[0]
    if "慢" in first:
        os.write(os.open("begun", os.O_RDWR), first.encode() + b"\\n")
        os.read(os.open("gate", os.O_RDWR), 1)
    try:
        return check(draft, *arguments, **options)
    except lint.engine.linter.CancelledError:
        os.write(os.open("begun", os.O_RDWR), b"cancelled\\n")
        raise

lint.engine.processes.job.run_rules = gated
from lint.__main__ import run
run()
"""
COMMAND = (sys.executable, "-c", GATED, "server")
DRAFT = "{}\n由XX局牵头。\n"


class Gate:
    """The two pipes by which a slow check says that it has begun, and is told to go on."""

    def __init__(self, folder: Path) -> None:
        for name in ("begun", "gate"):
            os.mkfifo(folder / name)
        self._begun = os.open(folder / "begun", os.O_RDWR | os.O_NONBLOCK)
        self._gate = os.open(folder / "gate", os.O_RDWR | os.O_NONBLOCK)
        self._said = b""

    def open(self) -> None:
        """Let one check go on."""
        os.write(self._gate, b"x")

    async def told(self) -> str:
        """The next line: the first of a text whose check has begun, or that one was cancelled."""
        loop = asyncio.get_running_loop()
        while b"\n" not in self._said:
            readable = asyncio.Event()
            loop.add_reader(self._begun, readable.set)
            await patiently(readable.wait())
            loop.remove_reader(self._begun)
            self._said += os.read(self._begun, 1000)
        line, _, self._said = self._said.partition(b"\n")
        return line.decode()

    def close(self) -> str:
        """Close the pipes; what was said and not asked for."""
        try:
            rest = self._said + os.read(self._begun, 1000)
        except BlockingIOError:
            rest = self._said
        os.close(self._begun)
        os.close(self._gate)
        return rest.decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".wengao-lint.yaml").write_text("select: [placeholders]\n", "utf-8")
    return tmp_path


def edit(folder: Path, use: Callable[[Editor, Gate, Callable[[str], str]], Coroutine[None, None, None]]) -> str:
    """Use an editor whose slow drafts wait at the gate; what the server said at it and was not asked for."""

    @asynccontextmanager
    async def gated() -> AsyncIterator[Gate]:
        gate = Gate(folder)
        try:
            yield gate
        finally:
            said.append(gate.close())

    async def session() -> None:
        async with gated() as gate, editing(folder, command=COMMAND) as editor:
            await use(editor, gate, lambda name: (folder / name).as_uri())

    said: list[str] = []
    asyncio.run(session())
    return said[0]


def hover(editor: Editor, uri: str) -> "asyncio.Future[types.Hover | None]":
    """The answer to a request that is sent now."""
    asked = types.HoverParams(TextDocumentIdentifier(uri), Position(1, 2))
    return asyncio.wrap_future(editor.text_document_hover(asked))


def test_other_drafts_are_shown_and_answered_meanwhile(folder: Path) -> None:
    async def use(editor: Editor, gate: Gate, uri: Callable[[str], str]) -> None:
        slow, quick = uri("慢.txt"), uri("快.txt")
        editor.open(slow, DRAFT.format("慢"))
        assert await gate.told() == "慢"
        waiting = hover(editor, slow)
        editor.open(quick, DRAFT.format("快"))
        assert len(await editor.shown(quick)) == 1
        assert await patiently(hover(editor, quick))
        editor.change(quick, DRAFT.format("快，再快"))
        assert len(await editor.shown(quick)) == 1
        assert not waiting.done()
        gate.open()
        assert len(await editor.shown(slow)) == 1
        assert await patiently(waiting)

    assert edit(folder, use) == ""


def test_the_next_edit_cancels_a_check_and_no_queue_grows(folder: Path) -> None:
    async def use(editor: Editor, gate: Gate, uri: Callable[[str], str]) -> None:
        slow = uri("慢.txt")
        editor.open(slow, DRAFT.format("慢"))
        assert await gate.told() == "慢"
        waiting = hover(editor, slow)
        editor.change(slow, DRAFT.format("慢二"))
        with pytest.raises(JsonRpcException, match="Content Modified"):
            await patiently(waiting)
        for number in range(50):
            editor.change(slow, DRAFT.format(f"慢，又{number}"))
        editor.change(slow, "好。\n")
        last = hover(editor, slow)
        editor.open(uri("快.txt"), DRAFT.format("快"))
        assert len(await editor.shown(uri("快.txt"))) == 1  # all edits have arrived
        gate.open()
        assert await gate.told() == "cancelled"
        assert await editor.shown(slow) == []
        assert await patiently(last) is None

    assert edit(folder, use) == ""


def test_no_diagnostics_of_an_older_text_are_shown_after_those_of_a_newer(folder: Path) -> None:
    async def use(editor: Editor, gate: Gate, uri: Callable[[str], str]) -> None:
        slow = uri("慢.txt")
        editor.open(slow, DRAFT.format("慢"))
        assert await gate.told() == "慢"
        waiting = hover(editor, slow)
        editor.change(slow, "好。\n")
        with pytest.raises(JsonRpcException, match="Content Modified"):
            await patiently(waiting)
        gate.open()
        assert await gate.told() == "cancelled"
        assert await editor.shown(slow) == []
        editor.close(slow)
        assert await editor.shown(slow) == []
        assert editor.versions == [2, None]

    assert edit(folder, use) == ""


def test_a_draft_closed_while_it_is_checked_is_forgotten(folder: Path) -> None:
    async def use(editor: Editor, gate: Gate, uri: Callable[[str], str]) -> None:
        slow = uri("慢.txt")
        editor.open(slow, DRAFT.format("慢"))
        assert await gate.told() == "慢"
        waiting = hover(editor, slow)
        editor.close(slow)
        assert await editor.shown(slow) == []
        with pytest.raises(JsonRpcException, match="Content Modified"):
            await patiently(waiting)
        gate.open()
        assert await gate.told() == "cancelled"
        editor.open(slow, DRAFT.format("快"))
        assert len(await editor.shown(slow)) == 1

    assert edit(folder, use) == ""


def test_it_shuts_down_while_it_checks(folder: Path) -> None:
    async def use(editor: Editor, gate: Gate, uri: Callable[[str], str]) -> None:
        slow = uri("慢.txt")
        editor.open(slow, DRAFT.format("慢"))
        assert await gate.told() == "慢"
        waiting = hover(editor, slow)
        await patiently(editor.shutdown_async(None))
        with pytest.raises(JsonRpcRequestCancelled):
            await patiently(waiting)
        editor.ended = True
        with pytest.raises(JsonRpcInvalidRequest):
            await patiently(hover(editor, slow))

    assert edit(folder, use) == ""


@pytest.mark.parametrize("last", [(), END[1:]], ids=["end of input", "exit"])
def test_it_ends_without_a_word_while_it_checks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: tuple[object, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    gate = Gate(tmp_path)
    uri = (tmp_path / "稿.txt").as_uri()
    draft = {"textDocument": {"uri": uri, "languageId": "plaintext", "version": 1, "text": DRAFT.format("慢")}}
    asked = request(1, "textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}})
    said = (*BEGIN[:2], notification("textDocument/didOpen", draft), asked, *last)
    done = subprocess.run(COMMAND, input=b"".join(map(message, said)), capture_output=True, timeout=HANGS, check=False)
    gate.close()
    assert (done.returncode, done.stderr.decode()) == (1, "")
