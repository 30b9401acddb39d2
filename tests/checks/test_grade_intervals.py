"""Scales whose intervals meet are silent, in whatever words; one end moved is told at the pair that no longer meets."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.numerals.grade_intervals import GradeIntervals
from tests.checks.genred import marked, plain

CHECK = GradeIntervals(
    grades="[一二三四五]档",
    units=("个百分点", "百分点", "平方米", "%", "分", "元", "人", "件", "次"),
    over=("不低于", "超过", "高于", "≥"),
    under=("不满", "不足", "低于", "不超过", "＜", "≤"),
    apart=("年", "月", "日", "岁", "周岁"),
    given=("处", "罚款", "奖励"),
    counted=("扣", "加", "减"),
    consequences=("罚款", "奖励"),
)
BORDERS = st.lists(st.integers(5, 400), min_size=3, max_size=6, unique=True).map(
    lambda steps: [5 * one for one in sorted(steps)]
)
WORDS = st.sampled_from(
    ["{0}分以上{1}分以下", "{0}分至{1}分", "{0}～{1}分", "{0}分（含）以上不满{1}分", "{0}分≤得分＜{1}分"]
)

CASES = {
    "percent in characters": "一档百分之十以下，二档百分之十以上百分之二十以下，三档⟦百分之十五以上⟧。",
    "whole numbers": "一档90—100分，二档80—89分，三档60—79分，四档59分以下。",
    "one decimal": "一档90分以上，二档80—89.9分，三档60—79.9分，四档⟦54.9分以下⟧。",
    "different units": "一档90分以上，二档80人以上90人以下，三档70元以上85元以下。",
    "thresholds": "60分以上为一档，80分以上为二档，90分以上为三档。",
    "fines": "一档处100元以上500元以下，二档处300元以上1000元以下，三档处1000元以上5000元以下，四档处5000元以上罚款。",
    "a gap without names": "90分以上免费，80分以上90分以下半价，60分以上80分以下八折，50分以下原价。",
    "quoted": "不得写成“一档90分以上，二档80分至90分，三档60分至85分”。",
}


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_scales(expected: str) -> None:
    assert marked(CHECK, plain(expected)) == expected


def scale(borders: list[int], words: str, last: int, *, mark: bool = False) -> str:
    ends = list(pairwise(borders))[::-1]
    grades = [f"{borders[-1]}分以上", *(words.format(*one) for one in ends)]
    low = f"⟦{last}分以下⟧" if mark else f"{last}分以下"
    return "，".join(f"{name}档{grade}" for name, grade in zip("一二三四五一二", [*grades, low], strict=False)) + "。"


@given(borders=BORDERS, words=WORDS, shift=st.sampled_from([0, -4, -2, 2, 4]))
def test_one_end_moved_is_told(borders: list[int], words: str, shift: int) -> None:
    draft = scale(borders, words, borders[0] + shift)
    assert marked(CHECK, draft) == scale(borders, words, borders[0] + shift, mark=shift != 0)
