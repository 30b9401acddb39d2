"""The year of a title is read in one way."""

import pytest

from lint.analysis.dates.title_year import NamedYear, plain_year_of_title, year_of_title, years_in
from lint.document.parser import parse
from lint.document.tree import Document
from lint.formats import read
from lint.text.source import Source, Span

TITLES = {
    "江北县2025年度工作总结": (2025, 2025),
    "2026年江北县民政工作要点": (2026, 2026),
    "江北县2025年3月工作小结": (2025, None),
    "江北县工作总结（2025年）": (2025, None),
    "江北县2025年工作总结（2026年1月）": (2025, 2025),
    "江北县2024年至2026年行动方案": (None, None),
    "江北县2024—2026年行动方案": (None, None),
    "江北县2024年度和2025年度整改方案": (None, None),
    "江北县2025年总结2026年计划": (None, None),
    "江北县工作总结": (None, None),
}


def _document(title: str) -> Document:
    return parse(read(Source("a.txt", f"{title}\n各科室：\n请认真抓好落实。\n")))


def _value(year: NamedYear | None) -> int | None:
    return year.value if year else None


@pytest.mark.parametrize("title", TITLES)
def test_the_only_year_of_a_title_and_one_without_month_and_bracket(title: str) -> None:
    document = _document(title)
    assert document.main.title == Span(0, len(title))
    found = year_of_title(document, document.main), plain_year_of_title(document, document.main)
    assert tuple(map(_value, found)) == TITLES[title]


def test_the_years_of_a_title_with_their_places_and_words() -> None:
    title = "江北县2025年度总结和2026年2月计划"
    document = _document(title)
    years = years_in(document, Span(0, len(title)))
    told = [(document.slice(year.span), year.text, document.slice(year.whole_place), year.words) for year in years]
    assert told == [("2025", "2025年", "2025年度", "总结和"), ("2026", "2026年", "2026年", "")]
    assert [(year.is_whole, year.is_dated, year.is_plain) for year in years] == [
        (True, False, True),
        (False, True, False),
    ]
