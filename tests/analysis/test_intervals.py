"""The look that spares most drafts the pattern of intervals misses no scale."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.analysis.counts.quantities.intervals import IntervalReader, IntervalWords, reader_of
from lint.rulebook.rulebook import builtin_folder, load_rulebook

FEWEST = 3
SIGNS = "十万亿分人%至到—-~≥<≤x，、。的第年户"
WORDS = "60 75 1.5 二十 百分之 个百分点 mg/L 以上 以下 以内 及其 （含60） 不低于 超过 不超过 之间"
PIECES = st.sampled_from([*SIGNS, *WORDS.split()])


@pytest.fixture(scope="module")
def reader() -> IntervalReader:
    rules = load_rulebook([builtin_folder()]).rules
    check = next(rule.check for rule in rules if rule.kind == "grade_intervals")
    return reader_of(IntervalWords(**{name: getattr(check, name) for name in IntervalWords.__struct_fields__}))


@given(st.lists(PIECES, min_size=2, max_size=6).map("".join), st.integers(1, 4), st.sampled_from(["，", "；", ""]))
def test_units_of_a_scale_are_seen(reader: IntervalReader, piece: str, times: int, joint: str) -> None:
    text = joint.join([piece] * times)
    units = Counter(reader.units(text, 0, len(text)))
    found = Counter(one.unit for one in reader.intervals(text, 0, len(text)))
    for unit, count in found.items():
        assert max(units.values(), default=0) + units[""] >= min(count, FEWEST), (text, unit)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("90分以上为优秀，75分以上不满90分为良好，60分至74分为合格", ["分", "分", "分", "分"]),
        ("超过百分之六十的，60至75分，2亿元以下", ["", "", "元"]),
        ("提交材料3份，共12人，从2个方面到村里开展工作", []),
    ],
)
def test_units_begin_what_makes_a_number_an_end(reader: IntervalReader, text: str, units: list[str]) -> None:
    assert reader.units(text, 0, len(text)) == units
