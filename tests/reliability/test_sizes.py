"""Sizes that no draft has: time and memory stay in proportion, and beyond the limits a line says so."""

import os
import resource
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from lint.files.loading import MOST_BYTES
from tests.reliability.running import COMMAND, DRAFT, FINDINGS, HANGS, check, environment

MEMORY = 1 << 30
"""Bytes of address space for each of these runs."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("z.txt").write_text(DRAFT, "utf-8")
    return tmp_path


def bounded(arguments: Sequence[str], memory: int = MEMORY) -> tuple[int, str, str]:
    """The outcome of a run that may not have more memory; one that is quadratic in a draft's size hangs."""
    done = subprocess.run(
        [*COMMAND, "check", "--isolated", "-q", *arguments],
        capture_output=True,
        timeout=HANGS,
        check=False,
        env=environment(),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory)),
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_one_line_of_three_megabytes() -> None:
    Path("稿.txt").write_text("各单位要对照清单逐项销号，" * 80_000 + "XX。", "utf-8")
    line = "稿.txt:1:1040001: error: “XX”是未填的占位 [placeholders/letters]\n"
    assert bounded(["稿.txt"]) == (1, line, "")


def test_a_hundred_thousand_markers_in_one_line() -> None:
    Path("稿.txt").write_text("工作。" + "一是好。" * 100_000, "utf-8")
    words = "“一是…”序号依次为“一、一、一、一、一、…”，应为“一、二、三、四、五、…”"
    assert bounded(["稿.txt"]) == (1, f"稿.txt:1:8: error: {words} [numbering/duplicate]\n", "")


REPEATED = {
    "counted markers": ("稿.txt", "（{}）好。\n"),
    "wrapped markers": ("稿.md", "二是好，\n"),
    "images": ("稿.md", "![a](b)\n"),
    "comments of one line": ("稿.md", "<!-- wengao-lint: ignore x -->"),
    "comments and findings": ("稿.txt", "# wengao-lint: ignore placeholders\nXX\n"),
    "annexes": ("稿.txt", "附件：1.甲\n"),
    "quotation marks": ("稿.txt", "“\n"),
    "brackets": ("稿.md", "[("),
    "things without end": ("稿.txt", "分别为1、2、3"),
    "references to no section": ("稿.txt", "1 甲\n1.1 乙\n1.2 丙，见2.5节。\n2 丁\n2.1 戊\n2.2 己\n"),
    "citations of no table": ("稿.txt", "见表2。" * 20 + "\n表1　甲\n"),
    "lists in one line": ("稿.txt", "（一）甲；（二）乙；" * 3),
    "references to wrong numbers": ("稿.txt", "一、甲，见第一部分。\n"),
    "names that are counted": ("稿.txt", "事件分为甲、乙、丙三级。一是好。二是好。三是好。\n"),
    "titles that begin anew": ("稿.txt", "甲方案\n一、甲\n"),
}


UNLISTED = {
    "comments of one line": ["规则 suppressions/unknown 另有 24000 处未列出"],
    "brackets": ["规则 punctuation/unpaired-bracket 另有 49000 处未列出"],
    "references to no section": [
        "规则 numbering/restarts 另有 23999 处未列出",
        "规则 references/part-missing 另有 24000 处未列出",
    ],
    "references to wrong numbers": ["规则 numbering/duplicate-heading 另有 23999 处未列出"],
    "titles that begin anew": ["规则 hierarchy/only-child 另有 23999 处未列出"],
}
"""What is told of findings beyond the thousand of a rule."""


@pytest.mark.parametrize("kind", REPEATED)
def test_what_is_repeated_takes_time_in_proportion(kind: str) -> None:
    name, unit = REPEATED[kind]
    Path(name).write_text("".join(unit.replace("{}", str(number)) for number in range(1, 25_001)), "utf-8")
    status, _, error = bounded([name])
    told = [f"{name}: {line}" for line in UNLISTED.get(kind, [])]
    assert (status in {0, 1}, error.splitlines()) == (True, told)


def test_a_draft_too_large_is_refused_before_it_is_read() -> None:
    with open("稿.txt", "wb") as file:
        file.truncate(MOST_BYTES + 1)
    told = "稿.txt: 无法读取：文件过大，应不超过 104857600 个字节\n"
    assert bounded(["z.txt", "稿.txt"], MEMORY // 4) == (2, FINDINGS.format("z.txt"), told)


def test_a_stream_without_end_is_refused() -> None:
    with open("/dev/zero", "rb") as endless:
        done = subprocess.run(
            [*COMMAND, "check", "--isolated", "-q", "-"],
            stdin=endless,
            capture_output=True,
            timeout=HANGS,
            check=False,
            env=environment(),
        )
    told = "<stdin>: 无法读取：文件过大，应不超过 104857600 个字节\n"
    assert (done.returncode, done.stdout, done.stderr.decode()) == (2, b"", told)


def test_a_draft_that_needs_more_memory_than_there_is_is_told_and_the_rest_goes_on() -> None:
    Path("稿.txt").write_text("工作。" + "一是好。" * 400_000, "utf-8")
    told = "稿.txt: 无法读取：内存不足\n"
    assert bounded(["稿.txt", "z.txt"], MEMORY // 4) == (2, FINDINGS.format("z.txt"), told)


def test_a_full_disk_leaves_the_draft_and_the_baseline_as_they_were() -> None:
    text = DRAFT + "各单位要认真抓好落实。\n" * 1000
    Path("稿.txt").write_text(text, "utf-8")
    Path("基线").write_text("old", "utf-8")

    def run(*options: str) -> tuple[int, str]:
        done = subprocess.run(
            [*COMMAND, "check", "--isolated", "-q", "--no-cache", *options, "稿.txt"],
            capture_output=True,
            timeout=HANGS,
            check=False,
            env=environment(),
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64)),
        )
        return done.returncode, done.stderr.decode()

    assert run("--fix", "--unsafe-fixes") == (2, "稿.txt: 无法写入：File too large\n")
    assert run("--write-baseline", "基线") == (2, "基线: 无法写入：File too large\n")
    assert run("--output-file", "基线") == (2, "基线: 无法写入：File too large\n")
    assert Path("稿.txt").read_text("utf-8") == text
    assert Path("基线").read_text("utf-8") == "old"
    assert sorted(os.listdir()) == ["z.txt", "基线", "稿.txt"]


def test_a_full_disk_under_the_cache_is_no_error(tmp_path: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "check", "--isolated", "-q", "z.txt"],
        capture_output=True,
        timeout=HANGS,
        check=False,
        env=environment({"XDG_CACHE_HOME": str(tmp_path / "cache")}),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64)),
    )
    assert (done.returncode, done.stdout.decode(), done.stderr) == (1, FINDINGS.format("z.txt"), b"")
    assert os.listdir(tmp_path / "cache/wengao-lint") == ["key"]


@pytest.mark.parametrize("place", ["cache", "cache/wengao-lint"])
def test_a_cache_that_cannot_be_made_is_no_error(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(place).parent.mkdir(exist_ok=True)
    Path(place).write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", os.path.abspath("cache"))
    assert check("z.txt") == (1, FINDINGS.format("z.txt"), "")


def test_a_full_disk_leaves_no_half_of_the_settings() -> None:
    done = subprocess.run(
        [*COMMAND, "init"],
        capture_output=True,
        timeout=HANGS,
        check=False,
        env=environment(),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64)),
    )
    told = ".wengao-lint.yaml: 无法写入：File too large\n"
    assert (done.returncode, done.stdout, done.stderr.decode(), os.listdir()) == (2, b"", told, ["z.txt"])
