"""A name beside the number of another annex is told, one that several annexes hold is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.references.annexes.annex_cited_name import AnnexCitedName
from tests.checks.genred import marked, plain

CHECK = AnnexCitedName()
LIST = "\n附件：1.任务分工表\n      2.隐患排查登记表\n      3.隐患整改统计表\n水利局\n2025年3月1日"
CASES = {
    "in title marks": "关于排查的通知\n各镇：\n填写《隐患排查登记表》（⟦附件3⟧）。" + LIST,
    "behind the number": "关于排查的通知\n各镇：\n填写⟦附件1⟧《隐患整改统计表》。" + LIST,
    "in words": "关于排查的通知\n各镇：\n排查12处，任务分工详见⟦附件2⟧。" + LIST,
    "the right number": "关于排查的通知\n各镇：\n填写《隐患排查登记表》（附件2），任务分工详见附件1。" + LIST,
    "a word of several": "关于排查的通知\n各镇：\n有关隐患（见附件1），具体要求见附件2。" + LIST,
    "several numbers": "关于排查的通知\n各镇：\n任务分工详见附件1、2。" + LIST,
}


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_citations(expected: str) -> None:
    assert marked(CHECK, plain(expected)) == expected


@given(number=st.integers(1, 3), name=st.sampled_from(["任务分工表", "隐患排查登记表", "隐患整改统计表"]))
def test_only_another_number_is_told(number: int, name: str) -> None:
    draft = f"关于排查的通知\n各镇：\n填写《{name}》（附件{number}）。" + LIST
    right = f"{number}.{name}" in draft
    assert marked(CHECK, draft) == (draft if right else draft.replace(f"（附件{number}）", f"（⟦附件{number}⟧）"))
