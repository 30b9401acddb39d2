"""Whether a pattern occurs where it should not, is missing where it should stand, or stands there twice."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, Self

import msgspec

from lint.analysis.forms import Open, is_open, titled
from lint.analysis.places import PlaceName, Stretch, passages
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.formats.blocks import MASK
from lint.messages.rule_mistakes import PRESENT, REPLACEMENT, UNDER, WITHIN, Said
from lint.text.clock import Clock
from lint.text.edit import Edit
from lint.text.patterns.bounded import RegexStr, compiled, matches, possible, search
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import Alternative, held, places_of
from lint.text.patterns.needs import alternatives_of, needs_of
from lint.text.source import Span

if TYPE_CHECKING:
    from regex import Match

_UNSHOWN = f"{MASK}\n \u3000"
_SET = lazy(r"\[\^?\]?(?:\\.|[^\\\[\]])*\]", re.DOTALL)
_CELLS = frozenset({"cell", "ledger"})
_SHOWN = 20  # characters of the text that lacks something


class Pattern(Check, frozen=True):
    """Matches of ``pattern`` that no match of ``unless`` overlaps; a group named ``hit`` marks the place.

    ``pattern`` may be a list of alternatives. ``within`` names one place or several where it is searched.
    What is expected is that it is ``absent`` there; that it is ``present`` in one of the places, if there are any; or
    that no two matches of ``least`` characters or more are the same (``unique``), among siblings or in one text.
    ``at`` is where its absence shows, the end of the place by default; ``unless`` then is searched in ``at``.
    ``under`` is what the head of a cell's column has to hold.
    ``replace`` is the replacement as the regex package expands it. Otherwise ``unless`` is searched in the
    paragraphs of a match and the one before. Where a match of ``doubt``, searched for in the same way, shares ground
    with the place, the replacement has to be looked at. ``outside`` names kinds of parts that are left open on purpose
    (``forms``, ``models``) and not searched; ``titles`` are words of which the title of a part, or what stands in
    brackets beside it, must hold one, ``except_titles`` those that it must not hold. ``amid_digits`` is a sign that
    stands between two digits in every match, which spares most drafts the pattern.
    """

    pattern: RegexStr | tuple[RegexStr, ...]
    unless: RegexStr = ""
    doubt: RegexStr = ""
    within: PlaceName | tuple[PlaceName, ...] = "text"
    under: RegexStr = ""
    expect: Literal["absent", "present", "unique"] = "absent"
    at: PlaceName | None = None
    least: int = 1
    replace: str | None = None
    outside: tuple[Open, ...] = ()
    titles: tuple[str, ...] = ()
    except_titles: tuple[str, ...] = ()
    amid_digits: str = ""
    needs: tuple[str, ...] = ()
    """Literals of which every match holds one, read from the pattern when the rule is loaded."""

    alternatives: tuple[Alternative, ...] = ()
    """The alternatives of the pattern with the literals of each, read from it at the same time."""

    over_lines: bool = False
    """Whether a match or what stands around it may go over the end of a paragraph."""

    derived: ClassVar[frozenset[str]] = frozenset({"needs", "alternatives", "over_lines"})
    values: ClassVar[frozenset[str]] = frozenset({"found", "replacement", "at", "within", "words", "first"})

    @property
    def whole(self) -> str:
        """The pattern with its alternatives joined."""
        return self.pattern if isinstance(self.pattern, str) else "|".join(self.pattern)

    @property
    def names(self) -> tuple[PlaceName, ...]:
        """The places in which the pattern is searched."""
        return (self.within,) if isinstance(self.within, str) else self.within

    def completed(self) -> Self:
        """The check with its alternatives, and what every match must hold."""
        whole = self.whole
        return msgspec.structs.replace(
            self,
            needs=next(iter(needs_of(whole)), ()),
            alternatives=alternatives_of(whole),
            over_lines=r"\n" in _SET.sub("", whole),
        )

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield from (("pattern", one) for one in ([self.pattern] if isinstance(self.pattern, str) else self.pattern))
        if self.unless:
            yield "unless", self.unless
        if self.doubt:
            yield "doubt", self.doubt
        if self.under:
            yield "under", self.under

    def problems(self) -> Iterator[tuple[str, Said]]:
        """Fields that cannot work together, and a replacement that names a group which the pattern does not have."""
        import regex  # noqa: PLC0415 - only the loader asks, and it has compiled the pattern already

        from lint.messages.reasons import reason  # noqa: PLC0415 - as above

        if self.expect != "absent" and "text" in self.names:
            yield "expect", WITHIN.filled(name=self.expect)
        if self.under and not _CELLS.issuperset(self.names):
            yield "under", UNDER
        if self.at and self.expect != "present":
            yield "at", PRESENT
        if self.replace is not None:
            match = compiled(f"(?:{self.whole}\n)|").match("")  # the second branch always matches
            try:
                match and match.expand(self.replace)
            except (regex.error, IndexError, RecursionError) as error:
                yield "replace", REPLACEMENT.filled(reason=reason(str(error)))

    def signs(self) -> tuple[str, ...]:
        """What every match must hold, unless it is looked for in vain; of cells, that there are tables."""
        if self.expect == "present":
            return ()
        if _CELLS.issuperset(self.names):
            return (MASK,)
        return self.needs if not self.needs or _CELLS.isdisjoint(self.names) else (*self.needs, MASK)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each match, or where one is missing."""
        if self.expect == "present":
            yield from self._missing(document)
        elif self.expect == "unique":
            yield from self._repeated(document)
        else:
            spared = _Around(self.unless, document.typed, document.clock)
            doubted = _Around(self.doubt, document.typed, document.clock)
            for passage, match in self._matches(document):
                span = _span(match)
                if span.start < 0 or MASK in passage.text[span.start : span.end]:
                    continue
                if not self._concerns(document, passage, span):
                    continue
                if passage.at is not None:
                    yield Hit(passage.at, _values(found=passage.text[span.start : span.end]))
                elif not (self.unless and spared.overlap(span)):
                    certain = not (self.doubt and doubted.overlap(span))
                    yield self._hit(document.typed, span, match, certain=certain)

    def _concerns(self, document: Document, passage: Stretch, span: Span) -> bool:
        """Whether the part in which a match stands is one that the rule speaks of."""
        place = passage.at.start if passage.at is not None else span.start
        if self.outside and is_open(document, self.outside, place):
            return False
        if not (self.titles or self.except_titles):
            return True
        title = titled(document, place)
        return (not self.titles or any(word in title for word in self.titles)) and not any(
            word in title for word in self.except_titles
        )

    def _matches(self, document: Document) -> "Iterator[tuple[Stretch, Match[str]]]":
        in_text = possible(self.alternatives, document.typed)
        for passage in self._passages(document, in_text):
            able = in_text if passage.text is document.typed else self.alternatives
            if self.alternatives and not able:
                continue
            if self.under and not search(self.under, passage.column, 0, len(passage.column), document.clock):
                continue
            for match in matches(self.whole, passage.text, *passage.span, document.clock, able):
                yield passage, match

    def _passages(self, document: Document, in_text: Sequence[Alternative]) -> Iterator[Stretch]:
        text = document.typed
        for name in self.names:
            if name != "text":
                yield from (passage for _, passage in passages(document, name))
            elif self.amid_digits:
                yield from (Stretch(text, span) for span in _paragraphs_at(text, _amid_digits(self.amid_digits, text)))
            elif self.over_lines or not self.needs:
                yield Stretch(text, Span(0, len(text)))
            else:
                rarest = dict.fromkeys(literal for _, needs in in_text for literal in needs[0])
                literals = tuple(rarest) if self.alternatives else self.needs
                places = sorted(place for literal in held(text, literals) for place in places_of(literal, text))
                yield from (Stretch(text, span) for span in _paragraphs_at(text, places))

    def _hit(self, text: str, span: Span, match: "Match[str]", *, certain: bool) -> Hit:
        found = text[span.start : span.end]
        if self.replace is None:
            return Hit(span, _values(found=found))
        replacement = match.expand(self.replace)
        values = _values(found=found, replacement=replacement)
        return Hit(span, values, edits=(Edit(span, replacement),), certain=certain)

    def _missing(self, document: Document) -> Iterator[Hit]:
        searched: dict[int, list[Stretch]] = {}
        for name in self.names:
            for part, passage in passages(document, name):
                searched.setdefault(part, []).append(passage)
        shown = dict(passages(document, self.at)) if self.at else {}
        for part, own in searched.items():
            place = shown.get(part)
            if (self.at and place is None) or any(
                search(self.whole, one.text, *one.span, document.clock) for one in own
            ):
                continue
            if place and self.unless and search(self.unless, place.text, *place.body, document.clock):
                continue
            last = own[-1]
            values = _values(
                found=(last.text if last.at else document.text)[last.span.start : last.span.end].rstrip(_UNSHOWN)[
                    -_SHOWN:
                ],
                at=_headed(document, place),
                within=_headed(document, last),
                words="、".join(self.pattern) if not isinstance(self.pattern, str) else self.pattern,
            )
            end = Span(max(last.span.start, last.span.end - 1), last.span.end)
            yield Hit(place.head, values, (Place(last.sign),)) if place else Hit(last.at or end, values)

    def _repeated(self, document: Document) -> Iterator[Hit]:
        seen: dict[tuple[int, str], Stretch] = {}
        for passage, match in self._matches(document):
            span = _span(match)
            found = passage.text[span.start : span.end]
            if span.start < 0 or len(found) < self.least or MASK in found:
                continue
            first = seen.setdefault((passage.group, found), passage)
            if first is not passage:
                values = _values(found=found, first=_headed(document, first))
                yield Hit(passage.at or span, values, (Place(first.head),))


def _values(**given: str) -> dict[str, str]:
    return dict.fromkeys(Pattern.values, "") | given


def _span(match: "Match[str]") -> Span:
    return Span(*match.span("hit" if "hit" in match.re.groupindex else 0))


def _headed(document: Document, passage: Stretch | None) -> str:
    """The heading of a section or item without its marker."""
    return document.slice(passage.item.heading) if passage and passage.item else ""


def _paragraphs_at(text: str, places: Iterable[int]) -> Iterator[Span]:
    """The paragraphs of places in text order, with the newline at their end, which a pattern may look at."""
    end = 0
    for place in places:
        if place >= end:
            end = text.find("\n", place) + 1 or len(text)
            yield Span(text.rfind("\n", 0, place) + 1, end)


def _amid_digits(sign: str, text: str) -> Iterator[int]:
    """The places of a sign between two digits."""
    for place in places_of(sign, text):
        if text[place - 1 : place].isdecimal() and text[place + len(sign) : place + len(sign) + 1].isdecimal():
            yield place


class _Around:
    """What a pattern matches in the paragraphs of a span and the one before, looked for in each once."""

    def __init__(self, pattern: str, text: str, clock: Clock) -> None:
        self._pattern = pattern
        self._text = text
        self._clock = clock
        self._paragraphs = Span(0, 0)
        self._found: list[Span] = []

    def overlap(self, span: Span) -> bool:
        """Whether a span shares ground with a match."""
        if not self._paragraphs.start <= span.start <= span.end < self._paragraphs.end:
            self._look_around(span)
        index = bisect_right(self._found, span.start, key=lambda found: found.end)
        return index < len(self._found) and self._found[index].start < span.end

    def _look_around(self, span: Span) -> None:
        end = self._text.find("\n", span.end) + 1 or len(self._text)
        before = self._text.rfind("\n", 0, span.start)
        first = self._text.rfind("\n", 0, before) + 1 if before >= 0 else 0
        self._paragraphs = Span(before + 1, end)
        self._found = sorted(
            Span(*match.span()) for match in matches(self._pattern, self._text, first, end, self._clock)
        )
