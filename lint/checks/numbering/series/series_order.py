"""Whether the markers of a run count up without gap or repetition."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import ClassVar, Literal

from lint.checks.base import Hit, OnDemand, Place
from lint.checks.shared.runs import expected_numbers, listing, number, numeral, numeral_of, renumber, shown_sign
from lint.checks.shared.selection import FamilyName, Selection
from lint.document.families import ARTICLE, DOTTED, HAN, IS
from lint.document.tree import Document, Item, Series
from lint.messages.language import Language
from lint.messages.run_names import run_name

_PAUSES = "，,"
_SET_OUT = 3  # items of a quoted run
_LEAD = 120  # characters before a quotation that may name its items
_MOST = 5  # missing numbers in a message

Break = Literal["out_of_order", "gap", "duplicate"]


class SeriesOrder(Selection, frozen=True):
    """One broken run is one hit, at its first wrong marker; the other wrong ones are related. Articles run on across
    chapters, so that the first of a chapter is told with the last of the chapter before.

    ``report`` names the kinds of break: a ``gap`` only leaves numbers out, a ``duplicate`` only repeats
    them, anything else is ``out_of_order``. The values show the whole run, the run expected, of a gap what is
    missing, and by ``run`` (``run_en``) of which level it is: nothing of 一、 below nothing else.
    """

    report: tuple[Break, ...] = ("out_of_order", "gap", "duplicate")
    families: tuple[FamilyName, ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected", "marker", "missing", "run", "run_en"})
    related_values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each run that is broken in a way asked for."""
        broken = document.derive(("broken series",), lambda: _broken(document))
        for index, (kind, wrong, shift) in broken.items():
            series = document.series[index]
            if (
                kind in self.report
                and self.takes(series)
                and (not series.quoted or _is_set_out(document, series, kind, wrong[0]))
            ):
                yield _hit(document, series, wrong, shift)


def _broken(document: Document) -> dict[int, tuple[Break, list[int], int]]:
    """The series that do not count up, by their index: how they break, at which items, and how far they are shifted."""
    found: dict[int, tuple[Break, list[int], int]] = {}
    for place, series in enumerate(document.clock.watched(document.series)):
        if _counts_up(series):
            continue
        numbers = [number(document, series, item) for item in series.items]
        shift = _shift(series, numbers[0])
        wrong = [
            index
            for index, (seen, (value, sub)) in enumerate(zip(numbers, expected_numbers(series), strict=True))
            if seen not in (None, (value + shift, sub))
        ]
        if wrong:
            found[place] = _break(numbers), wrong, shift
    return found


def _is_set_out(document: Document, series: Series, kind: Break, wrong: int) -> bool:
    """Whether a quoted run is set out in paragraphs, and is no choice of items although it leaves one out.

    An amendment may word some items anew: 将第（一）、（三）项修改为：“（一）…（三）…”; it names them.
    """
    first = series.items[0]
    if len(series.items) < _SET_OUT or any(item.inline for item in series.items):
        return False
    lead = document.text[max(0, first.span.start - _LEAD) : first.span.start]
    named = any(document.slice(item.marker.span) in lead for item in series.items[wrong:])
    return kind != "gap" or (first.marker.value == 1 and not named)


def _counts_up(series: Series) -> bool:
    """Whether a series is plainly right, as most are; of decimal numbers the prefix is another matter."""
    if series.family is IS and _is_pair(series):
        return True
    return series.family not in DOTTED and all(
        item.marker.value == value and not item.marker.sub for value, item in enumerate(series.items, series.base + 1)
    )


def _is_pair(series: Series) -> bool:
    """Whether 一是…，一是… names two things in one sentence."""
    return len({item.block for item in series.items}) == 1 and [item.marker.value for item in series.items] == [1, 1]


def _shift(series: Series, first: tuple[int, int] | None) -> int:
    """How far above its proper beginning a run starts; only of articles, which run on, is that a break of order."""
    if series.family is ARTICLE and series.base:
        return 0
    return max(0, first[0] - series.base - 1) if first else 0


def _break(numbers: Sequence[tuple[int, int] | None]) -> Break:
    known = [found for found in numbers if found is not None]
    steps = [after[0] - before[0] for before, after in pairwise(known) if not after[1]]
    if all(step > 0 for step in steps):
        return "gap"
    if all(step >= 0 for step in steps) and any(step == 0 for step in steps):
        return "duplicate"
    return "out_of_order"


def _hit(document: Document, series: Series, wrong: list[int], shift: int) -> Hit:
    numbers = expected_numbers(series)
    first = wrong[0]
    last_before = series.base if series.family is ARTICLE and not first else 0
    places = range(-1 if last_before else 0, len(numbers))

    def written(index: int) -> str:
        return numeral(document, series.items[index]) if index >= 0 else series.family.numeral(last_before)

    def wanted(index: int) -> str:
        if index < 0:
            return series.family.numeral(last_before)
        value, sub = numbers[index]
        return _written(document, series, index, value + shift, sub)

    def place(index: int) -> Place:
        return Place(series.items[index].sign, {"found": written(index), "expected": wanted(index)})

    edits = [
        renumber(document, series.items[index], numbers[index][0] + shift)
        for index in wrong
        if not series.items[index].marker.sub
    ]
    return Hit(
        series.items[first].sign,
        {
            "found": listing(OnDemand(places, written), first),
            "expected": listing(OnDemand(places, wanted), first),
            "marker": document.slice(series.items[first].marker.span) or written(first),
            "missing": "、".join(islice(_missing(document, series), _MOST)),
            "run": _named("zh", document, series, first),
            "run_en": _named("en", document, series, first),
        },
        OnDemand(wrong[1:], place),
        tuple(edit for edit in edits if edit is not None) if None not in edits else (),
    )


def _named(lang: Language, document: Document, series: Series, wrong: int) -> str:
    """What a message calls a run whose item at an index is wrong."""
    if series.family is ARTICLE:
        article = series.items[wrong]
        chapters = document.derive("holders of articles", lambda: _holders(document))
        holder = chapters.get(article.span.start)
        return run_name(lang, shown_sign(document, holder), "", after=True) if holder else ""
    if series.family in DOTTED:
        return ""  # 2.1, 2.3 tell their level themselves
    first = series.items[0]
    sign = document.slice(first.marker.span) or first.marker.family.render(first.marker.value or 1)
    if series.parent is not None:
        return run_name(lang, shown_sign(document, series.parent), sign.rstrip(_PAUSES))
    return "" if series.family is HAN else run_name(lang, "", sign.rstrip(_PAUSES))


def _holders(document: Document) -> dict[int, Item]:
    """The items whose first article begins at a place."""
    return {
        item.children[0].span.start: item
        for item in document.items
        if item.children and item.children[0].marker.family is ARTICLE
    }


def _missing(document: Document, series: Series) -> Iterator[str]:
    """The numbers that a run leaves out, as its items write theirs."""
    numbers = [number(document, series, item) for item in series.items]
    values = {found[0] for found in numbers if found}
    last = series.items[-1]
    for value in range(min(values, default=1), max(values, default=0)):
        if value not in values:
            yield numeral_of(document, last, value)


def _written(document: Document, series: Series, index: int, value: int, sub: int) -> str:
    """The expected number in the way in which the item writes its own."""
    text = numeral_of(document, series.items[index], value)
    return f"{text}之{sub}" if sub else text
