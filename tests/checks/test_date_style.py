"""The odd date in points is told and mended; where points are the style of the draft, or no date, nothing is."""

import pytest

from lint.checks.numerals.dates.date_style import DateStyle
from tests.checks.genred import marked, mended, plain

CHECK = DateStyle()
FRAME = "2月10日前排查，2月20日前整改，3月1日前汇总，4月1日前总结，{}。"
CASES = {
    "points": "请于⟦2026.3.20⟧前报送",
    "hyphens": "完成时限：⟦2026-3-20⟧",
    "at the head of a clause": "由专家审查；⟦2026.3.20⟧通过评审",
    "what came from a page": "发布，2026.3.20 来源：本站",
    "a version": "升级为2026.3.20版",
    "a number": "编号为A2026.3.20前缀",
    "no day": "请于2026.13.20前报送",
    "too many": "请于2026.3.20前报送，于2026.4.20前复核",
    "quoted": "不得写成“于2026.3.20前”",
}


@pytest.mark.parametrize("sentence", CASES.values(), ids=CASES)
def test_styles(sentence: str) -> None:
    expected = FRAME.format(sentence)
    assert marked(CHECK, plain(expected)) == expected


def test_the_date_is_rewritten() -> None:
    assert mended(CHECK, FRAME.format("请于2026.03.20前报送")) == FRAME.format("请于2026年3月20日前报送")
