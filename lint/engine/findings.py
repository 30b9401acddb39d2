"""Hits of a rule as findings of a draft: put into words and placed in the source, as much of them as is told."""

from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from lint.checks.base import Hit
from lint.document.tree import Document
from lint.engine.fixing.edits import to_source
from lint.engine.habits import gathered
from lint.engine.linted import Hidden, hidden
from lint.formats import is_markdown
from lint.formats.blocks import MASK
from lint.messages.language import Language, words_for
from lint.rulebook.finding import Finding, Fix, Habit, Related
from lint.rulebook.rule import Rule
from lint.text.addresses import addresses_in, touches
from lint.text.bounds import Bounds
from lint.text.edit import Edit
from lint.text.patterns.lazy import lazy
from lint.text.source import Source, Span

_OLD_NUMBER: dict[Language, str] = {
    "zh": "“{found}”可能指现在的“{marker}”，改号后须核对",
    "en": '"{found}" may refer to what is now "{marker}": check it once renumbered',
}
_NEWLINES = lazy(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_MASKS = lazy(f"{MASK}(?:[\\s\u3000]*{MASK})*")
_MARKS = "、，；。, "
_NEAR = 10
_LEAST = 20
"""Code points of a long value that a message holds at the least."""


class Findings:
    """The findings that hits in one draft stand for, in a language and within bounds."""

    def __init__(self, source: Source, document: Document, lang: Language, bounds: Bounds) -> None:
        self._source = source
        self._document = document
        self.lang = lang
        self._bounds = bounds

    def of(self, rule: Rule, hits: Iterator[Hit], most: int | None) -> tuple[list[Finding], Hidden | None]:
        """The first findings of a rule, up to a number if there is one, and what there is beyond them.

        Raises Overrun when the time of the rule is over.
        """
        timed = self._document.clock.paid(hits)
        if rule.once:
            return self._once(rule, timed, most), None
        told = [self._finding(rule, hit) for hit in islice(timed, most)]
        return told, hidden(rule.id, rule.severity, (self._fix(rule, hit) for hit in timed))

    def _once(self, rule: Rule, hits: Iterator[Hit], most: int | None) -> list[Finding]:
        """One finding for all hits."""
        parts = [self._finding(rule, hit) for hit in islice(hits, most)]
        fixes = [self._fix(rule, hit) for hit in hits]
        more = len(fixes)
        if len(parts) <= 1 and not more:
            return parts
        right = rule.check.as_wanted(self._document)
        others: list[Finding] = []
        if right and len(right) < len(parts) + more:
            spans = (self._document.reading.to_source(span) for span in right)
            others = [msgspec.structs.replace(parts[0], span=span, fix=None, related=()) for span in spans]
        habit = Habit(
            tuple(parts), tuple(others), None if right is None else len(right), more, tuple(fix for fix in fixes if fix)
        )
        return [gathered(habit, self.lang)]

    def plain(self, rule: Rule, span: Span, values: dict[str, str]) -> Finding:
        """The finding of a rule at a span of the source."""
        message = self._worded(self._message(rule), values)
        return Finding(self._source.path, rule.id, rule.severity, message, span, str(rule.source))

    def _finding(self, rule: Rule, hit: Hit) -> Finding:
        fix = self._fix(rule, hit)
        related = self._related(rule, hit, self._references(hit) if fix and not fix.safe else iter(()))
        plain = self.plain(rule, self._document.reading.to_source(hit.span), hit.values)
        return msgspec.structs.replace(plain, fix=fix, related=related)

    def _related(self, rule: Rule, hit: Hit, references: Iterator[Related]) -> tuple[Related, ...]:
        """The places of a hit and the references to it; the last that is told says how many more there are."""
        message = rule.related_en if self.lang == "en" and rule.related_en else rule.related
        most = self._bounds.related
        places = [place for place in hit.related if place.span != hit.span]  # the finding itself explains nothing
        told = [
            Related(self._document.reading.to_source(place.span), self._worded(message, hit.values | place.values))
            for place in places[:most]
        ]
        told += islice(references, most - len(told))
        more = len(places[most:]) + sum(1 for _ in references)
        if told and more:
            last = told.pop()
            words = words_for(self.lang).related_more.format(message=last.message, count=more)
            told.append(Related(last.span, words))
        return tuple(told)

    def _message(self, rule: Rule) -> str:
        return rule.message_en if self.lang == "en" and rule.message_en else rule.message

    def _worded(self, template: str, values: dict[str, str]) -> str:
        return worded(template, values, self._bounds.message)

    def _references(self, hit: Hit) -> Iterator[Related]:
        """The places that may refer to a number that the fix of a hit changes, without those that it names itself."""
        from lint.analysis.citations.renumbering import references_to_changed  # noqa: PLC0415 - most drafts have no number to change

        named = {place.span for place in hit.related}
        for reference in references_to_changed(self._document, hit.edits):
            if reference.span not in named:
                values = {"found": reference.found, "marker": reference.marker}
                span = self._document.reading.to_source(reference.span)
                yield Related(span, self._worded(_OLD_NUMBER[self.lang], values))

    def _fix(self, rule: Rule, hit: Hit) -> Fix | None:
        """The fix of a hit, if all of it can be made in the file without harm to addresses and markup."""
        if rule.fix == "none" or not hit.edits:
            return None
        document, source = self._document, self._source
        edits = tuple(edit for edit in (to_source(edit, document.reading, source) for edit in hit.edits) if edit)
        addresses = document.derive(addresses_in, lambda: addresses_in(source.text))
        if len(edits) < len(hit.edits) or any(touches(addresses, edit.span) for edit in edits):
            return None
        if is_markdown(source) and not _keep_markup(edits, source.text):
            return None
        return Fix(safe=rule.fix == "safe" and hit.certain, edits=edits)


def _keep_markup(edits: Iterable[Edit], text: str) -> bool:
    """Whether edits leave the marks of a Markdown draft as they are."""
    from lint.formats.markdown.markup import keeps_markup  # noqa: PLC0415 - few drafts are Markdown

    return all(keeps_markup(edit, text) for edit in edits)


def worded(template: str, values: dict[str, str], most: int) -> str:
    """A message of one line and of at most so many code points.

    One that would be longer has its long values abridged in the middle, for what the rule says stands around them;
    newlines become spaces and a masked region one ellipsis.
    """
    short = {name: abridged(value, most) for name, value in values.items()}
    message = _one_line(template, short)
    if len(message) <= most:
        return message
    long = [name for name, value in short.items() if len(value) > _LEAST and f"{{{name}}}" in template]
    room = most - len(_one_line(template, short | dict.fromkeys(long, "")))
    share = max(_LEAST, room // max(1, len(long)))
    message = _one_line(template, short | {name: abridged(short[name], share) for name in long})
    return message if len(message) <= most else f"{message[: most - 1]}…"


def abridged(value: str, most: int) -> str:
    """A value of at most so many code points: its beginning and its end, cut after a mark where one is near."""
    if len(value) <= most:
        return value
    first, last = value[: most - most // 3 - 1], value[len(value) - most // 3 :]
    after = max(map(first.rfind, _MARKS)) + 1
    before = min((place for place in map(last.find, _MARKS) if place >= 0), default=0)
    first = first[:after] if after > len(first) - _NEAR else first
    return f"{first}…{last[before:] if before < _NEAR else last}"


def _one_line(template: str, values: dict[str, str]) -> str:
    return _MASKS.sub("…", _NEWLINES.sub(" ", template.format_map(values)))
