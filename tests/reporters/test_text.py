import pytest

from lint.engine.result import FileResult
from lint.reporters.base import ColumnUnit, Style
from tests.reporters.written import result, written


@pytest.mark.parametrize("output_format", ["text", "full", "json", "jsonl"])
def test_nothing(output_format: str) -> None:
    results = (FileResult("a.txt"), FileResult("b.txt", error="没有"))
    assert written(output_format, *results) == ("[]\n" if output_format == "json" else "")


def test_one_line_a_finding() -> None:
    assert written("text", result("好XX，，\nXX"), result("，，", "b.md")) == (
        "稿.txt:1:2: error: “XX”未填 [placeholders/unfilled]\n"
        "稿.txt:1:4: warning: “，，”重复 [punctuation/doubled]\n"
        "b.md:1:1: warning: “，，”重复 [punctuation/doubled]\n"
    )


@pytest.mark.parametrize(("unit", "column"), [("char", 4), ("byte", 9), ("utf16", 5), ("display", 9)])
def test_column_units(unit: ColumnUnit, column: int) -> None:
    line = written("text", result("好𠮷\tXX"), style=Style(unit=unit))
    assert line == f"稿.txt:1:{column}: error: “XX”未填 [placeholders/unfilled]\n"


def test_colours_and_signs_for_what_would_move_the_cursor() -> None:
    assert written("text", result("XX", "a\n\x1b\u202e.txt"), style=Style(color=True)) == (
        "\x1b[1ma␊␛<U+202E>.txt:1:1:\x1b[0m \x1b[1;31merror:\x1b[0m “XX”未填 \x1b[2m[placeholders/unfilled]\x1b[0m\n"
    )
