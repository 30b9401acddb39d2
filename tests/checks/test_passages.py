"""Dates and times are looked at in the cells of tables as in prose; there the cell is the place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.base import Check
from lint.checks.numerals.dates.impossible_date import ImpossibleDate
from lint.checks.numerals.dates.impossible_time import ImpossibleTime
from lint.checks.numerals.dates.inverted_range import InvertedRange
from lint.checks.numerals.dates.mixed_date import MixedDate
from lint.text.source import Span
from tests.checks.genred import known, marked, mended, plain

CASES = {
    "a month of a range": (ImpossibleDate(), "9月至⟦13月⟧完成，历时13月，13月龄接种。"),
    "a day of no month": (ImpossibleDate(), "⟦每月32日⟧前报送，每月31日前汇总。"),
    "the end of a range": (ImpossibleTime(), "每日8时至⟦25时⟧，9:00—⟦17:75⟧。"),
    "a ratio": (ImpossibleTime(), "坡比由1:50至1:75。"),
    "hours without minutes": (InvertedRange(), "十五⟦20时至17时⟧，每日22时至6时，由20时至17时提前。"),
}  # fmt: skip
CELLS = {
    "month": (ImpossibleDate(), "2027年9月至⟦2027年13月⟧"),
    "day": (ImpossibleDate(), "⟦2026年2月30日⟧"),
    "hour": (ImpossibleTime(), "9:30—⟦25:30⟧"),
    "range": (InvertedRange(), "⟦2026年9月至2026年3月⟧"),
    "mixed numerals": (MixedDate(), "⟦2026年六月12日⟧"),
}


@pytest.mark.parametrize(("check", "expected"), CASES.values(), ids=CASES)
def test_passages(check: Check, expected: str) -> None:
    assert marked(check, plain(expected)) == expected


@pytest.mark.parametrize(("check", "cell"), CELLS.values(), ids=CELLS)
def test_cells(check: Check, cell: str) -> None:
    draft = f"阶段\t时间\n验收\t{plain(cell)}\n移交\t2028年1月至2月\n"
    document = known(draft)
    found = [(document.reading.to_source(hit.span), hit.values["found"]) for hit in check.run(document)]
    place = draft.index(plain(cell))
    assert found == [(Span(place, place), cell[cell.index("⟦") + 1 : cell.index("⟧")])]


def test_a_cell_is_not_rewritten() -> None:
    draft = "阶段\t时间\n施工\t2026年六月12日\n验收\t2026年七月1日\n"
    assert mended(MixedDate(), draft) == draft


@given(month=st.integers(1, 12), day=st.integers(1, 28), hour=st.integers(0, 24))
def test_dates_and_times_that_exist_are_silent(month: int, day: int, hour: int) -> None:
    for draft in (f"于2026年{month}月{day}日8:00至{hour}:00。", f"事项\t时间\n甲\t{month}月{day}日{hour}时\n"):
        assert marked(ImpossibleDate(), draft) == draft
        assert marked(ImpossibleTime(), draft) == draft
