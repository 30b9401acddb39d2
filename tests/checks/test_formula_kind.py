import pytest

from lint.checks.elements.formulas.closing_formula_kind import ClosingFormulaKind
from lint.checks.elements.formulas.opening_formula_kind import OpeningFormulaKind
from lint.checks.shared.formulas import FormulaKind, Phrase
from tests.checks.genred import hits, marked, plain

PHRASES = (
    Phrase("[妥当]否，请批示", ("notice",)),
    Phrase("(?P<hit>请批准)。", ("letter",), except_titles=("申请",)),
)
ALLOWED = {"notice": ("通知", "通报"), "report": ("报告", "汇报"), "public-notice": ("通告",)}
OPENING = OpeningFormulaKind(allowed=ALLOWED, except_titles=("转发", "印发"))
CLOSING = ClosingFormulaKind(allowed=ALLOWED, except_titles=("转发", "印发"), phrases=PHRASES)

CASES = {
    "its own": (OPENING, "关于防汛的通知\n各镇：\n现将事项通知如下。\n一、甲"),
    "another": (OPENING, "关于防汛的通告\n因防汛需要，现将事项⟦通知如下⟧：\n一、甲"),
    "also allowed": (OPENING, "关于检查情况的通知\n各镇：\n现将情况通报如下。\n一、甲"),
    "below the first item": (OPENING, "关于防汛的通知\n各镇：\n请落实。\n一、甲\n情况报告如下。"),
    "no items": (OPENING, "关于防汛的报告\n县政府：\n现将情况⟦通知如下⟧。都好。"),
    "quoted": (OPENING, "关于防汛的报告\n县政府：\n用语“现通知如下。”不当。"),
    "passed on": (OPENING, "关于转发防汛报告的通知\n各镇：\n情况报告如下。"),
    "other genres": (OPENING, "关于防汛的意见\n各镇：\n现通知如下。"),
    "closing": (CLOSING, "关于防汛的通知\n各镇：\n请落实。\n⟦特此报告⟧。\n县防办\n2025年1月1日"),
    "closing of its own": (CLOSING, "关于防汛的通知\n各镇：\n请落实。\n特此通知。\n县防办\n2025年1月1日"),
    "closing in a sentence": (CLOSING, "关于防汛的通知\n各镇：\n请落实，特此报告制度照旧执行。"),
    "a phrase": (CLOSING, "关于防汛的通知\n各镇：\n请落实。⟦妥否，请批示⟧。\n县防办\n2025年1月1日"),
    "a phrase of its own": (CLOSING, "关于防汛的请示\n县政府：\n缺钱。妥否，请批示。\n县防办\n2025年1月1日"),
    "a phrase in quotation marks": (CLOSING, "关于防汛的通知\n各镇：\n结尾写“妥否，请批示”。\n县防办\n2025年1月1日"),
    "a place in a phrase": (CLOSING, "关于商借水泵的函\n县防办：\n缺泵，⟦请批准⟧。\n县水利局\n2025年1月1日"),
    "asked for by the title": (CLOSING, "关于申请水泵的函\n县防办：\n缺泵，请批准。\n县水利局\n2025年1月1日"),
    "a text that passes on": (
        CLOSING,
        "关于印发防汛办法的通知\n各镇：\n现印发给你们。\n⟦特此报告⟧。\n县防办\n2025年1月1日",
    ),
    "what is passed on": (
        CLOSING,
        "关于转发防汛报告的通知\n各镇：\n现转发给你们。\n防汛报告\n一、甲\n二、乙\n特此报告。\n县防办\n2025年1月1日",
    ),
    "a title without a kind": (CLOSING, "关于防汛情况\n各镇：\n请落实，现通知如下。\n特此通报。"),
    "closing without a stop": (CLOSING, "关于防汛的通知\n各镇：\n请落实。\n⟦特此通告⟧\n县防办\n2025年1月1日"),
}


@pytest.mark.parametrize(("check", "expected"), CASES.values(), ids=CASES)
def test_formulas(check: FormulaKind, expected: str) -> None:
    assert marked(check, plain(expected)) == expected


def test_values() -> None:
    [hit] = hits(CLOSING, "关于防汛的通知\n各镇：\n请落实。\n特此报告。")
    assert hit.values == {"found": "特此报告", "kind": "通知"}
    assert [place.span for place in hit.related] == [(5, 7)]


def test_related() -> None:
    """The related place is the kind alone, on the last line of a title, before what stands in brackets."""
    [hit] = hits(OPENING, "县政府\n关于增设渡口的\n情况报告（试行）\n县渡口所：\n现通知如下。\n一、甲\n二、乙")
    assert [place.span for place in hit.related] == [(14, 16)]
