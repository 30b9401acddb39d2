"""Which measure answers which problem: an explainable score between the items of two sections.

Items are compared by the Chinese characters and pairs of them that they share and by the concepts of the lexicon
that both speak of. A term counts for the more the fewer items of its own section hold it, and twice in a heading.
An item of the answering section is given to the item that it scores highest with, and to any that comes close or
that its heading names besides; one that says little of any is given to an item that is left over.
What nothing was given to is unanswered. Position plays no part. Deterministic; no model, no segmentation.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

import msgspec

from lint.analysis.matching.assignment import answered, with_left_over
from lint.analysis.matching.terms import Term, Terms, is_single_term, name_of, rarity_of, terms_of, terms_of_all
from lint.document.tree import Document, Item
from lint.text.comparison.bigrams import is_telling
from lint.text.source import Span

_SPARE = 1 / 3  # share of the median best score below which an item may answer another that is left over
_LEAST = 0.12  # share of the median best score below which an item answers nothing


class Section(msgspec.Struct, frozen=True):
    """The items of one section that are compared, by the span of their headings and of their whole text."""

    items: tuple[Item, ...]
    span: Span


class Matrix(msgspec.Struct, frozen=True):
    """Scores of every left item with every right item, and the assignment that follows from them.

    ``scores[left][right]``; ``answers[right]`` are the left items that a right item was given to, best first.
    """

    scores: tuple[tuple[float, ...], ...]
    answers: tuple[tuple[int, ...], ...]

    @property
    def unanswered(self) -> tuple[int, ...]:
        """Left items that no right item was given to."""
        given = {left for answer in self.answers for left in answer}
        return tuple(left for left in range(len(self.scores)) if left not in given)

    @property
    def orphans(self) -> tuple[int, ...]:
        """Right items that answer nothing."""
        return tuple(right for right, answer in enumerate(self.answers) if not answer)


def compare(document: Document, left: Section, right: Section) -> Matrix:
    """Score two sections item by item and assign the right ones to the left ones; once a document."""
    return document.derive(("compare", _spans(left), _spans(right)), lambda: _compare(document, left, right))


def _spans(section: Section) -> tuple[Span, ...]:
    return tuple(item.span for item in section.items)


def _compare(document: Document, left: Section, right: Section) -> Matrix:
    lefts, rights = ([terms_of(document, item) for item in section.items] for section in (left, right))
    shared = shared_terms(document, left, right)
    weights = [item.weights(shared) for item in lefts]
    rarity = rarity_of(weights)
    told = {*rarity}
    columns = scores_of(weights, [item.weights(told) for item in rights], rarity)
    usual = _median([max(column, default=0.0) for column in columns])
    telling = _telling_names(lefts, rarity)
    own = _own_names([name_of(document, item) & rarity.keys() for item in left.items])
    answers = []
    for item, column in zip(right.items, columns, strict=True):
        heading = name_of(document, item)
        told_of_best = lefts[_best(column)].all if column else set()
        named = [
            not (terms & heading <= told_of_best) or not heading.isdisjoint(name)
            for terms, name in zip(telling, own, strict=True)
        ]
        answers.append(answered(column, named, _LEAST * usual))
    scores = tuple(tuple(column[place] for column in columns) for place in range(len(lefts)))
    return Matrix(scores, tuple(with_left_over(columns, answers, _SPARE * usual)))


def _best(column: Sequence[float]) -> int:
    return max(range(len(column)), key=lambda left: (column[left], -left))


def _median(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0


def _telling_names(items: Sequence[Terms], rarity: Mapping[Term, float]) -> list[set[Term]]:
    """The terms of each item by which a heading names it: pairs and concepts that few of its siblings hold."""
    least = math.log(1 + 3)  # a third of the siblings at the most, or one
    most = math.log(1 + len(items))
    rare = {term for term, weight in rarity.items() if weight >= min(least, most) and not is_single_term(term)}
    return [item.all & rare for item in items]


def _own_names(names: Sequence[set[Term]]) -> list[set[Term]]:
    """The pairs and concepts of each heading that no other heading of its section holds."""
    held = Counter(chain.from_iterable(names))
    return [{term for term in name if held[term] == 1 and not is_single_term(term)} for name in names]


def shared_terms(document: Document, left: Section, right: Section) -> set[Term]:
    """The terms of two sections that can tell anything: no other needs a weight."""
    both = terms_of_all(document, left.items) & terms_of_all(document, right.items)
    return {term for term in both if isinstance(term, str) or is_telling(term)}


def scores_of(
    lefts: Sequence[Mapping[Term, float]], rights: Sequence[Mapping[Term, float]], rarity: Mapping[Term, float]
) -> list[tuple[float, ...]]:
    """For each right item its score with every left one: the sum over the terms that both hold, exact in any order."""
    holders: dict[Term, list[tuple[int, float]]] = {term: [] for term in rarity}
    for place, weights in enumerate(lefts):
        for term in weights.keys() & rarity.keys():
            holders[term].append((place, weights[term] * rarity[term]))
    columns = []
    for weights in rights:
        products: list[list[float]] = [[] for _ in lefts]
        for term, weight in weights.items():
            for place, own in holders[term]:
                products[place].append(own * weight)
        columns.append(tuple(map(math.fsum, products)))
    return columns
