"""Plans for the year that a text looks back on are told, those for the next and for the rest of it are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.numerals.years.outlook_year import OutlookYear
from tests.checks.genred import marked, plain

CHECK = OutlookYear(
    reviews=r"总结(?:和20\d\d年计划)?\s*$",
    outlook=r"(?:打算|计划)\s*$",
    late=r"任务\s*$",
    wants="问题",
    unless="半年|完成",
)
CASES = {
    "the same year": "水利局2025年总结\n一、主要工作\n文。\n二、⟦2025⟧年工作打算\n文。",
    "the next year": "水利局2025年总结\n一、主要工作\n文。\n二、2026年工作打算\n文。",
    "the rest of the year": "水利局2025年总结\n一、主要工作\n文。\n二、2025年下半年工作打算\n文。",
    "a half in the title": "水利局2025年上半年总结\n一、主要工作\n文。\n二、2025年工作打算\n文。",
    "what was planned": "水利局2025年总结\n一、2025年完成计划\n文。\n二、下一步打算\n文。",
    "two years": "水利局2025年总结和2026年计划\n一、2025年完成情况\n文。\n二、⟦2025⟧年工作计划\n文。",
    "the second of two": "水利局2025年总结和2026年计划\n一、2025年完成情况\n文。\n二、2026年工作计划\n文。",
    "years apart": "水利局2025年总结和2027年计划\n一、2025年完成情况\n文。\n二、2025年工作计划\n文。",
    "tasks that were done": "水利局2025年总结\n一、2025年任务\n文。\n二、2025年任务\n文。\n三、问题\n文。",
    "tasks at the end": "水利局2025年总结\n一、做法\n文。\n二、⟦2025⟧年任务\n文。",
    "tasks behind what is wanting": "水利局2025年总结\n一、问题\n文。\n二、⟦2025⟧年任务\n文。\n三、保障\n文。",
    "no review": "水利局2025年要点\n一、目标\n文。\n二、2025年工作计划\n文。",
}


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_headings(expected: str) -> None:
    assert marked(CHECK, plain(expected)) == expected


@given(own=st.integers(2001, 2098), other=st.integers(2001, 2099))
def test_only_the_year_of_the_title_is_told(own: int, other: int) -> None:
    draft = f"水利局{own}年总结\n一、主要工作\n文。\n二、{other}年工作打算\n文。"
    assert marked(CHECK, draft) == (draft.replace(f"、{other}", f"、⟦{other}⟧") if own == other else draft)
