import json
import os
import pty
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.cli.test_commands import DRAFT_OUTPUT, LINES, check, folder, write
from tests.reliability.running import HANGS, killed_if_it_hangs

__all__ = ["folder"]


def test_several_outputs_of_one_run() -> None:
    write("a.txt")
    assert check("-q", "--output", "json=报告.json", "--output", "text=-") == (1, LINES.replace("{}", "a.txt"), "")
    rows = json.loads(Path("报告.json").read_text(encoding="utf-8"))
    assert [row["rule"] for row in rows] == ["placeholders/unfilled", "punctuation/doubled"]


def test_a_report_is_written_anew_the_next_time_where_no_search_takes_it_for_a_draft() -> None:
    write("a.txt")
    write(".wengao-lint.yaml", "exclude: [out.txt]\n")
    for name in ("报告", "out.txt"):
        options = ("-q", "--output", f"text={name}")
        assert check(*options) == check(*options) == (1, "", "")
        assert Path(name).read_text(encoding="utf-8") == LINES.replace("{}", "a.txt")


def test_a_report_that_a_search_takes_for_a_draft_is_refused_and_dropped_from_no_run() -> None:
    write("a.txt")
    assert check("-q", "--output", "text=out.txt") == (1, "", "")
    assert check("-q", "--output", "text=out.txt") == (2, "", f"out.txt: {DRAFT_OUTPUT.format('out.txt')}\n")
    assert check("-q")[0] == 1


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (["--output", "json"], "“json”应写作 格式=文件，如 sarif=report.sarif"),
        (["--output", "jsn=a.json"], "没有格式“jsn”，应为 text、full、json、jsonl"),
        (["--output", "json=-", "--output", "text=-"], "两种输出不能写到同一处"),
        (
            ["--output", "json=a.json", "--output-format", "text"],
            "--output 不能与 --output-format、--output-file 一同使用",
        ),
        (["--diff", "--output", "json=a.json"], "--diff 不能与 --output、--output-format 一同使用"),
    ],
)
def test_outputs_that_make_no_sense(options: list[str], error: str) -> None:
    write("a.txt")
    status, out, said = check("a.txt", *options)
    assert (status, out) == (2, "")
    assert error in said


def test_file_that_cannot_be_written() -> None:
    write("a.txt")
    assert check("--output", "text=-", "--output", "json=no/a.json") == (
        2,
        "",
        "no/a.json: 无法写入：没有这个文件或文件夹\n",
    )


def test_format_whose_package_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("lint.reporters.html")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "jinja2", None)
    write("a.txt")
    said = "html 格式需要 jinja2，请运行 pip install jinja2，或在源码文件夹中运行 pip install '.[html]'\n"
    assert check("--output", "html=报告.html", "--output", "text=-") == (2, "", said)
    assert not Path("报告.html").exists()


DRIVER = """
import lint.cli.progress
lint.cli.progress._SECONDS = 0
from lint.cli.main import main
main()
"""


@pytest.mark.parametrize(("drafts", "bar"), [(80, True), (3, False)])
def test_progress_bar_on_a_terminal_for_many_drafts(drafts: int, *, bar: bool) -> None:
    for number in range(drafts):
        write(f"{number}.txt", "第一季度工作平稳有序。\n" * 1000)
    parent, child = pty.openpty()
    termios.tcsetwinsize(child, (24, 80))
    command = [sys.executable, "-c", DRIVER, "check", "--isolated", "--jobs", "1", "."]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=child) as process, killed_if_it_hangs(process):
        os.close(child)
        shown = b""
        try:
            while piece := os.read(parent, 4096):
                shown += piece
        except OSError:  # how Linux says that the other end is closed
            pass
        finally:
            os.close(parent)
    assert process.returncode == 0
    assert ("it/s" in shown.decode()) == bar


def test_no_progress_bar_elsewhere() -> None:
    for number in range(80):
        write(f"{number}.txt", "好。\n")
    command = [sys.executable, "-c", DRIVER, "check", "--isolated", "-q", "--jobs", "1", "."]
    assert subprocess.run(command, capture_output=True, check=True, timeout=HANGS).stderr == b""
