import pytest

from lint.checks.numbering.markers.doubled_marker import DoubledMarker
from lint.document.parser import parse
from lint.formats import read
from lint.formats.docx.draft import word_source
from tests.docx.making import level, listed, lists, paragraph, word


@pytest.mark.parametrize(
    ("label", "text", "found"),
    [
        ("%1、", "一、总体", "一、"),
        ("%1、", "　一、总体", "一、"),
        ("%1、", "五、总体", "五、"),
        ("%1、", "（一）总体", "（一）"),
        ("%1、", "1.总体", "1."),
        ("%1、", "2.总体", ""),
        ("%1、", "一、二年级", ""),
        ("%1、", "一季度", ""),
        ("%1、", "一是学习。", ""),
        ("第%1条", "（一）总体", ""),
        ("第%1条", "第一条 总体", "第一条"),
        ("（%1）", "3.15晚会", ""),
        ("甲", "一、总体", ""),
    ],
)
def test_typed_markers_after_automatic_numbers(label: str, text: str, found: str) -> None:
    numbering = lists(level(0, "chineseCounting", label))
    source = word_source(word(listed(text, 1) + paragraph("总体。"), numbering=numbering), "a.docx")
    assert "".join(hit.values["found"] for hit in DoubledMarker().run(parse(read(source)))) == found
