"""What a page of the documentation holds: headings, blocks of code, files to save, commands to run."""

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
CHINESE = DOCS / "zh"
SHELLS = ("sh", "console", "powershell")

_FENCE = re.compile(r"^(`{3,})([^\n`]*)\n(.*?)^\1$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^(#+) ", re.MULTILINE)
_INLINE = re.compile(r"(?<!`)`(wengao-lint [^`\n]+)`(?!`)")
_SAVED_AS = re.compile(r"[(（]`([^`\n]+\.(?:yaml|txt|md))`[)）][:：]\n*\Z")


class Block(NamedTuple):
    """A block of code; ``file`` is the name under which the words before it save it, if they do."""

    language: str
    text: str
    file: str


class Command(NamedTuple):
    """A command, and what a page shows that it prints; None where it shows nothing of that."""

    line: str
    output: str | None


def pages() -> list[Path]:
    """Every page that is written by hand, but for the decisions, which tell no reader what to do."""
    beside = ("README.md", "README.zh-CN.md", "CONTRIBUTING.md", "editors/vscode/README.md")
    written = (path for path in sorted(DOCS.rglob("*.md")) if "decisions" not in path.parts and path.name != "rules.md")
    return [*(ROOT / path for path in beside), *written]


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> list[Block]:
    """The blocks of a page in their order."""
    text = page.read_text("utf-8")
    found = []
    for match in _FENCE.finditer(text):
        saved = _SAVED_AS.search(text[: match.start()])
        found.append(Block(match[2].strip(), match[3], saved[1] if saved else ""))
    return found


def headings(page: Path) -> list[int]:
    """The levels of the headings."""
    return [len(marks) for marks in _HEADING.findall(_FENCE.sub("", page.read_text("utf-8")))]


def commands(block: Block) -> list[Command]:
    """The commands of a block for a shell; in a console they stand after a dollar sign, above what they print."""
    if block.language == "console":
        shown = re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]
        return [Command(line, output) for line, _, output in (each.partition("\n") for each in shown)]
    text = block.text.replace("\\", "/") if block.language == "powershell" else block.text  # both divide paths there
    lines = (line.partition("  #")[0].strip() for line in text.splitlines())
    return [Command(line, None) for line in lines if line] if block.language in SHELLS else []


def mentioned(page: Path) -> list[str]:
    """The commands that stand within the lines of a page."""
    return _INLINE.findall(_FENCE.sub("", page.read_text("utf-8")))
