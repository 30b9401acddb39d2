"""Every status and header of the service."""

import asyncio
import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from lint import __version__
from lint.web.app import application
from lint.web.settings import Limits, Service
from tests.web.serving import BASE, client, rules

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
GUARDED = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
DRAFT = "一是甲。三是乙。\n"
BOMB = "解压后过大，不予读取；如确是文稿，请删去图片等附带内容后另存为 .docx"
FEW = Limits(draft_bytes=1_000)


@pytest.fixture(scope="module")
def web() -> Iterator[TestClient]:
    with client(limits=FEW) as made:
        yield made


def said(answer: Any) -> list[str]:
    return [each["message"] for each in answer.json()["errors"]]


def require_guarded(answer: Any) -> None:
    """The headers that every answer carries; no cookie is set and no other origin is let in."""
    assert {name: answer.headers.get(name) for name in GUARDED} == GUARDED
    refused = ("set-cookie", "server", "x-powered-by")
    assert [name for name in answer.headers if name in refused or name.startswith("access-control-")] == []


def test_page_and_its_files(web: TestClient) -> None:
    for path, media in [
        ("/", "text/html; charset=utf-8"),
        ("/app.js", "text/javascript; charset=utf-8"),
        ("/app.css", "text/css; charset=utf-8"),
        ("/dark.css", "text/css; charset=utf-8"),
        ("/icon.svg", "image/svg+xml"),
    ]:
        answer = web.get(path)
        assert (answer.status_code, answer.headers["content-type"]) == (200, media)
        require_guarded(answer)


def test_page_is_in_the_language_that_the_browser_prefers(web: TestClient) -> None:
    for accepted, lang in [("", "zh-CN"), ("en-GB,en;q=0.9,zh;q=0.5", "en"), ("zh-TW,en;q=0.4", "zh-CN")]:
        answer = web.get("/", headers={"accept-language": accepted})
        assert f'<html lang="{lang}"' in answer.text
        assert (answer.headers["vary"], answer.headers["cache-control"]) == ("Accept-Language", "no-store")


def test_page_has_no_inline_script_or_style(web: TestClient) -> None:
    page = web.get("/").text
    assert "<style" not in page
    assert " style=" not in page
    assert page.count("<script") == page.count("<script src=") + page.count('<script type="application/json"')


def test_file_that_the_browser_has_is_not_sent_again(web: TestClient) -> None:
    first = web.get("/app.js")
    again = web.get("/app.js", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["cache-control"]) == (304, b"", "no-cache")
    require_guarded(again)


def test_sign_of_life(web: TestClient) -> None:
    answer = web.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "version": __version__, "workers": 1, "waiting": 0}
    require_guarded(answer)


def test_answers_that_succeed_are_guarded_and_not_kept(web: TestClient) -> None:
    for part in ("check", "view", "mend"):
        answer = web.post(f"/api/{part}", json={"text": DRAFT})
        assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
        assert answer.headers["cache-control"] == "no-store"
        require_guarded(answer)


@pytest.mark.parametrize(
    ("method", "path", "status", "message"),
    [
        ("GET", "/no", 404, "没有这个地址"),
        ("GET", "/api/no", 404, "没有这个地址"),
        ("GET", "/../etc/passwd", 404, "没有这个地址"),
        ("GET", "/api/check", 405, "此地址不接受这种请求"),
        ("OPTIONS", "/api/check", 405, "此地址不接受这种请求"),
        ("POST", "/", 405, "此地址不接受这种请求"),
        ("PUT", "/healthz", 405, "此地址不接受这种请求"),
    ],
)
def test_no_such_address_or_method(web: TestClient, method: str, path: str, status: int, message: str) -> None:
    answer = web.request(method, path)
    assert (answer.status_code, said(answer)) == (status, [message])
    assert ("allow" in answer.headers) == (status == 405)
    require_guarded(answer)


@pytest.mark.parametrize(
    ("media", "body", "status", "message"),
    [
        ("application/json", b"{", 400, "请求不是所需的 JSON：Input data was truncated"),
        ("application/json", b'{"text": 1}', 400, "请求不是所需的 JSON：Expected `str`, got `int` - at `$.text`"),
        (
            "application/json",
            b'{"txt": ""}',
            400,
            "请求不是所需的 JSON：Object contains unknown field `txt`",
        ),
        ("application/json", b'{"text": "\xff"}', 400, None),
        ("multipart/form-data", b"", 400, None),
        ("multipart/form-data; boundary=x", b"--x\r\nbroken", 400, None),
        ("multipart/form-data; boundary=x", b"--x--\r\n", 400, "请求中没有文稿，应有 text 或文件"),
        ("text/plain", b"a", 415, "请求应为 application/json 或 multipart/form-data"),
        ("application/x-www-form-urlencoded", b"text=a", 415, "请求应为 application/json 或 multipart/form-data"),
        ("", b"a", 415, "请求应为 application/json 或 multipart/form-data"),
    ],
)
def test_request_that_cannot_be_read(
    web: TestClient, media: str, body: bytes, status: int, message: str | None
) -> None:
    answer = web.post("/api/check", content=body, headers={"content-type": media})
    assert answer.status_code == status
    assert len(said(answer)) == 1
    if message is not None:
        assert said(answer) == [message]
    require_guarded(answer)


@pytest.mark.parametrize(
    "sent",
    [
        {"json": {"text": "甲" * 334}},
        {"files": {"file": ("甲.txt", b"a" * 1_001)}},
        {"data": {"text": "甲" * 334}, "files": {"x": ("乙.txt", b"")}},
        {"content": b"a" * 2_000_000, "headers": {"content-type": "application/json"}},
        {"content": (b"a" * 100_000 for _ in range(20)), "headers": {"content-type": "application/json"}},
        {"files": {"file": ("甲.txt", b"a" * 2_000_000)}},
    ],
)
def test_draft_that_is_too_large(web: TestClient, sent: dict[str, Any]) -> None:
    answer = web.post("/api/check", **sent)
    assert (answer.status_code, said(answer)) == (413, ["文稿过大，应不超过 1000 个字节"])
    require_guarded(answer)


def test_draft_of_just_the_bound_is_checked(web: TestClient) -> None:
    assert web.post("/api/check", json={"text": "a" * 1_000}).status_code == 200
    assert web.post("/api/check", files={"file": ("甲.txt", b"a" * 1_000)}).status_code == 200


def test_page_takes_one_draft_at_a_time(web: TestClient) -> None:
    files = [("file", (f"{name}.txt", b"a")) for name in "xy"]
    answer = web.post("/api/view", files=files)
    assert (answer.status_code, said(answer)) == (400, ["此处一次只收一份文稿"])


def test_finding_that_is_gone_is_not_mended(web: TestClient) -> None:
    one = {"index": 3, "rule": "numbering/gap", "line": 1, "column": 5}
    answer = web.post("/api/mend", json={"text": DRAFT, "mend": {"what": "one", "one": one}})
    assert (answer.status_code, said(answer)) == (409, ["该处已变，请重新检查后再修改"])
    one = {"index": 0, "rule": "numbering/gap", "line": 1, "column": 4}
    assert web.post("/api/mend", json={"text": DRAFT, "mend": {"what": "one", "one": one}}).status_code == 409
    one = {"index": 0, "rule": "numbering/gap", "line": 1, "column": 5}
    assert web.post("/api/mend", json={"text": DRAFT, "mend": {"what": "one", "one": one}}).status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"origin": BASE}, 200),
        ({"host": "localhost:8760", "origin": "http://localhost:8760"}, 200),
        ({"host": "[::1]:8760", "origin": "http://[::1]:8760"}, 200),
        ({"host": "office.example:443", "origin": "https://office.example"}, 200),
        ({"host": "OFFICE.example."}, 200),
        ({"host": "evil.example"}, 403),
        ({"host": "127.0.0.1.evil.example:8760"}, 403),
        ({"host": "localhost@evil.example"}, 403),
        ({"host": ""}, 403),
        ({"x-forwarded-host": "evil.example"}, 200),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://127.0.0.1:1234"}, 403),
        ({"origin": "http://127.0.0.1:8760.evil.example"}, 403),
        ({"origin": "file://127.0.0.1:8760"}, 403),
        ({"origin": "http://["}, 403),
    ],
)
def test_host_and_origin_are_checked(headers: dict[str, str], status: int) -> None:
    web = TestClient(application(Service(jobs=1, allowed_hosts=("office.example",)), rules()), base_url=BASE)
    for answer in (web.get("/healthz", headers=headers), web.get("/", headers=headers)):
        assert answer.status_code == status
        require_guarded(answer)
    if status == 403:
        message = said(web.post("/api/check", json={"text": DRAFT}, headers=headers))
        assert message[0].startswith("拒绝访问：")


def test_name_that_a_proxy_forwards_is_checked_in_its_place() -> None:
    service = Service(jobs=1, allowed_hosts=("office.example",), trust_proxy=True)
    web = TestClient(application(service, rules()), base_url=BASE)

    def status(**headers: str) -> int:
        return web.get(
            "/healthz", headers={name.replace("_", "-"): value for name, value in headers.items()}
        ).status_code

    assert status(x_forwarded_host="office.example", origin="https://office.example") == 200
    assert status(x_forwarded_host="office.example", origin=BASE) == 403
    assert status(x_forwarded_host="evil.example") == 403
    assert status() == 200


def test_requests_beyond_the_queue_are_told_to_come_again() -> None:
    with client(limits=Limits(waiting=1)) as web:
        files = [("file", (f"{name}.txt", DRAFT.encode())) for name in "xy"]
        answer = web.post("/api/check", files=files)
        assert (answer.status_code, said(answer)) == (503, ["正在检查的文稿过多，请稍后再试"])
        assert answer.headers["retry-after"] == "2"
        require_guarded(answer)
        assert web.post("/api/check", files=files[:1]).status_code == 200
    with client(limits=Limits(waiting_bytes=10)) as web:
        assert web.post("/api/check", json={"text": DRAFT}).status_code == 503


def test_draft_that_takes_too_long_is_given_up() -> None:
    with client(limits=Limits(draft_seconds=0.0)) as web:
        for _ in range(2):
            answer = web.post("/api/check", json={"text": DRAFT, "name": "甲.txt"})
            assert answer.status_code == 422
            message = "检查超时，已停止；请将文稿分成几份再试"
            assert answer.json() == {"errors": [{"message": message, "path": "甲.txt"}]}
            require_guarded(answer)
        assert web.get("/healthz").json()["waiting"] == 0


def test_draft_that_needs_too_much_memory_is_given_up_and_the_others_go_on() -> None:
    with client(limits=Limits(draft_memory=180 << 20)) as web:
        large = web.post("/api/check", json={"text": "一是甲事项（二）\n" * 100_000, "name": "甲.txt"})
        assert large.status_code == 422
        assert [each["path"] for each in large.json()["errors"]] == ["甲.txt"]
        assert "内存" in said(large)[0]
        assert web.post("/api/check", json={"text": DRAFT}).status_code == 200


def test_zip_bomb_is_refused_as_the_command_refuses_it() -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        bomb.writestr("word/document.xml", b"0" * (600 << 20))
    with client() as web:
        answer = web.post("/api/check", files={"file": ("炸弹.docx", kept.getvalue())})
    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"message": BOMB, "path": "炸弹.docx"}]


class Bodies:
    """A body that comes in pieces, or not at all; the pieces of the answer are kept."""

    def __init__(self, pieces: list[dict[str, Any]], pause: float) -> None:
        self.pieces = pieces
        self.pause = pause
        self.sent: list[Any] = []

    async def receive(self) -> dict[str, Any]:
        if self.pieces:
            await asyncio.sleep(self.pause)
            return self.pieces.pop(0)
        await asyncio.Event().wait()
        raise AssertionError

    async def send(self, message: Any) -> None:
        self.sent.append(message)


@pytest.mark.parametrize("media", [b"application/json", b"multipart/form-data; boundary=" + b"-" * 70])
@pytest.mark.parametrize(
    ("limits", "pieces", "status", "message"),
    [
        (Limits(silent_seconds=0.01), [], 408, "上传过慢或中断，已停止等待"),
        (
            Limits(upload_seconds=0.05),
            [{"type": "http.request", "body": b"-", "more_body": True}] * 60,
            408,
            "上传过慢或中断，已停止等待",
        ),
        (Limits(), [{"type": "http.disconnect"}], 400, "上传中断"),
    ],
)
def test_slow_or_broken_upload_ends(
    limits: Limits, pieces: list[dict[str, Any]], status: int, message: str, media: bytes
) -> None:
    app = application(Service(jobs=1, limits=limits), rules())
    bodies = Bodies(list(pieces), 0.01)
    headers = [(b"host", b"localhost"), (b"content-type", media)]
    scope = {"type": "http", "method": "POST", "path": "/api/check", "headers": headers, "query_string": b""}
    asyncio.run(app(scope, bodies.receive, bodies.send))
    assert bodies.sent[0]["status"] == status
    assert json.loads(bodies.sent[1]["body"]) == {"errors": [{"message": message}]}
