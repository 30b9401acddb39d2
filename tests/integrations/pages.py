"""What is shown on the pages of docs/integrations/, drafts to try it on, and what must be found in them."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal, NamedTuple, NoReturn

import pytest

ROOT = Path(__file__).parent.parent.parent
SCRIPTS = Path(sys.executable).parent

DRAFTS = {
    "对照检查 初稿.txt": (
        "局领导班子对照检查材料\n"
        "\t一是学习“不够深入，𠮷安路XX处。三是作风不够扎实。二是担当不够有力。\n"
        "\n"
        "（一）𠮷ａｂ：共12条ok，，见第XX条\n"
        "(二)其他\n"
    ),
    "汇报 -终稿：第（2）稿.md": "# 工作汇报\n\n一是抓学习。三是抓“作风”。二是抓落实，，由XX局牵头。\n",
}


class Found(NamedTuple):
    """A finding as a tool shows it, columns as the tool counts them; the severity by its first letter."""

    line: int
    column: int
    severity: str
    message: str


def fenced(page: str, language: str) -> list[str]:
    """The blocks of a language on a page."""
    text = (ROOT / "docs" / "integrations" / page).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def need(tool: str) -> str:
    """The path of a tool; without it the test is skipped, or fails where WENGAO_LINT_NEED_TOOLS is set."""
    return shutil.which(tool) or lacking(tool)


def lacking(tool: str) -> NoReturn:
    message = f"{tool} is not installed"
    if os.environ.get("WENGAO_LINT_NEED_TOOLS"):
        pytest.fail(message)
    pytest.skip(message)


def environment(home: Path) -> dict[str, str]:
    """Variables under which wengao-lint is on the path, texts are UTF-8 and nobody's own settings are read."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "LC_", "GIT_"))}
    path = os.pathsep.join([str(SCRIPTS), os.environ.get("PATH", os.defpath)])
    return {**kept, "PATH": path, "HOME": str(home), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TERM": "xterm"}


def run(folder: Path, *command: str, shell: bool = False) -> subprocess.CompletedProcess[str]:
    """A command in a folder, without input; a shell's command as CI runs it."""
    words = ["bash", "-e", "-c", *command] if shell else command
    return subprocess.run(
        words,
        cwd=folder,
        env=environment(folder.parent),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def drafts(folder: Path) -> Path:
    """A folder with the drafts and settings that end the search for others."""
    work = folder / "文稿 库"
    work.mkdir(parents=True)
    (work / ".wengao-lint.yaml").write_text("severity: {placeholders/letters: info}\n", "utf-8")
    for name, text in DRAFTS.items():
        (work / name).write_text(text, "utf-8")
    return work


Unit = Literal["char", "byte", "utf16"]
_CODECS: dict[Unit, tuple[str, int]] = {"char": ("utf-32-le", 4), "byte": ("utf-8", 1), "utf16": ("utf-16-le", 2)}


def width(text: str, unit: Unit) -> int:
    codec, size = _CODECS[unit]
    return len(text.encode(codec)) // size


def findings(folder: Path, name: str) -> list[dict[str, Any]]:
    """The findings of a draft as ``--output-format json`` gives them."""
    checked = run(folder, "wengao-lint", "check", "-q", "--output-format", "json", name)
    assert checked.returncode == 1, checked.stderr
    found: list[dict[str, Any]] = json.loads(checked.stdout)
    return found


def expected(folder: Path, name: str, unit: Unit) -> list[Found]:
    """What a tool must show for a draft: columns counted here from the text, not by the linter."""
    lines = DRAFTS[name].split("\n")
    return [
        Found(
            each["line"],
            width(lines[each["line"] - 1][: each["column"] - 1], unit) + 1,
            each["severity"][0],
            f"{each['message']} [{each['rule']}]",
        )
        for each in findings(folder, name)
    ]
