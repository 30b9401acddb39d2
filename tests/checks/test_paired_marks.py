from collections.abc import Callable

import pytest

from lint.checks.punctuation.nested_marks import NestedMarks
from lint.checks.punctuation.reversed_marks import ReversedMarks
from lint.checks.punctuation.unpaired_marks import UnpairedMarks
from lint.checks.shared.pair_check import PairCheck
from lint.messages.rule_mistakes import Said
from tests.checks.marking import hits, marked, mended
from tests.steps import steps

QUOTES = UnpairedMarks(opening="“‘", closing="”’")
BRACKETS = UnpairedMarks(opening="（(〔【［[", closing="）)〕】］]", ahead=12)
TITLES = UnpairedMarks(opening="《〈", closing="》〉", ahead=3)
NESTED_QUOTES = NestedMarks(opening="“‘", closing="”’", inner="‘’")
NESTED_TITLES = NestedMarks(opening="《〈", closing="》〉", inner="〈〉", ahead=3)
REVERSED = ReversedMarks(opening="“", closing="”")


def clean(text: str) -> str:
    return text.replace("⟦", "").replace("⟧", "")


UNPAIRED = {
    "pairs": (QUOTES, "落实“一岗双责”，他说：“要抓‘关键少数’。”"),
    "never closed": (QUOTES, "存在⟦“⟧干多错多的顾虑，落实“四风”要求。"),
    "never opened": (QUOTES, "存在干多错多⟦”⟧的顾虑。"),
    "inner mark never closed": (QUOTES, "他说：“要抓⟦‘⟧关键少数。”"),
    "opening mark for a closing one": (QUOTES, "落实⟦“⟧一岗双责“要求。"),
    "reversed marks are another defect": (QUOTES, "落实”一岗双责“要求。"),
    "quotation of two paragraphs": (QUOTES, "他说：\n“第一，要学。\n“第二，要做。”"),
    "middle paragraph with a quotation of its own": (QUOTES, "“第一，要学。\n“讲‘四风’。\n“第三，讲‘八规’。”"),
    "items of a quotation open nothing anew": (QUOTES,
        "修改为：“下列：\n（一）甲；\n（二）乙“丙”。\n“丁。\n（一）戊。\n“己。”"),
    "text between is no quotation that goes on": (QUOTES, "他说：⟦“⟧甲。\n乙。\n“丙。”"),
    "closed at the end of a later paragraph": (QUOTES, "修改为：\n“一、甲“乙”。\n二、丙。\n三、丁\n四、戊。”"),
    "not closed by a mark amid a far paragraph": (QUOTES, "说⟦“⟧甲。\n一\n二\n三\n四乙⟦”⟧丙。"),
    "next paragraph has quotations of its own": (QUOTES, "说⟦“⟧甲。\n落实“乙”要求。"),
    "apostrophe": (QUOTES, "引进McDonald’s门店。"),
    "letter before the closing mark": (QUOTES, "建立“1+ N”体系，推进“A”工程。"),
    "brackets": (BRACKETS, "市、县（市、区）〔2024〕5号【甲】[乙]。"),
    "bracket of mixed width": (BRACKETS, "市、县(市、区）政府。"),
    "bracket never closed": (BRACKETS, "各县⟦（⟧市、区人民政府：\n现通知如下。"),
    "paragraph in brackets after one never closed": (BRACKETS, "整改⟦（⟧含乡镇、村。\n（另附清单。）\n一、戊"),
    "bracket never opened": (BRACKETS, "各县市、区⟦）⟧人民政府。"),
    "different brackets": (BRACKETS, "国发⟦〔⟧2024］5号。"),
    "half brackets of markers": (BRACKETS, "要求如下：\n1）抓学习；2）抓落实。\na）甲；b）乙。"),
    "number at the end of a bracket": (BRACKETS, "（详见附件，1）。"),
    "enactment over paragraphs": (BRACKETS, "某法\n（2001年1月通过\n2010年2月修正\n2019年3月修订）\n第一条　甲。"),
    "note on enactment without its beginning": (BRACKETS, "某法\n2019年3月1日某市人大第二次修正）\n第一条　甲。"),
    "brackets are closed within few paragraphs": (BRACKETS, "⟦（⟧（甲）\n" + "乙。\n" * 12 + "丙⟦）⟧"),
    "titles": (TITLES, "按照《关于修改〈某办法〉的决定》执行。"),
    "title never closed": (TITLES, "按照⟦《⟧某办法规定执行。"),
    "inner title mark never closed": (TITLES, "按照《关于修改⟦〈⟧某办法的决定》执行。"),
    "title broken over lines": (TITLES, "《关于修改〈甲法〉\n〈乙法〉\n〈丙法〉的决定》修正。"),
    "markup and code": (BRACKETS, "正文。\n\n```\n协议书（签字版.pdf\n```\n\n正文。", "draft.md"),
}  # fmt: skip


@pytest.mark.parametrize("case", UNPAIRED.values(), ids=UNPAIRED)
def test_unpaired(case: tuple[PairCheck, str] | tuple[PairCheck, str, str]) -> None:
    check, expected, *name = case
    assert marked(check, clean(expected), *name) == expected


NESTED = {
    "right": (NESTED_QUOTES, "他说：“落实‘四风’要求。”", "他说：“落实‘四风’要求。”"),
    "in each other": (NESTED_QUOTES, "他说：“落实⟦“四风”⟧要求。”", "他说：“落实‘四风’要求。”"),
    "side by side": (NESTED_QUOTES, "落实“四风”“八规”。", "落实“四风”“八规”。"),
    "outer mark never closed": (NESTED_QUOTES, "落实“四风，落实“八规”。", "落实“四风，落实“八规”。"),
    "titles": (NESTED_TITLES, "《关于印发⟦《某办法》⟧的通知》", "《关于印发〈某办法〉的通知》"),
    "third level": (NESTED_TITLES, "《转发〈印发《某办法》的通知〉的通知》", "《转发〈印发《某办法》的通知〉的通知》"),
    "three times the same": (
        NESTED_TITLES,
        "《关于转发⟦《关于印发《某办法》的通知》⟧的通知》",
        "《关于转发〈关于印发《某办法》的通知〉的通知》",
    ),
    "inner mark twice": (NESTED_TITLES, "《修改〈实施〈某法〉办法〉的决定》", "《修改〈实施〈某法〉办法〉的决定》"),
    "reversed": (REVERSED, "落实⟦”一岗双责“⟧要求。", "落实“一岗双责”要求。"),
    "reversed beside others": (REVERSED, "讲“四风”，抓⟦”少数“⟧，讲“政治”。", "讲“四风”，抓“少数”，讲“政治”。"),
    "alone in two paragraphs": (REVERSED, "落实一岗双责”要求。\n抓“关键少数。", "落实一岗双责”要求。\n抓“关键少数。"),
}  # fmt: skip


@pytest.mark.parametrize(("check", "expected", "mended_text"), NESTED.values(), ids=NESTED)
def test_nested_and_reversed(check: PairCheck, expected: str, mended_text: str) -> None:
    assert marked(check, clean(expected)) == expected
    assert mended(check, clean(expected)) == mended_text
    assert hits(check, mended_text) == []


def test_values() -> None:
    [opening] = hits(QUOTES, "有的成员存在“干多错多的顾虑，遇到矛盾稳妥。")
    assert opening.values == {"found": "“", "missing": "”", "text": "“干多错多的顾虑，遇"}
    [closing] = hits(QUOTES, "有的成员存在干多错多”的顾虑。")
    assert closing.values == {"found": "”", "missing": "“", "text": "的成员存在干多错多”"}
    [half] = hits(BRACKETS, "各县(市、区人民政府。")
    assert half.values == {"found": "(", "missing": ")", "text": "(市、区人民政府。"}
    [nested] = hits(NESTED_QUOTES, "他说：“落实“四风”要求。”")
    assert nested.values == {"found": "“", "missing": "‘’", "text": "“四风”"}
    [flipped] = hits(REVERSED, "落实”一岗双责“要求。")
    assert flipped.values == {"found": "”", "missing": "“", "text": "”一岗双责“"}


CHECKS = {"brackets": BRACKETS, "quotes": QUOTES, "nested": NESTED_QUOTES, "reversed": REVERSED}
PATHOLOGICAL: dict[str, Callable[[int], str]] = {
    "opened, then closed a paragraph later": lambda n: "（" * n + "\n" + "）" * n,
    "pairs below one that is never closed": lambda n: "〔\n" + "（）" * n,
    "opened in every paragraph": lambda n: "（\n" * n,
    "of two kinds that do not pair": lambda n: "“" * n + "’" * n,
    "nested": lambda n: "“" * n + "”" * n,
    "reversed": lambda n: "”“" * n,
}


@pytest.mark.parametrize("draft", PATHOLOGICAL.values(), ids=PATHOLOGICAL)
@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_pathological_drafts_take_steps_in_proportion(check: PairCheck, draft: Callable[[int], str]) -> None:
    hits(check, draft(10))
    few, many = (steps(hits, check, draft(size)) for size in (500, 2000))
    assert many < 4.4 * few


def test_parameters_that_make_no_pairs_are_told() -> None:
    assert [*UnpairedMarks(opening="（(", closing="）").problems()] == [
        ("closing", Said("closing 与 opening 的字数须相同", "closing and opening take as many characters"))
    ]
    check = NestedMarks(opening="“‘", closing="”’", inner="‘")
    assert [*check.problems()] == [
        ("inner", Said("inner 须为两个字，一前一后", "inner takes two characters, an opening and a closing one"))
    ]
