"""Concepts that past drafts suggest: words of problems' headings and of the measures that answer them."""

from collections import Counter
from collections.abc import Iterable, Iterator

from lint.analysis.matching.aspect_pairs import aspect_pairs
from lint.analysis.matching.explanation import words_of
from lint.document.lexicon import Concept
from lint.document.tree import Document, Item

_EVERYWHERE = 3  # concepts that a word may stand in before it says nothing
_MOST_UNANSWERED = 50  # per cent


def suggested_concepts(documents: Iterable[Document]) -> tuple[Concept, ...]:
    """Concepts named after the first word of a problem, with the words of what answers it, those seen most first.

    Pairs that share a concept of the lexicon are left out, and so are words that stand in many pairs.
    """
    words: dict[str, Counter[str]] = {}
    for document in documents:
        for problem, measure in _pairs(document):
            words.setdefault(problem[0], Counter()).update(dict.fromkeys((*problem, *measure), 1))
    spread = Counter(word for known in words.values() for word in known)
    found = []
    for name, known in words.items():
        telling = tuple(word for word, _ in known.most_common() if spread[word] < _EVERYWHERE)
        if len(telling) > 1:
            found.append((-known.total(), name, Concept(name, telling)))
    return tuple(concept for _, _, concept in sorted(found, key=lambda entry: entry[:2]))


def _pairs(document: Document) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The words of each problem and of the measure that it is the best answer for."""
    for pair in aspect_pairs(document, "measures", _MOST_UNANSWERED):
        for measure, answer in zip(pair.right.items, pair.matrix.answers, strict=True):
            if answer:
                problem = pair.left.items[answer[0]]
                ours, theirs = _words(document, problem), _words(document, measure)
                if ours and theirs and not _share_concept(document, problem, measure):
                    yield ours, theirs


def _words(document: Document, item: Item) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words_of(document.slice(item.heading))))


def _share_concept(document: Document, one: Item, other: Item) -> bool:
    ours, theirs = (document.lexicon.find(document.slice(item.heading)) for item in (one, other))
    return not ours.keys().isdisjoint(theirs)
