"""Rates are those of the part and the whole that stand before them, however rounded or cut off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.correspondence.figures.stated_rate import StatedRate
from tests.checks.marking import hits, marked

WRONG = {
    "a rate called by what was done": "应征收房屋2846户，已签约2318户，签约率⟦85.1%⟧，未签约528户。",
    "a share": "检查412户中有7户不符合要求，占⟦1.9%⟧。",
    "in brackets": "受访者380人，其中满意的323人（占⟦88%⟧）。",
    "money": "总投资5.2亿元，已完成3.1亿元，完成率⟦69.6%⟧。",
    "of a whole that others are of": "党员86名。女党员24名，占27.9%；35岁以下20名，占⟦25.3%⟧；其他42名，占48.8%。",
    "of a whole behind 占": "税收8.40亿元，占预算12.00亿元的⟦75%⟧。",
}
RIGHT = {
    "of a part that others are beside": "党员86名。女党员24名，占27.9%；其中教师6名，占25%。",
    "of a rounded whole behind 占": "税收8.4亿元，占预算12亿元的73%。",
    "of a whole behind 占, rightly": "税收8.40亿元，占预算12.00亿元的70%。",
    "rounded": "应征收房屋2846户，已签约2318户，签约率81.4%。",
    "cut off": "应征收房屋2846户，已签约2319户，签约率81.4%。",
    "of another matter": "受理120件，办结112件，满意率98.5%。",
    "of another whole": "新增市场主体412户，其中个体380户，占全市的84.1%。",
    "of a whole that is far": "新增主体412户，其中个体380户，占41.3%。",
    "of all parts": "合格380户，不合格32户，占7.8%。",
    "of an earlier whole": "全市4000户，抽查412户，合格380户，占9.5%。",
    "of a later whole": "行政村210个，已完成改造180个，完成率92.3%（应改造195个）。",
    "about": "应接种3200人，已接种2980人，接种率约90%。",
    "about so many": "应接种约3200人，已接种2980人，接种率90.1%。",
    "another sentence": "应接种3200人。已接种2980人，接种率90.1%。",
    "rounded money": "总投资5亿元，已完成3.1亿元，完成率63.6%。",
}


@pytest.mark.parametrize("expected", WRONG.values(), ids=WRONG)
def test_rates_that_differ(expected: str) -> None:
    text = "工作总结\n" + expected
    assert marked(StatedRate(), text.replace("⟦", "").replace("⟧", "")) == text


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_rates_that_do_not_or_are_of_something_else(text: str) -> None:
    assert hits(StatedRate(), "工作总结\n" + text) == []


@given(st.integers(1, 9999), st.integers(1, 9999), st.integers(0, 2))
def test_rates_however_rounded(one: int, other: int, decimals: int) -> None:
    whole, part = max(one, other), min(one, other)
    text = f"工作总结\n应办{whole}件，已办结{part}件，办结率{100 * part / whole:.{decimals}f}%。"
    assert hits(StatedRate(), text) == []
