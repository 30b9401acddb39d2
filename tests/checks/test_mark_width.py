import pytest

from lint.checks.punctuation.mark_width import MarkWidth
from tests.checks.marking import hits, marked, mended

FULL = "甲，乙，丙，丁，戊，己；（庚）（辛）：壬：癸。"

CASES = {
    "comma": ("抓学习⟦,⟧抓落实。" + FULL, "抓学习，抓落实。" + FULL),
    "where other marks are full-width": ("抓学习⟦;⟧抓落实⟦:⟧" + FULL, "抓学习；抓落实：" + FULL),
    "brackets throughout": ("市(州)、县(区)。甲，乙，丙，丁，戊，己。", "市(州)、县(区)。甲，乙，丙，丁，戊，己。"),
    "written half-width throughout": ("抓学习,抓落实,抓作风,抓廉洁，抓制度。", "抓学习,抓落实,抓作风,抓廉洁，抓制度。"),
    "thousands": ("投入1,200万元。" + FULL, "投入1,200万元。" + FULL),
    "between Latin words": ("学习Python, Go等。" + FULL, "学习Python, Go等。" + FULL),
    "after a figure, before a character": ("共12个⟦,⟧完成5个。" + FULL, "共12个，完成5个。" + FULL),
    "address": ("见https://a.gov.cn/x,y页面。" + FULL, "见https://a.gov.cn/x,y页面。" + FULL),
}  # fmt: skip


@pytest.mark.parametrize(("expected", "mended_text"), CASES.values(), ids=CASES)
def test_stray_marks(expected: str, mended_text: str) -> None:
    text = expected.replace("⟦", "").replace("⟧", "")
    assert marked(MarkWidth(), text) == expected
    assert mended(MarkWidth(), text) == mended_text
    assert hits(MarkWidth(), mended_text) == []


BRACKETS = "（甲）（乙）（丙）（丁）（戊）。"

RATIO = {
    "both brackets": ("市、县⟦(⟧市、区⟦)⟧政府。" + BRACKETS, MarkWidth()),
    "one bracket": ("市、县（市、区⟦)⟧政府。" + BRACKETS, MarkWidth()),
    "function of a Latin word": ("使用f(x)函数。" + BRACKETS, MarkWidth()),
    "marker": ("(一)甲\n乙。\n(二)丙\n丁。\n" + BRACKETS * 3, MarkWidth()),
    "gloss after a Latin word": ("降低PM2.5⟦(⟧细颗粒物⟦)⟧浓度。" + BRACKETS, MarkWidth()),
    "Latin gloss": ("世界卫生组织⟦(⟧WHO⟦)⟧建议。" + BRACKETS, MarkWidth()),
    "proportion": ("按4:6的比例。甲：乙：丙：丁：戊：己。", MarkWidth()),
    "marks asked for": ("甲,乙；丙⟦;⟧丁，，，，，；；；；；", MarkWidth(marks=";")),
    "ratio asked for": ("甲⟦,⟧乙，丙，丁。", MarkWidth(ratio=2)),
}  # fmt: skip


@pytest.mark.parametrize(("expected", "check"), RATIO.values(), ids=RATIO)
def test_parameters(expected: str, check: MarkWidth) -> None:
    assert marked(check, expected.replace("⟦", "").replace("⟧", "")) == expected


def test_values() -> None:
    [hit] = hits(MarkWidth(), "抓学习,抓落实。" + FULL)
    assert hit.values == {"found": ",", "expected": "，"}
