"""Totals of tables in plain text, Markdown and Word, against their rows and columns."""

import pytest

from lint.checks.correspondence.tables.table_total import TableTotal
from lint.document.parser import parse
from lint.formats import read
from lint.formats.docx.draft import word_source
from lint.text.source import Source
from tests.docx.making import paragraph, table, word

WRONG = {
    "a column": (
        "来源 金额（万元） 占比\n中央和省级 9.2 49.5%\n市级 1.4 7.5%\n县级 2.7 14.5%\n社会 5.3 28.5%\n合计 18.4 100%",
        ("合计", "金额（万元）", "18.4", "18.6"),
    ),
    "a row": (
        "名称 单位 城区 东湾 合计\n编织袋 条 120 80 200\n水泵 台 12 8 20\n卡箍 套 65 30 85",
        ("卡箍", "合计", "85", "95"),
    ),
    "separators and units": (
        "科目 预算\n差旅费 1,200元\n会议费 12,800元\n总计 15,000元",
        ("总计", "预算", "15000", "14000"),
    ),
    "a part sum": (
        "县区 新建 改建\n东区 3 2\n西区 4 1\n小计 7 4\n直属 2 2\n直管 1 1\n合计 10 6",
        ("小计", "改建", "4", "3"),
    ),
    "the total first": ("地区 户数 人数\n总计 30 91\n甲乡 10 40\n乙乡 20 50", ("总计", "人数", "91", "90")),
    "a number of each row": (
        "序号 项目 投资\n1 甲桥 30\n2 乙桥 45\n3 丙桥 20\n合计 / 85",
        ("合计", "投资", "85", "95"),
    ),
    "told once": (
        "类别 2025年 2026年 合计\n产业 420 380 800\n设施 360 410 770\n环境 150 140 290\n合计 930 950 1860",
        ("合计", "2026年", "950", "930"),
    ),
    "a total's name over two columns": (
        "序号 项目 计划 完成 完成率\n1 治理 52 52 100%\n2 改造 20 18 90%\n3 管控 32 29 91%\n合计 104 98 94.2%",
        ("合计", "完成", "98", "99"),
    ),
    "a total's name over two columns, remarks behind": (
        "序号 指标 分值 说明\n1 规划 20 衔接\n2 需要 25 受益\n3 深度 50 成熟\n合计 100 —",
        ("合计", "分值", "100", "95"),
    ),
    "rows on two levels": (
        "序号 费用 金额\n1 工程费 169\n1.1 建筑费 87\n1.2 设备费 62\n1.3 安装费 18\n2 其他 29\n3 预备费 20\n合计 / 218",
        ("工程费", "金额", "169", "167"),
    ),
    "rows on two levels, the total wrong": (
        "序号 科目 金额\n一 收入 50\n1 税收 30\n2 其他 20\n二 上年结余 12\n三 调入 8\n合计 / 75",
        ("合计", "金额", "75", "70"),
    ),
}
RIGHT = {
    "rows on two levels": "序号 费用 金额\n1 工程费 167\n1.1 建筑费 87\n1.2 设备费 80\n2 其他 29\n合计 / 196",
    "rows on three levels": (
        "序号 费用 金额\n一 工程费 169\n1 建筑费 87\n1.1 土建 60\n1.2 装饰 20\n2 设备费 62\n二 其他 29\n合计 / 200"
    ),
    "a total's name over two columns": "序号 项目 计划 完成\n1 治理 52 52\n2 改造 20 18\n3 管控 32 29\n合计 104 99",
    "blanks left out behind a total": "县区 户数 人数 备注\n甲乡 10 40 全\n乙乡 20 50 全\n合计 30 90",
    "both": "序号 县区 户数 人数 备注\n1 甲乡 10 40 全\n2 乙乡 20 50 全\n合计 30 90",
    "all": "县区 新建 改建 合计\n东区 3 2 5\n西区 4 1 5\n合计 7 3 10",
    "a product": "名称 数量 单价 合计\n电脑 4 5000 20000\n打印机 2 2500 5000\n合计 6 7500 25000",
    "shares and means": "地区 产量 占比 人均\n甲 20 40% 5\n乙 30 60% 6\n合计 50 100% 5.5",
    "parts of rows": "项目 金额\n一、收入 30\n其中：税收 20\n二、支出 25\n合计 55",
    "rounded": "地区 增加值\n甲 3.14\n乙 4.25\n合计 7.40",
    "an excerpt": "地区 户数\n甲乡 10\n乙乡 20\n全县合计 30\n合计 900",
    "no figures": "地区 进度\n甲乡 快\n乙乡 慢\n合计 中",
    "of several kinds": "县区 机构（所） 床位（张） 合计\n甲 1 20 21\n乙 2 30 35\n丙 1 40 41",
    "blanks": "地区 一季度 二季度 合计\n甲乡 3 - 3\n乙乡 4 1 5\n合计 7 1 8",
}


def _rows(text: str) -> list[list[str]]:
    return [line.split(" ") for line in text.splitlines()]


def _tabbed(text: str) -> Source:
    return Source("draft.txt", "表1\n" + text.replace(" ", "\t") + "\n")


def _markdown(text: str) -> Source:
    head, *rows = (f"| {' | '.join(row)} |" for row in _rows(text))
    rule = "|" + " --- |" * len(_rows(text)[0])
    return Source("draft.md", "\n".join(["表1", "", head, rule, *rows, ""]))


def _told(source: Source) -> list[tuple[str, ...]]:
    hits = TableTotal().run(parse(read(source)))
    return [tuple(hit.values[name] for name in ("row", "column", "total", "sum")) for hit in hits]


@pytest.mark.parametrize(("text", "values"), WRONG.values(), ids=WRONG)
def test_totals_that_are_wrong(text: str, values: tuple[str, ...]) -> None:
    assert _told(_tabbed(text)) == [values]
    assert _told(_markdown(text)) == [values]
    assert _told(Source("draft.txt", _markdown(text).text)) == [values]


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_totals_that_are_right_or_are_none(text: str) -> None:
    assert _told(_tabbed(text)) == []
    assert _told(_markdown(text)) == []


@pytest.mark.parametrize(("text", "values"), WRONG.values(), ids=WRONG)
def test_tables_of_word(text: str, values: tuple[str, ...]) -> None:
    assert _told(word_source(word(paragraph("表1") + table(*_rows(text))), "a.docx")) == [values]


def test_the_place_is_that_of_the_total() -> None:
    source = _tabbed("科目 预算\n差旅费 1200\n会议费 800\n合计 2100")
    document = parse(read(source))
    [hit] = TableTotal().run(document)
    assert source.text[document.reading.to_source(hit.span).start :] == "2100\n"


def test_a_total_before_its_parts_is_told_with_them() -> None:
    source = _tabbed("序号 费用 金额\n1 工程费 169\n1.1 建筑费 87\n1.2 设备费 62\n1.3 安装费 18\n2 其他 31\n合计 / 200")
    document = parse(read(source))
    [hit] = TableTotal().run(document)
    starts = [document.reading.to_source(place.span).start for place in hit.related]
    assert [source.text[start:].split()[0] for start in starts] == ["1", "87", "62", "18"]


def test_a_total_behind_its_parts_is_told_with_its_head() -> None:
    document = parse(read(_tabbed("科目 预算\n差旅费 1200\n会议费 800\n合计 2100")))
    [hit] = TableTotal().run(document)
    assert len(hit.related) == 1
