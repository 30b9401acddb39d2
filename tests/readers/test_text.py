import re
import subprocess
import sys

import pytest
from hypothesis import given

from lint.formats import read
from lint.formats.blocks import MASK
from lint.text.source import Source, Span
from tests.readers.shapes import DRAFTS, assert_sound, shapes, uncovered


def texts(text: str) -> list[str]:
    reading = read(Source("draft.txt", text))
    return [reading.text[block.start : block.end] for block in reading.blocks]


def masks(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.span.start : one.span.end]) for one in read(Source("draft.txt", text)).masked]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_paragraph_a_line(newline: str) -> None:
    source = Source("draft.txt", newline.join(["标题", "", "　　一、要求  ", "\t二、目标", " 　", "落款"]))
    reading = read(source)
    assert shapes(reading) == [
        ("paragraph", "标题", 0, None, False),
        ("paragraph", "一、要求", 0, None, True),
        ("paragraph", "二、目标", 0, None, False),
        ("paragraph", "落款", 0, None, True),
    ]
    assert [block.indent for block in reading.blocks] == [0, 4, 4, 0]
    at = reading.text.index("目标")
    place = reading.to_source(Span(at, at + 2))
    assert source.text[place.start : place.end] == "目标"


def test_nothing_to_read() -> None:
    assert shapes(read(Source("draft.txt", ""))) == shapes(read(Source("draft.txt", "\n　\n"))) == []


LONG = "过去一年，全省上下坚持稳中求进工作总基调，经济运行总体平稳。今年的生产总值增长"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LONG}\n5.5%左右，好于预期。", [f"{LONG}5.5%左右，好于预期。"]),
        (f"{LONG}\n35%。", [f"{LONG}35%。"]),
        (f"{LONG}，PM\n2.5\n年平均浓度下降。\n（二）增收", [f"{LONG}，PM2.5年平均浓度下降。", "（二）增收"]),
        ("一是学习不深。二\n是斗争精神不强。", ["一是学习不深。二是斗争精神不强。"]),
        ("一是学习不深。\n二\n是斗争精神不强。", ["一是学习不深。", "二是斗争精神不强。"]),
        ("（\n一）学习方面", ["（一）学习方面"]),
        ("详见本\n材料第六部分，不再重复。", ["详见本材料第六部分，不再重复。"]),
        ("第一\n，学习不深。第\n二，标准不高。", ["第一，学习不深。第二，标准不高。"]),
        ("1\n.加强领导", ["1.加强领导"]),
        ("查摆了16项\n。截至年底已完成。", ["查摆了16项。截至年底已完成。"]),
        (
            "今年经济社会发展的\n主要目标\n是：增长5%。",
            ["今年经济社会发展的主要目标是：增长5%。"],
        ),
        (
            "7.“双向揭榜”：企业找技术，“双向\n揭榜\n挂帅”的简称。",
            ["7.“双向揭榜”：企业找技术，“双向揭榜挂帅”的简称。"],
        ),
        (f"{LONG}、\n投资增长快。", [f"{LONG}、投资增长快。"]),
        ("旺季时间长，最长排队时间仍达2.\n5小时。", ["旺季时间长，最长排队时间仍达2.5小时。"]),
    ],
)
def test_accidental_breaks_are_joined(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "关于做好工作的通知\n各县区人民政府：\n现将有关事项通知如下：",
        "1　总则\n1.1　编制目的\n1.2　适用范围",
        "（一）坚持守住底线，坚决维护社会大局稳定\n始终把维护稳定放在首位，落实责任。",
        f"{LONG}。\n2.3万户经营主体按时完成年报。",
        f"{LONG}，\n二是标准不高。",
        f"{LONG}，\n\n投资增长快。",
        f"{LONG}，\n　　投资增长快。",
        "该条款不成为合同的内容。\n”提供格式条款的企业应当遵循公平原则。",
        "一、基本情况\n2.3万户经营主体按时完成年报。",
        "【字号：\n大\n】",
        "各位代表，\n同志们：",
        "2.\n5个项目开工。",
        "附件1\n访谈提纲",
        "清河市教育局\n2025年1月20日",
        f"抄送：{LONG}，\n清河市教育局　　2025年1月20日印发",
    ],
)
def test_paragraphs_stay_apart(text: str) -> None:
    assert texts(text) == [line.strip() for line in text.splitlines() if line.strip()]


PARAGRAPH = (
    "根据区委关于开好专题民主生活会的要求，认真学习规定内容，广泛听取意见，与班子成员逐一谈心谈话，"
    "紧扣五个方面查摆问题、剖析根源，其中一是理论学习不深，最长排队时间仍达2.5小时，比上年提高4.1个百分点。"
    "二是政治敏锐性不够强，对苗头性问题有时就事论事，没有从政治上分析研判，三是贯彻部署的力度不够。"
)


def wrapped(paragraph: str, size: int) -> list[str]:
    return re.findall(f".{{1,{size}}}", paragraph)


@pytest.mark.parametrize("size", [20, 25, 28, 32, 40])
@pytest.mark.parametrize(
    ("before", "between"), [("　　", ""), ("", "\n"), ("  ", "\n")], ids=["indented", "set apart", "both"]
)
def test_hard_wrapped_text_is_rejoined(size: int, before: str, between: str) -> None:
    paragraphs = [before + PARAGRAPH, before + "（二）" + PARAGRAPH]
    text = "对照检查材料\n（征求意见稿）\n\n" + (between + "\n").join(
        "\n".join(wrapped(paragraph, size)) for paragraph in paragraphs
    )
    assert texts(text) == ["对照检查材料", "（征求意见稿）", PARAGRAPH, "（二）" + PARAGRAPH]
    reading = read(Source("draft.txt", text))
    assert [reading.text[join] for join in reading.joins] == [
        line[0] for paragraph in paragraphs for line in wrapped(paragraph, size)[1:]
    ]


def test_hard_wrapped_text_without_signs_of_paragraphs() -> None:
    body = PARAGRAPH.replace("。", "，").removesuffix("，") + "。"
    text = "\n".join(["对照检查材料", *wrapped(body, 28), *wrapped("（一）" + body, 28), "（二）目标"])
    assert texts(text) == ["对照检查材料", body, "（一）" + body, "（二）目标"]


def test_a_line_cut_before_its_end_is_rejoined_where_paragraphs_are_indented() -> None:
    whole = "\n".join(wrapped("　　" + PARAGRAPH, 28))
    lines = wrapped("　　" + PARAGRAPH, 28)
    uneven = [lines[0], lines[1][:-6], *wrapped(lines[1][-6:] + "".join(lines[2:]), 28)]
    signed = ["　　请将材料报江北县政府办公室，邮编415000", "江北县人民政府办公室"]
    text = "\n".join([whole, whole, "\n".join(uneven), whole, *signed])
    assert texts(text) == [*[PARAGRAPH] * 4, *(line.strip() for line in signed)]


def test_a_table_of_contents_is_not_wrapped_text() -> None:
    lines = [f"第{number}章　加强组织领导和统筹协调工作{'…' * 12}1" for number in "一二三四"]
    assert texts("\n".join(lines)) == lines


@pytest.mark.parametrize("heading", ["目录", "目　次"])
@pytest.mark.parametrize(
    "entries",
    [
        ["前言\t1", "第一章　总则\t2", "第二章　附则\t9"],
        ["1 总则\t1", "1.1 目的\t1", "2 附则\t3"],
        ["1\t总则\t1", "1.1\t目的\t1", "2\t附则\t3"],
        ["前言\tI", "上篇", "一、总体要求\t- 1 -", "二、保障措施\t- 12 -"],
    ],
)
def test_entries_with_page_numbers_are_no_table(heading: str, entries: list[str]) -> None:
    lines = [heading, *entries, "各位代表：", "现说明如下。"]
    assert texts("\n".join(lines)) == lines


@pytest.mark.parametrize("before", ["表1　情况", "目录如下"])
def test_rows_of_figures_elsewhere_are_a_table(before: str) -> None:
    assert masks(f"{before}\n前进乡\t12\n1 号院\t7") == [("table", "前进乡\t12\n1 号院\t7")]


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        ("指标\t目标\n户数\t9500\n批次\t2600", 6),
        ("姓名　　职务　　　电话\n张三　　局长　　　123", 1),
        ("| 甲 | 乙 |\n|----|----|\n| 1 | 2 |", 4),
        ("1.\t甲\t乙\n2.\t丙\t丁", 6),
    ],
)
def test_tables_are_masked(table: str, cells: int) -> None:
    text = f"表1　情况\n{table}\n\n说明。"
    assert shapes(read(Source("draft.txt", text))) == [
        ("paragraph", "表1　情况", 0, None, False),
        ("table", MASK * cells, 0, None, False),
        ("paragraph", "说明。", 0, None, True),
    ]
    assert masks(text) == [("table", table)]


def test_cells_set_apart_by_tabs_are_told() -> None:
    text = "表1　情况\n指标\t 目标\t备注\n户数\t\t甲\n批次\t2600\t乙\n"
    reading = read(Source("draft.txt", text))
    [found] = reading.tables
    rows = found.rows
    assert not found.is_ledger
    assert [[cell.text for cell in row] for row in rows] == [
        ["指标", "目标", "备注"],
        ["户数", "", "甲"],
        ["批次", "2600", "乙"],
    ]
    places = [reading.to_source(Span(cell.at, cell.at)).start for row in rows for cell in row]
    assert [text[place:].split(maxsplit=1)[0] for place in places] == [
        "指标",
        "目标",
        "备注",
        "户数",
        "甲",
        "甲",
        "批次",
        "2600",
        "乙",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "局长　　甲乙丙\n科长　　　丁戊",
        "第一章　　总　　则\n第二章　　附　　则",
        "第一章  总  则\n第一条  为了规范管理，制定本办法。",
        "目　　录\n前　　言",
        "一、总则\t1\n二、目标\t3\n三、任务\t12",
        "1.\t加强组织领导。\n2.\t压实工作责任。",
        "甲局　　　　　　　　　　乙局\n2025年1月2日　　　　　2025年1月2日",
        "姓名\t职务\n\n电话\t地址",
    ],
)
def test_what_only_looks_like_a_table(text: str) -> None:
    assert texts(text) == [line for line in text.splitlines() if line]


def test_addresses_are_masked_sign_for_sign() -> None:
    text = "请登录http://www.gov.cn/a?b=1。或www.x.cn，发至a.b@c.gov.cn（附后）。@所有人"
    url, site, mail = "http://www.gov.cn/a?b=1", "www.x.cn", "a.b@c.gov.cn"
    expected = text
    for address in (url, site, mail):
        expected = expected.replace(address, MASK * len(address), 1)
    assert texts(text) == [expected]
    assert masks(text) == [("url", url), ("url", site), ("url", mail)]


def test_brackets_around_an_address_stay_and_pairs_within_it_belong_to_it() -> None:
    address, within = "https://a.example/b/c", "https://a.example/d_(e)/f"
    assert masks(f"见[{address}]({address})、（{within}）和({within})。") == [
        ("url", address),
        ("url", address),
        ("url", within),
        ("url", within),
    ]


def test_rules_and_directives_are_no_prose() -> None:
    text = "正文。\n------\n# wengao-lint: ignore numbering\n＊＊＊\n一、要求"
    assert shapes(read(Source("draft.txt", text))) == [
        ("paragraph", "正文。", 0, None, False),
        ("rule", MASK, 0, None, False),
        ("rule", MASK, 0, None, False),
        ("paragraph", "一、要求", 0, None, False),
    ]
    assert masks(text) == [("rule", "------"), ("comment", "# wengao-lint: ignore numbering"), ("rule", "＊＊＊")]


def test_plain_text_does_not_load_the_markdown_parser() -> None:
    code = (
        "import sys; from lint.formats import read; from lint.text.source import Source;"
        "read(Source('a.txt', '一、')); sys.exit('markdown_it' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@given(DRAFTS)
def test_every_text_is_read_soundly(text: str) -> None:
    source = Source("draft.txt", text)
    assert_sound(source)
    assert not uncovered(source).strip()
