"""Whether the figures and tables that a text cites are there."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

from lint.analysis.citations.annex_tables import absent_tables, stray_tables
from lint.analysis.citations.captions import CaptionLabel, captions, citations
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.numerals import value_of


class CaptionCitation(Check, frozen=True):
    """Cited numbers that no caption has, where captions of the kind are there; what a gap or a
    repetition among them explains is told of these.
    """

    values: ClassVar[frozenset[str]] = frozenset({"found", "known"})

    def signs(self) -> tuple[str, ...]:
        """What captions begin with."""
        return ("图", "表")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first citation of each such number."""
        hits = [*_absent_captions(document), *_absent_annex_tables(document), *_stray_annex_tables(document)]
        yield from sorted(hits, key=lambda hit: hit.span)


def _absent_annex_tables(document: Document) -> Iterator[Hit]:
    """附表3 where the draft lists or holds 附表1 and 附表2."""
    for absent in absent_tables(document):
        shown = "、".join(f"附表{number}" for number in absent.known) or document.slice(absent.last)
        yield Hit(absent.cited, {"found": document.slice(absent.cited), "known": shown}, (Place(absent.last),))


def _stray_annex_tables(document: Document) -> Iterator[Hit]:
    """附表5 where the draft calls its tables 表1 and 表2 and has no others."""
    tables = [label for _, label in captions(document) if label.kind == "表"]
    if len(tables) > 1:
        highest = max(label.number for label in tables)
        shown = _shown(document, tables)
        for cited in stray_tables(document):
            if value_of(document.slice(cited).removeprefix("附表").strip()) > highest:
                yield Hit(cited, {"found": document.slice(cited), "known": shown}, (Place(tables[-1].span),))


def _absent_captions(document: Document) -> Iterator[Hit]:
    """表3 and 图3 where there are captions, but none of the number."""
    labels = [label for _, label in captions(document)]
    most = _most_in_a_part(document)
    known: dict[tuple[str, str], set[int]] = {}
    by_kind: dict[str, list[CaptionLabel]] = {}
    for label in labels:
        known.setdefault((label.kind, label.chapter), set()).add(label.number)
        by_kind.setdefault(label.kind, []).append(label)
    told: set[tuple[str, str, int]] = set()
    for citation in citations(document) if labels else ():
        key = (citation.kind, citation.chapter)
        numbers = known.get(key, set())
        same = by_kind.get(citation.kind)
        if not same or citation.number in numbers or (*key, citation.number) in told:
            continue
        told.add((*key, citation.number))
        if (len(numbers) > 1 and citation.number < max(numbers)) or citation.number <= most.get(key, 0):
            continue
        shown = _shown(document, same)
        yield Hit(citation.span, {"found": document.slice(citation.span), "known": shown}, (Place(same[-1].span),))


def _most_in_a_part(document: Document) -> dict[tuple[str, str], int]:
    """How many captions of a kind and chapter the part with most of them has: so far their numbers should go."""
    counted = Counter((part, label.kind, label.chapter) for part, label in captions(document))
    most: dict[tuple[str, str], int] = {}
    for (_, kind, chapter), number in counted.items():
        most[kind, chapter] = max(number, most.get((kind, chapter), 0))
    return most


def _shown(document: Document, labels: Sequence[CaptionLabel]) -> str:
    """The captions in text order, each once."""
    return "、".join(dict.fromkeys(document.slice(label.span) for label in labels))
