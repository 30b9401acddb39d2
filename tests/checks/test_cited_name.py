"""A name that is a slip off the title's is told; another text of a like name is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.elements.title.cited_name import CitedName
from tests.checks.genred import marked, plain

CHECK = CitedName(issuing=("印发", "转发"), before_kind=("暂行", "试行"))
CASES = {
    "a word put in": "关于印发清河县防汛管理办法的通知\n各镇：\n现将《⟦清河县防汛管理暂行办法⟧》印发给你们。",
    "a word replaced": "关于印发《清河县防汛管理办法》的通知\n各镇：\n现将《⟦清河县防汛值守办法⟧》印发给你们。",
    "a name in a name": (
        "关于《清河县白沙镇总体规划》的批复\n白沙镇：\n你镇《关于审批〈⟦清河县石坪镇总体规划⟧〉的请示》收悉。"
    ),
    "the same with its office": "关于印发防汛管理办法的通知\n各镇：\n现将《清河县防汛管理办法》印发给你们。",
    "another year": "关于印发2026年防汛工作方案的通知\n各镇：\n现将《2025年防汛工作方案》印发给你们。",
    "that of an office above": "关于印发《清河县防汛管理办法》的通知\n各镇：\n根据《清河市防汛管理办法》，印发给你们。",
    "both": "关于印发《清河县防汛办法》的通知\n各镇：\n根据《清河县防灾办法》制定的《清河县防汛办法》，现印发给你们。",
    "two in the title": "关于印发《防汛值班办法》《防汛值守规定》的通知\n各镇：\n现将《防汛值班规定》印发给你们。",
}  # fmt: skip


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_names(expected: str) -> None:
    assert marked(CHECK, plain(expected)) == expected


@given(name=st.text("清河县防汛抗旱应急", min_size=6, max_size=20))
def test_the_name_of_the_title_is_silent(name: str) -> None:
    draft = f"关于印发《{name}办法》的通知\n各镇：\n现将《{name}办法》印发给你们。"
    assert marked(CHECK, draft) == draft
