"""The command line as a person meets it: files without a command, one language at a time, nothing taken for clean."""

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from lint.cli.main import COMMANDS, main
from lint.cli.spoken import language_in
from lint.messages.help_english import OPTIONS
from lint.messages.plurals import filled
from lint.messages.usage import in_chinese

DRAFT = "一、好。\n三、好。\n"
HAN = re.compile(r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]")
BEFORE = "用法：{usage}\n可用 {command} --help 查看用法。\n\n错误："


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "稿.txt").write_text(DRAFT, "utf-8")
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


def outcome(*arguments: str) -> tuple[int, str]:
    result = run(*arguments)
    return result.exit_code, result.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["稿.txt"],
        ["."],
        ["-q", "稿.txt"],
        ["--fail-on", "error", "稿.txt"],
        ["--", "稿.txt"],
        ["缺.DOCX"],
        ["缺.md", "稿.txt"],
        ["--lang", "en", "稿.txt"],
        ["--lang=en", "-q", "稿.txt"],
        ["--show-files"],
    ],
)
def test_files_and_options_without_a_command_are_for_check(arguments: list[str]) -> None:
    assert outcome(*arguments) == outcome("check", *arguments)


def test_the_name_of_a_command_wins_over_a_file(folder: Path) -> None:
    (folder / "test").write_text(DRAFT, "utf-8")
    assert outcome("./test")[1].startswith("test:2:1: ")
    assert outcome("test", "--help")[1].startswith("用法：wengao-lint test ")
    assert run("-", stdin=DRAFT).stdout.startswith("<stdin>:2:1: ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "没有命令，也没有文件“chek”，是否为“check”？"),
        (["outlin", "稿.txt"], "没有命令，也没有文件“outlin”，是否为“outline”？"),
        (["稿子"], f"没有命令，也没有文件“稿子”，命令有：{'、'.join(COMMANDS)}"),
    ],
)
def test_what_is_neither_command_nor_file_is_told_with_the_nearest(arguments: list[str], said: str) -> None:
    before = BEFORE.format(usage="wengao-lint [选项] 命令 [参数]...", command="wengao-lint")
    result = run(*arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"{before}{said}\n")


def test_an_unknown_command_in_english() -> None:
    said = "Error: there is no command and no file 'chek', did you mean 'check'?"
    assert run("chek", "--lang", "en").stderr.splitlines()[-1] == said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "--fixx"], "没有选项 --fixx，是否为“--fix”？"),
        (["check", "--fail-on", "nevr"], "--fail-on：不能为“nevr”，应为 error、warning、info 之一"),
        (["check", "--jobs", "0"], "--jobs：“0”太小，应不小于 1"),
        (["check", "--jobs", "a"], "--jobs：“a”不是数"),
        (["check", "--fail-on"], "选项 --fail-on 后面缺少内容"),
        (["check", "--fix=3"], "选项 --fix 后面不带内容"),
        (["check", "--select", "a,,b"], "--select：空的名称，应为规则或类别"),
        (["check", "--output", "sarif"], "--output：“sarif”应写作 格式=文件，如 sarif=report.sarif"),
        (["check", "--stdin-filename", "x"], "--stdin-filename 须与 - 一同使用"),
        (["check", "--diff", "--output-format", "json"], "--diff 不能与 --output、--output-format 一同使用"),
        (["outline"], "缺少 FILE"),
        (["lexicon"], "缺少选项 --suggest"),
        (["outline", "a", "b"], "多出了 b"),
        (["init", "none"], "[DIR]：没有文件夹“none”"),
        (["init", "稿.txt"], "[DIR]：“稿.txt”是文件，应为文件夹"),
        (["schema", "x"], "[KIND]：不能为“x”，应为 rule、genre、lexicon、config 之一"),
        (["--lang", "zh"], "缺少命令"),
    ],
)
def test_misuse_is_told_in_one_language(arguments: list[str], said: str) -> None:
    result = run(*arguments)
    told = result.stderr.splitlines()[-1]
    assert (result.exit_code, result.stdout) == (2, "")
    assert told == f"错误：{said}"
    english = run(*arguments[:1], "--lang", "en", *arguments[1:]) if arguments[0] in COMMANDS else run("--lang", "en")
    assert english.exit_code == 2
    assert not HAN.search(english.stderr.replace("稿.txt", ""))
    assert not re.search(r"\b(?:integer|float|str|int|list|dict)\b", english.stderr)


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_in_one_language(name: str) -> None:
    own = [name] if name else []
    chinese, english = run(*own, "--help").stdout, run("--lang", "en", *own, "--help").stdout
    assert not re.search("Usage|Options|OPTIONS|Commands|COMMAND|Show this|and exit|default:", chinese)
    assert chinese.startswith(f"用法：{' '.join(['wengao-lint', *own])} [选项]")
    assert english.startswith(f"Usage: {' '.join(['wengao-lint', *own])} [OPTIONS]")
    assert not HAN.search(english.replace("批注", ""))


def test_every_option_has_english_help_and_none_is_left_over() -> None:
    context = click.Context(main)
    commands = [command for name in COMMANDS if (command := main.get_command(context, name))]
    options = {option.name for command in commands for option in command.params if isinstance(option, click.Option)}
    assert options == OPTIONS.keys()


@pytest.mark.parametrize(
    ("arguments", "lang"),
    [
        (["check", "--lang", "en"], "en"),
        (["check", "--lang=en"], "en"),
        (["check", "--lang", "zh"], "zh"),
        (["check", "--", "--lang=en"], None),
        ([], None),
    ],
)
def test_the_language_is_known_before_anything_is_parsed(arguments: list[str], lang: str | None) -> None:
    assert language_in(arguments) == lang


def test_what_nobody_has_put_into_words_stands_as_it_is() -> None:
    assert in_chinese("Something new") == "Something new"


def test_numbers_take_the_word_that_goes_with_them() -> None:
    template = "{count:draft|drafts} in {seconds}"
    assert [filled(template, count=count, seconds="0.10") for count in (0, 1, 2)] == [
        "0 drafts in 0.10",
        "1 draft in 0.10",
        "2 drafts in 0.10",
    ]


@pytest.mark.parametrize("options", [["--select", "numbering", "--ignore", "numbering"], ["--config", "all-off.yaml"]])
def test_no_rule_left_is_no_clean_draft(folder: Path, options: list[str]) -> None:
    categories = sorted(
        path.name for path in Path(__file__).parent.parent.parent.joinpath("rules").iterdir() if path.is_dir()
    )
    off = [name for name in categories if name not in ("genres", "lexicons")]
    (folder / "all-off.yaml").write_text(f"ignore: [{', '.join(off)}]\n", "utf-8")
    result = run("check", *options, "稿.txt")
    said = "没有剩下要用的规则，没有检查；请核对 --select、--ignore 和设置中的 select、ignore、severity"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"wengao-lint: {said}\n")


@pytest.mark.parametrize("name", ["./没有", "没有/chek", "没有.txt"])
def test_a_path_that_is_not_there_is_a_missing_file_and_nothing_is_checked(name: str) -> None:
    said = "没有这个文件或文件夹\n检查 0 份文稿，用时 … 秒：什么也没有检查；1 份未能检查\n"
    result = run(name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert re.sub(r"用时 [\d.]+ 秒", "用时 … 秒", result.stderr) == f"{name}: {said}"


@pytest.mark.parametrize("text", ["", "\n \u3000\n", "\ufeff"])
def test_an_empty_draft_is_no_clean_draft(folder: Path, text: str) -> None:
    (folder / "空.txt").write_text(text, "utf-8")
    (folder / "好.txt").write_text("好。\n", "utf-8")

    def check(*names: str) -> tuple[int, str, str]:
        result = run("check", *names)
        return result.exit_code, result.stdout, re.sub(r"用时 [\d.]+ 秒", "用时 … 秒", result.stderr)

    said = "空.txt: 是空的，没有文字可以检查\n检查 {} 份文稿，用时 … 秒：{}\n"
    assert check("空.txt") == (0, "", said.format(1, "没有文字可以检查"))
    assert check("空.txt", "好.txt") == (0, "", said.format(2, "未见差错；1 份是空的"))


def test_an_empty_draft_is_told_however_often_it_is_checked(folder: Path) -> None:
    for number in range(60):
        (folder / f"{number}.txt").write_text("", "utf-8")
    (folder / "稿.txt").unlink()
    said = [run("check", ".").stderr.count("是空的，没有文字可以检查") for _ in range(2)]
    assert said == [60, 60]


def test_the_report_holds_clean_drafts_too(folder: Path) -> None:
    (folder / "稿.txt").unlink()
    for number in range(60):  # so many that findings are kept between runs
        (folder / f"{number}.txt").write_text("一、甲文如下。\n", "utf-8")
    for _ in range(2):
        run("check", ".", "-q", "--output", "html=报告.html", "--jobs", "1", "--cache-dir", "缓存")
        assert (folder / "报告.html").read_text("utf-8").count("甲文如下") >= 60
