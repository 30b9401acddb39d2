"""What the layout of a Word draft tells where its text alone does not."""

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
    rulebook = load_rulebook([builtin_folder()]).select(("correspondence/ledger-cell-empty",), ())
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
    assert told((1, 2), (3, 3), ()) == [("numbering/duplicate", "序号依次为“1、1”，应为“1、2”", 4)]
