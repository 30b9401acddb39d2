"""How the command begins and ends."""

import subprocess
import sys
from pathlib import Path

from tests.reliability.running import HANGS
from tests.server.editor import COMMAND

SERVE = "import sys; sys.modules.update({modules}); from lint.__main__ import run; run()"


def message(body: str) -> str:
    return f"Content-Length: {len(body)}\r\n\r\n{body}"


INITIALIZE = message('{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}')
EXIT = message('{"jsonrpc": "2.0", "method": "exit"}')


def test_without_pygls_one_line_names_the_extra() -> None:
    for missing in ["pygls", "lsprotocol"]:
        command = [sys.executable, "-c", SERVE.format(modules={missing: None}), "server"]
        ended = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=HANGS, check=False
        )
        assert (ended.returncode, ended.stdout, ended.stderr) == (
            2,
            "",
            "语言服务器需要 pygls，请运行 pip install pygls，或在源码文件夹中运行 pip install '.[lsp]'\n",
        )


def test_other_commands_do_not_load_it(tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text("一切正常。\n", "utf-8")
    command = [sys.executable, "-c", SERVE.format(modules={"pygls": None, "lsprotocol": None}), "check", "-q"]
    assert subprocess.run(command, cwd=tmp_path, timeout=HANGS, check=False).returncode == 0


def test_end_without_shutdown_is_an_error() -> None:
    for said in [INITIALIZE + EXIT, INITIALIZE, ""]:
        ended = subprocess.run(COMMAND, input=said, capture_output=True, encoding="utf-8", timeout=HANGS, check=False)
        assert (ended.returncode, ended.stderr) == (1, "")
