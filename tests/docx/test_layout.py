"""What the layout of a Word draft tells where its text alone does not."""

import pytest

from lint.document.parser import parse
from lint.document.tree import Document, Part
from lint.engine.linter import lint
from lint.formats import read
from lint.formats.decoding import decode
from lint.formats.docx.draft import word_source
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from tests.docx.making import GB, level, listed, lists, paragraph, run, table, word

CENTER, RIGHT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
TOC = '<w:style w:type="paragraph" w:styleId="t1"><w:name w:val="toc 1"/></w:style>'


def document(body: str, **parts: str) -> Document:
    return parse(read(word_source(word(body, **parts), "a.docx")))


def pieces(found: Document) -> dict[str, str]:
    part: Part = found.main
    named = {name: getattr(part, name) for name in ("title", "subtitle", "recipients", "closing", "signature", "date")}
    return {name: found.slice(span) for name, span in named.items() if span}


def large(text: str) -> str:
    return paragraph(run(text, '<w:sz w:val="44"/>'), CENTER)


def test_a_title_is_what_is_set_as_one() -> None:
    body = (
        large("2024年度全市安全生产，")
        + large("重点工作通知")
        + large("（修订稿）")
        + paragraph("各县区：")
        + paragraph("正文。")
    )
    assert pieces(document(body)) == {
        "title": "2024年度全市安全生产，\n重点工作通知",
        "subtitle": "（修订稿）",
        "recipients": "各县区：",
    }


def test_a_title_stands_below_the_letterhead() -> None:
    body = (
        large("江城市人民政府文件")
        + paragraph("江政发〔2024〕5号", CENTER)
        + large("关于开展检查的通知")
        + paragraph("各县区：")
        + paragraph("正文。")
    )
    assert pieces(document(body)) == {"title": "关于开展检查的通知", "recipients": "各县区："}


def test_a_signature_is_what_is_set_right_above_a_date() -> None:
    body = (
        large("关于开展检查的通知")
        + paragraph("各县区：")
        + paragraph("正文。")
        + paragraph("特此通知。")
        + paragraph("江城市人民政府办公室（代章），", RIGHT)
        + paragraph("2024年5月6日", RIGHT)
        + "".join(paragraph(f"第{number}行，没有标记的说明文字。") for number in range(12))
    )
    found = pieces(document(body))
    assert (found["signature"], found["date"]) == ("江城市人民政府办公室（代章），", "2024年5月6日")


def test_contents_without_a_heading_are_no_text() -> None:
    entries = ["一、总体要求\t1", "二、保障措施\t3"]
    toc = "".join(paragraph(entry, '<w:pStyle w:val="t1"/>') for entry in entries)
    body = (
        large("工作方案")
        + toc
        + listed("总体要求", 1)
        + paragraph("要求。")
        + listed("保障措施", 1)
        + paragraph("措施。")
    )
    found = document(body, styles=TOC, numbering=GB)
    assert found.main.contents == (1, 2)
    assert [found.slice(item.heading) for item in found.items] == ["总体要求", "保障措施"]


def test_notes_and_text_boxes_belong_to_no_series() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = large("工作方案") + paragraph(run("一、甲。") + note) + paragraph("二、乙。")
    found = document(body, footnotes=f'<w:footnote w:id="2">{paragraph("三、注。")}</w:footnote>')
    assert [found.slice(item.heading) for item in found.items] == ["甲", "乙"]
    assert found.text.endswith("三、注。")


def test_typed_and_automatic_markers_are_one_series() -> None:
    body = large("工作方案") + listed("甲", 1) + paragraph("甲。") + paragraph("三、乙") + paragraph("乙。")
    source = decode(word(body, numbering=GB), "a.docx")
    rulebook = load_rulebook([builtin_folder()])
    assert [(one.rule, one.message, source.position(one.span.start)) for one in lint(source, rulebook)] == [
        ("numbering/gap", "序号依次为“一、三”，缺“二”；如无漏写，应为“一、二”", (4, 1))
    ]


def test_lists_in_lists_count_apart_though_they_look_alike() -> None:
    alike = "".join(level(depth, "decimal", f"%{depth + 1}.", more='<w:suff w:val="nothing"/>') for depth in (0, 1))
    steps = [(0, "甲"), (1, "子"), (1, "丑"), (0, "乙"), (1, "子"), (1, "丑")]
    found = document("".join(listed(text, 1, depth) for depth, text in steps), numbering=lists(alike))
    assert found.text == "1.甲\n1.子\n2.丑\n2.乙\n1.子\n2.丑"
    assert [(item.marker.value, [child.marker.value for child in item.children]) for item in found.main.items] == [
        (1, [1, 2]),
        (2, [1, 2]),
    ]


def test_empty_cells_of_a_ledger_are_told() -> None:
    rows = [["问题", "措施", "责任人", "时限"], ["甲", "乙", "丙", "丁"], ["戊", "己", "", "庚"]]
    source = decode(word(large("整改工作方案") + paragraph("台账如下。") + table(*rows)), "a.docx")
    rulebook = load_rulebook([builtin_folder()]).select(("sections/ledger-cell-empty",), ())
    [finding] = lint(source, rulebook)
    assert (finding.message, source.position(finding.span.start)) == (
        "台账中“戊”一行没有填“责任人”，其他行都填了",
        (13, 1),
    )


def test_lists_that_word_continues_or_restarts_wrongly_are_seen() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    forms = (level(0, "decimal", "%1.", more='<w:suff w:val="nothing"/>'),)
    numbering = lists(*forms, overrides={2: (1, again), 3: (1, again)})
    rulebook = load_rulebook([builtin_folder()]).select(("numbering",), ())

    def told(*sections: tuple[int, ...]) -> list[tuple[str, str, int]]:
        body = large("工作方案") + "".join(
            paragraph(f"{sign}、甲") + "".join(listed("子。", number) for number in numbers)
            for sign, numbers in zip("一二三", sections, strict=True)
        )
        source = decode(word(body, numbering=numbering), "a.docx")
        return [(one.rule, one.message, source.position(one.span.start).line) for one in lint(source, rulebook)]

    assert told((1, 1), (2, 2), (3, 3)) == []
    assert told((1, 1), (1, 1), (2, 2)) == [("numbering/starts-above-one", "这一组序号从“3”开始，应从“1”开始", 6)]
    assert told((1, 1), (2, 2), (3, 1, 2)) == []
    assert told((1, 2), (3, 3), ()) == [("numbering/duplicate", "“一、”下的“1.…”序号依次为“1、1”，应为“1、2”", 4)]


STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/>{more}</w:style>'
    for name, shown, more in (
        ("h1", "heading 1", ""),
        ("t", "Title", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("c", "caption", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    )
)
HIGHEST = '<w:outlineLvl w:val="0"/>'


def outlined(found: Document) -> list[str]:
    return ["·" * (item.depth - 1) + found.slice(item.head) for item in found.items]


@pytest.mark.parametrize(
    "title",
    [
        paragraph("工作方案", '<w:pStyle w:val="h1"/>'),
        paragraph("工作方案", '<w:pStyle w:val="t"/>'),
        paragraph(run("工作方案", '<w:sz w:val="44"/>'), CENTER + HIGHEST),
        large("工作方案"),
    ],
)
def test_a_title_with_an_outline_level_is_no_section_and_begins_no_second_text(title: str) -> None:
    names = ("总体要求", "主要任务", "保障措施")
    body = "".join(paragraph(name, '<w:pStyle w:val="h1"/>') + paragraph(f"关于{name}的说明。") for name in names)
    found = document(title + paragraph("现制定本方案。") + body, styles=STYLES)
    assert [(part.kind, found.slice(part.title)) for part in found.parts if part.title] == [("main", "工作方案")]
    assert outlined(found) == list(names)


def test_a_caption_with_an_outline_level_is_no_section() -> None:
    body = (
        large("工作方案")
        + paragraph("一、总体要求", HIGHEST)
        + paragraph("图1　组织架构", HIGHEST)
        + paragraph("二、主要任务", HIGHEST)
        + paragraph("任务分工", '<w:pStyle w:val="c"/>')
        + table(["序号", "任务"], ["1", "抓学习"])
        + paragraph("三、保障措施", HIGHEST)
    )
    found = document(body, styles=STYLES)
    assert outlined(found) == ["一、总体要求", "二、主要任务", "三、保障措施"]
    assert len(found.parts) == 1


@pytest.mark.parametrize("level_of", ["", HIGHEST])
@pytest.mark.parametrize("is_typed", [True, False])
def test_a_chapter_set_as_large_as_the_title_is_no_title(level_of: str, *, is_typed: bool) -> None:
    number = "" if is_typed else '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'

    def chapter(sign: str, name: str) -> str:
        shown = f"{sign}　{name}" if is_typed else name
        return paragraph(run(shown, '<w:sz w:val="44"/>'), number + CENTER + level_of)

    body = (
        large("供水管理办法")
        + chapter("第一章", "总则")
        + paragraph("第一条　为了加强供水管理，制定本办法。")
        + chapter("第二章", "附则")
        + paragraph("第二条　本办法自公布之日起施行。")
    )
    found = document(body, numbering=lists(level(0, "chineseCounting", "第%1章")))
    assert pieces(found) == {"title": "供水管理办法"}
    assert [found.slice(item.marker.span) for item in found.items] == ["第一章", "第一条", "第二章", "第二条"]


@pytest.mark.parametrize("style", ["", '<w:pStyle w:val="t1"/>'])
@pytest.mark.parametrize("heading", ["", "目　录"])
@pytest.mark.parametrize("ends_in_heading", [True, False])
def test_a_heading_right_after_a_contents_field_is_one(style: str, heading: str, *, ends_in_heading: bool) -> None:
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    begin = sign.format("begin") + '<w:r><w:instrText> TOC \\o "1-2" </w:instrText></w:r>' + sign.format("separate")
    end = sign.format("end")
    entries = "".join(
        paragraph((begin if not index else "") + run(entry), style)
        for index, entry in enumerate(("前言\t1", "1\t总则\t2", "2\t附则\t3"))
    )
    numbered = HIGHEST + '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = (
        large("应急预案")
        + (paragraph(heading) if heading else "")
        + entries
        + ("" if ends_in_heading else paragraph(end))
        + paragraph((end if ends_in_heading else "") + run("前言"), HIGHEST)
        + paragraph("现制定本预案。")
        + paragraph("总则", numbered)
        + paragraph("本预案适用于全市。")
        + paragraph("附则", numbered)
    )
    found = document(body, styles=TOC, numbering=lists(level(0, "decimal", "%1")))
    first = 1
    assert found.main.contents == tuple(range(first, first + 3 + bool(heading)))
    assert outlined(found) == ["前言", "1 总则", "2 附则"]


@pytest.mark.parametrize("first", ["前言\t1", "1 总则\t1", "1\t总则\t1"])
def test_typed_contents_with_tabs_are_no_table(first: str) -> None:
    entries = [first, "1.1\t目的\t2", "2 附则\t4"]
    body = large("应急预案") + "".join(
        paragraph(text) for text in ["目录", *entries, "各位代表：", "现说明如下。", "1 总则"]
    )
    found = document(body)
    assert (found.main.contents, found.reading.tables) == ((1, 2, 3, 4), ())
    assert pieces(found) == {"title": "应急预案", "recipients": "各位代表："}
