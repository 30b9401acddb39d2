"""Whether the measures say anything about each single problem of an aspect."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.matching.concepts import concepts_in
from lint.analysis.matching.correspondence import compare
from lint.analysis.sectioning.roles import compared_items, find_roles, parts_with_genre
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Item

_LONGEST = 20


class SubproblemTrace(Check, frozen=True):
    """Items below a problem aspect whose heading speaks of concepts of the lexicon, none of which has a word
    anywhere in the measures. An aspect without any measure is not gone into: that is told of the aspect.
    """

    values: ClassVar[frozenset[str]] = frozenset({"problem", "terms", "section"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such item."""
        for part, genre in parts_with_genre(document):
            roles = find_roles(document, part, genre)
            if "problems" not in roles or "measures" not in roles:
                continue
            measures = roles["measures"]
            spoken = concepts_in(document, measures.span)
            aspects = compared_items(roles["problems"], roles)
            answers = compared_items(measures, roles)
            unanswered = compare(document, aspects, answers).unanswered
            for index, aspect in enumerate(aspects.items):
                for item in aspect.children if index not in unanswered else ():
                    concepts = _concepts(document, item)
                    if concepts and not concepts.keys() & spoken.keys():
                        yield _hit(document, item, concepts, measures)


def _concepts(document: Document, item: Item) -> dict[str, tuple[str, ...]]:
    """The concepts of an item's heading; none when it is a sentence rather than a heading."""
    return concepts_in(document, item.heading) if item.heading.end - item.heading.start <= _LONGEST else {}


def _hit(document: Document, item: Item, concepts: dict[str, tuple[str, ...]], measures: Item) -> Hit:
    terms = dict.fromkeys(
        word for concept in concepts for word in (*concepts[concept], *document.lexicon.words(concept))
    )
    values = {
        "problem": document.slice(item.heading),
        "terms": "、".join([*terms][:8]),
        "section": document.slice(measures.heading),
    }
    return Hit(item.head, values, (Place(measures.sign),))
