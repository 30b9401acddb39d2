"""What is told as done by a day after the signature."""

import pytest

from lint.checks.numerals.order.future_cutoff import FutureCutoff
from tests.checks.genred import plain
from tests.checks.marking import marked

CHECK = FutureCutoff(words=("截至",), done="已|累计", unless="力争")
FRAME = "关于防汛的报告\n县人民政府：\n{}\n特此报告。\n县防汛办公室\n{}"

CASES = {
    "a day after": ("截至⟦2024年7月15日⟧，已完成12处。", "2024年7月14日"),
    "the day itself": ("截至2024年7月15日，已完成12处。", "2024年7月15日"),
    "a month to come": ("截至⟦9月⟧底，累计完成12处。", "2024年7月14日"),
    "the month itself": ("截至7月底，累计完成12处。", "2024年7月14日"),
    "last December": ("截至12月底，已完成12处。", "2025年1月10日"),
    "a December to come": ("截至⟦2025年12月⟧底，已完成12处。", "2025年1月10日"),
    "a promise": ("截至9月底，力争已建成12处。", "2024年7月14日"),
    "a deadline": ("截至9月底报名。", "2024年7月14日"),
}


@pytest.mark.parametrize(("sentence", "signed"), CASES.values(), ids=CASES)
def test_cutoffs(sentence: str, signed: str) -> None:
    expected = FRAME.format(sentence, signed)
    assert marked(CHECK, plain(expected)) == expected
