"""Word drafts in the report: their automatic numbers, how they are set, and their tables."""

from lint.engine.linter import lint
from lint.engine.result import FileResult
from lint.formats.docx.draft import word_source
from lint.reporters.html.draft import DraftView, draft
from lint.reporters.html.paragraphs import ParagraphView, TextPiece
from tests.docx.making import GB, listed, paragraph, table, word
from tests.reporters.html.pages import RULES, STYLE


def word_draft(body: str) -> DraftView:
    source = word_source(word(body, numbering=GB), "稿.docx")
    return draft(FileResult("稿.docx", tuple(lint(source, RULES)), source), source, STYLE)


def test_automatic_numbers_are_seen() -> None:
    shown = word_draft(listed("总体要求", 1) + listed("抓紧XX。要快。", 1, 1) + listed("抓好。要实。", 1, 1))
    assert [each.pieces for each in shown.paragraphs] == [
        (TextPiece("一、", "h1", anchor=0), TextPiece("总体要求", "h1")),
        (TextPiece("（一）", "h2", anchor=1), TextPiece("抓紧", "h2"), TextPiece("XX", "h2", (0,)), "。要快。"),
        (TextPiece("（二）", "h2", anchor=2), TextPiece("抓好", "h2"), "。要实。"),
    ]


def test_findings_about_automatic_numbers_are_marked_at_them() -> None:
    shown = word_draft(listed("总体要求", 1) + listed("只有一项。要快。", 1, 1))
    about = [index for index, entry in enumerate(shown.findings) if entry.rule == "hierarchy/only-child"]
    marked = [
        piece.text
        for each in shown.paragraphs
        for piece in each.pieces
        if isinstance(piece, TextPiece) and set(piece.findings) & set(about)
    ]
    assert marked == ["（一）"] * len(about)


def test_alignment_and_tables() -> None:
    title = paragraph("关于巡查的通知", '<w:jc w:val="center"/>')
    shown = word_draft(title + table(["姓名", "单位"], ["甲", "一科"]) + paragraph("请于XX月前办理。"))
    assert [(each.role, each.align) for each in shown.paragraphs] == [("title", "center"), ("table", ""), ("body", "")]
    assert shown.paragraphs[1] == ParagraphView(
        2, (TextPiece("姓名\n单位\n甲\n一科", "masked"),), "table", rows=(("姓名", "单位"), ("甲", "一科"))
    )


def test_table_with_a_finding_shows_its_text() -> None:
    shown = word_draft(table(["问题", "整改措施", "责任人"], ["作风不实", "转作风", ""], ["学习不深", "勤学", "甲"]))
    texts = [
        "".join(piece if isinstance(piece, str) else piece.text for piece in each.pieces) for each in shown.paragraphs
    ]
    assert texts == ["问题\n整改措施\n责任人\n作风不实\n转作风\n\n学习不深\n勤学\n甲"]
