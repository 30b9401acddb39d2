"""Whether as many points take up a word as its number says: 四个到位：组织到位、责任到位、措施到位."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import ClassVar

from lint.analysis.counts.announced.slogans import explained_slogans
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of
from lint.text.source import Span

_NUMERALS = frozenset("两二三四五六七八九十23456789")
_COUNT = lazy(  # from the number, which is one character, on
    r"""
    (?<![第一二三四五六七八九十百千零〇0-9])(?P<number>[两二三四五六七八九十]|[2-9])个
    (?P<word>[^\W\d_a-zA-Z]{2,4})(?P<quote>[”’"])?
    (?:，?即)?[：:，,]
    (?!一是|一要|[（(]?[一1][）)、.]|第一|首先)  # a run of items, which announced_count looks at
    (?P<list>[^。\n]{4,600})
    """,
    re.VERBOSE,
)
_BETWEEN = lazy("[、，；]")
_OWN_FIGURE = lazy("[^\\W\\d_]{0,2}?(?:[0-9]+|[一二两三四五六七八九十]+)个")
"""What follows the word in a point that says how many there are: 专业检查组共3个."""
_FIGURE = lazy("(?:[0-9]+|[一二两三四五六七八九十]+)个")
_LONGEST = 16  # characters of a point


class EchoedCount(Check, frozen=True):
    """Points joined by 、 ， ； right after N个W that all hold W; two or more, none left out by 等.

    Between ； a point may run on in clauses of its own, where all begin with W. A quoted NW that names explain
    (“四片”即…) is measured too.
    """

    values: ClassVar[frozenset[str]] = frozenset({"announced", "counted", "text"})

    def signs(self) -> tuple[str, ...]:
        """The measure of the number, or the quotation mark after a catchword."""
        return ("个", "”", "’", '"')

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each number that the points do not bear out."""
        hits = [*_of_words(document), *_of_slogans(document)]
        yield from sorted(hits, key=lambda hit: hit.span.start)


def _of_words(document: Document) -> Iterator[Hit]:
    """What is wrong with N个W."""
    text = document.text
    end = 0
    for place in places_of("个", text):
        counted = place > end and text[place - 1] in _NUMERALS
        match = _COUNT.match(text, place - 1) if counted else None
        if match is None:
            continue
        end = match.end()
        clauses = _clauses(match["list"], match["word"])
        points = clauses or _points(match["list"], match["word"])
        counts = {len(clauses)} if clauses else _counts(points)
        number = value_of(match["number"])
        if _are_parts(points, match["word"]):
            continue
        if len(points) > 1 and number not in counts and not _goes_on(points[-1]):
            values = {
                "announced": str(number),
                "counted": str(len(points)),
                "text": f"{match['number']}个{match['word']}",
            }
            yield Hit(Span(match.start(), match.end("word")), values)


def _of_slogans(document: Document) -> Iterator[Hit]:
    """What is wrong with “NW”即…."""
    for one in explained_slogans(document):
        if not one.fewest <= one.number <= one.most:
            counted = one.most if one.most < one.number else one.fewest
            yield Hit(one.place, {"announced": str(one.number), "counted": str(counted), "text": one.text})


def _clauses(text: str, word: str) -> list[str]:
    """The clauses that ； joins, where all begin with the word: 坚持问题导向，从…改起；坚持…."""
    clauses = text.split("；")
    return clauses if len(clauses) > 1 and all(clause.startswith(word) for clause in clauses) else []


def _points(text: str, word: str) -> list[str]:
    return list(takewhile(lambda point: word in point, _BETWEEN.split(text)))


def _are_parts(points: list[str], word: str) -> bool:
    """Whether points tell how many of the word there are: 8个检查组，其中综合检查组5个、专业检查组3个 is a total."""
    behind = (point.partition(word)[2] for point in points)
    return all(map(_FIGURE.search, points)) or any(map(_OWN_FIGURE.match, behind))


def _counts(points: list[str]) -> set[int]:
    """How many points there may be: one too long for a point may still be one, or speak of what they bring about."""
    short = list(takewhile(lambda point: len(point) <= _LONGEST, points))
    return {len(points), len(short)} if len(short) > 1 else {*range(len(short), len(points) + 1)}


def _goes_on(point: str) -> bool:
    """Whether a last point says that there are more."""
    return "等" in point or point.endswith("…")
