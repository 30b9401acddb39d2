"""One figure with a wrong digit, or with two exchanged, among those that add up."""

from hypothesis import assume, given
from hypothesis import strategies as st

from lint.analysis.counts.totals.digit_slips import is_digit_slip

figures = st.lists(st.integers(11, 9999).filter(lambda figure: figure % 10), min_size=3, max_size=5)


@given(figures, st.integers(1, 3))
def test_wrong_digit_of_total(parts: list[int], place: int) -> None:
    """A digit of the total that is too high is a slip, wherever it stands but at the end."""
    total, step = sum(parts), 10**place
    assume(total >= 100 and total // step and total // step % 10 < 9)
    assert is_digit_slip(total + step, parts)
    assert is_digit_slip(10 * (total + step), [10 * part for part in parts])


def test_exchanged_digits() -> None:
    """Two neighbours that changed places are a slip, in the total or in a part."""
    assert is_digit_slip(3461, [1218, 2034, 164])  # 3416
    assert is_digit_slip(3479, [1218, 2034, 164])  # 1281


@given(figures)
def test_sums_are_no_slips(parts: list[int]) -> None:
    """Parts that come to their total, or to more, have none, nor have those whose last digits differ alone."""
    total = sum(parts)
    assert not is_digit_slip(total, parts)
    assert not is_digit_slip(total - 1, parts)
