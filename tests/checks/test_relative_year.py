"""Years beside 去年, 今年 and 刚刚过去的 against the day of a draft and the year of its title."""

import pytest

from lint.checks.numerals.years.relative_year import RelativeYear
from tests.checks.marking import hits

SPEECH = "在全县工作会议上的讲话\n（{day}）\n同志们：\n{text}\n"
WRONG = {
    "刚刚过去的2023年": ("2025年2月18日", "刚刚过去的2023年，成绩来之不易。"),
    "去年（2022年）": ("2025年2月18日", "去年（2022年）完成投资8亿元。"),
    "去年（即2023年）": ("2025年6月18日", "去年（即2023年）完成投资8亿元。"),
    "上年度（2022年度）": ("2025年6月18日", "上年度（2022年度）考核结果已经公布。"),
    "今年（2024年）": ("2025年6月18日", "今年（2024年）要抓好落实。"),
    "明年（2025年）": ("2025年6月18日", "明年（2025年）再接再厉。"),
}
SILENT = {
    "right": ("2025年2月18日", "刚刚过去的2024年，去年（2024年），前年（2023年），今年（2025年），明年（2026年）。"),
    "in December": ("2024年12月28日", "刚刚过去的2024年，成绩来之不易；明年（2025年）再接再厉。"),
    "in January": ("2025年1月8日", "今年（2024年）完成投资8亿元，去年（2023年）完成7亿元。"),
    "a story": ("2025年6月18日", "2021年再次违规；上年度（2020年度）已被处罚。"),
    "a quotation": ("2025年6月18日", "有人说：“去年（2021年）家里还欠着账。”"),
    "a title": ("2025年6月18日", "对照《关于去年（2021年）考核结果的通报》，改进工作。"),
    "words of then": ("2025年6月18日", "报告在2023年指出，刚刚过去的2022年成绩来之不易。"),
}


@pytest.mark.parametrize("expected", WRONG)
def test_years_that_the_words_do_not_mean(expected: str) -> None:
    day, text = WRONG[expected]
    found = hits(RelativeYear(), SPEECH.format(day=day, text=text))
    assert [hit.values for hit in found] == [{"text": expected, "base": day}]


@pytest.mark.parametrize("name", SILENT)
def test_years_that_they_may_mean(name: str) -> None:
    day, text = SILENT[name]
    assert hits(RelativeYear(), SPEECH.format(day=day, text=text)) == []


def test_a_draft_without_a_day_is_of_the_year_of_its_title() -> None:
    text = "江北县2025年工作总结\n去年（{year}年）完成投资7亿元。\n"
    assert [len(hits(RelativeYear(), text.format(year=year))) for year in (2023, 2024, 2025)] == [1, 0, 0]


def test_a_draft_without_day_and_year_tells_nothing() -> None:
    assert hits(RelativeYear(), "工作总结\n去年（2003年）完成投资7亿元。\n") == []
