"""What is read of a .docx, and where."""

import pytest

from lint.formats import read
from lint.formats.blocks import MASK
from lint.formats.docx.draft import word_source
from lint.formats.docx.source import WordSource
from lint.text.source import Span
from tests.docx.making import GB, level, listed, lists, paragraph, run, table, word
from tests.readers.shapes import Shape, shapes


def source_of(body: str, **parts: str) -> WordSource:
    return word_source(word(body, **parts), "a.docx")


def lines(body: str, **parts: str) -> list[str]:
    return source_of(body, **parts).text.splitlines()


def shaped(body: str, **parts: str) -> list[Shape]:
    return shapes(read(source_of(body, **parts)))


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF _1 </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BOX = "<w:txbxContent>{}</w:txbxContent>"
DRAWN = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{0}</wps:txbx></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox>{0}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (run("甲") + run("乙"), "甲乙"),
        (run("甲\t乙"), "甲\t乙"),
        (run("甲\v乙"), "甲\v乙"),
        (run("甲") + "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>" + run("乙"), "甲-乙"),
        (f"<w:ins>{run('甲')}</w:ins><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>{run('丙')}", "甲丙"),
        (f"<w:moveTo>{run('甲')}</w:moveTo><w:moveFrom>{run('乙')}</w:moveFrom>", "甲"),
        (run("甲") + run("乙", "<w:vanish/>") + run("丙", '<w:vanish w:val="0"/>'), "甲丙"),
        (f"<w:hyperlink>{run('甲')}</w:hyperlink><w:smartTag>{run('乙')}</w:smartTag>", "甲乙"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('甲')}</w:sdtContent></w:sdt>", "甲"),
        (f'<w:fldSimple w:instr="REF _1">{run("甲")}</w:fldSimple>', "甲"),
        (run("甲") + FIELD.format(run("乙")) + run("丙"), "甲乙丙"),
        (FIELD.format(FIELD.format(run("乙"))), "乙"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>' + run("甲"), "□甲"),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>" + run("甲"), f"{MASK}甲"),
        (
            f"<w:r><w:ruby><w:rt>{run('jia')}</w:rt><w:rubyBase>{run('甲')}</w:rubyBase></w:ruby></w:r>",
            "甲",
        ),
        ('<w:commentRangeStart w:id="0"/>' + run("甲") + '<w:commentRangeEnd w:id="0"/>', "甲"),
        ("<w:r><w:t>甲\n乙</w:t></w:r>", "甲 乙"),
    ],
)
def test_a_paragraph_is_the_text_that_its_reader_sees(content: str, expected: str) -> None:
    assert source_of(f"<w:p>{content}</w:p>").text == f"{expected}\n"


def test_a_paragraph_is_a_line() -> None:
    source = source_of(paragraph("甲") + paragraph() + table(["乙", "丙"], ["丁", ""]) + paragraph("戊己"))
    assert source.text == "甲\n\n乙\n丙\n丁\n\n戊己\n"
    assert source.position(source.text.index("己")) == (7, 2)


def test_paragraphs_whose_mark_is_deleted_are_joined() -> None:
    mark = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    gone = "<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>"
    assert lines(paragraph("甲", mark) + paragraph(gone, mark) + paragraph("丙") + paragraph("丁")) == ["甲丙", "丁"]


def test_text_boxes_and_notes_come_last_and_once() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = paragraph(run("甲") + note + DRAWN.format(BOX.format(paragraph("框"))) + run("乙")) + paragraph("丙")
    footnotes = '<w:footnote w:type="separator" w:id="0"/>' + f'<w:footnote w:id="2">{paragraph("注")}</w:footnote>'
    assert shaped(body, footnotes=footnotes) == [
        ("paragraph", "甲乙", 0, None, False),
        ("paragraph", "丙", 0, None, False),
        ("aside", "注", 0, None, False),
        ("aside", "框", 0, None, False),
    ]


def test_older_text_boxes_are_read() -> None:
    old = f"<w:r><w:pict><v:shape><v:textbox>{BOX.format(paragraph('框'))}</v:textbox></v:shape></w:pict></w:r>"
    assert lines(paragraph(old + run("甲"))) == ["甲", "框"]


def test_automatic_numbers_are_read_and_stand_nowhere() -> None:
    source = source_of(listed("总体要求", 1) + listed("目标", 1, 1) + listed("", 1, 1), numbering=GB)
    reading = read(source)
    assert source.text == "总体要求\n目标\n\n"
    assert reading.text == "一、总体要求\n（一）目标\n（二）"
    assert [reading.text[slice(*label.span)] for label in reading.labels] == ["一、", "（一）", "（二）"]
    assert [reading.to_source(label.span) for label in reading.labels] == [(0, 0), (5, 5), (8, 8)]
    place = reading.text.index("目标")
    assert reading.to_source(Span(place, place + 2)) == (5, 7)
    assert reading.to_source(Span(place - 3, place + 2)) == (5, 7)


def test_line_breaks_part_paragraphs() -> None:
    assert shaped(paragraph("（一）甲。\v（二）乙。")) == [
        ("paragraph", "（一）甲。", 0, None, False),
        ("paragraph", "（二）乙。", 0, None, False),
    ]


def test_page_and_section_breaks_set_paragraphs_apart() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    body = (
        paragraph("甲")
        + paragraph("乙", "<w:pageBreakBefore/>")
        + paragraph(run("丙") + page)
        + paragraph(run("丁"), "<w:sectPr/>")
        + paragraph(page + run("戊"))
        + paragraph("己")
    )
    assert [(shape[1], shape[4]) for shape in shaped(body)] == [
        ("甲", False),
        ("乙", True),
        ("丙", False),
        ("丁", True),
        ("戊", True),
        ("己", False),
    ]


HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="h{n}"><w:name w:val="heading {n}"/></w:style>' for n in (1, 2)
)
HEADINGS += '<w:style w:type="paragraph" w:styleId="t1"><w:name w:val="toc 1"/></w:style>'
HEADINGS += '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'


def styled(text: str, style: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>')


def test_headings_are_told_by_style_and_by_outline_level() -> None:
    body = (
        paragraph("工作方案")
        + styled("总体要求", "h1")
        + styled("目标", "h2")
        + paragraph("保障", '<w:outlineLvl w:val="0"/>')
        + styled("（一）" + "长" * 70, "h2")
    )
    assert shaped(body, styles=HEADINGS) == [
        ("paragraph", "工作方案", 0, None, False),
        ("heading", "总体要求", 2, None, False),
        ("heading", "目标", 3, None, False),
        ("heading", "保障", 2, None, False),
        ("paragraph", "（一）" + "长" * 70, 0, None, False),
    ]


def test_hidden_text_and_headings_of_styles() -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    styles = (
        f'<w:style w:type="character" w:styleId="c"><w:name w:val="c"/>{hidden}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="p"><w:name w:val="p"/>{hidden}</w:style>'
        '<w:style w:type="paragraph" w:styleId="q" w:default="1"><w:name w:val="q"/><w:pPr><w:outlineLvl w:val="1"/>'
        '<w:ind w:firstLine="640"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="r"><w:name w:val="r"/><w:basedOn w:val="q"/></w:style>'
    )
    body = (
        paragraph(run("甲") + run("乙", '<w:rStyle w:val="c"/>'))
        + paragraph(run("丙") + run("丁", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="p"/>')
        + paragraph("戊", '<w:pStyle w:val="r"/><w:ind w:firstLine="0"/>')
    )
    source = source_of(body, styles=styles)
    assert source.text == "甲\n丁\n戊\n"
    assert [(one.level, one.indent) for one in source.paragraphs] == [(2, 4), (0, 0), (2, 0)]


def test_a_title_in_the_first_heading_style_is_the_highest_heading() -> None:
    assert [shape[:3] for shape in shaped(styled("方案", "h1") + styled("目标", "h2"), styles=HEADINGS)] == [
        ("heading", "方案", 1),
        ("heading", "目标", 2),
    ]


def test_roles_of_the_layout() -> None:
    center, right = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
    body = (
        styled("关于印发方案的通知", "t")
        + paragraph(run("二号字", '<w:sz w:val="44"/>'), center)
        + paragraph("居中", center)
        + styled("一、要求\t1", "t1")
        + paragraph("正文")
        + paragraph("2024年5月6日", right)
    )
    assert [block.role for block in read(source_of(body, styles=HEADINGS)).blocks] == [
        "title",
        "title",
        "",
        "contents",
        "",
        "ending",
    ]


def test_bullets_are_items_without_a_number() -> None:
    assert shaped(listed("甲", 1), numbering=lists(level(0, "bullet", "●"))) == [("list_item", "甲", 1, 0, False)]


def test_tables_are_masked_and_frames_are_not() -> None:
    body = paragraph("甲") + table(["一", "二"], ["三", "四"]) + table(["框中的文字"], ["又一框"]) + paragraph("乙")
    source = source_of(body)
    reading = read(source)
    assert shapes(reading) == [
        ("paragraph", "甲", 0, None, False),
        ("table", MASK * 4, 0, None, False),
        ("paragraph", "框中的文字", 0, None, False),
        ("paragraph", "又一框", 0, None, False),
        ("paragraph", "乙", 0, None, False),
    ]
    assert [(one.kind, source.text[one.span.start : one.span.end]) for one in reading.masked] == [
        ("table", "一\n二\n三\n四")
    ]


def test_ledgers_keep_their_cells() -> None:
    merged, below = "<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>", "<w:tcPr><w:vMerge/></w:tcPr>"
    body = table(
        ["问题", "整改措施", "责任人", "时限"],
        [f"{merged}{paragraph('甲')}", "抓学习", "张某", "六月"],
        [f"{below}{paragraph()}", "抓作风", "", "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + paragraph("七月")],
    )
    source = source_of(body)
    reading = read(source)
    assert shapes(reading) == [("table", MASK * 12, 0, None, False)]
    [ledger] = reading.tables
    rows = ledger.rows
    assert ledger.is_ledger
    assert [[cell.text for cell in row] for row in rows] == [
        ["问题", "整改措施", "责任人", "时限"],
        ["甲", "抓学习", "张某", "六月"],
        ["甲", "抓作风", "", "七月"],
    ]
    empty = rows[2][2]
    assert source.position(reading.to_source(Span(empty.at, empty.at)).start) == (11, 1)


def test_wrapped_lines_are_joined_but_not_over_layout() -> None:
    text = "过去一年，全省上下坚持稳中求进工作总基调，经济运行总体平稳。今年的生产总值增长"
    rest = "5.5%左右，好于预期。"
    assert [shape[1] for shape in shaped(paragraph(text) + paragraph(rest))] == [text + rest]
    assert [shape[1] for shape in shaped(paragraph(text) + paragraph(rest, '<w:jc w:val="right"/>'))] == [text, rest]


def test_a_source_travels_between_processes() -> None:
    import pickle  # noqa: PLC0415 - what a pool does with the result of a draft

    source = source_of(listed("甲", 1), numbering=GB)
    again = pickle.loads(pickle.dumps(source))
    assert (again.text, again.paragraphs, again.path) == (source.text, source.paragraphs, source.path)
