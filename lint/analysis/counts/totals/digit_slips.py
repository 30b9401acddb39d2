"""Whether one figure with a wrong digit, or with two exchanged, makes parts fall short of their total."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

_LEAST = 100
"""How large a total must be, counted in the last place of all figures; in smaller ones any difference is a digit."""
_EXACT = 2  # parts that go down to the last place, so that a round difference says something


def is_digit_slip(total: int, parts: Sequence[int]) -> bool:
    """Whether the parts of a total come to it when a digit, not the last, is another, or two change places.

    Numbers of any unit, none negative.
    """
    last = _last_place((total, *parts))
    total, figures = total // last, [part // last for part in parts]
    missing = total - sum(figures)
    if missing <= 0 or total < _LEAST or sum(figure % 10 > 0 for figure in figures) < _EXACT:
        return False
    return missing in {total - other for other in _slips(total)} or any(
        missing in {other - figure for other in _slips(figure)} for figure in figures
    )


def _last_place(figures: Sequence[int]) -> int:
    """The largest power of ten that divides all figures."""
    last = 1
    while all(figure % (10 * last) == 0 for figure in figures) and any(figures):
        last *= 10
    return last


def _slips(figure: int) -> Iterator[int]:
    """What a figure may have been before a slip."""
    digits = str(figure)
    for place, digit in enumerate(digits[:-1]):
        yield from (int(digits[:place] + other + digits[place + 1 :]) for other in "0123456789" if other != digit)
    for place, (one, other) in enumerate(pairwise(digits)):
        yield int(digits[:place] + other + one + digits[place + 2 :])
