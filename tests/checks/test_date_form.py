import pytest

from lint.checks.base import Check
from lint.checks.elements.date.date_numerals import DateNumerals
from lint.checks.elements.date.date_points import DatePoints
from lint.checks.elements.date.date_zero import DateZero
from tests.checks.genred import hits, marked, mended, plain

HAN = DateNumerals()
ZERO = DateZero()
POINTS = DatePoints()
TEXT = "关于防汛的通知\n各镇：\n请落实。\n县防办\n"

CASES = {
    "han": (HAN, f"{TEXT}⟦二〇二五年六月十一日⟧", "2025年6月11日"),
    "han with a circle": (HAN, f"{TEXT}⟦二○二五年十二月三十一日⟧", "2025年12月31日"),
    "han when it was right": (HAN, f"{TEXT}二〇〇八年六月十一日", ""),
    "figures": (HAN, f"{TEXT}2025年6月11日", ""),
    "zero": (ZERO, f"{TEXT}⟦2025年06月01日⟧", "2025年6月1日"),
    "zero in brackets": (ZERO, f"{TEXT}（⟦2025年06月11日⟧）", "2025年6月11日"),
    "zero under the title": (ZERO, "工作总结\n（⟦2025年06月11日⟧）\n一、甲", "2025年6月11日"),
    "zero at the end": (ZERO, f"{TEXT}2025年10月20日", ""),
    "zero in the text": (ZERO, "关于防汛的通知\n各镇：\n自2025年06月01日起值守。\n县防办\n2025年6月1日", ""),
    "impossible": (ZERO, f"{TEXT}2025年00月01日", ""),
    "points": (POINTS, f"{TEXT}⟦2025.6.1⟧", "2025年6月1日"),
    "hyphens": (POINTS, f"{TEXT}⟦2025-06-11⟧", "2025年6月11日"),
    "version": (POINTS, f"{TEXT}2025年6月1日", ""),
}


@pytest.mark.parametrize(("check", "expected", "date"), CASES.values(), ids=CASES)
def test_dates(check: Check, expected: str, date: str) -> None:
    assert marked(check, plain(expected)) == expected
    assert [hit.values["expected"] for hit in hits(check, plain(expected))] == ([date] if date else [])
    assert hits(check, mended(check, plain(expected))) == []
