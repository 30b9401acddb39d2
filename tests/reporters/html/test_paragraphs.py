from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.document.parser import parse
from lint.formats import read
from lint.formats.decoding import decode
from lint.reporters.html.paragraphs import ParagraphView, TextPiece, paragraphs
from lint.rulebook.finding import Finding, Related
from lint.text.source import Source, Span
from tests.reporters.html.pages import checked

SEEDS = Path(__file__).parent.parent.parent.parent / "seeds"


def finding(start: int, end: int, *related: Span) -> Finding:
    return Finding(
        "稿.txt", "a/b", "info", "", Span(start, end), "", None, tuple(Related(span, "") for span in related)
    )


def shown(text: str, *findings: Finding, path: str = "稿.txt") -> tuple[ParagraphView, ...]:
    source = Source(path, text)
    return paragraphs(source, parse(read(source)), findings)


def test_what_paragraphs_are() -> None:
    text = (
        "关于进一步加强巡查工作的通知\n\n各科室：\n　　现通知如下。\n　　一、总体要求\n　　（一）抓紧。要快。\n"
        "　　特此通知。\n\n　　　　　　办公室\n　　　　　　2024年1月5日\n"
    )
    assert [(each.line, each.role, each.indent, each.gap) for each in shown(text)] == [
        (1, "title", 0, False),
        (3, "recipients", 0, True),
        (4, "body", 2, False),
        (5, "heading", 2, False),
        (6, "body", 2, False),
        (7, "closing", 2, False),
        (9, "signature", 6, True),
        (10, "date", 6, False),
    ]


def test_headings_and_counters_have_styles() -> None:
    text = "一、要求\n（一）抓紧。一是甲。二是乙。\n（二）都做到；\n"
    assert [each.pieces for each in shown(text)] == [
        (TextPiece("一、", "h1", anchor=0), TextPiece("要求", "h1")),
        (
            TextPiece("（一）", "h2", anchor=1),
            TextPiece("抓紧", "h2"),
            "。",
            TextPiece("一是", "counter", anchor=2),
            "甲。",
            TextPiece("二是", "counter", anchor=3),
            "乙。",
        ),
        (TextPiece("（二）", "h4", anchor=4), "都做到；"),
    ]


def test_findings_that_overlap_share_a_piece() -> None:
    [paragraph] = shown("甲乙丙丁戊", finding(1, 4), finding(2, 5, Span(0, 1)))
    assert paragraph.pieces == (
        TextPiece("甲", related=(1,)),
        TextPiece("乙", findings=(0,)),
        TextPiece("丙丁", findings=(0, 1)),
        TextPiece("戊", findings=(1,)),
    )


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (1, 1, [("甲", TextPiece("", findings=(0,)), "乙"), ("丙",)]),
        (2, 2, [("甲乙", TextPiece("", findings=(0,))), ("丙",)]),
        (2, 3, [("甲乙",), (TextPiece("", findings=(0,)), "丙")]),
        (5, 5, [("甲乙",), ("丙", TextPiece("", findings=(0,)))]),
        (0, 4, [(TextPiece("甲乙", findings=(0,)),), (TextPiece("丙", findings=(0,)),)]),
    ],
)
def test_findings_without_text_and_over_lines(
    start: int, end: int, expected: list[tuple[str | TextPiece, ...]]
) -> None:
    assert [each.pieces for each in shown("甲乙\n丙\n", finding(start, end))] == expected


def test_finding_in_an_empty_draft() -> None:
    assert shown("", finding(0, 0)) == (ParagraphView(1, (TextPiece("", findings=(0,)),)),)


def test_masked_text_is_shown_as_it_stands() -> None:
    text = "见 https://a.example/x 和`代码`。\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n"
    [prose, table] = shown(text, path="稿.md")
    assert prose.pieces == ("见 ", TextPiece("https://a.example/x", "masked"), " 和", TextPiece("代码", "masked"), "。")
    assert (table.role, table.pieces) == ("table", (TextPiece("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |", "masked"),))


def test_markdown_lists_keep_their_numbers() -> None:
    assert [(each.role, each.level, each.ordinal) for each in shown("3. 甲\n4. 乙\n\n- 丙\n", path="稿.md")] == [
        ("list_item", 1, 3),
        ("list_item", 1, 4),
        ("list_item", 1, 0),
    ]


def test_annexes_begin_parts() -> None:
    text = "关于巡查的通知\n\n各科室：\n　　请巡查。\n　　附件：巡查表\n\n附件\n\n巡查表\n\n　　一、路段\n"
    assert [each.part for each in shown(text)] == ["", "", "", "", "annex", "", ""]


@given(text=st.text("甲乙，。一二是（）、\n\u3000", max_size=40), data=st.data())
def test_every_finding_has_a_place_and_no_text_is_lost(text: str, data: st.DataObject) -> None:
    ends = st.tuples(*(st.integers(0, len(text)) for _ in range(2))).map(sorted)
    findings = [finding(*span) for span in data.draw(st.lists(ends, max_size=5))]
    pieces = [piece for each in shown(text, *findings) for piece in each.pieces]
    placed = {index for piece in pieces if isinstance(piece, TextPiece) for index in piece.findings}
    assert placed == set(range(len(findings)))
    plain = "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)
    assert "".join(plain.split()) == "".join(text.split())


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.[tm][xd]*")), ids=lambda path: path.name)
def test_findings_in_seeds_are_marked_where_they_stand(path: Path) -> None:
    result = checked(decode(path.read_bytes(), path.name).text, path.name)
    assert result.source
    marked = ["" for _ in result.findings]
    for each in paragraphs(result.source, parse(read(result.source)), result.findings):
        for piece in each.pieces:
            for index in piece.findings if isinstance(piece, TextPiece) else ():
                marked[index] += piece.text if isinstance(piece, TextPiece) else ""
    found = [result.source.text[finding.span.start : finding.span.end] for finding in result.findings]
    assert ["".join(text.split()) for text in marked] == ["".join(text.split()) for text in found]
