"""Tables of plain text whose cells one ideographic space sets apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.formats import read
from lint.text.source import Source

TABLES = {
    "numbered": "序号　任务　单位\n1　修路　甲局\n2　架桥　乙局",
    "figures": "县区　数量　备注\n东区　3　快\n西区　—　慢\n南区　12.5　中",
    "a total over two columns": "序号　来源　金额\n1　市级　20\n2　县级　30\n合计　50",
    "an empty cell": "序号　指标　目标　完成\n1　建站　5　4\n2　建桥　　6",
}
OTHERS = {
    "names": "王某甲　李某乙　张某丙\n赵某甲　钱某乙　孙某丙\n周某甲　吴某乙　郑某丙",
    "choices": "A．蔬菜　B．水果　C．茶叶\nA．愿意　B．不愿意　C．再看\nA．近　B．中　C．远",
    "boxes": "性质：□新建　□改建　□扩建\n规模：□大　□中　□小\n状态：□好　□中　□差",
    "two rows": "序号　任务　单位\n1　修路　甲局",
    "a blank line between": "序号　任务　单位\n\n1　修路　甲局\n\n2　架桥　乙局",
    "chapters": "第一章　总　则\n第二章　分　则\n第三章　附　则",
    "another number of cells": "序号　任务　单位\n1　修路\n2　架桥",
    "unnumbered words": "区域　东至　西至\n主城区　甲路　乙路\n新区　丙路　丁路",
}


def _cells(text: str) -> list[list[list[str]]]:
    reading = read(Source("draft.txt", f"工作方案\n{text}\n正文。\n"))
    return [[[cell.text for cell in row] for row in table.rows] for table in reading.tables]


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES)
def test_tables(text: str) -> None:
    assert _cells(text) == [[line.split("　") for line in text.split("\n")]]


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_lines_that_are_none(text: str) -> None:
    assert _cells(text) == []


def test_what_stands_around_stays_prose() -> None:
    text = "类别：□甲　□乙　□丙\n序号　任务　单位\n1　修路　甲局\n2　架桥　乙局\n注：各局　按期　完成"
    reading = read(Source("draft.txt", text))
    assert [block.kind for block in reading.blocks] == ["paragraph", "table", "paragraph"]
    assert reading.text.split("\n")[0] == "类别：□甲　□乙　□丙"


@given(st.lists(st.lists(st.integers(0, 999), min_size=2, max_size=2), min_size=2, max_size=6))
def test_cells_know_their_places(figures: list[list[int]]) -> None:
    rows = [f"{name}区　{first}　{second}" for name, (first, second) in zip("甲乙丙丁戊己", figures, strict=False)]
    text = "\n".join(["县区　新建　改建", *rows])
    source = Source("draft.txt", text)
    reading = read(source)
    [table] = reading.tables
    for row in table.rows:
        for cell in row:
            start = reading.offsets[[at for at, _ in reading.offsets].index(cell.at)][1]
            assert text.startswith(cell.text, start)
