"""Somebody in both fields of minutes is told at the second, nobody else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.elements.attendance import Attendance
from tests.checks.genred import marked, plain

CHECK = Attendance(present=("出席", "列席"), absent=("请假",))
CASES = {
    "both": "会议纪要\n出　席：王大河、李小川\n请　假：⟦李小川⟧（学习）\n文。",
    "by blanks": "会议纪要\n列席：王大河 李小川\n请假：⟦王大河⟧ ⟦李小川⟧\n文。",
    "who stands in": "会议纪要\n出席：王大河（李小川代）\n请假：李小川\n文。",
    "unnamed": "会议纪要\n出席：王某、某某\n请假：王某、某某\n文。",
    "a sentence": "会议纪要\n出席会议的有王大河\n请假：王大河\n文。",
}


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_fields(expected: str) -> None:
    assert marked(CHECK, plain(expected)) == expected


@given(names=st.lists(st.text("王李赵周河川平明", min_size=2, max_size=4), unique=True, min_size=2, max_size=8))
def test_nobody_on_one_side_is_told(names: list[str]) -> None:
    there, absent = names[::2], names[1::2]
    draft = f"会议纪要\n出席：{'、'.join(there)}\n请假：{'、'.join(absent)}\n文。"
    assert marked(CHECK, draft) == draft
