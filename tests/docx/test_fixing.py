"""Fixes are made in the runs that hold the text; automatic numbers and fields are never overwritten."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from lint.cli.main import main
from lint.engine.fixing.edits import to_source
from lint.engine.fixing.fixes import apply
from lint.formats import read
from lint.formats.decoding import decode
from lint.formats.docx.draft import word_source
from lint.formats.docx.source import Change, WordSource
from lint.formats.docx.writing.fixing import ChangeError, with_changes
from lint.text.edit import Edit
from lint.text.source import Span
from tests.docx.comments import letters, unlike
from tests.docx.making import GB, listed, paragraph, run, word

BOLD, BIG = "<w:b/>", '<w:sz w:val="44"/>'
FIELD = f'<w:fldSimple w:instr="REF _1">{run("（二）")}</w:fldSimple>'


def changed(data: bytes, *rounds: tuple[Change, ...]) -> bytes:
    """A draft after rounds of changes, applied to its source too."""
    source = word_source(data, "a.docx")
    for changes in rounds:
        assert all(source.can_change(span, new) for span, new in changes)
        edits = [Edit(span, new) for span, new in changes]
        source = source.changed(apply(source.text, edits), changes)
    after = with_changes(data, source.rounds)
    again = word_source(after, "a.docx")
    assert (again.text, again.paragraphs) == (source.text, source.paragraphs)
    return after


def shown(data: bytes) -> list[tuple[str, bool]]:
    return [(letter, "w:b" in properties) for letter, properties in letters(data)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (((Span(1, 2), "丁"),), "甲丁*丙"),
        (((Span(1, 3), "丁"),), "甲丁"),
        (((Span(2, 3), ""),), "甲乙"),
        (((Span(2, 2), "丁"),), "甲乙丁*丙"),
        (((Span(0, 0), "丁"),), "丁甲乙*丙"),
        (((Span(0, 3), "丁戊己"),), "丁戊己"),
        (((Span(0, 1), "丁"), (Span(2, 3), "戊己")), "丁乙*戊*己"),
    ],
)
def test_new_text_stands_in_the_run_of_the_text_that_it_replaces(changes: tuple[Change, ...], expected: str) -> None:
    data = word(paragraph("前") + paragraph(run("甲乙") + run("丙", BOLD)))
    moved = tuple((Span(span.start + 2, span.end + 2), new) for span, new in changes)
    after = changed(data, moved)
    assert "".join(f"{'*' * bold}{letter}" for letter, bold in shown(after)) == f"前{expected}"
    assert unlike(data, after) == {"word/document.xml"}


def test_rounds_follow_each_other() -> None:
    data = word(paragraph(run("甲乙") + run("\t") + FIELD + run("丙丁", BOLD)))
    after = changed(data, ((Span(0, 2), "子"),), ((Span(5, 6), "寅卯"), (Span(1, 1), "丑")), ((Span(0, 1), ""),))
    assert word_source(after, "a.docx").text == "丑\t（二）寅卯丁\n"


def test_notes_are_fixed_in_their_own_part() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = word(paragraph(run("甲") + note), footnotes=f'<w:footnote w:id="2">{paragraph("注注")}</w:footnote>')
    after = changed(data, ((Span(2, 4), "注"),))
    assert unlike(data, after) == {"word/footnotes.xml"}


@pytest.mark.parametrize(
    ("span", "new", "allowed"),
    [
        (Span(0, 1), "子", True),
        (Span(0, 2), "子", False),
        (Span(1, 2), "", False),
        (Span(2, 5), "（三）", False),
        (Span(2, 2), "子", False),
        (Span(3, 3), "子", False),
        (Span(5, 5), "子", True),
        (Span(5, 6), "子", True),
        (Span(5, 6), "子\n", False),
        (Span(6, 8), "子", False),
        (Span(7, 7), "子", False),
        (Span(8, 8), "子", True),
    ],
)
def test_what_word_writes_is_not_overwritten(span: Span, new: str, allowed: bool) -> None:
    source = word_source(word(paragraph(run("甲\t") + FIELD + run("乙")) + paragraph() + paragraph("丙")), "a.docx")
    assert source.text == "甲\t（二）乙\n\n丙\n"
    assert source.can_change(span, new) is allowed
    if not allowed and "\n" not in new and span.start < 6:
        with pytest.raises(ChangeError):
            with_changes(word(paragraph(run("甲\t") + FIELD + run("乙"))), [[(span, new)]])


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (Span(0, 2), "二、"),
        (Span(0, 1), "二"),
        (Span(1, 3), "、某"),
        (Span(0, 0), "第"),
        (Span(2, 2), "第"),
    ],
)
def test_automatic_numbers_are_never_overwritten(span: Span, text: str) -> None:
    source = word_source(word(listed("一、总体", 1), numbering=GB), "a.docx")
    reading = read(source)
    assert reading.text == "一、一、总体"
    assert to_source(Edit(span, text), reading, source) is None


TEXTS = st.lists(st.sampled_from(["甲", "乙乙", "，", "\t", FIELD]), min_size=1, max_size=5)


@given(TEXTS, st.data())
def test_every_change_that_can_be_made_is_made(pieces: list[str], data: st.DataObject) -> None:
    body = paragraph("".join(piece if piece == FIELD else run(piece, BOLD * (n % 2)) for n, piece in enumerate(pieces)))
    draft = word(body)
    source = word_source(draft, "a.docx")
    size = len(source.text) - 1
    start = data.draw(st.integers(0, size))
    change = (Span(start, data.draw(st.integers(start, size))), data.draw(st.sampled_from(["", "子", "丑寅"])))
    if source.can_change(*change):
        changed(draft, (change,))


def fix(path: Path, *options: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", "--isolated", "--select", "punctuation,numbering", *options, str(path)])
    return result.exit_code, result.stdout


def test_the_command_fixes_runs(tmp_path: Path) -> None:
    path = tmp_path / "方案.docx"
    data = word(
        paragraph(run("工作方案", BIG))
        + listed("一、总体要求", 1)
        + paragraph(run("抓学习，") + run("，抓作风", BOLD) + run("。"))
        + listed("保障措施", 1)
        + paragraph("落实责任。"),
        numbering=GB,
    )
    path.write_bytes(data)
    assert fix(path, "--diff")[0] == 1
    assert path.read_bytes() == data
    status, out = fix(path, "--fix")
    assert (status, [line.split(" ")[-1] for line in out.splitlines()]) == (1, ["[numbering/doubled-marker]"])
    assert (
        decode(path.read_bytes(), "a.docx").text == "工作方案\n一、总体要求\n抓学习，抓作风。\n保障措施\n落实责任。\n"
    )
    assert fix(path, "--fix", "--unsafe-fixes") == (0, "")
    source = decode(path.read_bytes(), "a.docx")
    assert isinstance(source, WordSource)
    assert read(source).text == "工作方案\n一、总体要求\n抓学习，抓作风。\n二、保障措施\n落实责任。"
    assert [letter for letter, bold in shown(path.read_bytes()) if bold] == list("抓作风")
    fixed = path.read_bytes()
    assert fix(path, "--fix", "--unsafe-fixes") == (0, "")
    assert path.read_bytes() == fixed
