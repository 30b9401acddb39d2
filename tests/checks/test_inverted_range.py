"""Ranges in order are silent; the same ranges turned round are told from end to end."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.numerals.dates.inverted_range import InvertedRange
from lint.checks.numerals.years.yearless_end import YearlessEnd
from lint.text.numerals import render_han
from tests.checks.genred import plain
from tests.checks.marking import marked

CHECK = InvertedRange()
DAYS = st.dates(date(2001, 1, 1), date(2049, 12, 31))
THIRDS = st.sampled_from("上中下")
LINKS = st.sampled_from(["至", "到", "—", "～", "起至"])

CASES = {
    "the day before": "会议定于⟦2025年7月21日至7月4日⟧召开。",
    "heating season": "供暖期为2024年11月15日至3月15日。",
    "groups that lie apart": "70周岁以上、6周岁以下的免票，1.4米以上、1.2米以下的另排。",
    "a bracket of a fine": "处⟦5000元以上500元以下⟧罚款。",
    "not full": "⟦10人以上不满3人⟧的，3人以上不满10人的。",
    "ages that cannot be": "⟦18岁以上不满16岁⟧的人员。",
    "a night's watch": "值班时间为16:00—8:00，20:00—6:00。",
    "ratio signs for colons": "会议时间：⟦15∶00—14∶30⟧，9∶00—11∶30。",
    "a change": "电费由10元至5元不等下调。",
}


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_ranges(expected: str) -> None:
    assert marked(CHECK, plain(expected)) == expected


def written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


@given(days=st.lists(DAYS, min_size=2, max_size=2, unique=True), link=LINKS)
def test_days_turned_round_are_told(days: list[date], link: str) -> None:
    first, last = map(written, sorted(days))
    assert marked(CHECK, f"自{first}{link}{last}止。") == f"自{first}{link}{last}止。"
    assert marked(CHECK, f"自{last}{link}{first}止。") == f"自⟦{last}{link}{first}⟧止。"


@given(years=st.lists(st.integers(1901, 2099), min_size=2, max_size=2, unique=True), link=st.sampled_from("至—～-"))
def test_years_turned_round_are_told(years: list[int], link: str) -> None:
    first, last = sorted(years)
    assert marked(CHECK, f"规划期{first}{link}{last}年。") == f"规划期{first}{link}{last}年。"
    assert marked(CHECK, f"规划期{last}{link}{first}年。") == f"规划期⟦{last}{link}{first}年⟧。"


@given(amounts=st.lists(st.integers(1, 99_999), min_size=2, max_size=2, unique=True), unit=st.sampled_from("元人户吨"))
def test_bounds_turned_round_are_told(amounts: list[int], unit: str) -> None:
    first, last = sorted(amounts)
    assert marked(CHECK, f"处{first}{unit}以上{last}{unit}以下。") == f"处{first}{unit}以上{last}{unit}以下。"
    assert marked(CHECK, f"处{last}{unit}以上{first}{unit}以下。") == f"处⟦{last}{unit}以上{first}{unit}以下⟧。"


@given(amounts=st.lists(st.integers(2, 9_999), min_size=2, max_size=2, unique=True), myriads=st.booleans())
def test_chinese_bounds_turned_round_are_told(amounts: list[int], myriads: bool) -> None:
    first, last = (render_han(value) + "万" * myriads for value in sorted(amounts))
    assert marked(CHECK, f"处{first}元以上{last}元以下。") == f"处{first}元以上{last}元以下。"
    assert marked(CHECK, f"处{last}元以上{first}元以下。") == f"处⟦{last}元以上{first}元以下⟧。"


@given(months=st.lists(st.integers(1, 12), min_size=2, max_size=2), thirds=st.lists(THIRDS, min_size=2, max_size=2))
def test_a_range_without_the_second_year_is_told_once_or_fits(months: list[int], thirds: list[str]) -> None:
    ends = [f"{month}月{third}旬" for month, third in zip(months, thirds, strict=True)]
    text = f"2025年{ends[0]}至{ends[1]}"
    back = (months[1], "上中下".index(thirds[1])) < (months[0], "上中下".index(thirds[0]))
    told = [marked(check, f"于{text}开展。") for check in (CHECK, YearlessEnd())]
    assert sorted(told) == sorted([f"于⟦{text}⟧开展。" if back else f"于{text}开展。", f"于{text}开展。"])


@given(days=st.lists(DAYS, min_size=2, max_size=2, unique=True))
def test_a_building_that_ends_before_it_begins_is_told(days: list[date]) -> None:
    first, last = map(written, sorted(days))
    assert marked(CHECK, f"项目{first}开工，至{last}竣工。") == f"项目{first}开工，至{last}竣工。"
    assert marked(CHECK, f"项目{last}开工，至{first}竣工。") == f"项目⟦{last}开工，至{first}⟧竣工。"


@given(first=st.dates(date(2004, 1, 1), date(2004, 12, 31)), back=st.integers(3, 90))
def test_days_of_no_year_are_told_where_the_end_is_a_little_before(first: date, back: int) -> None:
    last = first - timedelta(days=back)
    text = f"{first.month}月{first.day}日至{last.month}月{last.day}日"
    term = (first.month, first.day) >= (8, 15) and (last.month, last.day) <= (7, 20)
    same_year = last.year == first.year
    told = same_year and (first.month == last.month or (back <= 60 and not term))
    assert marked(CHECK, f"自{text}开展。") == (f"自⟦{text}⟧开展。" if told else f"自{text}开展。")


UNITS = st.sampled_from(["元", "万元", "毫米", "平方米", "千瓦", "名", "%", "kg", "人次", "小时"])
JOINTS = st.sampled_from("至到～—–-")


@given(first=st.integers(20, 90), last=st.integers(20, 90), unit=UNITS, link=JOINTS, each=st.booleans())
def test_quantities_of_any_unit(first: int, last: int, unit: str, link: str, each: bool) -> None:
    found = f"{first}{unit if each else ''}{link}{last}{unit}"
    expected = f"标准为{f'⟦{found}⟧' if last < first else found}，另行通知。"
    assert marked(CHECK, plain(expected)) == expected


@given(unit=st.sampled_from(["票", "分", "号", "页", "条", "层", "班", "级", "℃气"]), link=JOINTS)
def test_scores_and_numbers_are_no_ranges(unit: str, link: str) -> None:
    text = f"气温12{link}8{unit}，GB 5749—2022，编号60{link}12件，500{link}1万元。"
    assert marked(CHECK, text) == text


@given(unit=UNITS, links=st.lists(JOINTS, min_size=2, max_size=4))
def test_steps_down_are_meant(unit: str, links: list[str]) -> None:
    steps = "，".join(f"第{index}类{90 - 10 * index}{link}{80 - 10 * index}{unit}" for index, link in enumerate(links))
    assert marked(CHECK, steps) == steps
