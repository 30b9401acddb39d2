"""What the parts of a draft have that can be referred to: runs of articles, chapters, sections and （一）."""

import re
from bisect import bisect_right
from itertools import islice

import msgspec

from lint.document.families import ARTICLE, CHAPTER, DIGIT, DOTTED, HAN, HAN_PAREN, PART
from lint.document.tree import Document, Item, Part
from lint.text.patterns.lazy import lazy

_STATUTE = "法"
_STATUTE_TITLE = lazy(r"^$|法(?:[（(][^）)]*[）)])?$", re.MULTILINE)
_ABOUT_OTHERS = lazy(r"解读|说明|答复|批复|复函|反馈|审[查核议]|评审|修改|修正|修订|征求意见")
_AMENDS = lazy(r"修改|修正|修订|废止|补充规定|清理")
_UPPER = 2  # levels of a draft in which what it calls its 第六项 may stand
_PLAIN_TOPS = (HAN_PAREN, DIGIT, DOTTED[0])


class CitedRun(msgspec.Struct, frozen=True):
    """A run that begins at one and holds two or more, or nothing: an excerpt says nothing of what is missing."""

    items: tuple[Item, ...]
    by_number: dict[int, list[Item]]

    @classmethod
    def of(cls, items: list[Item]) -> "CitedRun":
        """The run of a list of items."""
        by_number: dict[int, list[Item]] = {}
        if len(items) > 1 and items[0].marker.value == 1:
            for item in items:
                by_number.setdefault(item.marker.value or 0, []).append(item)
        return cls(tuple(items) if by_number else (), dict(sorted(by_number.items())))

    @property
    def highest(self) -> int:
        """The highest number."""
        return next(reversed(self.by_number))

    def around(self, place: int) -> int | None:
        """The index of the item in which a place stands."""
        index = bisect_right(self.items, place, key=lambda item: item.span.start) - 1
        return index if index >= 0 and place < self.items[index].span.end else None


class OwnPart(msgspec.Struct):
    """What a part has that can be referred to."""

    part: Part
    title: str
    articles: CitedRun
    chapters: CitedRun
    sections: CitedRun
    amends: bool
    brackets: CitedRun
    upper: int
    highest: int
    about_others: bool


def own_parts(document: Document) -> list[OwnPart]:
    """What each part of a document has."""
    return document.derive(own_parts, lambda: [_own(document, part) for part in document.parts])


def part_named(kind: str, own: OwnPart, owns: list[OwnPart]) -> OwnPart | None:
    """The part that calls itself 本办法: the one with this word in its title, or the only one that it can be.

    本法 is a law alone: in a text under another title it is the law that is told of.
    """
    if kind == _STATUTE and not any(_STATUTE_TITLE.search(other.title) for other in owns):
        return None
    if kind in own.title or len(owns) == 1:
        return own
    titled = list(islice((other for other in owns if kind in other.title), 2))
    if len(titled) == 1:
        return titled[0]
    if own.articles.items:
        return own
    other_articles = any(other.articles.items for other in owns)
    return None if titled or other_articles or own.part.kind == "annex" else own


def _own(document: Document, part: Part) -> OwnPart:
    items = [item for item in document.items_of(part) if not item.quoted]
    title = document.slice(part.title) if part.title else ""
    upper = [item for item in items if item.depth <= _UPPER]
    return OwnPart(
        part,
        title,
        CitedRun.of(_articles(items)),
        CitedRun.of([item for item in items if item.marker.family is CHAPTER]),
        CitedRun.of(_tops(items)),
        amends=bool(_AMENDS.search(title)),
        brackets=CitedRun.of([item for item in upper if item.marker.family is HAN_PAREN and not item.inline]),
        upper=_highest(upper),
        highest=_highest(items),
        about_others=bool(_ABOUT_OTHERS.search(title)),
    )


def _highest(items: list[Item]) -> int:
    return max((item.marker.value or 0 for item in items), default=0)


def _tops(items: list[Item]) -> list[Item]:
    """The parts 一、二、; where there are none the items of the one family that the draft begins with."""
    highest = [item for item in items if item.depth == 1 and not item.inline]
    named = [item for item in highest if item.marker.family in (PART, HAN)]
    if named or any(item.marker.family is not highest[0].marker.family for item in highest):
        return named
    return highest if highest and highest[0].marker.family in _PLAIN_TOPS else []


def _articles(items: list[Item]) -> list[Item]:
    """The articles, or the numbers 1. 2. 3. that run on through all sections of a text without articles."""
    articles = [item for item in items if item.marker.family is ARTICLE]
    if articles:
        return articles
    numbers = [item for item in items if item.marker.family is DIGIT and not item.inline]
    starts = [
        item.children[0].marker.value for item in items if item.children and item.children[0].marker.family is DIGIT
    ]
    runs_on = [item.marker.value for item in numbers] == list(range(1, len(numbers) + 1))
    return numbers if runs_on and len(starts) > 1 else []
