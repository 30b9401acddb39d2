import pytest

from lint.checks.elements.formulas.closing_formula import ClosingFormula
from tests.checks.genred import marked, plain

CASES = {
    "asked": "关于增拨经费的请示\n县政府：\n需二十万元。\n妥否，请批示。\n县防办\n2025年1月1日",
    "asked in the last sentence": "关于增拨经费的请示\n县政府：\n需二十万元，恳请县政府批准。\n县防办\n2025年1月1日",
    "submitted": "关于防汛预案的请示\n县政府：\n预案已修订。现呈上，请予审批。",
    "to be passed on": "关于防汛工作的请示\n县政府：\n以上意见如无不妥，请批转各镇执行。",
    "not asked": "关于增拨经费的请示\n县政府：\n需二十万元，已申请批准立项⟦。⟧\n县防办\n2025年1月1日",
    "asked only above": (
        "关于增拨经费的请示\n县政府：\n恳请批准。\n一、甲\n甲。\n二、乙\n乙。\n三、丙\n丙。\n四、丁\n"
        "丁⟦。⟧\n附件：1. 表\n县防办\n2025年1月1日"
    ),
    "no formula of its own": "防汛方案\n一、任务\n值守。",
    "empty": "关于增拨经费的请示",
}  # fmt: skip

EXCEPT = ClosingFormula(except_openings="批复如下")
OTHERS = {
    "a reply that is called a request": "关于增设渡口的请示\n县渡口所：\n来文收悉，批复如下：\n一、同意。\n此复。",
    "a request about a reply": "关于增设渡口的请示\n县政府：\n缺钱。\n一、甲\n二、市里批复如下要求⟦。⟧",
}


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_closing(expected: str) -> None:
    assert marked(ClosingFormula(), plain(expected)) == expected


@pytest.mark.parametrize("expected", OTHERS.values(), ids=OTHERS)
def test_another_kind(expected: str) -> None:
    assert marked(EXCEPT, plain(expected)) == expected
