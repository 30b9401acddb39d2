"""A .docx is a format like any other: standard input, comments to the linter, baselines, diffs, outlines."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint.cli.main import main
from lint.formats.docx.draft import word_source
from tests.docx.making import GB, listed, paragraph, word

DEFECT = "一是抓学习。三是抓作风。二是抓落实。"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [*arguments, "--isolated"], input=stdin)


def places(result: Result) -> list[str]:
    return [line.partition(" ")[0] for line in result.stdout.splitlines()]


def test_standard_input_is_read_and_fixed() -> None:
    data = word(paragraph("抓学习，，抓作风。"))
    assert places(run("check", "-", "--stdin-filename", "a.docx", stdin=data)) == ["a.docx:1:4:"]
    fixed = run("check", "--fix", "-", "--stdin-filename", "a.docx", stdin=data)
    assert (fixed.exit_code, word_source(fixed.stdout_bytes, "a.docx").text) == (0, "抓学习，抓作风。\n")


def test_comments_to_the_linter_stand_in_a_paragraph_of_their_own() -> None:
    Path("a.docx").write_bytes(word(paragraph("# wengao-lint: ignore numbering") + paragraph(DEFECT)))
    assert (run("check", "a.docx").exit_code, run("check", "a.docx").stdout) == (0, "")


def test_baselines() -> None:
    Path("a.docx").write_bytes(word(listed(DEFECT, 1) + listed("总体。", 1), numbering=GB))
    assert run("check", "--write-baseline", "b.json", "a.docx").exit_code == 0
    Path("a.docx").write_bytes(word(paragraph("新写。") + listed(DEFECT, 1) + listed("总体。", 1), numbering=GB))
    assert (run("check", "--baseline", "b.json", "a.docx").stdout, run("check", "a.docx").exit_code) == ("", 1)


def test_diffs_show_paragraphs_as_lines() -> None:
    Path("a.docx").write_bytes(word(paragraph("工作方案") + paragraph("抓学习，，抓作风。")))
    assert run("check", "--diff", "a.docx").stdout == (
        "--- a/a.docx\n+++ b/a.docx\n@@ -1,2 +1,2 @@\n 工作方案\n-抓学习，，抓作风。\n+抓学习，抓作风。\n"
    )


def test_outlines_show_automatic_numbers() -> None:
    Path("a.docx").write_bytes(word(paragraph("工作方案") + listed("总体", 1) + listed("目标", 1, 1), numbering=GB))
    assert run("outline", "a.docx").stdout.splitlines()[2:] == [
        "  [1] 标题：工作方案",
        "  [2] 一、 总体",
        "    [3] （一） 目标",
    ]


def test_outlines_of_what_cannot_be_read_say_why() -> None:
    Path("a.doc").write_bytes(b"")
    outlined = run("outline", "a.doc")
    assert (outlined.exit_code, outlined.stderr) == (
        2,
        "a.doc: 是旧式 Word 文件（.doc），请在 Word 或 WPS 中另存为 .docx 再检查\n",
    )
