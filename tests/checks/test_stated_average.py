"""Averages against the sum and the number before them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.correspondence.figures.stated_average import StatedAverage
from tests.checks.marking import hits

WRONG = {
    "a person": ("发放救助金36万元，惠及120人，人均2000元。", ("人均2000元", "3000元")),
    "a household": ("慰问职工125户，发放慰问金18.75万元，户均1300元。", ("户均1300元", "1500元")),
    "平均每": ("举办培训班8期，培训640人次，平均每期90人次。", ("平均每期90人", "80人")),
    "每…平均": ("全县286个村投入资金572万元，每村平均3万元。", ("每村平均3万元", "2万元")),
}
SILENT = {
    "right": "发放救助金36万元，惠及120人，人均3000元。",
    "times are no persons": "发放救助金36万元，惠及120人次，人均4000元。",
    "two sums": "发放救助金36万元、物资折款4万元，惠及100人，人均4000元。",
    "two numbers": "甲村30户，乙村20户，发放补助10万元，户均3000元。",
    "about": "发放补助约36万元，惠及110户，户均3000元。",
    "far off": "发放补助36万元，惠及120户，户均500元。",
    "another sum": "发放补助36万元，惠及120户，户均增收2000元。",
    "left out": "举办8期，培训640人次，剔除首期，平均每期82人次。",
    "the sentence before": "发放补助36万元。惠及120户，户均2000元。",
}


@pytest.mark.parametrize("name", WRONG)
def test_averages_that_differ(name: str) -> None:
    text, expected = WRONG[name]
    found = hits(StatedAverage(), "工作总结\n" + text)
    assert [(hit.values["text"], hit.values["expected"]) for hit in found] == [expected]


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_averages_that_do_not_or_are_of_something_else(text: str) -> None:
    assert hits(StatedAverage(), "工作总结\n" + text) == []


@given(st.integers(1, 10**6), st.integers(1, 5000), st.integers(0, 2))
def test_averages_however_rounded(total: int, number: int, decimals: int) -> None:
    text = f"工作总结\n发放补助{total}元，惠及{number}户，户均{total / number:.{decimals}f}元。"
    assert hits(StatedAverage(), text) == []
