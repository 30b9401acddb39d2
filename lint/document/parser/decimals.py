"""Decimals that are none: 1.80周岁以上的 is item 1 of a list."""

import msgspec

from lint.document.families import DIGIT
from lint.document.markers import dotted_numbers
from lint.document.parser.runs import Candidate
from lint.document.tree import Levels
from lint.text.source import Span


def as_digit(text: str, candidate: Candidate, levels: Levels) -> Candidate:
    """A decimal read as the number before its dot, which is followed by a figure: 1.80周岁以上的."""
    numeral = candidate.marker.numeral
    end = next(place for place in range(numeral.start, numeral.end) if text[place] in ".．")
    marker = msgspec.structs.replace(
        candidate.marker,
        family=DIGIT,
        value=dotted_numbers(text[slice(*numeral)])[0],
        numeral=Span(numeral.start, end),
        span=Span(numeral.start, end + 1),
        mark=text[end],
        doubt=2,
    )
    return msgspec.structs.replace(candidate, marker=marker, rank=levels.rank(DIGIT))
