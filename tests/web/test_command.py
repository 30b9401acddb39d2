"""``wengao-lint web`` as a process: how it begins, how it ends, and what it says when it cannot begin."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx2
import pytest
from click.testing import CliRunner

from lint.cli.main import main
from tests.web.serving import running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
DRAFT = "一是甲。三是乙。\n"

SHORT = """
import sys
from tests.web.serving import rules
from lint.web.serving import listening, serve
from lint.web.settings import Limits, Service

if __name__ == "__main__":
    service = Service(port=0, jobs=1, limits=Limits(silent_seconds=0.3))
    listener = listening(service)
    serve(service, rules(), listener, lambda: print(listener.getsockname()[1], flush=True))
"""


def refused(*options: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["web", *options])
    return result.exit_code, result.stderr


def test_port_that_is_taken_is_said_in_one_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert refused("--port", str(port)) == (2, f"端口 {port} 已被占用，可用 --port 另选一个\n")
        english = f"port {port} is taken; choose another with --port\n"
        assert refused("--port", str(port), "--lang", "en") == (2, english)


def test_address_of_another_machine_is_said_in_one_line() -> None:
    status, said = refused("--host", "192.0.2.1")
    assert status == 2
    assert said.startswith("无法在 192.0.2.1:8760 上应答：")
    assert said.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="workers are reached through sockets in a folder")
def test_temporary_folder_too_long_for_a_socket_is_said_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / ("a" * 100)
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    expected = f"无法在 {folder} 中建立与检查进程通信的套接字：AF_UNIX path too long；请用 TMPDIR 指定较短的路径\n"
    assert refused() == (2, expected)
    assert [*folder.iterdir()] == []


def test_extra_that_is_missing_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("lint.web")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    expected = (
        "网页服务需要 uvicorn，请运行 pip install starlette uvicorn python-multipart，"
        "或在源码文件夹中运行 pip install '.[web]'\n"
    )
    assert refused("--port", "0") == (2, expected)


@pytest.mark.parametrize("name", ["office.example:80", "http://office.example", "a b", ""])
def test_allowed_host_that_is_no_name_is_said(name: str) -> None:
    expected = f"--allowed-host: 不是主机名或地址，不含端口和路径：{name}\n"
    assert refused("--allowed-host", name) == (2, expected)


def test_rules_and_configuration_that_are_wrong_are_said(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("ignor: [numbering]\n", "utf-8")
    status, said = refused("--port", "0", "--config", str(tmp_path / "bad.yaml"))
    assert status == 2
    assert "ignor" in said


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signal_ends_it_and_its_workers_cleanly(number: signal.Signals) -> None:
    with running("--jobs", "2") as service:
        assert httpx2.post(f"{service.address}api/check", json={"text": DRAFT}).status_code == 200
        workers = children(service.process.pid)
        assert len(workers) >= 2
        service.process.send_signal(number)
        assert service.process.wait(20) == 0
        assert service.process.stderr is not None
        assert service.process.stderr.read() == ""
        assert gone(workers)


def test_workers_end_with_a_service_that_is_killed() -> None:
    with running("--jobs", "1") as service:
        httpx2.post(f"{service.address}api/check", json={"text": DRAFT})
        workers = children(service.process.pid)
        service.process.kill()
        assert gone(workers)


def children(parent: int) -> list[int]:
    """The processes below one, its own left out."""
    found: list[int] = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and parent_of(int(entry.name)) == parent:
            found += [int(entry.name), *children(int(entry.name))]
    return found


def parent_of(process: int) -> int:
    """The parent of a process; 0 of one that is gone or a zombie."""
    try:
        state, parent = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[:2]
    except OSError:
        return 0
    return 0 if state == "Z" else int(parent)


def gone(processes: list[int]) -> bool:
    """Whether processes end, within a bound that is never reached where they do."""
    for _ in range(400):
        if not any(map(parent_of, processes)):
            return True
        time.sleep(0.05)
    return False


def test_browser_is_opened_where_it_is_asked_for(tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}.part && mv {opened}.part {opened}\n')
    browser.chmod(0o755)
    with running("--jobs", "1", "--open", env={**os.environ, "BROWSER": f"{browser} %s"}) as service:
        httpx2.get(service.address)
        for _ in range(200):
            if opened.exists():
                break
            time.sleep(0.05)
        assert opened.read_text() == f"{service.address}\n"


def test_request_whose_head_never_ends_is_closed_and_a_body_that_never_comes_is_answered() -> None:
    command = [sys.executable, "-c", SHORT]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            assert process.stdout
            port = int(process.stdout.readline())
            assert ends_with(port, b"") == b""
            assert ends_with(port, b"GET / HTTP/1.1\r\nHost: ") == b""
            head = b"POST /api/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            answer = ends_with(port, head + b"Content-Length: 5\r\n\r\n{")
            assert answer.startswith(b"HTTP/1.1 408 ")
            assert "上传过慢或中断，已停止等待".encode() in answer
        finally:
            process.terminate()


@pytest.mark.parametrize("media", ["application/json", "text/plain"])
def test_answer_arrives_though_the_body_is_not_read(media: str) -> None:
    with running("--jobs", "1", "--max-bytes", "1000") as service, httpx2.Client(base_url=service.address) as web:
        for status in [413 if media == "application/json" else 415] * 2:
            for connection in ("keep-alive", "close"):
                headers = {"content-type": media, "connection": connection}
                answer = web.post("/api/check", content=b"a" * 30_000_000, headers=headers)
                assert answer.status_code == status
        assert web.get("/healthz").status_code == 200


def ends_with(port: int, sent: bytes) -> bytes:
    """What comes on a connection until the service closes it."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(sent)
        return b"".join(iter(lambda: connection.recv(65_536), b""))


def test_check_that_nobody_waits_for_is_stopped() -> None:
    with running("--jobs", "1") as service:
        text = "一是抓学习，抓落实。三是抓作风。" * 110_000
        with pytest.raises(httpx2.ReadTimeout):
            httpx2.post(f"{service.address}api/check", json={"text": text}, timeout=httpx2.Timeout(30, read=1))
        answer = httpx2.post(f"{service.address}api/check", json={"text": DRAFT}, timeout=60)
        assert answer.status_code == 200
        assert httpx2.get(f"{service.address}healthz").json()["waiting"] == 0
