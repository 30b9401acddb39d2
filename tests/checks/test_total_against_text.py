"""Totals of tables against those that the text tells."""

import pytest

from tests.checks.marking import hits
from tests.checks.ruled import check_of

TABLE = "{caption}\n乡镇\t{head}\n东乡\t186\n西乡\t168\n南乡\t{third}\n合计\t{total}\n"
ROADS = {"caption": "农村公路养护补助资金分配表", "head": "补助资金（万元）", "third": "156", "total": "510"}

WRONG = {
    "a digit": ("通知\n现下达农村公路养护补助资金合计540万元。\n", ROADS, ("540万元", "510万元")),
    "two digits in exchange": (
        "报告\n农村公路养护补助资金总额501万元，分配情况如下表。\n",
        ROADS,
        ("501万元", "510万元"),
    ),
    "a total with decimals that is near": (
        "报告\n农村公路养护补助资金总计512.8万元，分配情况见下表。\n",
        {**ROADS, "third": "156.2", "total": "510.2"},
        ("512.8万元", "510.2万元"),
    ),
    "a unit above the table": (
        "报告\n农村公路养护补助资金总额540万元，分配情况如下表。\n",
        {**ROADS, "caption": "农村公路养护补助资金分配表\n单位：万元", "head": "补助资金"},
        ("540万元", "510万元"),
    ),
}
SILENT = {
    "the same": "报告\n农村公路养护补助资金总额510万元。\n",
    "the same further on": "报告\n农村公路养护补助资金总额540万元，已下达510万元。\n",
    "what they differ by": "报告\n农村公路养护补助资金总额540万元，留用30万元，分配情况如下表。\n",
    "a rounded figure": "报告\n农村公路养护补助资金总额约0.05亿元，分配情况如下表。\n",
    "another matter": "报告\n农村公路建设投资总额540万元，分配情况如下表。\n",
    "another time": "报告\n去年农村公路养护补助资金总额540万元，今年分配情况如下表。\n",
    "an aim": "报告\n到2030年，农村公路养护补助资金总额达到540万元。\n",
    "a part": "报告\n农村公路养护补助资金总额900万元，其中县级补助资金540万元。\n",
    "far off": "报告\n农村公路养护补助资金总额726万元，分配情况如下表。\n",
    "no total": "报告\n农村公路养护补助资金540万元。\n",
}


def _told(text: str, values: dict[str, str]) -> list[tuple[str, str]]:
    found = hits(check_of("correspondence/total-against-text"), text + TABLE.format(**values))
    return [(hit.values["text"], hit.values["total"]) for hit in found]


@pytest.mark.parametrize("name", WRONG)
def test_a_total_that_the_text_tells_otherwise_is_told(name: str) -> None:
    text, values, expected = WRONG[name]
    assert _told(text, values) == [expected]


@pytest.mark.parametrize("name", SILENT)
def test_a_figure_of_something_else_is_not(name: str) -> None:
    assert _told(SILENT[name], ROADS) == []


def test_a_total_that_its_own_rows_do_not_bear_out_is_wrong_by_itself() -> None:
    text = "报告\n农村公路养护补助资金总额510万元，分配情况如下表。\n"
    assert _told(text, {**ROADS, "total": "540"}) == []


def test_a_table_of_something_narrower_is_left_alone() -> None:
    text = "报告\n农村公路养护补助资金总额540万元，分配情况如下表。\n"
    assert _told(text, {**ROADS, "caption": "第一批农村公路养护补助资金分配表"}) == []
