"""A cell that contradicts the field of its task is told; one that says the same in other words is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.correspondence.tables.cell_against_field import CellAgainstField
from tests.checks.genred import hits

CHECK = CellAgainstField()
TASKS = ("修订预案", "储备物资", "组织演练", "加固堤防")
OFFICES = ("县水利局", "县应急局", "县武装部", "县财政局")


def draft(cells: tuple[str, ...], fields: tuple[str, ...] = OFFICES, label: str = "责任单位") -> str:
    text = "".join(
        f"{number}、{task}\n责任单位：{field}\n" for number, task, field in zip("一二三四", TASKS, fields, strict=True)
    )
    rows = "".join(f"{number}\t{task}\t{cell}\n" for number, task, cell in zip(range(1, 5), TASKS, cells, strict=True))
    return f"防汛方案\n{text}附件\n分工表\n序号\t任务\t{label}\n{rows}"


def told(text: str) -> list[tuple[str, str, str]]:
    return [(hit.values["task"], hit.values["found"], hit.values["expected"]) for hit in hits(CHECK, text)]


SILENT = {
    "the same": draft(OFFICES),
    "without the place": draft(("水利局", "应急局", "武装部", "财政局")),
    "in another order": draft(("水利局、财政局", *OFFICES[1:]), ("县财政局、县水利局", *OFFICES[1:])),
    "a reference": draft(("见正文", *OFFICES[1:])),
    "another label": draft(("县水利局", "县财政局", "县武装部", "县财政局"), label="联系人"),
    "another matter": draft(("王某", "李某", "周某", "县财政局")),
}


def test_another_office_is_told() -> None:
    cells = ("县水利局", "县财政局", "县武装部", "县财政局")
    assert told(draft(cells)) == [("储备物资", "县财政局", "县应急局")]


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(text: str) -> None:
    assert told(text) == []


@given(st.lists(st.text("水利应急财政", min_size=2, max_size=6), min_size=4, max_size=4))
def test_what_the_text_says_is_silent(offices: list[str]) -> None:
    assert told(draft(tuple(offices), tuple(offices))) == []
