import pytest

from lint.formats.markdown.markup import keeps_markup
from lint.text.edit import Edit
from lint.text.source import Span

CASES = {
    "beside nothing": ("甲⟦,⟧乙", "，", True),
    "list": ("1⟦、⟧ 甲", ".", False),
    "list in a quotation": ("甲\n> 1⟦、⟧ 甲", ".", False),
    "list with \\r": ("甲\r1⟦、⟧ 甲", ".", False),
    "number without a blank": ("1⟦、⟧甲", ".", True),
    "number in a heading": ("# 1⟦、⟧ 甲", ".", True),
    "list no more": ("⟦1. ⟧甲", "", False),
    "further on in the line": ("甲乙1⟦、⟧ 丙", ".", True),
    "emphasis that would not close": ("走访**“甲”**⟦、等⟧单位", "等", False),
    "emphasis that closes": ("走访**甲**⟦、等⟧单位", "等", True),
    "emphasis at the end": ("**甲乙⟦⟧**\n丙", "。", True),
    "emphasis before more": ("**甲乙⟦⟧**丙", "。", False),
    "emphasis that opens": ("甲**⟦(⟧乙", "（", True),
    "emphasis that would not open": ("甲**⟦⟧乙", "（", False),
    "at both ends": ("⟦,⟧", "", True),
}


@pytest.mark.parametrize(("marked", "new", "expected"), CASES.values(), ids=CASES)
def test_markup_is_kept(marked: str, new: str, expected: bool) -> None:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    assert keeps_markup(Edit(Span(start, end), new), marked.replace("⟦", "").replace("⟧", "")) is expected
