import subprocess
from pathlib import Path

import pytest

from lint.text.diff import unified

CASES = {
    "LF": ("一\n二\n三\n四\n五\n六\n七\n八\n九\n", "一\n二\n三\n四\n五\n六\n七\n捌\n九\n"),
    "CRLF": ("一\r\n二\r\n三\r\n", "一\r\n贰\r\n三\r\n"),
    "CR": ("一\r二\r三\r", "一\r贰\r三\r"),
    "mixed": ("一\r\n二\n三\r四", "一\r\n贰\n三\r肆"),
    "no newline at the end": ("一\n二", "一\n贰"),
    "no newline at the end of the second": ("一\n二\n", "一\n贰"),
    "no newline at the end of the first": ("一\n二", "一\n贰\n"),
    "the end stays without newline": ("一\n二\n三", "壹\n二\n三"),
    "one line": ("一", "二"),
    "far apart": ("一\n" * 9 + "二\n" + "三\n" * 9, "壹\n" + "一\n" * 8 + "二\n" + "三\n" * 8 + "叁\n"),
    "other line ends of Unicode": ("一\u2028二\x0c三\x85四\n五\n", "一\u2028贰\x0c三\x85四\n五\n"),
    "lines like those of a diff": ("--- 一\n+++ 二\n@@ -1 +1 @@\n", "--- 壹\n+++ 二\n@@ -1 +1 @@\n"),
    "byte order mark": ("\ufeff一\n二\n", "\ufeff一\n贰\n"),
}
NAMES = [
    "稿.txt",
    "汇报 -终稿：第（2）稿.txt",
    "子 夹/稿.md",
    "-稿.txt",
    "a.txt",
    "稿\t一.txt",
    '稿"一.txt',
    "稿\\一.txt",
]


def test_nothing_for_nothing() -> None:
    assert unified("稿.txt", "一\n", "一\n") == ""


def test_the_form_of_a_diff() -> None:
    assert unified("甲/稿.txt", "一\r\n二\n三", "一\r\n贰\n三") == (
        "--- a/甲/稿.txt\n+++ b/甲/稿.txt\n@@ -1,3 +1,3 @@\n 一\r\n-二\n+贰\n 三\n\\ No newline at end of file\n"
    )


def test_an_absolute_path_has_no_second_slash() -> None:
    assert unified("/甲/稿.txt", "一\n", "二\n").splitlines()[:2] == ["--- a/甲/稿.txt", "+++ b/甲/稿.txt"]


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def patched(folder: Path, name: str, before: str, after: str, *command: str) -> str:
    """What a program makes of a draft and the diff of it."""
    path = write(folder, name, before)
    done = subprocess.run(
        command, cwd=folder, input=unified(name, before, after).encode(), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return path.read_bytes().decode()


PROGRAMS = {"patch": ("patch", "-p1", "--binary", "-s"), "git": ("git", "apply", "--whitespace=nowarn")}


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("case", CASES)
def test_programs_apply_it(tmp_path: Path, program: str, case: str) -> None:
    before, after = CASES[case]
    assert patched(tmp_path, "稿.txt", before, after, *PROGRAMS[program]) == after


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("name", NAMES)
def test_programs_apply_it_whatever_the_name(tmp_path: Path, program: str, name: str) -> None:
    assert patched(tmp_path, name, "一\r\n二\r\n", "一\r\n贰\r\n", *PROGRAMS[program]) == "一\r\n贰\r\n"


def test_several_diffs_in_one(tmp_path: Path) -> None:
    paths = [write(tmp_path, name, "一\n二") for name in NAMES]
    diff = "".join(unified(name, "一\n二", "一\n贰") for name in NAMES)
    subprocess.run(["git", "apply"], cwd=tmp_path, input=diff.encode(), check=True)
    assert [path.read_text("utf-8") for path in paths] == ["一\n贰"] * len(NAMES)
