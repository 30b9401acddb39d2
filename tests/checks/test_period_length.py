"""A period is as long as its ends say, whatever its unit, and an end that is off by more than a day or two is told."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.numerals.dates.period_length import PeriodLength
from tests.checks.genred import marked, plain

CHECK = PeriodLength(words="有效期|为期|工期", until=("至", "到", "截至"), not_daily=("每周", "累计", "工作日", "周末"))
CASES = {
    "years": "自2025年6月1日起施行，有效期五年，至⟦2029年5月31日⟧止。",
    "the same day": "自2025年6月1日起施行，有效期五年，至2030年6月1日止。",
    "months": "工期18个月，自2025年1月1日至⟦2026年12月31日⟧。",
    "to the end of a short month": "工期1个月，自2025年1月31日至2025年2月28日。",
    "days": "为期7天，2025年6月3日至⟦6月19日⟧。",
    "working days": "为期5个工作日，2025年6月3日至6月9日。",
    "about": "为期3年左右，2025年1月1日至2026年12月31日。",
    "another date in the sentence": "自2025年6月1日起，有效期五年，至2029年5月31日止，2020年6月1日印发的废止。",
    "another sentence": "有效期五年。自2025年6月1日至2029年5月31日，分批实施。",
    "no year": "封闭施工，为期20天，9月1日至⟦9月30日⟧。",
    "no year, as long as told": "封闭施工，为期30天，9月1日至9月30日。",
    "no year, but for some days": "为期22天，9月1日至9月30日，周末除外。",
    "no year, over the end of a February": "为期31天，2月10日至3月20日。",
    "no year, months": "为期1个月，9月1日至10月30日。",
    "a year of the end alone": "为期20天，12月1日至2026年1月31日。",
    "no end": "自2025年6月1日起施行，有效期五年，2029年5月31日前评估。",
}


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_periods(expected: str) -> None:
    assert marked(CHECK, plain(expected)) == expected


def written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


@given(begin=st.dates(date(2001, 1, 1), date(2080, 1, 1)), days=st.integers(6, 99), off=st.integers(-4, 9))
def test_days_are_counted(begin: date, days: int, off: int) -> None:
    last = written(begin + timedelta(days=days - 1 + off))
    expected = f"为期{days}天，自{written(begin)}至⟦{last}⟧。"
    assert marked(CHECK, plain(expected)) == (expected if abs(off) > 2 else plain(expected))
