"""Figures that go the other way than their verb says."""

from hypothesis import given
from hypothesis import strategies as st

from lint.checks.correspondence.figures.change_direction import ChangeDirection
from tests.checks.marking import hits

numbers = st.integers(1, 9999)


@given(numbers, numbers, st.sampled_from(["增加", "提高", "减少", "下降"]))
def test_directions(before: int, after: int, verb: str) -> None:
    """A second figure is told where it lies on the other side of the first, with both figures."""
    text = f"工作总结\n规模以上企业从上年的{before}家{verb}到{after}家，占比有变。"
    rises = verb in ("增加", "提高")
    wrong = after < before if rises else after > before
    expected = [{"text": f"{before}家{verb}到{after}家", "way": "小" if rises else "大"}]
    assert [hit.values for hit in hits(ChangeDirection(), text)] == (expected if wrong else [])
