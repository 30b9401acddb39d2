import pytest

from lint.checks.base import Check
from lint.checks.punctuation.mixed_heading_ends import MixedHeadingEnds
from lint.checks.punctuation.stray_heading_end import StrayHeadingEnd
from lint.checks.punctuation.title_end import TitleEnd
from tests.checks.marking import hits, marked, mended

TITLE = TitleEnd()
STRAY = StrayHeadingEnd(families=("han", "han_paren", "digit"), not_under=("article",))
MIXED = MixedHeadingEnds(families=("han", "han_paren", "digit"))

CASES = {
    "title": (TITLE, "关于开展检查的通知⟦。⟧\n各区：\n现通知如下。"),
    "title of a speech": (TITLE, "在全市大会上的讲话⟦；⟧\n同志们：\n大家好。"),
    "title without a mark": (TITLE, "关于开展检查的通知\n各区：\n现通知如下。"),
    "first sentence": (TITLE, "现将情况汇报如下，请审阅这份关于检查的报告。\n第一，已经完成。"),
    "question": (TITLE, "基层减负减了什么？\n答案在基层。"),
    "one of three": (STRAY, "一、提高认识\n要学。\n二、狠抓落实⟦。⟧\n要干。\n三、加强领导\n要管。"),
    "all of them": (STRAY, "一、提高认识。\n要学。\n二、狠抓落实。\n要干。\n三、加强领导。\n要管。"),
    "run-in headings": (STRAY, "一、提高认识\n要学。\n二、狠抓落实。要干。\n干完。\n三、加强领导\n要管。"),
    "items without anything below": (STRAY, "一、提高认识\n要学。\n二、狠抓落实。\n三、加强领导。"),
    "lead-in": (STRAY, "（一）任务分三项：\n甲。\n（二）标准不变。\n乙。\n（三）有下列情形：\n丙。"),
    "other marks": (STRAY, "一、怎么看？\n要学。\n二、怎么干！\n要干。\n三、怎么管……\n要管。"),
    "items of an article": (STRAY, "办法\n第一条　甲：\n（一）子，\n由市管；\n（二）丑\n由县管；\n（三）寅\n由乡管。"),
    "half and half": (MIXED, "一、提高认识⟦。⟧\n要学。\n二、狠抓落实\n要干。"),
    "most of them": (MIXED, "一、提高认识⟦。⟧\n要学。\n二、狠抓落实。\n要干。\n三、加强领导\n要管。"),
    "stray is not mixed": (MIXED, "一、提高认识\n要学。\n二、狠抓落实。\n要干。\n三、加强领导\n要管。"),
}  # fmt: skip


@pytest.mark.parametrize(("check", "expected"), CASES.values(), ids=CASES)
def test_ends(check: Check, expected: str) -> None:
    text = expected.replace("⟦", "").replace("⟧", "")
    assert marked(check, text) == expected
    if check is not MIXED:
        assert hits(check, mended(check, text)) == []


def test_values() -> None:
    [hit] = hits(STRAY, "一、提高认识\n要学。\n二、狠抓落实。\n要干。\n三、加强领导\n要管。")
    assert hit.values == {"found": "。", "heading": "狠抓落实"}
    [hit] = hits(TITLE, "关于开展检查的通知。\n各区：")
    assert hit.values == {"found": "。", "heading": "关于开展检查的通知"}
