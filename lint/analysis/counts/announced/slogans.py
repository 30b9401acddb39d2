"""Catchwords of a number and a word, and the names that explain them: “四片”即北部山区片、中部茶园片….

Names that hold the word are told apart from whatever follows; others only where the text says that they define it.
"""

from collections.abc import Iterator

import msgspec

from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of
from lint.text.source import Span

_NUMERALS = "一二三四五六七八九十两"
_SLOGAN = lazy(
    rf"[“\"‘](?P<slogan>(?P<number>[两二三四五六七八九2-9])(?!个)(?P<word>(?:(?![{_NUMERALS}])[\u4e00-\u9fff]){{1,4}}))[”\"’]"
    r"(?P<thing>[\u4e00-\u9fff]{0,4}?)(?P<verb>即|是指|分别[是为指]|[是为指]|包括)[：:]?"
    r"(?P<names>[^。；;“”\"\n]{4,200})"
)
_NUMBERS = frozenset("两二三四五六七八九23456789")
_DEFINED = lazy(r".{2}[^\W\d_]{1,4}[”\"’][^\W\d_]{0,6}(?:[即是为指]|包括)")
"""A number and a word in quotation marks, and a verb behind them; compiled in less time than the whole pattern."""
_DEFINES = frozenset(("即", "是指", "指", "分别是", "分别为", "分别指"))
_BRACKETS = lazy("[（(][^（）()]*[）)]")
_AND = lazy("以及|[和及与或]")
_LONGEST = 16  # characters of a name
_FEWEST = 2  # names


class ExplainedSlogan(msgspec.Struct, frozen=True):
    """A catchword, its number, and the fewest and most names that explain it."""

    place: Span
    text: str
    number: int
    fewest: int
    most: int


def explained_slogans(document: Document) -> Iterator[ExplainedSlogan]:
    """The catchwords of a document that names explain, in text order; none that ends in 等 or that runs on."""
    for found in _SLOGAN.finditer(document.text) if _may_hold(document.text) else ():
        listed = _BRACKETS.sub("", found["names"])
        first, number = listed.split("，")[0].rstrip(), value_of(found["number"])
        names = first.split("、")
        if len(names) < _FEWEST or "等" in listed or "…" in listed or any(len(name) > _LONGEST for name in names[:-1]):
            continue
        most = sum(len(_AND.split(name)) for name in names)
        echoed = all(found["word"][-1] in name for name in names)
        near = found["verb"] in _DEFINES and (len(names) == number + 1 or most == number - 1)
        if (echoed or near) and not _runs_on(listed, found["word"][-1]):
            yield ExplainedSlogan(Span(*found.span("slogan")), found["slogan"], number, len(names), most)


def _may_hold(text: str) -> bool:
    """Whether a verb stands behind a number in quotation marks: to look there costs less than the pattern."""
    return any(
        text[place + 1 : place + 2] in _NUMBERS and _DEFINED.match(text, place)
        for quote in '“"‘'
        for place in places_of(quote, text)
    )


def _runs_on(listed: str, word: str) -> bool:
    """Whether clauses after the first go on with names: 即甲片、乙片，丙片."""
    return any("、" in clause or word in clause for clause in listed.split("，")[1:])
