"""What is done to the measures of a labelled draft: where every problem keeps its own, and where one loses it."""

import re
from collections.abc import Iterator

from tests.correspondence.composing import Labelled, Piece

_MOST_DELETED = 8  # problems of one draft that lose their measure, one at a time
_CLAUSE = re.compile("[^，]+(?:，|$)")


def sound(draft: Labelled) -> Iterator[tuple[str, Labelled]]:
    """The draft, and its measures reversed, two of them merged, one of them split: each problem has its own."""
    measures = draft.measures
    yield "as it is", draft
    yield "reversed", draft.with_measures(measures[::-1])
    for place in _some(len(measures) - 1, 2):
        merged = merge(measures[place], measures[place + 1])
        yield f"merged {place}", draft.with_measures((*measures[:place], merged, *measures[place + 2 :]))
    for place in _some(len(measures), 2):
        yield f"split {place}", draft.with_measures(_split_at(measures, place))


def deleted(draft: Labelled) -> Iterator[tuple[int, Labelled]]:
    """The draft without the measure of one problem, named by its key; every other time another measure is split,
    so that problems and measures are as many as before.
    """
    measures = draft.measures
    for turn, place in enumerate(_some(len(measures), _MOST_DELETED)):
        left = (*measures[:place], *measures[place + 1 :])
        yield measures[place].keys[0], draft.with_measures(_split_at(left, place % len(left)) if turn % 2 else left)


def merge(one: Piece, other: Piece) -> Piece:
    """One measure for the problems of two."""
    return Piece((*one.keys, *other.keys), f"{one.heading}，{other.heading}", (*one.texts, *other.texts))


def split(piece: Piece) -> tuple[Piece, Piece]:
    """Two measures for the problem of one: half of its sentences or clauses each, the second under its first clause."""
    if len(piece.texts) > 1:
        half = len(piece.texts) // 2
        heading = piece.texts[half].partition("。")[0]
        return Piece(piece.keys, piece.heading, piece.texts[:half]), Piece(piece.keys, heading, piece.texts[half:])
    first, second, *rest = _CLAUSE.findall(piece.texts[0].rstrip("。"))
    heading = second.rstrip("，")
    own = f"{first.rstrip('，')}。"
    return Piece(piece.keys, piece.heading, (own,)), Piece(piece.keys, heading, (f"{''.join(rest)}。",) if rest else ())


def _split_at(measures: tuple[Piece, ...], place: int) -> tuple[Piece, ...]:
    return (*measures[:place], *split(measures[place]), *measures[place + 1 :])


def _some(size: int, most: int) -> list[int]:
    """At most so many places, spread over all."""
    return sorted({size * step // most for step in range(most)}) if size > most else [*range(size)]
