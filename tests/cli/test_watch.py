import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from lint.cli.main import main
from tests.reliability.running import killed_if_it_hangs

ROOT = Path(__file__).parent.parent.parent
COMMAND = [sys.executable, "-m", "lint", "check", "--color", "never"]
SWAPPED = "一、甲。\n三、乙。\n二、丙。\n"
LINE = "{}:2:1: error: 序号依次为“一、三、二”，应为“一、二、三” [numbering/out-of-order]\n"
WAITING = "等待文稿、规则或设置的改动，按 Ctrl+C 结束\n"
CLEAN = "检查 1 份文稿，用时 … 秒：未见差错\n"
FOUND = "检查 1 份文稿，用时 … 秒：1 处错误，0 处警告，0 处提示\n"


class Watch:
    """A running ``check --watch``, both its outputs in one."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self._read, write = os.pipe()
        self.process = subprocess.Popen(
            [*COMMAND, "--watch", *arguments],
            cwd=folder,
            stdout=write,
            stderr=write,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        )
        os.close(write)
        self._rest = b""

    def next(self) -> str:
        """What is said up to the next wait, without the time that it took."""
        end = WAITING.encode()
        while end not in self._rest:
            ready, _, _ = select.select([self._read], [], [], 60)
            data = os.read(self._read, 65536) if ready else b""
            assert data, f"ended, or says nothing more than: {self._rest.decode()}"
            self._rest += data
        said, _, self._rest = self._rest.partition(end)
        words = said.decode().split(" ")
        return " ".join(
            "…" if words[index + 1 : index + 2] and words[index + 1].startswith("秒") else word
            for index, word in enumerate(words)
        )

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(60)
        os.close(self._read)
        return status


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "稿.txt").write_text("一、甲。\n二、乙。\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def watches() -> Iterator[list[Watch]]:
    running: list[Watch] = []
    yield running
    for each in running:
        if each.process.poll() is None:
            each.process.kill()
            each.process.wait()


def write(path: Path, text: str) -> None:
    """Save as editors do: a new file in the place of the old one."""
    new = path.with_name(f"{path.name}~")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


@pytest.mark.parametrize("path", ["稿.txt", "."])
def test_checks_again_when_a_draft_is_saved(folder: Path, watches: list[Watch], path: str) -> None:
    watches.append(watch := Watch(folder, path))
    assert watch.next() == CLEAN
    write(folder / "稿.txt", SWAPPED)
    assert watch.next() == LINE.format("稿.txt") + FOUND
    write(folder / "稿.txt", SWAPPED)  # nothing has changed, and nothing is said
    write(folder / "稿.txt", "一、甲。\n")
    assert watch.next() == CLEAN
    assert watch.end() == 130


def test_report_is_written_anew_each_time(folder: Path, watches: list[Watch]) -> None:
    watches.append(watch := Watch(folder, "--output-file", "报告", "."))
    assert watch.next() == CLEAN
    assert (folder / "报告").read_text("utf-8") == ""
    write(folder / "稿.txt", SWAPPED)
    deadline = time.monotonic() + 60
    while (folder / "报告").read_text("utf-8") == "" and time.monotonic() < deadline:
        time.sleep(0.05)
    assert (folder / "报告").read_text("utf-8") == LINE.format("稿.txt")


def test_new_draft_in_a_new_folder_is_found(folder: Path, watches: list[Watch]) -> None:
    watches.append(watch := Watch(folder, "."))
    assert watch.next() == CLEAN
    (folder / "新").mkdir()
    write(folder / "新" / "稿.md", SWAPPED)
    assert watch.next() == LINE.format("新/稿.md") + FOUND.replace("1 份", "2 份")


def test_settings_and_rules_count_when_they_are_saved(folder: Path, watches: list[Watch]) -> None:
    write(folder / "稿.txt", SWAPPED)
    watches.append(watch := Watch(folder, "稿.txt"))
    assert watch.next() == LINE.format("稿.txt") + FOUND
    write(folder / ".wengao-lint.yaml", "ignroe: [numbering]\n")
    assert watch.next() == ".wengao-lint.yaml:1:1: 没有设置项“ignroe”，是否为“ignore”？\n"
    write(folder / ".wengao-lint.yaml", "\nlang: de\n")
    assert watch.next().startswith(".wengao-lint.yaml:2:7: ")
    (folder / "house" / "house").mkdir(parents=True)
    write(folder / ".wengao-lint.yaml", "ignore: [numbering]\nrules: [house]\n")
    assert watch.next() == CLEAN
    write(folder / "house" / "house" / "word.yaml", RULE)
    assert watch.next() == "稿.txt:1:3: error: 用了“甲” [house/word]\n" + FOUND


RULE = """\
title: 甲
title_en: one
why: 不用甲。
source: {norm: practice, tier: practice}
severity: error
check: pattern
with: {pattern: 甲}
message: 用了“{found}”
message_en: 'found {found}'
examples:
  - valid: 乙。
  - valid: 丙。
  - invalid: ⟦甲⟧。
  - invalid: 丁⟦甲⟧。
"""


def test_screen_of_a_terminal_is_cleared(folder: Path) -> None:
    parent, child = pty.openpty()
    with (
        subprocess.Popen(
            [*COMMAND, "--watch", "稿.txt"],
            cwd=folder,
            stdout=child,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "PYTHONIOENCODING": "utf-8"},
        ) as process,
        killed_if_it_hangs(process),
    ):
        assert os.read(parent, 7) == b"\x1b[2J\x1b[1"
        process.send_signal(signal.SIGINT)
    os.close(parent)
    os.close(child)


@pytest.mark.parametrize(
    "arguments", [["--fix"], ["--diff"], ["--annotate"], ["--write-baseline", "b"], ["--show-files"], ["-"]]
)
def test_what_cannot_be_watched(arguments: list[str]) -> None:
    result = CliRunner().invoke(main, ["check", "--isolated", "--watch", *arguments])
    assert result.exit_code == 2
    assert "--watch 不能与 --fix、--diff、--annotate" in result.output


def test_missing_package_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(main, ["check", "--watch"])
    assert (result.exit_code, result.output) == (
        2,
        "--watch 需要 watchfiles，请运行 pip install watchfiles，或在源码文件夹中运行 pip install '.[watch]'\n",
    )
