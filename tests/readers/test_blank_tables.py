"""Tables of plain text whose cells several blanks set apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.formats import read
from lint.text.source import Source

TABLES = {
    "figures": "县（区）    中心（个）  床位\n东区    3    20\n西区    12    1,100",
    "numbered": "序号  任务    单位\n1  修路    甲局\n2  架桥    乙局",
    "a total over two columns": "序号  来源  金额\n1  市级  20\n2  县级  30\n合计    50",
    "wide blanks": "项目　　本年　　上年\n收入　　10　　20\n支出　　5　　—",
    "heads that stand closer": "序号　乡镇　站点（个）\n1　　甲镇　　4\n2　　乙镇　　12\n合计　　16",
    "two columns with their total": "项目    资金（万元）\n岗位补贴    40\n合计    40",
}
UNKNOWN = {
    "a blank cell": "类别    户数    备注\n甲    3    无\n乙    5",
    "words alone": "区域    东至    西至\n主城区    甲路    乙路\n新区    丙路    丁路",
    "a form": "姓名  张某甲  年龄  30\n性别  男  级别  20\n籍贯  甲县  工龄  11",
}
PROSE = {
    "a sentence above two rows": "各镇　任务如下。\n甲镇　　4\n乙镇　　12",
    "two columns without a total": "项目    资金\n岗位补贴    40\n培训    30",
    "contents": "第一部分  总则    3\n第二部分  任务    5\n合计    8",
    "signatures": "甲局    乙局\n王某甲    李某乙\n合计    丙局",
}


def _cells(text: str) -> list[list[list[str]]]:
    reading = read(Source("draft.txt", f"工作方案\n{text}\n正文。\n"))
    return [[[cell.text for cell in row] for row in table.rows] for table in reading.tables]


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES)
def test_tables(text: str) -> None:
    assert _cells(text) == [[line.replace("　", " ").split() for line in text.split("\n")]]


@pytest.mark.parametrize("text", UNKNOWN.values(), ids=UNKNOWN)
def test_cells_that_cannot_be_told(text: str) -> None:
    assert _cells(text) == []


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_lines_that_are_no_rows(text: str) -> None:
    reading = read(Source("draft.txt", f"工作方案\n{text}\n正文。\n"))
    assert reading.tables == ()


@given(st.lists(st.lists(st.integers(0, 999), min_size=2, max_size=2), min_size=2, max_size=6))
def test_cells_know_their_places(figures: list[list[int]]) -> None:
    rows = [f"{name}区   {first}  {second}" for name, (first, second) in zip("甲乙丙丁戊己", figures, strict=False)]
    text = "\n".join(["县区   新建  改建", *rows])
    reading = read(Source("draft.txt", text))
    [table] = reading.tables
    for row in table.rows:
        for cell in row:
            start = reading.offsets[[at for at, _ in reading.offsets].index(cell.at)][1]
            assert text.startswith(cell.text, start)
