"""A year left over from an older draft is told; one that is that of the title, or looks back, is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.numerals.years.stale_year import StaleYear
from tests.checks.genred import marked, plain

CHECK = StaleYear(
    unless="上年|整改|使用情况",
    openings=("现将", "现就", "现印发"),
    closings=("如下", "印发", "给你", "转发"),
    meetings=("开好", "召开"),
    tasks=("做好", "开展"),
    reviews=("报告", "总结", "材料"),
    aims=("确保", "力争"),
    aimed=("完成", "实现", "目标", "任务"),
)
CASES = {
    "what is issued": "关于印发2026年防汛方案的通知\n各镇：\n现将《清河县⟦2025⟧年防汛方案》印发给你们。",
    "a review": "清河县水利局2025年度工作总结\n现将⟦2024⟧年度主要工作报告如下。",
    "the notice of the meeting": (
        "水利局党组2025年度民主生活会对照检查材料\n根据《关于开好⟦2024⟧年度民主生活会的通知》，查摆如下。"
    ),
    "an aim": "清河县水利局2026年工作要点\n抓好建设，力争⟦2025⟧年底完成任务。",
    "an aim of a later year": "清河县水利局2026年工作要点\n抓好建设，力争2027年底完成任务。",
    "two years in the title": "2025年工作总结和2026年工作计划\n现将2025年工作报告如下。",
    "two years in the sentence": "2026年工作计划的报告\n现将2025年工作和2026年工作计划报告如下。",
    "what became of the year before": "关于拨付2026年度资金的请示\n县政府：\n现将2025年度资金使用情况报告如下。",
    "another matter": "关于2026年度防汛工作的通知\n各镇：\n现将2025年度考核结果通报如下。",
    "no year": "关于防汛工作的通知\n各镇：\n现将2025年度防汛工作通报如下。",
}  # fmt: skip


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_years(expected: str) -> None:
    assert marked(CHECK, plain(expected)) == expected


@given(own=st.integers(2001, 2099), other=st.integers(2001, 2099))
def test_the_year_of_the_title_is_silent(own: int, other: int) -> None:
    draft = f"关于印发{own}年防汛方案的通知\n各镇：\n现将《清河县{other}年防汛方案》印发给你们。"
    assert marked(CHECK, draft) == (draft if own == other else draft.replace(f"县{other}", f"县⟦{other}⟧"))
