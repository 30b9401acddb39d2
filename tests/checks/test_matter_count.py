import pytest

from lint.checks.elements.matter_count import MatterCount
from tests.checks.genred import hits, marked, plain

CASES = {
    "announced": "关于防汛的请示\n县政府：\n现⟦请示以下两个事项⟧。\n一、经费\n缺。\n二、编制\n少。",
    "headed": "关于防汛的请示\n县政府：\n一、关于增拨经费的问题\n缺。\n⟦二、关于增加编制的问题⟧\n少。",
    "asked for": "关于防汛的请示\n县政府：\n一、申请增拨经费\n缺。\n⟦二、申请增加编制⟧\n少。",
    "told": "关于防汛的请示\n县政府：\n拟申请经费二十万元。⟦另申请增加编制两名⟧。\n妥否，请批示。",
    "told in another paragraph": "关于防汛的请示\n县政府：\n恳请增拨经费。\n⟦同时，申请增加编制⟧。\n妥否，请批示。",
    "help with the one": "关于防汛的请示\n县政府：\n申请经费。同时，请求给予技术指导。妥否，请批示。",
    "another that is not asked for": "关于防汛的请示\n县政府：\n申请经费。另外，我办将加强管理。妥否，请批示。",
    "closed twice": "关于防汛的请示\n县政府：\n缺钱。妥否，请批示。\n缺人。⟦当否，请批示⟧。",
    "quoted closing": "关于防汛的请示\n县政府：\n文件写“妥否，请批示”不妥。妥否，请批示。",
    "one": "关于防汛的请示\n县政府：\n一、关于增拨经费的问题\n缺。\n二、经费测算\n二十万元。",
    "reasons": "关于防汛的请示\n县政府：\n一、基本情况\n缺。\n二、申请理由\n少。",
}


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_matters(expected: str) -> None:
    assert marked(MatterCount(), plain(expected)) == expected


def test_values() -> None:
    [hit] = hits(MatterCount(), "关于防汛的请示\n县政府：\n一、申请增拨经费\n缺。\n二、申请增加编制\n少。")
    assert hit.values == {"count": "2", "matters": "申请增拨经费；申请增加编制"}
    assert len(hit.related) == 1
