import pytest

from lint.checks.sections.fixed_section_order import FixedSectionOrder
from lint.checks.sections.section_order import SectionOrder
from tests.checks.genred import hits, marked, plain

CASES = {
    "usual": "班子对照检查材料\n一、存在的问题\n少。\n二、原因分析\n不学。\n三、整改措施\n学。",
    "case after measures": "班子对照检查材料\n一、存在的问题\n少。\n⟦二、整改措施⟧\n学。\n三、典型案例剖析\n醒。",
    "fixed by sense": "班子对照检查材料\n一、存在的问题\n少。\n二、整改措施\n学。\n三、原因分析\n不学。",
    "last year's measures are another section": (
        "班子对照检查材料\n一、上年度整改措施落实情况\n好。\n二、存在的问题\n少。\n三、原因分析\n不学。\n"
        "四、整改措施\n学。"
    ),
    "a later mention": (
        "林业站2024年工作总结\n一、工作成效\n多。\n二、存在的问题\n少。\n三、下一步工作\n干。\n"
        "四、其他情况\n无。"
    ),
    "second level": "林业站2024年工作总结\n一、工作成效\n（一）问题\n少。\n（二）成效\n多。\n二、打算\n干。",
    "no order": "关于防汛的通知\n各镇：\n一、问题\n少。\n二、情况\n多。",
}  # fmt: skip


FIXED = {
    "measures before causes": "班子对照检查材料\n一、存在的问题\n少。\n⟦二、整改措施⟧\n学。\n三、原因分析\n不学。",
    "proposals before the state of affairs": (
        "关于夜市的调研报告\n⟦一、几点建议⟧\n改。\n二、基本现状\n多。\n三、主要困难\n少。"
    ),
    "aftermath before response": (
        "防汛应急预案\n一、总则\n甲。\n⟦二、善后处置⟧\n乙。\n三、应急响应\n丙。\n四、应急保障\n丁。"
    ),
    "measures before and after": ("关于夜市的调研报告\n一、采取的措施\n改。\n二、主要困难\n少。\n三、几点建议\n改。"),
    "problems of another kind below": (
        "关于夜市的调研报告\n一、基本现状\n多。\n二、几点建议\n改。\n三、需要说明的问题\n无。"
    ),
    "joined": "关于夜市的调研报告\n一、基本现状\n多。\n二、问题与对策\n少。\n三、原因分析\n无。",
    "an order by custom": "防汛应急预案\n一、总则\n甲。\n二、应急保障\n乙。\n三、应急响应\n丙。\n四、后期处置\n丁。",
    "assessment of risks": "防汛应急预案\n一、总则\n甲。\n二、风险评估\n乙。\n三、应急响应\n丙。\n四、信息报告\n丁。",
}


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_order(expected: str) -> None:
    assert marked(SectionOrder(), plain(expected)) == expected


@pytest.mark.parametrize("expected", FIXED.values(), ids=FIXED)
def test_fixed_order(expected: str) -> None:
    assert marked(FixedSectionOrder(), plain(expected)) == expected


def test_values() -> None:
    text = "班子对照检查材料\n一、存在的问题\n少。\n二、整改措施\n学。\n三、原因分析\n不学。"
    [hit] = hits(FixedSectionOrder(), text)
    assert (hit.values["heading"], hit.values["after"]) == ("整改措施", "原因分析")
    assert [text[place.span.start : place.span.end] for place in hit.related] == ["三、原因分析"]
