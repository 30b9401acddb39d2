"""Whether as many clauses follow as the sentence announces: 安排四项建设内容：…；…；…."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import ClassVar

from lint.analysis.counts.announced.announced_items import ABOUT
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.patterns.fragments import LETTER, NOT_WITHIN
from lint.text.patterns.lazy import lazy
from lint.text.patterns.words import any_of
from lint.text.source import Span

_LEAD = (
    f"{NOT_WITHIN}(?P<number>[两三四五六七八九]|[2-9])"
    r"(?:[个项条点类种]|个?方面|大)"
)
_LIST = r"(?P<list>[^。\n]{6,500})(?=。|\n|\Z)"
_ABOUT = lazy(f"(?:{ABOUT}|上述|前述|以上|其余|其中|这|该|对|就|完成|落实)[^，。；：]{{0,12}}$")
_MARKED = lazy(
    "[一二三四五六七八九][是要]|第[一二三四五六七八九]|首先|其一"
    "|(?:^|[，；])[（(]?[1１一](?:[）)、]|[.．](?![0-9]))|[①⑴⒈]"
)
"""What numbers the clauses: then they are items of a run."""
_PARTIAL = lazy("等|其余|其他|另|例如|比如|…|[：:]")
_OWN_COUNT = lazy("(?:[0-9]+|[一二三四五六七八九十两])[项条类种点]")
_FOLLOWS = lazy(
    "全部|均(?![衡价])|都|同比|较|比(?![重例])|增(?:长|加|幅|速)|下降|减少|提[高升]|降[低至]|完成(?!率)|达(?!标)|占(?![地比])"
    "|[高低快好]于|居(?!民)|排[名在位]|超[过额出]|位[居列]|分别|为|并|年均增"
)
"""What says more of the figure before it, or of all of them."""
_FIGURE = lazy("[0-9]")
_FEWEST, _FEWEST_FIGURES = 2, 3
_SLIP = 1
"""How far a number may be off: what differs by more counts something else, or is told by some of its cases."""


class ClauseCount(Check, frozen=True, kw_only=True):
    """Numbers right before ： against the unnumbered clauses up to 。, those between ； or those with a figure.

    ``nouns`` are what clauses between ； may tell (内容, 措施); ``measured``, what each clause with a figure tells.
    Nothing is said where the clauses, read in any other way, are as many as announced.
    """

    nouns: tuple[str, ...]
    measured: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"announced", "counted", "text"})

    def signs(self) -> tuple[str, ...]:
        """The colon that leads in."""
        return ("：", ":")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each number that the clauses do not bear out."""
        for found in _announcing(self.nouns, self.measured).finditer(document.text):
            start, number = found.start("number"), value_of(found["number"])
            if (
                document.is_quoted(start)
                or _ABOUT.search(document.text[max(0, start - 14) : start])
                or _MARKED.search(found["list"])
            ):
                continue
            counts = _of_figures(found["list"]) if found["measured"] else _of_clauses(found["list"])
            if counts and number not in counts and abs(number - counts[0]) == _SLIP:
                end = found.end("measured" if found["measured"] else "noun")
                values = {"announced": str(number), "counted": str(counts[0]), "text": document.text[start:end]}
                yield Hit(Span(start, end), values)


@lru_cache(maxsize=8)
def _announcing(nouns: tuple[str, ...], measured: tuple[str, ...]) -> re.Pattern[str]:
    word = f"{LETTER}{{0,6}}?"
    return re.compile(
        rf"{_LEAD}{word}(?:(?P<noun>{any_of(nouns)})(?:如下|是)?|(?P<measured>{any_of(measured)})[^，。；：\n]{{0,10}})[：:]{_LIST}"
    )


def _of_clauses(text: str) -> Sequence[int]:
    """How many clauses ； sets apart, then how many other marks may set apart; nothing where that is unclear."""
    clauses = text.split("；")
    if len(clauses) < _FEWEST or _PARTIAL.search(text) or any(_OWN_COUNT.search(clause) for clause in clauses):
        return ()
    parts = [re.split("[，、]", clause) for clause in clauses]
    whole = sum(map(len, parts))
    commas = sum(len(clause.split("，")) for clause in clauses)
    return (len(clauses), commas, whole)


def _of_figures(text: str) -> Sequence[int]:
    """How many clauses tell a figure of something of their own; nothing where some do not."""
    clauses = re.split("[，；]", text)
    own = [clause for clause in clauses if not _FOLLOWS.match(clause)]
    if len(own) < _FEWEST_FIGURES or _PARTIAL.search(text) or "其中" in text or not all(map(_FIGURE.search, own)):
        return ()
    return (len(own),)
