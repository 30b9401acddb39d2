"""Percentages of grades, of parts with a rest and of the three industries against 100."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.correspondence.figures.share_sum import ShareSum
from tests.checks.marking import hits

WRONG = {
    "grades": ("测评中，优秀的占62%，良好的占30%，一般的占6%，较差的占4%。", "102%"),
    "grades without 占": ("群众满意52.3%、基本满意31.2%、不满意12.5%。", "96%"),
    "a rest": ("支出中，教育占46%，卫生占28%，农业占18%，其余占10%。", "102%"),
    "industries": ("三次产业结构由15:42:43调整为13.2:41.5:47.3。", "102%"),
    "full-width signs": ("满意的占52％，基本满意的占38％，不满意的占20％。", "110%"),
}
SILENT = {
    "all": "测评中，优秀的占62%，良好的占30%，一般的占6%，较差的占2%。",
    "rounding": "甲占33%，乙占33%，其余占33%。",
    "several answers": "交通不便占42%，就医困难占41%，其他占20%（可多选）。",
    "what people think": "认为交通不便的占42%，就医困难的占41%，其他占20%。",
    "grades within each other": "很满意的占30%，满意的占68%，满意的占12%。",
    "a sum beside its parts": "满意和基本满意的占83.5%，满意的占52.3%，不满意的占16.5%。",
    "shares of a share": "工业占60%，其中食品占30%，纺织占20%，其他占12%。",
    "no grades": "党员占35%，女性占33%，大专以上占40%。",
    "growth": "一产增长5%，二产增长40%，其他增长60%。",
    "two": "满意的占52%，不满意的占40%。",
    "another ratio": "产业工人与技术人员比为3:2:1。",
    "far off": "教育占20%，卫生占18%，其他占12%。",
}


@pytest.mark.parametrize("name", WRONG)
def test_shares_that_do_not_come_to_all(name: str) -> None:
    text, expected = WRONG[name]
    assert [hit.values["sum"] for hit in hits(ShareSum(), "情况报告\n" + text)] == [expected]


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_shares_of_which_nothing_can_be_said(text: str) -> None:
    assert hits(ShareSum(), "情况报告\n" + text) == []


@given(st.lists(st.integers(1, 10**6), min_size=3, max_size=4), st.integers(0, 2))
def test_shares_however_rounded(parts: list[int], decimals: int) -> None:
    names = ("满意", "基本满意", "不满意", "说不清")
    shares = [f"{name}的占{100 * part / sum(parts):.{decimals}f}%" for name, part in zip(names, parts, strict=False)]
    assert hits(ShareSum(), "情况报告\n" + "，".join(shares) + "。") == []
