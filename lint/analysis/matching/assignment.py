"""Which left items a right item answers, from its scores with all of them."""

from collections.abc import Sequence

_CLOSE = 0.8  # share of an item's best score that makes a second answer
_NAMED = 0.4  # the same where its heading names the matter
_LEFT_OVER = 0.3  # share of an item's best score that it needs for that


def answered(column: Sequence[float], named: Sequence[bool], least: float) -> tuple[int, ...]:
    """The left items that a right item answers, best first."""
    top = max(column, default=0.0)
    if top <= 0 or top < least:
        return ()
    order = sorted(range(len(column)), key=lambda left: (-column[left], left))
    return tuple(left for left in order if column[left] >= (_NAMED if named[left] else _CLOSE) * top)


def with_left_over(
    columns: Sequence[Sequence[float]], answers: Sequence[tuple[int, ...]], least: float
) -> list[tuple[int, ...]]:
    """The answers; a left item without one is given a right one that says little and is not the best of its own."""
    found = [*answers]
    tops = [max(column, default=0.0) for column in columns]
    best: dict[int, float] = {}
    for answer, top in zip(answers, tops, strict=True):
        if answer:
            best[answer[0]] = max(best.get(answer[0], 0.0), top)
    given = {left for answer in answers for left in answer}
    spare = [
        right
        for right, answer in enumerate(answers)
        if tops[right] < least and (not answer or tops[right] < best[answer[0]] or tops[right] < least / 3)
    ]
    pairs = [
        (columns[right][left], left, right)
        for right in spare
        for left in range(len(columns[right]))
        if left not in given and columns[right][left] >= _LEFT_OVER * tops[right] > 0
    ]
    for _, left, right in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        if left not in given and right in spare:
            found[right] = (*found[right], left)
            given.add(left)
            spare.remove(right)
    return found
