"""What docs/web.md shows works as it stands, on ports and paths of the tests' own."""

import base64
import os
import re
import shlex
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import msgspec
import pytest

from tests.web.serving import client, running

DOCS = (Path(__file__).parents[2] / "docs" / "web.md").read_text("utf-8")
NEED_TOOLS = "WENGAO_LINT_NEED_TOOLS" in os.environ
DRAFT = "关于做好工作的通知\n\n    一是甲事项，抓好落实。三是“乙”\\事项，抓好落实。\n    (二)其他事项。\n"
NAME = "wengao.office.example"


def block(language: str, holding: str = "") -> str:
    """The first block of a language that holds something."""
    found: list[str] = re.findall(rf"^```{language}\n(.*?)^```", DOCS, re.DOTALL | re.MULTILINE)
    return next(each for each in found if holding in each)


def tool(name: str) -> str:
    """Where a tool is; the test is skipped without it, except where all tools are wanted."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if found is None and not NEED_TOOLS:
        pytest.skip(f"needs {name}")
    assert found, f"needs {name}"
    return found


def test_curl_commands_answer(tmp_path: Path) -> None:
    tool("curl")
    for name in ("请示.txt", "通知.txt"):
        (tmp_path / name).write_text(DRAFT, "utf-8")
    with running("--jobs", "1") as service:
        lines = block("sh", "curl").replace("\\\n", " ").replace("http://127.0.0.1:8760/", service.address).splitlines()
        answers: list[Any] = [
            msgspec.json.decode(subprocess.run(shlex.split(line), cwd=tmp_path, check=True, capture_output=True).stdout)
            for line in lines
        ]
    assert {each["path"] for each in answers[0]} == {"请示.txt"}
    assert {each["path"] for each in answers[1]} == {"请示.txt", "通知.txt"}
    assert [(each["path"], each["rule"], each["column"]) for each in answers[2]] == [("通知.txt", "numbering/gap", 5)]
    assert answers[3]["status"] == "ok"


def test_macro_reads_what_the_service_writes() -> None:
    """The macro's steps, in Python: how it writes the request and takes the answer apart."""
    macro = block("vba")
    assert '"{""text"":""" & body & """}"' in macro
    body = "".join(line.replace("\\", "\\\\").replace('"', '\\"') + "\\n" for line in DRAFT.splitlines())
    with client() as web:
        sent = ('{"text":"' + body + '"}').encode()
        answer = web.post("/api/check", content=sent, headers={"content-type": "application/json; charset=utf-8"})
    parts = answer.text.split('{"path":')[1:]
    taken = [
        (
            part.split('"message":"')[1].split('","line":')[0].replace('\\"', '"').replace("\\\\", "\\"),
            *(leading(part.split(f'"{key}":')[1]) for key in ("line", "column", "end_line", "end_column")),
        )
        for part in parts
    ]
    fields = ("message", "line", "column", "end_line", "end_column")
    assert taken == [tuple(each[key] for key in fields) for each in answer.json()]
    assert len(taken) > 1
    for key in fields:
        assert f'"""{key}"":' in macro


def leading(text: str) -> int:
    """The number at the beginning, as Val reads it."""
    found = re.match(r"\d+", text)
    return int(found[0]) if found else 0


def test_unit_is_sound(tmp_path: Path) -> None:
    verify = tool("systemd-analyze")
    unit = tmp_path / "wengao-lint.service"
    unit.write_text(block("ini").replace("/opt/wengao-lint/bin/wengao-lint", shutil.which("true") or ""), "utf-8")
    result = subprocess.run([verify, "verify", unit], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def nginx(folder: Path, upstream: str) -> Iterator[int]:
    """The documented server of nginx, before a service, with its files in a folder."""
    made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={NAME}", "-days", "2"]
    subprocess.run(
        [tool("openssl"), *made, "-keyout", folder / "key", "-out", folder / "pem"], check=True, capture_output=True
    )
    secret = subprocess.run([tool("openssl"), "passwd", "-6", "secret"], check=True, capture_output=True, text=True)
    (folder / "passwords").write_text(f"office:{secret.stdout}", "utf-8")
    port = free_port()
    server = block("nginx")
    for documented, own in {
        "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        "/etc/ssl/certs/wengao.pem": f"{folder}/pem",
        "/etc/ssl/private/wengao.key": f"{folder}/key",
        "/etc/nginx/wengao.passwords": f"{folder}/passwords",
        "http://127.0.0.1:8760": upstream.rstrip("/"),
    }.items():
        assert documented in server
        server = server.replace(documented, own)
    kept = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    owner = "user root;\n" if os.geteuid() == 0 else ""
    configuration = folder / "nginx.conf"
    configuration.write_text(
        f"{owner}daemon off;\npid {folder}/pid;\nerror_log {folder}/errors;\nevents {{}}\nhttp {{\n{kept}{server}}}\n"
    )
    process = subprocess.Popen([tool("nginx"), "-c", configuration, "-e", folder / "errors"], stderr=subprocess.PIPE)
    try:
        for _ in range(200):
            with socket.socket() as trial:
                if trial.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait(20)
        if process.stderr:
            process.stderr.close()


def test_nginx_asks_for_a_password_and_lets_pages_post(tmp_path: Path) -> None:
    with (
        running("--jobs", "1", "--max-bytes", "1000000", "--trust-proxy", "--allowed-host", NAME) as service,
        nginx(tmp_path, service.address) as port,
        httpx2.Client(base_url=f"https://127.0.0.1:{port}", verify=False) as web,
    ):
        host = f"{NAME}:{port}"
        known = {"host": host, "authorization": "Basic " + base64.b64encode(b"office:secret").decode()}
        assert web.get("/", headers={"host": host}).status_code == 401
        page = web.get("/", headers=known)
        assert page.status_code == 200
        assert page.headers["content-security-policy"].startswith("default-src 'none'")
        for origin, status in ((f"https://{host}", 200), ("https://evil.example", 403), (f"https://{NAME}", 403)):
            answer = web.post("/api/check", json={"text": DRAFT}, headers={**known, "origin": origin})
            assert answer.status_code == status
        assert web.get("/", headers={**known, "host": "evil.example"}).status_code == 403
        large = web.post("/api/check", content=b"a" * 30_000_000, headers={**known, "content-type": "application/json"})
        assert large.status_code == 413
    assert [path.name for path in tmp_path.rglob("*") if path.parent.name.endswith(("body", "proxy"))] == []
