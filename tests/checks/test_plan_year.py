"""What a plan lays down for a year before its own is told; what it says of that year otherwise is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.numerals.years.plan_year import PlanYear
from tests.checks.genred import marked, plain

CHECK = PlanYear(plans="要点$", declares="[^，。：]{0,9}(?:要求|目标)(?:是|为|：|$)", unless="实际", told="回顾")
CASES = {
    "a sentence": "水利局2026年要点\n⟦2025⟧年水利工作要求是：干。\n一、任务\n文。",
    "the second sentence": "水利局2026年要点\n要干好。⟦2025⟧年目标为：干。\n一、任务\n文。",
    "a heading": "水利局2026年要点\n一、⟦2025⟧年目标\n文。\n二、任务\n文。",
    "the year of the title": "水利局2026年要点\n2026年水利工作要求是：干。\n一、任务\n文。",
    "long ago": "水利局2026年要点\n2016年水利工作要求是：干。\n一、任务\n文。",
    "both years": "水利局2026年要点\n2025年工作要求是：干。2026年照办。\n一、任务\n文。",
    "what was so": "水利局2026年要点\n2025年目标为8件，实际9件。\n一、任务\n文。",
    "a section that looks back": "水利局2026年要点\n一、回顾\n2025年目标为：干。\n二、任务\n文。",
    "another thing": "水利局2026年要点\n2025年水利工作进展快，要求是高的。\n一、任务\n文。",
    "no plan": "水利局2026年总结\n2025年水利工作要求是：干。\n一、任务\n文。",
    "years of a school": "水利局2026—2027年要点\n2025年水利工作要求是：干。\n一、任务\n文。",
}


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_sentences(expected: str) -> None:
    assert marked(CHECK, plain(expected)) == expected


@given(own=st.integers(2001, 2098), other=st.integers(2001, 2099))
def test_years_a_little_before_are_told(own: int, other: int) -> None:
    draft = f"水利局{own}年要点\n{other}年水利工作要求是：干。\n一、任务\n文。"
    told = 0 < own - other <= 3
    assert marked(CHECK, draft) == (draft.replace(f"\n{other}年", f"\n⟦{other}⟧年") if told else draft)
