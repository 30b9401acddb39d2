import pytest

from lint.formats.docx.writing.sameness import is_same_but_text
from tests.docx.making import members, package, paragraph, run

BODY = paragraph(run("甲乙", "<w:b/>") + run(" 丙")) + paragraph("丁")
PARTS = members(BODY)
MAIN = "word/document.xml"


def changed(old: str, new: str) -> bytes:
    assert old in PARTS[MAIN]
    return package(PARTS | {MAIN: PARTS[MAIN].replace(old, new)})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("甲乙", "甲"),
        ("丁", ""),
        (' xml:space="preserve">甲', ">甲"),
        ("<w:p>", "\n  <w:p>"),
        ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', '<?xml version="1.0"?>\n'),
        ('<w:t xml:space="preserve">丁</w:t>', '<w:t xml:space="preserve"/>'),
    ],
)
def test_text_of_runs_and_indents_may_differ(old: str, new: str) -> None:
    assert is_same_but_text(package(PARTS), changed(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<w:b/>", "<w:i/>"),
        ("<w:b/>", '<w:b w:val="0"/>'),
        ("<w:b/>", ""),
        ("<w:p>", "文<w:p>"),
        ("</w:p>", "</w:p>文"),
        ("<w:p>", "<w:p/><w:p>"),
        (' xmlns:v="urn:schemas-microsoft-com:vml"', ""),
        ("</w:document>", ""),
    ],
)
def test_nothing_else_may(old: str, new: str) -> None:
    assert not is_same_but_text(package(PARTS), changed(old, new))


def test_no_member_may_come_go_or_differ() -> None:
    data = package({**PARTS, "media/image.png": b"1"})
    assert is_same_but_text(data, data)
    assert not is_same_but_text(data, package({**PARTS, "media/image.png": b"2"}))
    assert not is_same_but_text(data, package(PARTS))
    assert not is_same_but_text(package(PARTS), data)
    assert not is_same_but_text(data, package({"media/image.png": b"1", **PARTS}))
