"""What is different on Windows, tried elsewhere: calls that are missing there, errors that only Windows gives."""

import errno
import os
import re
import shutil
import signal
import subprocess
import sys
import venv
from pathlib import Path

import pytest
from click.testing import CliRunner

import lint.files.loading
import lint.files.private
from lint.cli.main import main
from lint.engine.kept.entry_file import EntryFile
from lint.engine.spared.baseline import key
from lint.files.path_patterns import given_to
from lint.files.seal import Seal
from lint.files.search import Patterns, find_files, shown
from lint.messages.failures import why_unreadable, why_unwritable
from lint.messages.language import words_for
from tools.bundle import CHECK, INSTALL, bundle

ZH = words_for("zh")
DRAFT = "一、好。\n三、好。\n"
MISSING = ("pread", "set_blocking", "geteuid", "chown", "fchmod", "listxattr", "sched_getaffinity")


class HeldError(PermissionError):
    """An error as Windows gives it, with its own number."""

    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "Permission denied")
        self.winerror = winerror


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A system without the calls that Windows does not have; the names of paths stay as they are."""
    for name in MISSING:
        monkeypatch.delattr(os, name, raising=False)
    monkeypatch.delattr(signal, "pthread_sigmask", raising=False)
    monkeypatch.setattr(lint.files.private, "_CHECKED", False)
    monkeypatch.setattr(lint.files.private, "_FLAGS", 0)
    monkeypatch.setattr(lint.files.loading, "_UNWAITING", 0)
    monkeypatch.setattr("lint.files.signals.STOPS", [signal.SIGINT, signal.SIGTERM])
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_drafts_are_checked_fixed_and_remembered_without_posix_calls(windows: Path) -> None:
    (windows / "稿.txt").write_text("一、好，，好。\n", "utf-8")
    for number in range(60):
        (windows / f"{number}.txt").write_text(DRAFT, "utf-8")
    runs = [CliRunner().invoke(main, ["check", ".", "--jobs", "1", "--cache-dir", "c", "-q"]) for _ in range(2)]
    assert [run.exit_code for run in runs] == [1, 1]
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stdout.count("[numbering/gap]") == 60
    kept = sorted(path.name.partition("-")[0] for path in (windows / "c/wengao-lint").iterdir())
    assert kept == ["findings", "key", "rules"]
    fixed = CliRunner().invoke(main, ["check", "稿.txt", "--fix", "-q", "--no-cache"])
    assert (fixed.exit_code, (windows / "稿.txt").read_text("utf-8")) == (0, "一、好，好。\n")


def test_a_kept_file_is_closed_before_it_is_replaced(windows: Path) -> None:
    seal = Seal(b"k" * 32)
    file = EntryFile(str(windows / "c"), "findings-a.bin", 10_000, seal)
    file.put("a", b"1")
    assert file.keep()
    again = EntryFile(str(windows / "c"), "findings-a.bin", 10_000, seal)
    assert again.get("a") == b"1"
    again.put("b", b"2")
    assert again.keep()
    assert "_known" not in vars(again)
    assert (again.get("a"), again.get("b")) == (b"1", b"2")


@pytest.mark.parametrize("number", [32, 33])
def test_a_draft_that_word_has_open_is_told(number: int) -> None:
    held = "正在别的程序（如 Word、WPS）中打开，请关闭后再试"
    assert why_unreadable(HeldError(number), ZH) == held
    assert why_unwritable(HeldError(number), ZH) == f"无法写入：{held}"


def test_a_file_that_windows_will_not_replace_may_be_open() -> None:
    said = "无法写入：没有写入权限：文件或所在文件夹只读，或者正在 Word、WPS 中打开，请关闭后再试"
    assert why_unwritable(HeldError(5), ZH) == said
    assert why_unwritable(PermissionError(errno.EACCES, ""), ZH) == f"无法写入：{ZH.unwritable_place}"


def test_a_draft_that_is_held_open_is_left_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "稿.txt").write_text("一、好，，好。\n", "utf-8")

    def refuse(*_paths: str) -> None:
        raise HeldError(32)

    monkeypatch.setattr(os, "replace", refuse)
    result = CliRunner().invoke(main, ["check", "稿.txt", "--fix", "-q", "--no-cache"])
    assert (result.exit_code, result.stderr) == (2, f"稿.txt: 无法写入：{ZH.held}\n")
    assert (tmp_path / "稿.txt").read_text("utf-8") == "一、好，，好。\n"
    assert [path.name for path in tmp_path.iterdir()] == ["稿.txt"]


def test_a_draft_on_another_drive_is_beyond_patterns_and_has_its_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "稿.txt").write_text(DRAFT, "utf-8")

    def other_drive(path: str, start: str = os.curdir) -> str:
        raise ValueError(f"path is on mount 'D:', start on mount 'C:': {path} {start}")

    monkeypatch.setattr(os.path, "relpath", other_drive)
    found = find_files([str(tmp_path)], Patterns("/elsewhere", ("*.txt",)))
    assert found.paths == [str(tmp_path / "稿.txt")]
    assert given_to("稿.txt", "/elsewhere", [("*.txt", "请示")]) == []
    assert key(str(tmp_path / "稿.txt"), "/elsewhere") == str(tmp_path / "稿.txt")


def test_half_a_character_in_a_name_can_be_shown() -> None:
    assert shown("稿\ud800.txt") == "稿?.txt"


@pytest.mark.parametrize("text", [INSTALL, CHECK], ids=["install", "check"])
def test_commands_of_the_bundle_are_for_cmd(text: str) -> None:
    assert text.startswith("@echo off\nchcp 65001 >nul\nsetlocal DisableDelayedExpansion\n")
    named = set(re.findall(r"%([A-Z_]+)%", text))
    given = set(re.findall(r'^set "([A-Z_]+)=', text, re.MULTILINE)) | {"LOCALAPPDATA", "TEMP", "ERRORLEVEL"}
    assert named <= given
    labels = set(re.findall(r"^:(\w+)$", text, re.MULTILINE))
    assert set(re.findall(r"goto (\w+)", text)) == labels
    assert "goto" in text or "exit /b %STATUS%" in text


def test_the_bundle_is_made_unpacked_and_installed_without_an_index(tmp_path: Path) -> None:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    archive = bundle(tmp_path / "文稿检查", platform=None, python=version)
    there = tmp_path / "别处 机器"
    shutil.unpack_archive(archive, there)
    folder = there / "文稿检查"
    assert sorted(path.name for path in folder.iterdir()) == sorted(["wheels", "安装.cmd", "检查文稿.cmd", "说明.txt"])
    assert (folder / "安装.cmd").read_bytes() == INSTALL.replace("\n", "\r\n").encode()
    asked = re.search(r'pip install (.*) "wengao-lint\[office\]"', INSTALL)
    assert asked
    assert asked[1] == '--quiet --no-index --find-links "%WHEELS%"'
    venv.create(there / "program", with_pip=True)
    python = str(there / "program/bin/python")
    offline = ["--quiet", "--no-index", "--find-links", str(folder / "wheels"), "wengao-lint[office]"]
    subprocess.run([python, "-m", "pip", "--disable-pip-version-check", "install", *offline], check=True)
    (there / "稿 子.txt").write_text(DRAFT, "utf-8")
    command = [str(there / "program/bin/wengao-lint"), "check", "--output", "html=报告.html", "--", "稿 子.txt"]
    run = subprocess.run(command, cwd=there, capture_output=True, encoding="utf-8", check=False)
    assert (run.returncode, run.stdout) == (1, "")
    assert "numbering/gap" in (there / "报告.html").read_text("utf-8")
