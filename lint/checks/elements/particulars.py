"""Whether a text states each particular of its meeting or course: when, where, who."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import ClassVar

import msgspec

from lint.analysis.paragraphs import ending, lines, opening, paragraphs
from lint.checks.base import Check, Hit, Place
from lint.document.imprint import is_imprint
from lint.document.tree import Document, Part
from lint.text.patterns.bounded import RegexStr, search
from lint.text.source import Span

_LONGEST_HEADING = 24  # characters
_LONGEST_LABEL = 6
_SENTENCE_END = "。！？；"


class Particular(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something to be stated: in a field or under a heading that one of ``labels`` names, or in the running text.

    ``text`` are patterns searched at the edges of the text, ``anywhere`` those searched in all of it.
    """

    name: str
    labels: tuple[str, ...]
    text: tuple[RegexStr, ...] = ()
    anywhere: tuple[RegexStr, ...] = ()


class Particulars(Check, frozen=True):
    """Texts that leave particulars out, those only whose title fits ``titles``.

    ``particulars`` come in their usual order: one that is absent is told where the one before it stands, and at the
    title where all are absent. ``dates`` tell whether a line under the title states the first of them.
    """

    particulars: tuple[Particular, ...]
    titles: RegexStr = ""
    dates: RegexStr = ""

    values: ClassVar[frozenset[str]] = frozenset({"missing"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        if self.titles:
            yield "titles", self.titles
        if self.dates:
            yield "dates", self.dates
        for particular in self.particulars:
            yield from (("particulars", pattern) for pattern in (*particular.text, *particular.anywhere))

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each text that leaves particulars out, related to the lines that stand around them."""
        for part in document.parts:
            title = document.slice(part.title).replace("\n", "") if part.title else ""
            if self.titles and not search(self.titles, title, 0, len(title), document.clock):
                continue
            edges = [*opening(document, part), *ending(document, part)]
            if not edges:
                continue
            fields = [_fields(document, part, one.labels) for one in self.particulars]
            missing = [
                index
                for index, particular in enumerate(self.particulars)
                if not fields[index]
                and not self._is_told(document, part, particular, edges)
                and not (index == 0 and self._is_dated(document, part))
            ]
            if missing:
                names = "、".join(self.particulars[index].name for index in missing)
                stated = [one for index, one in enumerate(self.particulars) if index not in missing]
                around = [
                    line for line in lines(document, part) if any(edge.start <= line.start < edge.end for edge in edges)
                ]
                telling = next((line for line in around if _tells(document, line, stated)), edges[0])
                places = _places(fields, missing) or [_sentence(document, telling)]
                if len(missing) == len(self.particulars) and part.title:
                    places.insert(0, part.title)
                first, *others = places
                yield Hit(first, {"missing": names}, tuple(map(Place, others)))

    def _is_told(self, document: Document, part: Part, particular: Particular, edges: list[Span]) -> bool:
        return any(_tells(document, span, [particular]) for span in edges) or any(
            search(pattern, document.text, *span, document.clock)
            for pattern in particular.anywhere
            for span in paragraphs(document, part)
        )

    def _is_dated(self, document: Document, part: Part) -> bool:
        span = part.subtitle
        return bool(self.dates and span and search(self.dates, document.text, *span, document.clock))


def _tells(document: Document, paragraph: Span, particulars: Sequence[Particular]) -> bool:
    """Whether a paragraph at the edge of a text, none of the imprint, states one of some particulars."""
    return not is_imprint(document.slice(paragraph)) and any(
        search(pattern, document.text, *paragraph, document.clock) for one in particulars for pattern in one.text
    )


def _fields(document: Document, part: Part, labels: tuple[str, ...]) -> list[Span]:
    """Where labels stand before a colon, in a short line that is a heading, or in the cell of a table."""
    label = _label(labels)
    found: list[Span] = []
    for line in lines(document, part):
        if part.title and part.title.start <= line.start < part.title.end:
            continue
        match = label.search(document.text, *line)
        if match and (match["colon"] or match["alone"] or _is_heading(document, line)):
            found.append(Span(*match.span("alone" if match["alone"] else "label")))
    for table in document.reading.tables:
        cells = [cell for row in table.rows for cell in row if part.span.start <= cell.at <= part.span.end]
        found += [
            Span(cell.at, cell.at) for cell in cells if len(cell.text) <= _LONGEST_LABEL and label.match(cell.text)
        ]
    return found


def _is_heading(document: Document, line: Span) -> bool:
    return line.end - line.start <= _LONGEST_HEADING and document.text[line.end - 1] not in _SENTENCE_END


@lru_cache(maxsize=32)
def _label(labels: tuple[str, ...]) -> re.Pattern[str]:
    """A label, whose characters blanks may set apart, with the colon after it if there is one."""
    words = "|".join(r"[ \u3000]*".join(map(re.escape, word)) for word in sorted(labels, key=len, reverse=True))
    before = r"(?:^|[\s\u3000；。，、（(和及与.．）)：:]|(?<=会议|培训|开会|报到|召开|举办|集中))"
    field = rf"{before}(?P<label>{words})[^\s：:。，；]{{0,4}}[ \u3000]*(?P<colon>[：:])?"
    return re.compile(rf"{field}|^(?P<alone>{words}人?员?)(?=[ \u3000]+\S)", re.MULTILINE)


def _places(fields: list[list[Span]], missing: list[int]) -> list[Span]:
    """The fields before and after those that are missing; none where nothing is stated in fields."""
    first = missing[0]
    before = [spans[0] for spans in reversed(fields[:first]) if spans]
    after = [spans[0] for spans in fields[first + 1 :] if spans]
    return [*before[:1], *after[:1]]


def _sentence(document: Document, paragraph: Span) -> Span:
    """The first sentence of a paragraph, with the mark at its end."""
    text = document.slice(paragraph)
    ends = [text.index(mark) for mark in _SENTENCE_END if mark in text]
    return Span(paragraph.start, paragraph.start + min(ends) + 1) if ends else paragraph
