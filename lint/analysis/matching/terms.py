"""The terms that items are compared by: characters and pairs of them, and concepts, with what each counts for."""

import math
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import chain
from typing import Any, TypeVar

import msgspec

from lint.analysis.matching.concepts import names_in
from lint.document.tree import Document, Item
from lint.text.comparison.bigrams import is_single, pairs_of, signs_of
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_HEADING_WEIGHT = 2.0
_CONCEPT_WEIGHT = 2.0
_SINGLE_WEIGHT = 0.55
_RESPONSIBLE = lazy(r"(?:责任|牵头|配合|完成|整改)(?:单位|领导|部门|科室|人|时限|时间)：[^\n。；]*")
"""Who answers for something and until when: it tells nothing of the matter."""
_MOST_KEPT = 300  # items, headings and sections

T = TypeVar("T")
Term = int | str
"""A character or a pair of them as a number, or the name of a concept."""


class Terms(msgspec.Struct, frozen=True):
    """What an item speaks of, and what of it stands in its headings, telling or not."""

    all: set[Term]
    headings: set[Term]

    def weights(self, terms: set[Term]) -> dict[Term, float]:
        """How much each of some terms counts in the item that holds it."""
        weights = {term: _weight(term) for term in terms & self.all}
        for term in terms & self.headings:
            weights[term] *= _HEADING_WEIGHT
        return weights


def _weight(term: Term) -> float:
    if isinstance(term, str):
        return _CONCEPT_WEIGHT
    return _SINGLE_WEIGHT if is_single(term) else 1.0


def is_single_term(term: Term) -> bool:
    """Whether a term is a single character."""
    return isinstance(term, int) and is_single(term)


def terms_of(document: Document, item: Item) -> Terms:
    """The terms of an item; once a section, and for a draft of usual length once."""
    return _kept(document, ("item", item.span), lambda: _find_terms(document, item))


def _find_terms(document: Document, item: Item) -> Terms:
    headings = set[Term]().union(*(name_of(document, one) for one in (item, *item.children)))
    terms = _read(document, item.span)
    terms |= headings
    return Terms(terms, headings)


def name_of(document: Document, item: Item) -> set[Term]:
    """The terms of an item's own heading."""
    return _kept(document, ("name", item.heading), lambda: _read(document, item.heading))


def _read(document: Document, span: Span) -> set[Term]:
    text = _RESPONSIBLE.sub("", document.slice(span))
    terms: set[Term] = {*pairs_of(text), *signs_of(text)}
    terms |= names_in(document, span)
    return terms


def terms_of_all(document: Document, items: Sequence[Item]) -> set[Term]:
    """The terms of all items of a section."""
    key = ("section", tuple(item.span for item in items))
    return _kept(document, key, lambda: set[Term]().union(*(terms_of(document, item).all for item in items)))


def _kept(document: Document, key: Hashable, find: Callable[[], T]) -> T:
    """Terms that were found lately: a file of a thousand texts has no room for those of all."""
    known: dict[Hashable, Any] = document.derive(_kept, dict)
    if key not in known:
        found = find()
        if len(known) >= _MOST_KEPT:
            known.clear()
        known[key] = found
    kept: T = known[key]
    return kept


def rarity_of(items: Sequence[Mapping[Term, float]]) -> dict[Term, float]:
    """How much each term of a section tells its items apart: those that all hold are left out."""
    holding = Counter(chain.from_iterable(items))
    size = len(items)
    rare = {count: math.log(1 + size / count) for count in range(1, size + 1) if count < size or size < 3}
    return {term: rare[count] for term, count in holding.items() if count in rare}
