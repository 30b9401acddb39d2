"""Deadlines before the date of a plan are told; those to come, and what was done, are not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.numerals.order.past_deadline import PastDeadline
from tests.checks.genred import marked, plain

CHECK = PastDeadline(
    plans=r"(?:方案|纪要)\s*$",
    minutes=r"纪要\s*$",
    held="召开",
    answers=r"整改报告\s*$",
    raised="反馈",
    reviews=r"材料\s*$",
    words=r"完成时限：$|请于$",
    acts="底前办结",
    unless="已|延期",
    recalled="每|没有",
    told="进展情况",
    ahead="整改措施",
)
SIGNED = "清河县水利局巡察整改方案\n一、加强学习\n{}\n清河县水利局\n2025年3月12日"
CASES = {
    "a month": "完成时限：⟦2024年12月⟧底前",
    "the month itself": "完成时限：2025年3月底前",
    "a day": "请于⟦2025年3月11日⟧前报送。",
    "the day itself": "请于2025年3月12日前报送。",
    "an act": "⟦2024年12月⟧底前办结。",
    "done": "完成时限：2024年12月底前（已完成）",
    "put off": "延期项目的完成时限：2024年12月底前",
    "no year": "完成时限：⟦1月⟧底前",
    "no year, of the months to come": "请于12月12日前报送。",
    "no year, spoken of as past": "请于2月10日前报送，还有3家没有报送。",
    "another year in the line": "2024年摸底，请于2月10日前报送。",
    "next year": "明年工作早安排，完成时限：1月底前",
    "an hour": "请于⟦3月11日⟧下午17:00前报送。",
    "no day": "请于2月30日前报送。",
    "no deadline": "2024年12月底前建成的项目，请于2025年4月前清算。",
}


@pytest.mark.parametrize("sentence", CASES.values(), ids=CASES)
def test_deadlines(sentence: str) -> None:
    expected = SIGNED.format(sentence)
    assert marked(CHECK, plain(expected)) == expected


def test_the_year_of_the_title_stands_for_the_date() -> None:
    expected = "清河县2025年防汛方案\n一、排查\n完成时限：⟦2024年5月⟧底前\n二、备料\n完成时限：2025年1月底前"
    assert marked(CHECK, plain(expected)) == expected


def test_a_review_promises_where_it_says_what_will_be_done() -> None:
    draft = SIGNED.replace("巡察整改方案", "检视材料").replace("加强学习", "问题")
    expected = draft.format("2024年12月底前办结。\n二、整改措施\n⟦2024年12月⟧底前办结。")
    assert marked(CHECK, plain(expected)) == expected


def test_a_report_of_what_was_done_is_silent() -> None:
    draft = SIGNED.format("完成时限：2024年12月底前").replace("方案", "情况的报告")
    assert marked(CHECK, draft) == draft


@given(day=st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_days_are_compared(day: date) -> None:
    written = f"{day.year}年{day.month}月{day.day}日"
    past = day < date(2025, 3, 12)
    expected = SIGNED.format(f"请于⟦{written}⟧前报送。" if past else f"请于{written}前报送。")
    assert marked(CHECK, plain(expected)) == expected


def test_minutes_are_of_the_day_of_the_meeting() -> None:
    draft = "水利局会议纪要\n第3期\n2025年3月8日，局长召开会议。\n一、任务\n请于{}前报送。\n水利局\n2025年3月12日"
    for day in ("⟦3月7日⟧", "⟦2025年2月7日⟧", "3月9日"):
        assert marked(CHECK, plain(draft.format(day))) == draft.format(day)


def test_answers_are_measured_by_the_day_of_what_they_answer() -> None:
    draft = "水利局整改报告\n2024年8月8日巡察，2024年11月8日反馈。\n一、进展情况\n{}\n水利局\n2025年3月12日"
    for text in ("完成时限：⟦2024年7月⟧底前", "完成时限：2024年12月底前", "请于2024年3月7日前报送。"):
        assert marked(CHECK, plain(draft.format(text))) == draft.format(text)


@pytest.mark.parametrize("heading", ["2024年任务", "学年安排：明年", "上年遗留事项"])
def test_the_year_of_a_heading_is_that_of_its_days(heading: str) -> None:
    draft = SIGNED.replace("加强学习", heading).format("完成时限：1月底前")
    assert marked(CHECK, draft) == draft


@given(day=st.dates(date(2025, 1, 1), date(2025, 12, 31)))
def test_a_day_without_a_year_is_gone_for_three_months(day: date) -> None:
    written = f"{day.month}月{day.day}日"
    gone = 0 < (date(2025, 9, 30) - day).days <= 92
    draft = SIGNED.replace("2025年3月12日", "2025年9月30日")
    expected = draft.format(f"请于{f'⟦{written}⟧' if gone else written}前报送。")
    assert marked(CHECK, plain(expected)) == expected
