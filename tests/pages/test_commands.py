"""Every command of every page, in both languages, is run where it can be, among the files that the page saves."""

import os
import re
import shlex
import shutil
from pathlib import Path

import click
import pytest

from lint.cli.main import main
from lint.text.source import Source
from tests.docx.converting import typed
from tests.integrations.pages import run
from tests.pages.reading import ROOT, Block, Command, blocks, commands, mentioned, name, pages

NOT_RUN = {
    r"pip install ": "downloads; .ci/run and tests/project/test_packaging.py install the wheel",
    r"npm ": "downloads; .ci/run does it",
    r"cd editors/vscode$": "only with npm",
    r"python tools/bundle\.py": "downloads; tests/project/test_windows.py does it",
    r"mkdocs build": "tests/project/test_site.py does it",
    r"python3 -m venv": "downloads; .ci/run does it, word for word",
    r"py -m venv|\.venv/Scripts": "of Windows",
    r"mkdir -p /tmp/corpus": "ten minutes; .ci/run does it for half a minute",
    r"bash \.ci/run": "runs this test",
    r".*\| reviewdog ": "reviewdog is in no registry; tests/integrations/test_ci_pages.py runs what it reads",
    r"wengao-lint server": "waits for an editor; tests/server and tests/integrations speak to it",
    r"wengao-lint web|curl -sS": "serves until it is stopped; tests/web/test_docs.py runs and asks it",
    r"printf 'office|systemd-analyze|systemctl": "of the system; tests/web/test_docs.py tries what they set up",
}
"""Commands that cannot run here, by pattern, each with the reason."""

DRAFT = "关于召开会议的通知\n各科室：\n一、时间\n三、地点\n"
NAMES = ["draft.txt", "通知.txt", "请示.txt", "整改.txt"]


def why_not(line: str) -> str:
    """The reason why a command is not run."""
    return next((reason for pattern, reason in NOT_RUN.items() if re.match(pattern, line)), "")


def furnish(folder: Path) -> None:
    """A folder as a reader has one: drafts under the names that pages use."""
    for each in NAMES:
        (folder / each).write_text(DRAFT, "utf-8")
    (folder / "文稿").mkdir()
    for path in ("请示.docx", "文稿/请示 终稿.docx"):
        (folder / path).write_bytes(typed(Source("请示.txt", DRAFT)))
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    (folder / "house-rules").mkdir()


def save(block: Block, folder: Path) -> None:
    path = folder / block.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.text, "utf-8")


def try_out(command: Command, folder: Path) -> None:
    """Run a command; it ends with 0 or 1, and prints what the page shows, if it shows that."""
    ended = run(folder, command.line, shell=True)
    assert ended.returncode in {0, 1}, f"{command.line}\n{ended.stderr}"
    if command.output is not None:
        told = "" if re.search(r" (-q|outline) ", command.line) else ended.stderr
        assert ended.stdout + told == command.output, command.line


def runnable(page: Path) -> bool:
    return any(not why_not(command.line) for block in blocks(page) for command in commands(block))


@pytest.mark.parametrize("page", [page for page in pages() if runnable(page)], ids=name)
def test_commands_run(page: Path, tmp_path: Path) -> None:
    folder = tmp_path / "文稿库"
    folder.mkdir()
    furnish(folder)
    for block in blocks(page):
        if block.file and not os.path.isabs(block.file):
            save(block, folder)
        for command in commands(block):
            if not why_not(command.line):
                try_out(command, folder)


@pytest.mark.parametrize("pattern", NOT_RUN)
def test_every_exception_is_needed(pattern: str) -> None:
    shown = [command.line for page in pages() for block in blocks(page) for command in commands(block)]
    assert any(re.match(pattern, line) for line in shown + [line for page in pages() for line in mentioned(page)])


@pytest.mark.parametrize("page", pages(), ids=name)
def test_commands_within_lines_have_options_that_there_are(page: Path) -> None:
    for line in mentioned(page):
        words = shlex.split(line.replace("[", " ").replace("]", " ").replace("…", ""))[1:]
        word = "check" if words[0] in {"FILE", "PATH"} else words[0]  # the command may be left out
        command = main.get_command(click.Context(main), word) if not word.startswith("-") else main
        assert command is not None, line
        known = {option for parameter in command.params for option in [*parameter.opts, *parameter.secondary_opts]}
        used = {word.partition("=")[0] for word in words if word.startswith("-") and word.strip("-")}
        assert used <= known | {"--help"}, line


def test_the_tutorial_shows_what_each_step_prints() -> None:
    shown = [command for block in blocks(ROOT / "docs" / "tutorial.md") for command in commands(block)]
    assert [command.line for command in shown if command.output is None] == []
    assert sum(command.line.startswith("wengao-lint") for command in shown) == 8
