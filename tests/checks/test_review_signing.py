"""Reviews of a whole year that are signed in its first months are told; those of a part of it are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.numerals.years.review_signing import ReviewSigning
from tests.checks.genred import marked, plain

CHECK = ReviewSigning(
    reviews=r"总结\s*$",
    whole=r"全年[^，。]{0,9}\d",
    partial="上半年|截至",
    yearly="年度",
    running="今年以来",
    unless="学期",
    ahead="打算",
)
CASES = {
    "the first quarter": "水利局2025年总结\n全年清淤8公里。\n水利局\n⟦2025年1月8日⟧",
    "below the title": "水利局2025年总结\n（⟦2025年1月8日⟧）\n全年清淤8公里。",
    "the next year": "水利局2025年总结\n全年清淤8公里。\n水利局\n2026年1月8日",
    "the end of the year": "水利局2025年度总结\n全年清淤8公里。\n水利局\n2025年10月8日",
    "another time": "一中2025年学期总结\n全年清淤8公里。\n一中\n2025年1月8日",
    "a part of the year": "水利局2025年总结\n上半年、全年清淤8公里。\n水利局\n2025年1月8日",
    "the year before": "水利局2025年总结\n2024年全年清淤8公里。\n水利局\n2025年1月8日",
    "what is to come": "水利局2025年总结\n清淤。\n一、打算\n全年清淤8公里。\n水利局\n2025年1月8日",
    "nothing of the year": "水利局2025年总结\n清淤8公里。\n水利局\n2025年1月8日",
    "no review": "水利局2025年要点\n全年清淤8公里。\n水利局\n2025年1月8日",
    "in summer": "水利局2025年度总结\n全年清淤8公里。\n水利局\n⟦2025年8月8日⟧",
    "in summer, of one thing": "水利局2025年总结\n全年清淤8公里。\n水利局\n2025年8月8日",
    "a year that goes on": "水利局2025年度总结\n今年以来，全年清淤8公里。\n水利局\n2025年8月8日",
}


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_dates_of_reviews(expected: str) -> None:
    assert marked(CHECK, plain(expected)) == expected


@given(own=st.integers(2001, 2098), signed=st.integers(2001, 2099), month=st.integers(1, 12))
def test_only_the_first_months_of_the_year_are_told(own: int, signed: int, month: int) -> None:
    date = f"{signed}年{month}月8日"
    told = own == signed and month <= 9
    draft = "水利局{}年度总结\n全年清淤8公里。\n水利局\n{}"
    expected = draft.format(own, f"⟦{date}⟧" if told else date)
    assert marked(CHECK, plain(expected)) == expected
