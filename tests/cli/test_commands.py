import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec
import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import lint.config.settings
import lint.engine.processes.batch
from lint.checks.base import Check, Hit
from lint.cli.main import main
from lint.document.tree import Document
from lint.rulebook.rulebook import Rulebook
from tests.fakes import RULEBOOK, UNFILLED

COMMAND = [sys.executable, "-c", "from lint.cli.main import main; main()"]
ROOT = Path(__file__).parent.parent.parent
DRAFT = "关于XX的报告，，\n好。\n"
DRAFT_OUTPUT = "不能写入：这是本次要检查的文稿（{}）；若是以前的报告，请换名，或在设置的 exclude 中排除"
LINES = "{}:1:3: error: “XX”未填 [placeholders/unfilled]\n{}:1:8: warning: “，，”重复 [punctuation/doubled]\n"


class Broken(Check, frozen=True):
    """A check with a mistake in it."""

    def run(self, document: Document) -> Iterator[Hit]:
        raise ZeroDivisionError("one\ntwo")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(lint.config.settings, "load_rulebook", lambda folders, cache_dir=None, lang="zh": RULEBOOK)
    monkeypatch.delenv("WENGAO_LINT_DEBUG", raising=False)
    return tmp_path


def write(name: str, data: str | bytes = DRAFT) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(data if isinstance(data, bytes) else data.encode())


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


def check(*arguments: str, stdin: bytes | None = None) -> tuple[int, str, str]:
    """Exit status and both outputs, without the time."""
    result = run("check", *arguments, stdin=stdin)
    seconds = result.stderr.partition("用时 ")[2].partition(" 秒")[0]
    return result.exit_code, result.stdout, result.stderr.replace(f"用时 {seconds} 秒", "用时 … 秒")


def test_findings_on_standard_output_summary_on_standard_error() -> None:
    write("甲 稿.txt")
    write("乙.md", "好。")
    summary = "检查 2 份文稿，用时 … 秒：1 处错误，1 处警告，0 处提示\n"
    assert check() == check(".") == (1, LINES.replace("{}", "甲 稿.txt"), summary)
    assert check("乙.md") == (0, "", "检查 1 份文稿，用时 … 秒：未见差错\n")


def test_english() -> None:
    write("a.txt")
    result = run("check", "--lang", "en")
    assert result.stdout == (
        "a.txt:1:3: error: XX is not filled in [placeholders/unfilled]\n"
        "a.txt:1:8: warning: doubled ，， [punctuation/doubled]\n"
    )
    assert result.stderr.startswith("checked 1 draft in 0.")
    assert result.stderr.endswith(" s: 1 error, 1 warning, 0 infos\n")


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ([], 1),
        (["--fail-on", "error"], 1),
        (["--exit-zero"], 0),
        (["--select", "punctuation"], 1),
        (["--select", "punctuation", "--fail-on", "error"], 0),
        (["--ignore", "punctuation,placeholders/unfilled"], 2),
        (["--ignore", "punctuation", "--ignore", "placeholders"], 2),
        (["--select", "punctuation, placeholders/unfilled"], 1),
        (["--exit-zero", "missing.txt"], 2),
        (["missing.txt"], 2),
    ],
)
def test_exit_status(options: list[str], status: int) -> None:
    write("a.txt")
    assert check("a.txt", *options)[0] == status


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (["--select", "numbring"], "--select: 没有规则或类别“numbring”"),
        (["--ignore", "punctuaton"], "--ignore: 没有规则或类别“punctuaton”，是否为“punctuation”？"),
        (["--config", "no.yaml"], "no.yaml: 没有这个文件或文件夹"),
        (["--output-file", "no/out.txt"], "no/out.txt: 无法写入：没有这个文件或文件夹"),
        (["--output-file", "./a.txt"], f"./a.txt: {DRAFT_OUTPUT.format('a.txt')}"),
    ],
)
def test_settings_that_cannot_be_used(options: list[str], error: str) -> None:
    write("a.txt")
    assert check("a.txt", *options) == (2, "", f"{error}\n")
    assert Path("a.txt").read_text(encoding="utf-8") == DRAFT


@pytest.mark.parametrize(
    "options",
    [["--fail-on", "never"], ["--nonsense"], ["--select", "a,,b"], ["--jobs", "0"], ["--stdin-filename", "x"]],
)
def test_options_that_cannot_be_used(options: list[str]) -> None:
    status, out, error = check("a.txt", *options)
    assert (status, out) == (2, "")
    before = "用法：wengao-lint check [选项] [PATH]...\n可用 wengao-lint check --help 查看用法。\n\n错误："
    assert error.startswith(before)


def test_what_cannot_be_checked_is_told_and_the_rest_checked() -> None:
    write("a.txt")
    write("b.txt", b"\x00\x01")
    write("c.txt", b"\xff\xff\xff")
    write("d.txt", "，，".encode("gb18030"))
    status, out, error = check(".", "no.txt")
    assert (status, out) == (2, LINES.replace("{}", "a.txt") + "d.txt:1:1: warning: “，，”重复 [punctuation/doubled]\n")
    lines = error.splitlines()
    assert [line.partition("（")[0] for line in lines] == [
        "no.txt: 没有这个文件或文件夹",
        "b.txt: 不是可读的文稿，应为 UTF-8、GB18030 或带 BOM 的 UTF-16 文本",
        "c.txt: 不是可读的文稿，应为 UTF-8、GB18030 或带 BOM 的 UTF-16 文本",
        "检查 2 份文稿，用时 … 秒：1 处错误，2 处警告，0 处提示；3 份未能检查",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_draft_without_permission() -> None:
    write("a.txt")
    Path("a.txt").chmod(0)
    assert check("-q") == (2, "", "a.txt: 没有读取权限\n")


def test_standard_input() -> None:
    assert check("-", "-q", stdin=DRAFT.encode()) == (1, LINES.replace("{}", "<stdin>"), "")
    named = check("-", "-q", "--stdin-filename", "子/稿.md", stdin=DRAFT.encode("gb18030"))
    assert named == (1, LINES.replace("{}", "子/稿.md"), "")


def test_nothing_to_check_is_told() -> None:
    assert check() == (
        0,
        "",
        "没有可检查的文稿，应为 .txt、.md、.markdown 或 .docx 文件\n检查 0 份文稿，用时 … 秒：什么也没有检查\n",
    )


def test_quiet_and_statistics() -> None:
    write("a.txt", "，，XX")
    write("b.txt", "，，")
    status, _, error = check("-q", "--statistics")
    lines = ["     2  warning  punctuation/doubled    标点重复", "     1  error    placeholders/unfilled  占位未填"]
    assert (status, error.splitlines()) == (1, lines)


def test_output_file_takes_the_findings() -> None:
    write("a.txt")
    assert check("-q", "--output-file", "out.txt") == (1, "", "")
    assert Path("out.txt").read_text(encoding="utf-8") == LINES.replace("{}", "a.txt")


def test_json_and_jsonl_hold_the_same() -> None:
    write("a.txt")
    rows = json.loads(check("--output-format", "json")[1])
    assert [(row["path"], row["rule"], row["line"], row["column"]) for row in rows] == [
        ("a.txt", "placeholders/unfilled", 1, 3),
        ("a.txt", "punctuation/doubled", 1, 8),
    ]
    assert [json.loads(line) for line in check("--output-format", "jsonl")[1].splitlines()] == rows
    assert check("--output-format", "json", "no.txt")[:2] == (2, "[]\n")


@pytest.mark.parametrize(
    ("when", "environment", "colored"),
    [
        ("auto", {}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {}, False),
    ],
)
def test_color(when: str, environment: dict[str, str], colored: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    write("a.txt")
    assert ("\x1b[" in check("--color", when)[1]) == colored


def test_configuration_applies_from_the_first_path_upward() -> None:
    write("p/.wengao-lint.yaml", "ignore: [punctuation]\nexclude: [skip.txt]\nfail-on: error\nlang: en\n")
    write("p/sub/a.txt")
    write("p/sub/skip.txt")
    line = "p/sub/a.txt:1:3: error: {} [placeholders/unfilled]\n"
    assert check("p/sub", "-q") == (1, line.format("XX is not filled in"), "")
    assert check("p/sub", "-q", "--lang", "zh") == (1, line.format("“XX”未填"), "")
    assert check("p/sub/a.txt", "-q", "--select", "punctuation")[:2] == (
        0,
        "p/sub/a.txt:1:8: warning: doubled ，， [punctuation/doubled]\n",
    )
    assert check("p/sub", "--isolated", "--show-files")[1] == "p/sub/a.txt\np/sub/skip.txt\n"
    assert check("p/sub", "--show-files")[1] == "p/sub/a.txt\n"
    assert check("-", "-q", "--stdin-filename", "p/x.txt", stdin=b"XX")[1].startswith("p/x.txt:1:1: error: XX is")


def test_configured_severities() -> None:
    write(".wengao-lint.yaml", "severity: {placeholders: info, punctuation/doubled: off}\n")
    write("a.txt")
    assert check("-q") == (0, "a.txt:1:3: info: “XX”未填 [placeholders/unfilled]\n", "")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("selct: []\n", ".wengao-lint.yaml:1:1: 没有设置项“selct”，是否为“select”？"),
        (
            "severity: {placeholder: off}\n",
            ".wengao-lint.yaml:1:12: severity: 没有规则或类别“placeholder”，是否为“placeholders”？",
        ),
    ],
)
def test_wrong_configuration(text: str, error: str) -> None:
    write(".wengao-lint.yaml", text)
    assert check() == (2, "", f"{error}\n")
    assert check("--isolated")[0] == 0


def test_show_settings(folder: Path) -> None:
    (folder / "house").mkdir()
    write(".wengao-lint.yaml", "ignore: [punctuation]\nrules: [house]\nexclude: ['*.md']\n")
    assert check("--show-settings", "--rules", "mine") == (
        0,
        "config: .wengao-lint.yaml\nlang: zh\nfail-on: warning\nselect: []\nignore:\n- punctuation\n"
        "exclude:\n- '*.md'\nrules:\n- house\n- mine\noptions: {}\ngenres: {}\nper-file-ignores: {}\n"
        "site-url: ''\nseverity:\n  placeholders/unfilled: error\n",
        "",
    )


@pytest.mark.parametrize("jobs", ["1", "2", "7"])
def test_order_does_not_depend_on_processes(jobs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lint.engine.processes.batch, "FEW", 4)
    for number in range(30):
        write(f"{number:02}.txt", DRAFT if number % 3 else b"\0")
    status, out, error = check("--jobs", jobs)
    assert (status, out) == (2, "".join(LINES.replace("{}", f"{n:02}.txt") for n in range(30) if n % 3))
    assert [line.partition(":")[0] for line in error.splitlines()[:-1]] == [f"{n:02}.txt" for n in range(0, 30, 3)]


def test_mistake_in_a_check_is_one_line_and_the_rest_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Rulebook((msgspec.structs.replace(UNFILLED, made=Broken()),))
    monkeypatch.setattr(lint.config.settings, "load_rulebook", lambda folders, cache_dir=None, lang="zh": broken)
    write("a.txt")
    report = "内部错误：ZeroDivisionError: one two。请连同文稿反馈给维护者，设置 WENGAO_LINT_DEBUG=1 可显示详情\n"
    assert check("-q") == (2, "", f"a.txt: {report}")
    monkeypatch.setattr(lint.config.settings, "load_rulebook", lambda folders, cache_dir=None, lang="zh": 1 / 0)
    assert run("check").stderr == f"wengao-lint: {report.replace('one two', 'division by zero')}"
    monkeypatch.setenv("WENGAO_LINT_DEBUG", "1")
    assert isinstance(run("check").exception, ZeroDivisionError)


def test_interrupt_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(folders: object, cache_dir: object = None, lang: str = "zh") -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(lint.config.settings, "load_rulebook", interrupt)
    result = run("check")
    assert (result.exit_code, result.output) == (130, "")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(data=st.one_of(st.binary(), st.text().map(str.encode), st.text("一是、。（二）XX，\r\n\t#").map(str.encode)))
def test_no_bytes_raise(data: bytes) -> None:
    for output_format in ("full", "json"):
        result = run("check", "-", "--output-format", output_format, stdin=data)
        assert result.exit_code in {0, 1, 2}
        assert "内部错误" not in result.stderr


def test_rules_are_listed_and_explained() -> None:
    both = "placeholders/unfilled  error    占位未填\npunctuation/doubled    warning  标点重复\n"
    assert run("rule").stdout == both
    assert run("rule", "punctuation").stdout == "punctuation/doubled  warning  标点重复\n"
    assert run("rule", "placeholders/unfilled").stdout == (
        "placeholders/unfilled  占位未填\n"
        "级别：错误\n"
        "依据：GB/T 9704-2012 7.3.3（规定）\n"
        "缘由：占位符不应留在定稿里。\n"
        "提示：“{found}”未填\n"
        "修改：可自动修改，改后须核对\n"
        "\n"
        "以下示例中，⟦ ⟧ 之间是应有发现之处，⟦⟧ 是紧接其后之处；它们不是文稿的文字。\n"
        "\n"
        "正确：\n"
        "    某某单位。\n"
        "\n"
        "错误：\n"
        "    ⟦XX⟧单位。\n"
        "  提示：“XX”未填\n"
        "  改为：\n"
        "    某单位。\n"
    )
    assert run("rule", "placeholders/unfilled", "--lang", "en").stdout.splitlines()[:2] == [
        "placeholders/unfilled  Unfilled placeholder",
        "severity: error",
    ]
    unknown = run("rule", "placeholders/unfiled")
    assert (unknown.exit_code, unknown.stdout, unknown.stderr) == (
        2,
        "",
        "rule: 没有规则或类别“placeholders/unfiled”，是否为“placeholders/unfilled”？\n",
    )


def test_version_and_help() -> None:
    assert run("--version").output.startswith("wengao-lint 0.")
    assert [line.split()[0] for line in run("--help").output.partition("命令：\n")[2].splitlines()] == [
        "check",
        "rule",
        "test",
        "outline",
        "genres",
        "lexicon",
        "schema",
        "init",
        "cache",
        "server",
        "web",
    ]
    assert run("nonsense").exit_code == 2
    assert isinstance(main, click.Group)


@pytest.mark.parametrize(("arguments", "status"), [(["a.txt"], 1), (["--exit-zero", "a.txt"], 0), (["no.txt"], 2)])
def test_installed_command_ends_as_main_does(arguments: list[str], status: int) -> None:
    write("a.txt", "XX，，\n" * 5000)
    run_command = [
        sys.executable,
        "-c",
        "from lint.__main__ import run; run()",
        "check",
        "--isolated",
        "-q",
        *arguments,
    ]
    both = [
        subprocess.run(command, capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)})
        for command in (run_command, [*COMMAND, "check", "--isolated", "-q", *arguments])
    ]
    assert both[0].returncode == status
    assert (both[0].stdout, both[0].stderr) == (both[1].stdout, both[1].stderr)


def test_schema_is_json() -> None:
    assert isinstance(json.loads(run("schema").stdout), dict)


def spawn(*arguments: str, **environment: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [*COMMAND, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_outputs_survive_a_console_of_another_encoding() -> None:
    process = spawn("check", "-", "-q", "--exit-zero", PYTHONIOENCODING="ascii")
    out, error = process.communicate("一、好。\n三、XX。\n".encode())
    assert (process.returncode, error) == (0, b"")
    assert out.isascii()
    assert out.count(b"\n") == out.count(b"<stdin>:") > 0


def test_json_is_utf8_on_every_console() -> None:
    process = spawn("check", "-", "-q", "--exit-zero", "--output-format", "json", PYTHONIOENCODING="gbk")
    out, _ = process.communicate("一、好。\n三、XX。\n".encode())
    assert json.loads(out.decode("utf-8"))


def test_closed_pipe_is_quiet() -> None:
    process = spawn("check", "-", "-q")
    assert process.stdout
    assert process.stdin
    assert process.stderr
    process.stdout.close()
    process.stdin.write("一、好。\n三、XX。\n".encode())
    process.stdin.close()
    assert process.wait(20) == 141
    assert process.stderr.read() == b""
    process.stderr.close()


def test_interrupt_from_the_terminal_is_quiet() -> None:
    process = spawn("check", "-")
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=20) == (b"", b"")
    assert process.returncode == 130
