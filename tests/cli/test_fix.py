import os
import re
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

import lint.engine.check_draft
import lint.engine.processes.batch
from lint.cli.main import main
from lint.engine.processes.job import Task
from lint.engine.result import FileResult
from tests.engine.test_fixer import DRAFTS, SEEDS
from tests.reliability.running import HANGS

DRAFT = "关于甲的报告\n\n\u3000\u3000一、学习。。\n\u3000\u3000三、(甲）落实，见第三部分。\n"
SAFE = DRAFT.replace("。。", "。")
UNSAFE = SAFE.replace("三、(", "二、(")
GAP = "{}:4:3: error: 序号依次为“一、三”，缺“二”；如无漏写，应为“一、二” [numbering/gap]\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, data: str | bytes = DRAFT) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def check(*arguments: str, stdin: bytes | None = None) -> tuple[int, bytes, str]:
    """Exit status and both outputs, without the time."""
    result = CliRunner().invoke(
        main, ["check", "--isolated", "--select", "numbering,punctuation/doubled-mark", *arguments], input=stdin
    )
    return result.exit_code, result.stdout_bytes, re.sub(r"用时 [\d.]+ 秒", "用时 … 秒", result.stderr)


# Files


def test_fix_makes_the_safe_fixes_and_reports_the_rest() -> None:
    path = write("稿.txt")
    summary = "检查 1 份文稿，用时 … 秒：1 处错误，0 处警告，0 处提示；已修改 1 处\n"
    assert check("--fix", "稿.txt") == (1, GAP.format("稿.txt").encode(), summary)
    assert path.read_text("utf-8") == SAFE


def test_unsafe_fixes_are_made_when_asked_for() -> None:
    path = write("稿.txt")
    summary = "检查 1 份文稿，用时 … 秒：未见差错；已修改 2 处\n"
    assert check("--fix", "--unsafe-fixes", "稿.txt") == (0, b"", summary)
    assert path.read_text("utf-8") == UNSAFE


def test_without_fix_nothing_is_written_and_the_summary_offers_it() -> None:
    path = write("稿.txt")
    assert check("稿.txt")[2].endswith("；1 处可用 --fix 修改\n")
    assert check("--unsafe-fixes", "稿.txt")[2].endswith("；2 处可用 --fix --unsafe-fixes 修改\n")
    assert path.read_text("utf-8") == DRAFT


def test_what_needs_no_fix_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("稿.txt", "一、好。\n")
    os.utime(path, ns=(1, 1))
    assert check("--fix", "-q") == (0, b"", "")
    assert path.stat().st_mtime_ns == 1


def test_the_offending_reference_is_a_related_place_until_it_is_fixed() -> None:
    write("稿.txt")
    shown = check("--output-format", "full", "-q", "稿.txt")[1].decode()
    assert "相关：第 4 行第 12 列：“第三部分”可能指现在的“三、”，改号后须核对" in shown


@pytest.mark.parametrize("options", [["--fix"], ["--fix", "--unsafe-fixes"]], ids=["safe", "unsafe"])
def test_seeds_fixed_once_are_fixed_for_good(options: list[str]) -> None:
    for name in DRAFTS:
        shutil.copy(SEEDS / name, name)
    run = CliRunner().invoke(main, ["check", "--isolated", "-q", *options])
    assert run.exit_code in {0, 1}
    once = {name: Path(name).read_bytes() for name in DRAFTS}
    assert sorted(os.listdir()) == DRAFTS
    again = CliRunner().invoke(main, ["check", "--isolated", "--exit-zero", *options])
    assert "已修改" not in again.stderr
    assert {name: Path(name).read_bytes() for name in DRAFTS} == once
    checked = CliRunner().invoke(main, ["check", "--isolated", "--exit-zero", *options[1:]])
    assert "可用 --fix" not in checked.stderr
    assert CliRunner().invoke(main, ["check", "--isolated", "--diff", *options[1:]]).stdout == ""


def test_many_drafts_are_fixed_in_many_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lint.engine.processes.batch, "FEW", 4)
    paths = [write(f"{number:02}.txt") for number in range(12)]
    status, out, error = check("--fix", "--unsafe-fixes", "--jobs", "3")
    assert (status, out) == (0, b"")
    assert error == "检查 12 份文稿，用时 … 秒：未见差错；已修改 24 处\n"
    assert {path.read_text("utf-8") for path in paths} == {UNSAFE}


def test_mode_links_and_encoding_stay() -> None:
    path = write("甲/稿.txt", DRAFT.encode("gb18030"))
    path.chmod(0o640)
    Path("近.txt").symlink_to(path)
    assert check("--fix", "--unsafe-fixes", "-q", "近.txt") == (0, b"", "")
    assert path.read_bytes() == UNSAFE.encode("gb18030")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert Path("近.txt").is_symlink()
    assert (sorted(os.listdir()), os.listdir("甲")) == (["甲", "近.txt"], ["稿.txt"])


def test_a_draft_that_cannot_be_written_stays_and_the_others_are_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    replace = os.replace

    def fail(source: str, target: str) -> None:
        if target.endswith("乙.txt"):
            raise PermissionError(13, "Permission denied")
        replace(source, target)

    paths = [write(name) for name in ("丙.txt", "乙.txt", "甲.txt")]
    monkeypatch.setattr(os, "replace", fail)
    status, out, error = check("--fix", "--unsafe-fixes")
    assert (status, out, error.splitlines()) == (
        2,
        b"",
        [
            "乙.txt: 无法写入：没有写入权限（文件或所在文件夹只读）",
            "检查 2 份文稿，用时 … 秒：未见差错；1 份未能检查；已修改 4 处",
        ],
    )
    assert [path.read_text("utf-8") for path in paths] == [UNSAFE, DRAFT, UNSAFE]
    assert sorted(os.listdir()) == ["丙.txt", "乙.txt", "甲.txt"]


def test_a_draft_that_somebody_else_edits_meanwhile_is_left_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def edited(data: bytes, name: str, task: Task) -> FileResult:
        result = check_draft(data, name, task)
        if name == "甲.txt":
            with open(name, "a", encoding="utf-8") as file:
                file.write("五、别人的话。\n")
        return result

    check_draft = lint.engine.check_draft.check
    monkeypatch.setattr("lint.engine.check_file.check", edited)
    paths = [write(name) for name in ("甲.txt", "丙.txt")]
    status, out, error = check("--fix", "--unsafe-fixes", "-q")
    assert (status, out, error) == (2, b"", "甲.txt: 未修改：检查期间文稿被改动或移走，请重新运行\n")
    assert [path.read_text("utf-8") for path in paths] == [DRAFT + "五、别人的话。\n", UNSAFE]
    assert sorted(os.listdir()) == ["丙.txt", "甲.txt"]


def test_a_draft_with_hard_links_is_left_and_said() -> None:
    path = write("夹/稿.txt")
    os.link(path, "另.md")
    told = "夹/稿.txt: 未修改：文稿有多个硬链接，改写会使它们分开，请在各自的文件夹中另存后再改\n"
    assert check("--fix", "-q", "夹") == (2, b"", told)
    assert (path.read_text("utf-8"), Path("另.md").read_text("utf-8")) == (DRAFT, DRAFT)
    assert os.path.samefile(path, "另.md")
    write("夹/稿.txt", "一、好。\n")
    assert check("--fix", "-q", "夹") == (0, b"", "")


def test_a_search_fixes_nothing_behind_a_link_out_of_its_folder() -> None:
    path = write("外/稿.txt")
    inner = write("夹/子/内.txt")
    Path("夹/远.txt").symlink_to(path.absolute())
    Path("夹/近.txt").symlink_to("子/内.txt")
    told = "夹/远.txt: 未修改：是指向所查文件夹之外的链接，要修改请直接写出文稿的路径\n"
    assert check("--fix", "--unsafe-fixes", "-q", "夹") == (2, b"", told)
    assert (path.read_text("utf-8"), inner.read_text("utf-8")) == (DRAFT, UNSAFE)
    assert check("-q", "夹")[1].decode().splitlines()[1] + "\n" == GAP.format("夹/远.txt")
    assert check("--fix", "--unsafe-fixes", "-q", "夹", "外") == (0, b"", "")
    assert path.read_text("utf-8") == UNSAFE
    write("外/稿.txt")
    assert check("--fix", "--unsafe-fixes", "-q", "夹/远.txt") == (0, b"", "")
    assert path.read_text("utf-8") == UNSAFE


def test_a_draft_that_cannot_be_read_is_left_and_said() -> None:
    write("坏.txt", b"\0")
    path = write("稿.txt")
    status, _, error = check("--fix", "--unsafe-fixes")
    assert (status, path.read_text("utf-8")) == (2, UNSAFE)
    assert error.startswith("坏.txt: 不是可读的文稿")
    assert Path("坏.txt").read_bytes() == b"\0"


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--fix"], 1),
        (["--fix", "--exit-zero"], 0),
        (["--fix", "--unsafe-fixes"], 0),
        (["--fix", "--ignore", "numbering/gap"], 0),
        (["--fix", "没有.txt"], 2),
        (["--diff"], 1),
        (["--diff", "--exit-zero"], 0),
        (["--diff", "--ignore", "punctuation"], 0),
        (["--diff", "--unsafe-fixes", "--ignore", "punctuation"], 1),
        (["--diff", "没有.txt"], 2),
        (["--diff", "--output-format", "json"], 2),
    ],
)
def test_exit_status(options: list[str], status: int) -> None:
    write("稿.txt")
    assert check("-q", "稿.txt", *options)[0] == status


# Standard input


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_standard_input_comes_back_fixed_and_findings_go_beside(encoding: str) -> None:
    out = check("--fix", "-", "--stdin-filename", "稿.md", "-q", stdin=DRAFT.encode(encoding))
    assert out == (1, SAFE.encode(encoding), GAP.format("稿.md"))
    out = check("--fix", "--unsafe-fixes", "-", "-q", stdin=DRAFT.encode(encoding))
    assert out == (0, UNSAFE.encode(encoding), "")


@pytest.mark.parametrize("data", [b"", b"\xe4\xb8\x80\xe3\x80\x81\xe5\xa5\xbd\r\n\r", "好。".encode("utf-16")])
def test_standard_input_without_anything_to_fix_comes_back_as_it_was(data: bytes) -> None:
    said = "" if data else "<stdin>: 是空的，没有文字可以检查\n"
    assert check("--fix", "-", "-q", stdin=data) == (0, data, said)


@pytest.mark.parametrize("data", [b"\0\x01", b"\xff\xff\xff", b"\xff\xfe\x00"])
def test_standard_input_that_is_no_draft_comes_back_as_it_was(data: bytes) -> None:
    status, out, error = check("--fix", "-", "-q", stdin=data)
    assert (status, out) == (2, data)
    assert error.startswith("<stdin>: 不是可读的文稿")
    assert error.count("\n") == 1


def test_standard_input_that_cannot_be_fixed_comes_back_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("odd")

    monkeypatch.setattr("lint.engine.fixing.fixes.fix", fail)
    status, out, error = check("--fix", "-", "-q", stdin=DRAFT.encode())
    assert (status, out) == (2, DRAFT.encode())
    assert error.startswith("<stdin>: 内部错误：ZeroDivisionError: odd")


def test_standard_input_and_files_in_one_run() -> None:
    path = write("稿.txt")
    assert check("--fix", "--unsafe-fixes", "-q", "-", "稿.txt", stdin=DRAFT.encode()) == (0, UNSAFE.encode(), "")
    assert path.read_text("utf-8") == UNSAFE


# Diffs


def test_diff_shows_what_fix_would_do_and_writes_nothing() -> None:
    path = write("子 夹/稿.txt")
    status, out, error = check("--diff", "--fix")
    assert (status, error) == (1, "检查 1 份文稿，用时 … 秒：1 处错误，0 处警告，0 处提示；可修改 1 处\n")
    assert out.decode() == (
        "--- a/子 夹/稿.txt\t\n+++ b/子 夹/稿.txt\t\n@@ -1,4 +1,4 @@\n 关于甲的报告\n \n"
        "-\u3000\u3000一、学习。。\n+\u3000\u3000一、学习。\n \u3000\u3000三、(甲）落实，见第三部分。\n"
    )
    assert path.read_text("utf-8") == DRAFT


def test_no_diff_where_nothing_is_to_be_fixed() -> None:
    write("稿.txt", "一、好。\n三、好。\n")
    assert check("--diff", "-q") == (0, b"", "")


def test_diff_of_standard_input() -> None:
    status, out, _ = check("--diff", "-", "-q", "--stdin-filename", "子/稿.txt", stdin=DRAFT.encode())
    assert (status, out.decode().splitlines()[:2]) == (1, ["--- a/子/稿.txt", "+++ b/子/稿.txt"])


@pytest.mark.parametrize("program", [["patch", "-p1", "-s", "--binary"], ["git", "apply", "--whitespace=nowarn"]])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "BOM"])
@pytest.mark.parametrize("end", ["", "\n"], ids=["bare", "newline"])
def test_applied_diff_is_the_fixed_folder(program: list[str], newline: str, mark: str, end: str) -> None:
    names = ["第（1）稿.txt", "子 夹/稿.txt", "a.txt"]
    for name in names:
        write(name, (mark + DRAFT.rstrip("\n") + end).replace("\n", newline))
    write("好.txt", "一、好。\n")
    out = check("--diff", "--unsafe-fixes", "-q")[1]
    done = subprocess.run(program, input=out, capture_output=True, check=False, timeout=HANGS)
    assert (done.returncode, done.stderr) == (0, b"")
    patched = [Path(name).read_bytes() for name in names]
    assert patched == [(mark + UNSAFE.rstrip("\n") + end).replace("\n", newline).encode()] * 3
    assert check("--diff", "--unsafe-fixes", "-q") == (0, b"", "")


# What comments and baselines let pass is not fixed


def test_silenced_findings_are_not_fixed() -> None:
    draft = "# wengao-lint: ignore punctuation/doubled-mark\n" + DRAFT.partition("\n\n")[2]
    path = write("稿.txt", draft)
    assert check("--fix", "-q", "稿.txt")[0] == 1
    assert path.read_text("utf-8") == draft


def test_what_a_baseline_lets_pass_is_not_fixed() -> None:
    path = write("稿.txt", "一、学习。。\n")
    assert check("--write-baseline", "基线.json", "-q")[0] == 0
    write("稿.txt", "一、学习。。\n二、落实，，督查。\n")
    assert check("--baseline", "基线.json", "--fix", "-q") == (0, b"", "")
    assert path.read_text("utf-8") == "一、学习。。\n二、落实，督查。\n"
