"""Nothing that a run writes takes the place of what it reads, by whatever name."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from lint.cli.main import main
from lint.engine.result import FileResult
from lint.messages.language import words_for
from tests.docx.making import paragraph, word
from tests.reliability.house import RULE

DRAFT = "一、好。\n三、好。\n"
SETTINGS = "rules: [house]\n"
BASELINE = '{"version": 1, "drafts": {\n}}\n'
ZH, EN = words_for("zh"), words_for("en")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "夹/house/house").mkdir(parents=True)
    (tmp_path / "别处").mkdir()
    monkeypatch.chdir(tmp_path / "夹")
    for name, text in {
        "稿.txt": DRAFT,
        "另.md": DRAFT,
        ".wengao-lint.yaml": SETTINGS,
        "house/house/rule.yaml": RULE.format(pattern="坏"),
        "基线": BASELINE,
    }.items():
        Path(name).write_text(text, "utf-8")
    return tmp_path


def content() -> dict[str, bytes]:
    """Every file of the folder."""
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


def check(*arguments: str, stdin: str | None = None) -> tuple[int, str, str]:
    run = CliRunner().invoke(main, ["check", "-q", *arguments], input=stdin)
    return run.exit_code, run.stdout, run.stderr


def plainly(name: str) -> str:
    return name


def dotted(name: str) -> str:
    return f"./{name}"


def roundabout(name: str) -> str:
    return f"../夹/{name}"


def absolute(name: str) -> str:
    return os.path.abspath(name)


def symbolic(name: str) -> str:
    Path("../别处/链接").symlink_to(os.path.abspath(name))
    return "../别处/链接"


def hard(name: str) -> str:
    os.link(name, "../别处/链接")
    return "../别处/链接"


NAMES = (plainly, dotted, roundabout, absolute, symbolic, hard)
WRITING = ("--output-file={}", "--output=json={}", "--write-baseline={}")
READ = {
    "draft": "稿.txt",
    "rule": "house/house/rule.yaml",
    "settings": ".wengao-lint.yaml",
    "baseline": "基线",
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("option", WRITING)
@pytest.mark.parametrize("kind", READ)
def test_what_a_run_reads_is_written_over_by_no_name(kind: str, option: str, name: Callable[[str], str]) -> None:
    before = content()
    path = name(READ[kind])
    outcome = check(".", "--baseline", "基线", option.format(path))
    if (kind, option) == ("baseline", WRITING[2]):
        assert outcome == (0, "", "")
        return
    shown = os.path.join("", READ[kind])
    assert outcome == (2, "", f"{path}: {ZH.clashes[kind].format(path=shown)}\n")
    assert content() == before


@pytest.mark.parametrize("draft", ["../别处/链接", "稿.txt"])
def test_a_draft_named_by_a_link_is_written_over_by_no_other_name(draft: str) -> None:
    symbolic("稿.txt")
    said = f"稿.txt: {EN.clashes['draft'].format(path=draft)}\n"
    assert check(draft, "--output-file", "稿.txt", "--lang", "en") == (2, "", said)
    assert Path("稿.txt").read_text("utf-8") == DRAFT


def test_every_clash_is_a_line() -> None:
    said = f"稿.txt: {ZH.clashes['draft'].format(path='稿.txt')}\n另.md: {ZH.clashes['draft'].format(path='另.md')}\n"
    assert check("--output", "json=稿.txt", "--output", "text=-", "--write-baseline", "另.md") == (2, "", said)


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("name", NAMES)
def test_two_outputs_go_to_two_files(name: Callable[[str], str], *, there: bool) -> None:
    if there or name in {symbolic, hard}:
        Path("报告").write_text("old", "utf-8")
    path = name("报告")
    said = f"{path}: {ZH.clashes['output'].format(path='报告')}\n"
    before = content()
    if name is not plainly:
        assert check("--output", "json=报告", "--output", f"text={path}") == (2, "", said)
    assert check("--output", "json=报告", "--write-baseline", path) == (2, "", said)
    assert content() == before


def test_a_report_takes_the_place_of_no_copy_with_comments() -> None:
    Path("稿.docx").write_bytes(word(paragraph("一、好。") + paragraph("三、好。")))
    said = f"./稿.批注.docx: {ZH.clashes['copy'].format(path='稿.批注.docx')}\n"
    assert check("--annotate", "稿.docx", "--output-file", "./稿.批注.docx") == (2, "", said)
    assert not Path("稿.批注.docx").exists()
    assert check("--annotate", "稿.docx")[0] == 1
    assert Path("稿.批注.docx").exists()


def test_devices_may_take_any_number_of_outputs() -> None:
    assert check("--output", "json=/dev/null", "--output", "text=//dev/null") == (1, "", "")


def test_a_baseline_over_itself_is_renewed_only_where_it_is_one() -> None:
    assert check("--baseline", "基线", "--write-baseline", "../夹/基线") == (0, "", "")
    assert Path("基线").read_text("utf-8").count("numbering/gap") == 2
    Path("记事").write_text("五、别的。\n", "utf-8")
    status, out, said = check("--baseline", "记事", "--write-baseline", "记事")
    assert (status, out, said.partition("：")[0]) == (2, "", "记事: 不是基线文件")
    assert Path("记事").read_text("utf-8") == "五、别的。\n"


def test_the_cache_is_written_over_nothing_that_the_run_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", os.path.abspath("../缓存"))
    assert check("--isolated", "稿.txt")[0] == 1
    (kept,) = Path("../缓存/wengao-lint").glob("rules-*.bin")
    kept.write_text(DRAFT, "utf-8")
    assert check("--isolated", str(kept))[0] == 1
    assert kept.read_text("utf-8") == DRAFT
    kept.unlink()
    kept.symlink_to(os.path.abspath("稿.txt"))
    assert check("--isolated", "稿.txt")[0] == 1
    assert Path("稿.txt").read_text("utf-8") == DRAFT


def test_a_run_that_fails_in_the_middle_leaves_the_old_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> Iterator[FileResult]:
        yield FileResult("稿.txt")
        raise ZeroDivisionError

    Path("报告").write_text("old", "utf-8")
    before = content()
    monkeypatch.setattr("lint.cli.commands.check.check_files", failing)
    for arguments in (["--output-file", "报告"], ["--output", "json=报告", "--output", "text=新"]):
        assert check(*arguments)[0] == 2
        assert content() == before


def test_a_draft_that_cannot_be_checked_is_no_failure_of_the_report() -> None:
    Path("坏.txt").write_bytes(b"\0")
    assert check("--output-file", "报告")[0] == 2
    assert Path("报告").read_text("utf-8").count("[numbering/gap]") == 2


def test_a_report_keeps_its_mode_and_its_link() -> None:
    Path("报告").write_text("old", "utf-8")
    Path("报告").chmod(0o640)
    Path("../别处/链接").symlink_to(os.path.abspath("报告"))
    assert check("--output-file", "../别处/链接")[0] == 1
    assert Path("../别处/链接").is_symlink()
    assert (Path("报告").stat().st_mode & 0o777, Path("报告").read_text("utf-8").count("\n")) == (0o640, 2)
    shutil.rmtree("../别处")
    assert sorted(os.listdir()) == [".wengao-lint.yaml", "house", "另.md", "基线", "报告", "稿.txt"]
