import pytest

from lint.checks.elements.date.date_absence import DateAbsence
from tests.checks.genred import marked, plain

CASES = {
    "there": "关于防汛的通知\n各镇：\n请落实。\n县防办\n2025年6月1日",
    "missing": "关于防汛的通知\n各镇：\n请落实。\n一、甲\n二、乙\n⟦县防办⟧",
    "no signature either": "关于防汛的通知\n各镇：\n请落实⟦。⟧",
    "copies below": "关于防汛的通知\n各镇：\n请落实。\n⟦县防办⟧\n抄送：县委。\n县防办　2025年6月1日印发",
    "note below": "关于防汛的通知\n各镇：\n请落实。\n⟦县防办⟧\n（联系人：王明）",
    "under the title": "关于防汛的通知\n（2025年6月1日）\n各镇：\n请落实。\n一、甲\n县防办",
    "not filled in": "关于防汛的通知\n各镇：\n请落实。\n一、甲\n县防办\n2025年　月　日",
    "beside the signature": "关于防汛的通知\n各镇：\n请落实。\n一、甲\n县防办　2025年6月1日",
    "placeholder": "关于防汛的通知\n各镇：\n请落实。\n一、甲\n县防办\nXX年X月X日",
    "in figures only": "关于防汛的通知\n各镇：\n请落实。\n一、甲\n县防办\n2025.6.1",
    "neither addressed nor signed": "防汛方案\n一、甲\n值守。\n二、乙\n巡查。",
}


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_presence(expected: str) -> None:
    assert marked(DateAbsence(), plain(expected)) == expected
