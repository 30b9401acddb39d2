import pytest

from lint.checks.elements.number.cited_number_form import CitedNumberForm
from lint.checks.elements.number.own_number_blank import OwnNumberBlank
from lint.checks.elements.number.own_number_form import OwnNumberForm
from lint.checks.shared.number_form import NumberForm
from tests.checks.genred import hits, marked, mended, plain

OWN = OwnNumberForm()
BLANK = OwnNumberBlank()
CITED = CitedNumberForm()
REST = "\n关于防汛的通知\n各镇：\n请落实。"

CASES = {
    "square brackets": (OWN, f"江防发⟦[2025]3号⟧{REST}"),
    "round brackets": (OWN, f"江防发⟦（2025）3号⟧{REST}"),
    "black brackets": (OWN, f"江防发⟦【2025】3号⟧{REST}"),
    "mixed brackets": (OWN, f"江防发⟦〔2025]3号⟧{REST}"),
    "no brackets": (OWN, f"江防发⟦2025年3号⟧{REST}"),
    "第": (OWN, f"江防发⟦〔2025〕第3号⟧{REST}"),
    "zeros": (OWN, f"江防发⟦〔2025〕003号⟧{REST}"),
    "beside the name of who signs": (OWN, f"江防发⟦[2025]3号⟧　　签发人：王明{REST}"),
    "small brackets": (OWN, f"江防发⟦﹝2025﹞3号⟧{REST}"),
    "Chinese year": (OWN, f"江防发⟦〔二〇二五〕3号⟧{REST}"),
    "Chinese number": (OWN, f"江防发⟦〔2025〕十二号⟧{REST}"),
    "without 号": (OWN, f"江防发⟦〔2025〕3⟧{REST}"),
    "without 号 beside who signs": (OWN, f"江防发⟦〔2025〕3⟧　签发人：王明{REST}"),
    "blanks": (OWN, f"江防发⟦ 〔2025〕 3 号⟧{REST}"),
    "below a letterhead": (OWN, f"县防办文件\n江防⟦〔2025〕3⟧{REST}"),
    "below the title": (OWN, "关于防汛的通知\n江防⟦〔2025〕五号⟧\n各镇：\n请落实。"),
    "to be given": (OWN, f"江防发〔2025〕　号{REST}"),
    "of a public notice": (OWN, "县公安局公告2025年第3号\n因修路，禁止通行。"),
    "year of a title": (OWN, "校车安全工作方案（2025）\n一、甲\n检查。"),
    "right": (OWN, f"江防发〔2025〕3号{REST}"),
    "no number": (OWN, f"县防汛办公室{REST}"),
    "cited": (CITED, "关于防汛的通知\n各镇：\n按江防发⟦[2025]3号⟧和江防发〔2025〕4号落实。"),
    "cited in other forms": (
        CITED,
        "关于防汛的通知\n各镇：\n按江防发⟦﹝2025﹞3号⟧、江防发⟦〔2025〕四号⟧和规程（江防发⟦〔2025〕5⟧）落实。",
    ),
    "judgment": (CITED, "关于防汛的通知\n各镇：\n按（2025）江民初字第3号判决办。"),
    "own is not cited": (CITED, f"江防发[2025]3号{REST}"),
}


@pytest.mark.parametrize(("check", "expected"), CASES.values(), ids=CASES)
def test_numbers(check: NumberForm, expected: str) -> None:
    assert marked(check, plain(expected)) == expected
    assert hits(check, mended(check, plain(expected))) == []


def test_year_of_two_figures_is_left_to_its_author() -> None:
    [hit] = hits(OWN, f"江防发〔25〕03号{REST}")
    assert (hit.values, hit.edits) == ({"found": "〔25〕03号", "expected": "〔2025〕3号"}, ())


BLANKS = {
    "blank": f"江防发⟦〔2025〕　号⟧{REST}",
    "no place for it": f"江防发⟦〔2025〕号⟧{REST}",
    "第 and a blank": f"江防发⟦〔2025〕第 号⟧{REST}",
    "underscores": f"江防发⟦〔2025〕＿＿号⟧　　签发人：王明{REST}",
    "blank below the title": "县防汛规程\n（2025年修订）\n江防发⟦〔2025〕__号⟧\n第一条 甲。\n第二条 乙。",
    "given": f"江防发〔2025〕3号{REST}",
    "blank in a model": "责令改正通知书（样式）\n江防责〔2025〕　号\n王明：\n请改正。",
    "blank in an annex": f"江防发〔2025〕1号{REST}\n县防办\n2025年1月1日\n附件1\n通知书\n江防责〔2025〕　号\n王明：",
}


@pytest.mark.parametrize("expected", BLANKS.values(), ids=BLANKS)
def test_blanks(expected: str) -> None:
    assert marked(BLANK, plain(expected)) == expected
