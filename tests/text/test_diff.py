import subprocess
from pathlib import Path

import pytest

from lint.text.comparison.diff import unified

CASES = {
    "LF": ("一\n二\n三\n四\n五\n六\n七\n八\n九\n", "一\n二\n三\n四\n五\n六\n七\n捌\n九\n"),
    "CRLF": ("一\r\n二\r\n三\r\n", "一\r\n贰\r\n三\r\n"),
    "mixed": ("一\r\n二\n三\n四", "一\r\n贰\n三\n肆"),
    "tabs": ("一\t\n\t二\n", "一\t\n\t贰\n"),
    "no newline at the end": ("一\n二", "一\n贰"),
    "no newline at the end of the second": ("一\n二\n", "一\n贰"),
    "no newline at the end of the first": ("一\n二", "一\n贰\n"),
    "the end stays without newline": ("一\n二\n三", "壹\n二\n三"),
    "one line": ("一", "二"),
    "far apart": ("一\n" * 9 + "二\n" + "三\n" * 9, "壹\n" + "一\n" * 8 + "二\n" + "三\n" * 8 + "叁\n"),
    "a byte order mark and CRLF": ("\ufeff一\r\n二\r\n", "\ufeff贰\r\n二\r\n"),
    "lines like those of a diff": ("--- 一\n+++ 二\n@@ -1 +1 @@\n", "--- 壹\n+++ 二\n@@ -1 +1 @@\n"),
    "byte order mark": ("\ufeff一\n二\n", "\ufeff一\n贰\n"),
}
SIGNED = {
    "CR": ("一\r二\r三\r", "一\r贰\r三\r", "-一␍二␍三␍\n+一␍贰␍三␍\n"),
    "other line ends of Unicode": (
        "一\u2028二\x0c三\x85四\n五\n",
        "一\u2028贰\x0c三\x85四\n五\n",
        "-一<U+2028>二␌三<U+0085>四\n+一<U+2028>贰␌三<U+0085>四\n 五\n",
    ),
    "what turns the line": ("一\u202e二\n", "一\u202e贰\n", "-一<U+202E>二\n+一<U+202E>贰\n"),
    "what moves the cursor": ("一\x1b[1A\r\r\n二\n", "一\x1b[1A\r\r\n贰\n", " 一␛[1A␍\r\n-二\n+贰\n"),
    "a mark that is none of byte order": ("一\n\ufeff二\n", "一\n\ufeff贰\n", " 一\n-<U+FEFF>二\n+<U+FEFF>贰\n"),
}
"""Two texts and their hunk."""

NAMES = [
    "稿.txt",
    "汇报 -终稿：第（2）稿.txt",
    "子 夹/稿.md",
    "-稿.txt",
    "a.txt",
    "稿\t一.txt",
    '稿"一.txt',
    "稿\\一.txt",
    "稿\x1b\n一\u202e.txt",
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


@pytest.mark.parametrize("case", SIGNED)
def test_what_would_turn_or_break_a_line_is_shown_as_a_sign(case: str) -> None:
    before, after, hunk = SIGNED[case]
    head, _, shown = unified("稿.txt", before, after).partition(" @@\n")
    assert (head.splitlines()[:2], shown.replace("\\ No newline at end of file\n", "")) == (
        ["--- a/稿.txt", "+++ b/稿.txt"],
        hunk,
    )


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("case", [name for name in SIGNED if name != "what moves the cursor"])
def test_programs_refuse_a_changed_line_with_signs(tmp_path: Path, program: str, case: str) -> None:
    before, after, _ = SIGNED[case]
    path = write(tmp_path, "稿.txt", before)
    diff = unified("稿.txt", before, after).encode()
    done = subprocess.run(PROGRAMS[program], cwd=tmp_path, input=diff, capture_output=True, check=False, timeout=60)
    assert done.returncode == 1
    assert path.read_bytes() == before.encode()


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("name", NAMES)
def test_programs_apply_it_whatever_the_name(tmp_path: Path, program: str, name: str) -> None:
    assert patched(tmp_path, name, "一\r\n二\r\n", "一\r\n贰\r\n", *PROGRAMS[program]) == "一\r\n贰\r\n"


def test_several_diffs_in_one(tmp_path: Path) -> None:
    paths = [write(tmp_path, name, "一\n二") for name in NAMES]
    diff = "".join(unified(name, "一\n二", "一\n贰") for name in NAMES)
    subprocess.run(["git", "apply"], cwd=tmp_path, input=diff.encode(), check=True)
    assert [path.read_text("utf-8") for path in paths] == ["一\n贰"] * len(NAMES)
