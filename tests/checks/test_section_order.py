import pytest

from lint.checks.sections.section_order import SectionOrder
from tests.checks.genred import hits, marked, plain

CASES = {
    "usual": "班子对照检查材料\n一、存在的问题\n少。\n二、原因分析\n不学。\n三、整改措施\n学。",
    "measures too early": "班子对照检查材料\n一、存在的问题\n少。\n⟦二、整改措施⟧\n学。\n三、原因分析\n不学。",
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


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_order(expected: str) -> None:
    assert marked(SectionOrder(), plain(expected)) == expected


def test_values() -> None:
    text = "班子对照检查材料\n一、存在的问题\n少。\n二、整改措施\n学。\n三、原因分析\n不学。"
    [hit] = hits(SectionOrder(), text)
    assert (hit.values["heading"], hit.values["after"]) == ("整改措施", "原因分析")
    assert [text[place.span.start : place.span.end] for place in hit.related] == ["三、原因分析"]
