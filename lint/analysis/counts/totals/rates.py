"""Rates that a text tells right behind a part, with the whole before it: 应征收2846户，已签约2318户，签约率81.5%."""

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from lint.analysis.counts.quantities.quantity import Quantity, quantities_in
from lint.analysis.counts.totals.stated import totals_before
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import holds_any
from lint.text.sentences import sentence_end, sentence_start
from lint.text.source import Span

_RATE = lazy(
    r"[，,（(]\s*(?:占(?:比|其|总数)?|(?P<verb>[^\W\d_a-zA-Z]{2})率)(?:的|为|达到?|是)?"
    r"(?P<rate>[0-9]{1,3}(?:\.[0-9]{1,2})?)[%％](?![（(][^（()）\n]{0,8}(?:不?含|剔除|扣除|不计|按|口径|包括))"
)
_SHARE = lazy(
    r"[，,（(]\s*占[^，。；、0-9％%（）()\n]{0,14}(?P<whole>[0-9][^，。；、％%（）()\n]{0,10}?)的"
    r"(?P<rate>[0-9]{1,3}(?:\.[0-9]{1,2})?)[%％]"
)
"""A rate with the whole before it: 8.4亿元，占一般公共预算收入12亿元的70%."""
_CALLS, _SIGNS = ("占", "率"), ("%", "％")
"""What a rate is told by."""
_TAIL = 12  # characters of a part behind its unit
_PAUSE = lazy("[，,、：:（(]")
_CALLED = 14  # characters before a part that say what was done


class Rate(msgspec.Struct, frozen=True):
    """A rate in per cent with its decimals and place, its part and the quantities that may be its whole.

    ``later`` are those that its sentence tells only behind it, ``earlier`` those of the sentences before, where its own
    has none.
    """

    told: Fraction
    decimals: int
    place: Span
    part: Quantity
    wholes: tuple[Quantity, ...]
    later: tuple[Quantity, ...]
    earlier: tuple[Quantity, ...] = ()


def rates_in(text: str, start: int, end: int) -> Iterator[Rate]:
    """The rates of a paragraph whose part, with the whole or behind others, stands in their sentence, all exact."""
    told = text[start:end]
    for found in _RATE.finditer(text, start, end) if holds_any(told, _CALLS) and holds_any(told, _SIGNS) else ():
        begin = sentence_start(text, start, found.start())
        part, called = _part(text, begin, found)
        wholes = totals_before(text, begin, part.start, part) if part else []
        verb = found["verb"] or ""
        earlier = totals_before(text, start, begin, part) if part and not wholes else []
        is_called = verb in called if wholes else not verb or any(sign in called for sign in verb)
        if part and is_called and (wholes or earlier) and all(one.exact for one in (part, *wholes, *earlier)):
            decimals = len(found["rate"].partition(".")[2])
            place = Span(found.start("rate"), found.end())
            later = totals_before(text, found.end(), sentence_end(text, found.end(), end), part)
            yield Rate(Fraction(found["rate"]), decimals, place, part, tuple(wholes), tuple(later), tuple(earlier))


def shares_of(text: str, start: int, end: int) -> Iterator[Rate]:
    """The rates of a paragraph that name their whole with its figure, behind the part."""
    for found in _SHARE.finditer(text, start, end) if text.find(_CALLS[0], start, end) >= 0 else ():
        begin = sentence_start(text, start, found.start())
        part, _ = _part(text, begin, found)
        whole = next(quantities_in(text, found.start("whole"), found.end("whole")), None)
        if not (part and whole and part.exact and whole.exact) or whole.start != found.start("whole"):
            continue
        if whole.counts_as(part) and whole.value > part.value:
            decimals = len(found["rate"].partition(".")[2])
            place = Span(found.start("rate"), found.end())
            yield Rate(Fraction(found["rate"]), decimals, place, part, (whole,), ())


def _part(text: str, begin: int, rate: re.Match[str]) -> tuple[Quantity | None, str]:
    """The quantity of the clause before a rate, and the words around it, which should name the rate."""
    found = list(quantities_in(text, begin, rate.start()))
    if not found or rate.start() - found[-1].end > _TAIL or _PAUSE.search(text, found[-1].end, rate.start()):
        return None, ""
    part = found[-1]
    called = text[max(begin, part.start - _CALLED) : rate.start()]
    return msgspec.structs.replace(part, unit=part.unit[:1]), called  # 7户不符合要求 of 412户中
