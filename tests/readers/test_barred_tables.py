"""Tables whose cells bars set apart without a ruled line, in plain text and Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.formats import read
from lint.text.source import Source, Span

TABLES = {
    "figures": "镇 | 面积 | 村数\n甲镇 | 1.20 | 15\n乙镇 | 0.95 | 12\n合计 | 2.15 | 27",
    "words, one cell empty": "任务 | 单位 | 时限\n修路；架桥 | 交通局 | 六月\n修渠 |  | 八月",
    "the last cell empty": "序号 | 内容（分值） | 得分\n1 | 制度 | \n2 | 台账 | 5",
    "bars at the ends": "| 序号 | 名称 | 数量 |\n| 1 | 甲 | 3 |\n| 2 | 乙 | |",
    "two columns, one of figures": "指标 | 数值\n产量 | 12\n产值 | 20%",
}
NO_TABLES = {
    "fields": "来源：甲 | 作者：乙 | 字体：大\n来源：丙 | 作者：丁 | 字体：中\n来源：戊 | 作者：己 | 字体：小",
    "commands": "cat a | grep b | sort\ncat c | grep d | sort\ncat e | grep f | sort",
    "a menu": "首页 | 新闻 | 公告\n欢迎光临",
    "items": "1. 修路 | 县局 | 六月\n2. 修渠 | 县局 | 七月\n3. 架线 | 县局 | 八月",
    "bars in words": "线上|线下|双渠道\n城市|农村|双提升\n党建|业务|双融合",
    "sentences": "会议指出。 | 乙 | 丙\n丁 | 戊。 | 己\n庚 | 辛 | 壬。",
    "two columns of words": "张三 | 局长\n李四 | 副局长\n王五 | 科长",
    "two rows": "甲 | 乙 | 丙\n丁 | 戊 | 己",
    "quoted": "> 甲 | 乙 | 丙\n> 丁 | 戊 | 己\n> 庚 | 辛 | 壬",
}
SUFFIXES = ("txt", "md")
MOTTOES = "线上｜线下｜双渠道\n城市｜农村｜双提升\n党建｜业务｜双融合"


@pytest.mark.parametrize("bar", ["｜", "│", " ｜ "])
def test_wide_bars_set_cells_apart_in_plain_text_where_a_column_is_of_figures(bar: str) -> None:
    text = "序号|名称|金额|备注\n一|甲|3|\n二|乙|4|含税\n合计|—|7|".replace("|", bar)
    [table] = read(Source("a.txt", f"前文说明表格。\n{text}\n后文说明表格。\n")).tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["序号", "名称", "金额", "备注"], ["一", "甲", "3", ""], ["二", "乙", "4", "含税"], ["合计", "—", "7", ""]
    ]  # fmt: skip
    assert read(Source("a.md", f"{text} |\n")).tables == read(Source("a.txt", f"{MOTTOES}\n")).tables == ()


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES)
def test_rows_between_prose_are_a_table(text: str, suffix: str) -> None:
    reading = read(Source(f"a.{suffix}", f"前文说明表格。\n{text}\n后文说明表格。\n"))
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.split("\n")]
    assert [[[cell.text for cell in row] for row in table.rows] for table in reading.tables] == [cells]
    assert [block.kind for block in reading.blocks] == ["paragraph", "table", "paragraph"]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("text", NO_TABLES.values(), ids=NO_TABLES)
def test_other_lines_with_bars_are_none(text: str, suffix: str) -> None:
    reading = read(Source(f"a.{suffix}", f"{text}\n"))
    assert (reading.tables, [block.kind for block in reading.blocks if block.kind == "table"]) == ((), [])


@pytest.mark.parametrize("code", ["```\n{}\n```", "~~~~\n{}\n~~~~", "    {}"])
def test_code_in_markdown_holds_no_table(code: str) -> None:
    rows = "名称 | 数量 | 单位\n甲 | 1 | 个\n乙 | 2 | 个"
    indented = rows.replace("\n", "\n    ") if code.startswith(" ") else rows
    assert read(Source("a.md", code.format(indented))).tables == ()


def test_a_ruled_table_below_an_unruled_one() -> None:
    text = "甲 | 乙 | 丙\n1 | 2 | 3\n4 | 5 | 6\n\n丁 | 戊 | 己\n---|---|---\n7 | 8 | 9\n"
    tables = read(Source("a.md", text)).tables
    assert [[[cell.text for cell in row] for row in table.rows] for table in tables] == [
        [["甲", "乙", "丙"], ["1", "2", "3"], ["4", "5", "6"]],
        [["丁", "戊", "己"], ["7", "8", "9"]],
    ]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("rule", ["---|---|---", "--- | :-: | ---", "|---|---|---|"])
def test_a_ruled_line_is_no_row(rule: str, suffix: str) -> None:
    [table] = read(Source(f"a.{suffix}", f"甲 | 乙 | 丙\n{rule}\n己 | 庚 | 辛\n7 | 8 | 9\n4 | 5 | 6\n")).tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["甲", "乙", "丙"], ["己", "庚", "辛"], ["7", "8", "9"], ["4", "5", "6"]
    ]  # fmt: skip


CELL = st.text("甲乙丙丁戊己庚辛", min_size=1, max_size=3)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=3, max_size=6), st.sampled_from(SUFFIXES))
def test_cells_stand_where_the_source_has_them(rows: list[list[str]], suffix: str) -> None:
    source = "前文。\n\n" + "\n".join(" | ".join(row) for row in rows) + "\n\n后文。\n"
    reading = read(Source(f"a.{suffix}", source))
    [table] = reading.tables
    places = [(cell.text, reading.to_source(Span(cell.at, cell.at + 1)).start) for row in table.rows for cell in row]
    assert [text for text, _ in places] == [cell for row in rows for cell in row]
    assert all(source.startswith(text, at) for text, at in places)


def test_a_frame_is_drawn_around_the_rows() -> None:
    text = "┌──┬──┬──┐\n│项目│本年│上年│\n├──┼──┼──┤\n│收入│10│20│\n│支出│5│—│\n├──┼──┼──┤\n│合计│15│20│\n└──┴──┴──┘"
    [table] = read(Source("a.txt", f"前文说明表格。\n{text}\n后文说明表格。\n")).tables
    rows = [line.strip("│").split("│") for line in text.split("\n") if line.startswith("│")]
    assert [[cell.text for cell in row] for row in table.rows] == rows
