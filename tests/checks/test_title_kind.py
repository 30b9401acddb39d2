import pytest

from lint.checks.base import Check
from lint.checks.elements.title.doubled_kind import DoubledKind
from lint.checks.elements.title.title_kind import TitleKind
from tests.checks.genred import marked, plain

MISSING = TitleKind(endings=("思考",), persons=("同志",))
DOUBLED = DoubledKind(kinds=("请示", "报告", "通知", "函"), passes_on=("转发",))

CASES = {
    "missing": (MISSING, "⟦关于防汛工作⟧\n各镇：\n现通知如下。\n2025年1月1日"),
    "missing over lines": (MISSING, "⟦关于防汛\n工作⟧\n各镇：\n妥否，请批示。"),
    "missing before brackets": (MISSING, "⟦关于防汛工作（试行）⟧\n各镇：\n2025年1月1日"),
    "named": (MISSING, "关于防汛的通知\n各镇：\n现通知如下。"),
    "named before brackets": (MISSING, "关于防汛的通知（试行）\n各镇：\n现通知如下。"),
    "named by an ending": (MISSING, "关于防汛的几点思考\n各镇：\n现通知如下。"),
    "not addressed": (MISSING, "关于防汛工作\n要抓好。\n2025年1月1日"),
    "a speech": (MISSING, "关于防汛工作\n同志们：\n要抓好。\n2025年1月1日"),
    "without 关于": (MISSING, "防汛工作\n各镇：\n要抓好。\n2025年1月1日"),
    "named by its text": (MISSING, "⟦防汛工作⟧\n各镇：\n现通知如下。"),
    "named by its closing": (MISSING, "⟦2024年防汛工作⟧\n县政府：\n雨多。\n特此报告。\n县防办\n2025年1月1日"),
    "named to the public": (MISSING, "⟦关于禁止捕鱼⟧\n现将事项通告如下：\n一、禁止捕鱼。\n县农业局\n2025年1月1日"),
    "a result": (MISSING, "⟦关于2024年考核结果⟧\n各镇：\n请兑现。\n2025年1月1日"),
    "named in a quotation": (MISSING, "防汛工作\n各镇：\n一律写“现通知如下。”。\n2025年1月1日"),
    "reported to persons": (MISSING, "关于防汛情况\n各位同志：\n现将情况报告如下。"),
    "doubled": (DOUBLED, "关于增拨经费的⟦请示报告⟧\n县政府：\n请批示。"),
    "the same twice": (DOUBLED, "关于开会的⟦通知的通知⟧\n各镇：\n开会。"),
    "passed on": (DOUBLED, "关于转发开会通知的通知\n各镇：\n开会。"),
    "of another kind": (DOUBLED, "关于同意请示的函\n县防办：\n同意。"),
    "inside": (DOUBLED, "关于请示报告工作的通知\n各镇：\n照办。"),
    "no title": (DOUBLED, "今天，我们收到了一份请示报告。"),
}


@pytest.mark.parametrize(("check", "expected"), CASES.values(), ids=CASES)
def test_kinds(check: Check, expected: str) -> None:
    assert marked(check, plain(expected)) == expected
