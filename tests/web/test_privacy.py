"""No draft is left anywhere: in no log, no temporary file, no cache, no configuration, no answer to another."""

import os
import sys
import tempfile
from pathlib import Path

import httpx2
import pytest

from tests.web.serving import running

MARKER = "秘而不宣之标记"
SPELLINGS = [MARKER.encode(), MARKER.encode("gb18030"), MARKER.encode("utf-16-le"), ascii(MARKER)[1:-1].encode()]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the folders are those of POSIX")


def test_nothing_of_a_hundred_drafts_is_left(tmp_path: Path) -> None:
    folders = {
        name: tmp_path / name for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
    }
    # A socket's address is short, and the folders of a test on several processes are not.
    folders["TMPDIR"] = Path(tempfile.mkdtemp())
    for folder in folders.values():
        folder.mkdir(exist_ok=True)
    work = tmp_path / "work"
    work.mkdir()
    log = tmp_path / "log"
    env = {**os.environ, **{name: str(folder) for name, folder in folders.items()}, "PYTHONDONTWRITEBYTECODE": "1"}
    source = str(Path(__file__).parents[2])
    env["PYTHONPATH"] = source
    with (
        running("--jobs", "2", env=env, cwd=work) as service,
        httpx2.Client(base_url=service.address, timeout=200) as web,
    ):
        statuses = [posted(web, number) for number in range(99)]
        large = f"{MARKER}\n".encode() * (5_000_000 // len(f"{MARKER}\n".encode()))
        statuses.append(web.post("/api/check", files={"file": (f"{MARKER}.txt", large)}).status_code)
        service.process.terminate()
        assert service.process.stderr
        log.write_text(service.process.stderr.read(), "utf-8")
    assert (len(statuses), set(statuses)) == (100, {200, 400, 415, 422})
    left = [*tmp_path.rglob("*"), *folders["TMPDIR"].rglob("*")]
    assert [path for path in left if MARKER in path.name] == []
    assert [path for path in left if path.is_file() and holds_marker(path)] == []


def posted(web: httpx2.Client, number: int) -> int:
    """The status of one of the requests of all kinds, those that fail among them."""
    text = f"关于{MARKER}的通知\n\n一是{MARKER}{number}。三是其他。\n(二){MARKER}。\n"
    kinds = [
        lambda: web.post("/api/check", json={"text": text, "name": f"{MARKER}.txt"}),
        lambda: web.post("/api/view", files={"file": (f"{MARKER}.txt", text.encode("gb18030"))}),
        lambda: web.post("/api/mend", json={"text": text, "mend": {"what": "all"}}),
        lambda: web.post(
            "/api/check", content=f'{{"text": "{text}'.encode(), headers={"content-type": "application/json"}
        ),
        lambda: web.post("/api/check", json={"text": text, "genre": MARKER}),
        lambda: web.post("/api/check", content=text.encode(), headers={"content-type": "text/plain"}),
        lambda: web.post("/api/check", files={"file": (f"{MARKER}.docx", b"PK\x03\x04" + text.encode())}),
        lambda: web.post("/api/check", files={"file": (f"{MARKER}.txt", text.encode() + bytes(range(256)))}),
        lambda: web.get(f"/{MARKER}", params={"text": text}) and web.post("/api/annotate", json={"text": text}),
    ]
    return kinds[number % len(kinds)]().status_code


def holds_marker(path: Path) -> bool:
    data = path.read_bytes()
    return any(spelling in data for spelling in SPELLINGS)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_search_for_the_marker_finds_it(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "left").write_bytes(f"甲{MARKER}乙".encode(encoding))
    assert holds_marker(tmp_path / "left")
