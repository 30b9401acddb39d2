import pytest

from lint.analysis.forms import Open, is_open
from lint.checks.pattern import Pattern
from tests.checks.genred import known, marked, plain

NOTICE = "关于报名的通知\n各镇：\n请填写。\n县防办\n2025年1月1日\n"

OPEN: dict[str, tuple[str, tuple[Open, ...], bool]] = {
    "a form": ("附件\n报名表\n姓名：甲", ("forms",), True),
    "its crosses are none": ("附件\n报到卡\n姓名：甲", ("models",), False),
    "a form with brackets": ("附件1\n查看记录表（样表）\n姓名：甲", ("forms",), True),
    "fields below the title": ("附件\n回执\n单位名称：乙\n姓名：甲", ("forms",), True),
    "a model": ("附件\n执行通知书样式\n姓名：甲", ("models",), True),
    "a model is a form": ("附件\n执行通知书样式\n姓名：甲", ("forms",), True),
    "a form of words": ("附件\n承诺书\n姓名：甲", ("models",), True),
    "a plan": ("附件\n防汛方案\n姓名：甲", ("forms", "models"), False),
}


@pytest.mark.parametrize(("annex", "kinds", "expected"), OPEN.values(), ids=OPEN)
def test_open_parts(annex: str, kinds: tuple[Open, ...], expected: bool) -> None:
    text = NOTICE + annex
    assert is_open(known(text), kinds, text.index("甲")) == expected
    assert not is_open(known(text), kinds, text.index("请填写"))


def test_a_draft_is_open_only_as_a_model() -> None:
    assert not is_open(known("承诺书\n本人承诺。"), ("forms", "models"), 5)
    assert is_open(known("公文写作要领\n写××通知。"), ("models",), 8)


CASES = {
    "outside": (Pattern(pattern="＿＿", outside=("forms",)), NOTICE + "附件\n报名表\n姓名：＿＿"),
    "inside another": (Pattern(pattern="＿＿", outside=("forms",)), NOTICE + "附件\n防汛方案\n投入⟦＿＿⟧元。"),
    "titles": (Pattern(pattern="丙", titles=("草案",)), "办法（草案）\n第一条 ⟦丙⟧。\n第二条 丁。"),
    "titles in a line of their own": (
        Pattern(pattern="丙", titles=("草案",)),
        "办法\n（草案）\n第一条 ⟦丙⟧。\n第二条 丁。",
    ),
    "other titles": (Pattern(pattern="丙", titles=("草案",)), "办法\n第一条 丙，草案。\n第二条 丁。"),
    "except titles": (Pattern(pattern="丙", except_titles=("草案",)), "办法（草案）\n第一条 丙。\n第二条 丁。"),
    "without a title": (Pattern(pattern="丙", except_titles=("草案",)), "草案说，⟦丙⟧很好，大家都同意这样办。"),
}


@pytest.mark.parametrize(("check", "expected"), CASES.values(), ids=CASES)
def test_patterns(check: Pattern, expected: str) -> None:
    assert marked(check, plain(expected)) == expected
