"""No file ends in anything but a source or a WordError."""

import re
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from lint.document.parser import parse
from lint.formats import read
from lint.formats.decoding import decode
from lint.formats.docx.errors import WordError
from lint.formats.docx.source import WordSource
from lint.formats.docx.writing.annotating import annotated
from lint.text.source import Span
from tests.docx.making import GB, listed, members, package, paragraph, run, table, word
from tests.readers.shapes import assert_sound

PARTS = members(
    paragraph(run("甲乙") + "<w:r><w:fldChar w:fldCharType='begin'/></w:r>" + run("丙\t丁\v戊"))
    + listed("总体", 1)
    + table(["问题", "措施", "责任", "时限"], ["甲", "乙", "", "丁"])
    + listed("", 1, 1),
    numbering=GB,
)
ELEMENTS = re.findall(r"<[^?][^>]*>", PARTS["word/document.xml"] + PARTS["word/numbering.xml"])


@given(st.integers(0, 3000), st.binary(max_size=6))
def test_damaged_bytes(at: int, patch: bytes) -> None:
    data = bytearray(package(PARTS))
    at %= len(data)
    data[at : at + len(patch)] = patch
    with suppress(WordError):
        decode(bytes(data), "a.docx")


@given(st.sampled_from(["word/document.xml", "word/numbering.xml"]), st.data())
def test_rearranged_elements(name: str, data: st.DataObject) -> None:
    pieces = re.split(r"(<[^?][^>]*>)", PARTS[name])
    index = data.draw(st.integers(0, len(pieces) - 1))
    pieces[index] = data.draw(st.sampled_from([*ELEMENTS, "", "9" * 9, 'w:val="-1"']))
    with suppress(WordError):
        decode(package(PARTS | {name: "".join(pieces)}), "a.docx")


BLOCKS = st.lists(
    st.sampled_from(
        [
            paragraph(),
            paragraph("\u3000\u3000一、甲。"),
            paragraph("乙，丙。\v（一）丁\t戊"),
            listed("总体", 1),
            listed("", 1, 1),
            listed("见www.a.cn。", 1, 2),
            table(["一", "二"]),
            table(["问题", "措施", "责任", "时限"], ["甲", "", "", ""]),
            paragraph(run("# wengao-lint: ignore")),
            paragraph("----"),
            paragraph("落款", '<w:jc w:val="right"/>'),
        ]
    ),
    max_size=8,
)


@given(BLOCKS, st.data())
def test_every_draft_is_read_soundly_and_annotated(blocks: list[str], data: st.DataObject) -> None:
    draft = word("".join(blocks), numbering=GB)
    source = decode(draft, "a.docx")
    assert isinstance(source, WordSource)
    reading = read(source)
    parse(reading)
    for label in reading.labels:
        assert reading.to_source(label.span).start == reading.to_source(label.span).end
    assert all(0 <= one.span.start <= one.span.end <= len(source.text) for one in reading.masked)
    if not reading.labels:
        assert_sound(source)
    if source.text:
        start = data.draw(st.integers(0, len(source.text) - 1))
        end = data.draw(st.integers(start, len(source.text)))
        after = decode(annotated(draft, [(Span(start, end), "文")]), "a.docx")
        assert isinstance(after, WordSource)
        assert (after.text, after.paragraphs) == (source.text, source.paragraphs)
