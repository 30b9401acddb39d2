"""Last days for what is due before an event are told where they are after it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.numerals.order.event_reply import EventReply
from tests.checks.genred import marked, plain

CHECK = EventReply(label="会议时间", called="定于$", held="召开", due="回执", unless="会后")
NOTICE = "关于开会的通知\n各镇：\n{}\n水利局\n2025年3月1日"
CASES = {
    "a field": "会议时间：3月14日。\n回执于⟦3月15日⟧前报。",
    "a heading": "一、会议时间\n3月14日。\n二、要求\n回执于⟦3月15日⟧前报。",
    "a sentence": "定于2025年3月14日召开会议。回执于⟦3月15日⟧17:00前报。",
    "a last day by its name": "定于3月14日召开会议。回执截止时间为⟦3月15日⟧。",
    "the day itself": "会议时间：3月14日。\n回执于3月14日前报。",
    "a meeting of several days": "会议时间：3月14日至16日。\n回执于3月15日前报。",
    "the later of two ends": "会议时间：3月14日至4月2日。\n回执于3月15日前报。",
    "another meeting": "会议时间：2月14日。定于3月20日召开会议。回执于3月15日前报。",
    "meetings of two years": "会议时间：2024年3月14日。定于2025年3月2日召开会议。回执于3月15日前报。",
    "a meeting that was": "3月14日召开会议。回执于3月15日前报。",
    "what is due behind it": "会议时间：3月14日。\n会后的回执于3月15日前报。",
    "another thing": "会议时间：3月14日。\n报告于3月15日前报。",
    "long after": "会议时间：3月14日。\n回执于8月15日前报。",
    "no last day": "会议时间：3月14日。\n回执3月15日起领取。",
}


@pytest.mark.parametrize("sentence", CASES.values(), ids=CASES)
def test_last_days(sentence: str) -> None:
    expected = NOTICE.format(sentence)
    assert marked(CHECK, plain(expected)) == expected


@given(day=st.dates(date(2025, 1, 10), date(2025, 10, 20)), gap=st.integers(-9, 50))
def test_days_are_compared(day: date, gap: int) -> None:
    last = day + timedelta(days=gap)
    due = f"{last.month}月{last.day}日"
    told = gap > 0 and last.month - day.month <= 2
    draft = NOTICE.format(f"会议时间：2025年{day.month}月{day.day}日。\n回执于{f'⟦{due}⟧' if told else due}前报。")
    assert marked(CHECK, plain(draft)) == draft
