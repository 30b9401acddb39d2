import pytest

from lint.engine.result import FileResult
from lint.reporters.base import Style
from lint.reporters.html.summary import Bar, Chart, Stack, Summary, SummaryRow
from lint.rulebook.finding import Finding
from lint.text.source import Source, Span
from tests.fakes import RULEBOOK
from tests.reporters.written import HARD, result


def summary(*results: FileResult) -> Summary:
    counted = Summary(Style(rules=RULEBOOK.rules))
    for each in results:
        counted.add(each)
    return counted


def test_counts() -> None:
    counted = summary(*HARD)
    assert counted.rows[2:] == [
        SummaryRow(HARD[2].path, "", {"placeholders": [1, 0, 0], "punctuation": [0, 1, 0]}, shown=True),
        SummaryRow(HARD[3].path, "", {"lists": [0, 0, 2]}, shown=True),
    ]
    assert (counted.failed, counted.faulty, counted.clean) == (1, 2, 1)
    assert [counted.of(severity) for severity in ("error", "warning", "info")] == [1, 1, 2]


@pytest.mark.parametrize(
    ("paths", "folder"),
    [
        ((), ""),
        (("稿.txt",), ""),
        (("稿/一.txt", "稿/二.txt"), "稿/"),
        (("/d/稿件/一.txt", "/d/稿件二/二.txt"), "/d/"),
        (("/d/稿/一.txt", "/d/二.txt"), "/d/"),
        (("稿/一.txt", "二.txt"), ""),
    ],
)
def test_drafts_are_named_from_the_folder_that_holds_all(paths: tuple[str, ...], folder: str) -> None:
    assert summary(*(result("XX", path) for path in paths)).folder == folder


def test_chart_has_the_longest_bar_first() -> None:
    chart = summary(result("XX，，"), result("，，", "乙.txt")).chart({"punctuation": "标点"})
    assert chart == Chart(
        440,
        52,
        98,
        (
            Bar("punctuation", "标点", 0, 2, 390, (Stack("warning", 108, 282, 2),)),
            Bar("placeholders", "placeholders", 26, 1, 249, (Stack("error", 108, 141, 1),)),
        ),
    )


def test_nothing() -> None:
    assert summary().chart({}).bars == ()


def test_long_names_of_house_categories_are_cut() -> None:
    found = FileResult(
        "稿.txt", (Finding("稿.txt", f"{'规矩' * 20}/a", "info", "", Span(0, 1), ""),), Source("稿.txt", "甲")
    )
    assert [bar.name for bar in summary(found).chart({}).bars] == ["规矩规矩规矩规矩规矩规…"]
