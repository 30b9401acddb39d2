"""Which measure answers which problem: an explainable score between the items of two sections.

Items are compared by the Chinese characters and pairs of them that they share and by the concepts of the lexicon
that both speak of. A term counts for the more the fewer items of its own section hold it, and twice in a heading.
An item of the answering section is given to the item that it scores highest with, and to any that comes close or
that its heading names besides; one that says little of any is given to an item that is left over.
What nothing was given to is unanswered. Position plays no part. Deterministic; no model, no segmentation.
"""

import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, TypeVar

import msgspec

from lint.analysis.matching.concepts import concepts_in, names_in
from lint.document.tree import Document, Item
from lint.text.bigrams import is_common, is_empty, is_single, is_telling, pairs_of, signs_of
from lint.text.lazy import lazy
from lint.text.source import Span

_HEADING_WEIGHT = 2.0
_CONCEPT_WEIGHT = 2.0
_SINGLE_WEIGHT = 0.55
_CLOSE = 0.8  # share of an item's best score that makes a second answer
_NAMED = 0.4  # the same where its heading names the matter
_SPARE = 1 / 3  # share of the median best score below which an item may answer another that is left over
_LEFT_OVER = 0.3  # share of an item's best score that it needs for that
_LEAST = 0.12  # share of the median best score below which an item answers nothing

_LONGEST = 6  # characters of a word

_HAN = lazy(r"[^\W\d_a-zA-Z]+")
_RESPONSIBLE = lazy(r"(?:责任|牵头|配合|完成|整改)(?:单位|领导|部门|科室|人|时限|时间)：[^\n。；]*")
"""Who answers for something and until when: it tells nothing of the matter."""
_BETWEEN_WORDS = lazy(
    r"[\W\d_a-zA-Z]+|方面|有待|存在|[不够还的与没需被绷拧盯]|(?<!潜)在|(?<![满充立])足|和(?!谐)|(?<![针应面])对(?!策|接|象)"
    "|(?<![获取])得|了(?!解)|(?<!求)是|(?<![主重首])要(?![素求点件])|把(?![握关])|(?<![所国现])有(?![效关序])"
    "|压(?![力实])|抓(?!手)|树(?!立)"
)


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
    lefts, rights = ([_terms(document, item) for item in section.items] for section in (left, right))
    shared = _shared(document, left, right)
    weights = [item.weights(shared) for item in lefts]
    rarity = _rarity(weights)
    told = {*rarity}
    columns = _scores(weights, [item.weights(told) for item in rights], rarity)
    usual = _median([max(column, default=0.0) for column in columns])
    telling = _telling_names(lefts, rarity)
    own = _own_names([_name(document, item) & rarity.keys() for item in left.items])
    answers = []
    for item, column in zip(right.items, columns, strict=True):
        heading = _name(document, item)
        told_of_best = lefts[_best(column)].all if column else set()
        named = [
            not (terms & heading <= told_of_best) or not heading.isdisjoint(name)
            for terms, name in zip(telling, own, strict=True)
        ]
        answers.append(_answer(column, named, _LEAST * usual))
    scores = tuple(tuple(column[place] for column in columns) for place in range(len(lefts)))
    return Matrix(scores, tuple(_with_left_over(columns, answers, _SPARE * usual)))


def _best(column: Sequence[float]) -> int:
    return max(range(len(column)), key=lambda left: (column[left], -left))


def _median(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0


def _telling_names(items: Sequence["_Terms"], rarity: Mapping["_Term", float]) -> list[set["_Term"]]:
    """The terms of each item by which a heading names it: pairs and concepts that few of its siblings hold."""
    least = math.log(1 + 3)  # a third of the siblings at the most, or one
    most = math.log(1 + len(items))
    rare = {term for term, weight in rarity.items() if weight >= min(least, most) and not _is_single(term)}
    return [item.all & rare for item in items]


def _own_names(names: Sequence[set["_Term"]]) -> list[set["_Term"]]:
    """The pairs and concepts of each heading that no other heading of its section holds."""
    held = Counter(chain.from_iterable(names))
    return [{term for term in name if held[term] == 1 and not _is_single(term)} for name in names]


def _with_left_over(
    columns: Sequence[Sequence[float]], answers: Sequence[tuple[int, ...]], least: float
) -> list[tuple[int, ...]]:
    """The answers; a left item without one is given a right one that says little and is not the best of its own."""
    found = [*answers]
    tops = [max(column, default=0.0) for column in columns]
    best: dict[int, float] = {}
    for answer, top in zip(answers, tops, strict=True):
        if answer:
            best[answer[0]] = max(best.get(answer[0], 0.0), top)
    given = {left for answer in answers for left in answer}
    spare = [
        right
        for right, answer in enumerate(answers)
        if tops[right] < least and (not answer or tops[right] < best[answer[0]] or tops[right] < least / 3)
    ]
    pairs = [
        (columns[right][left], left, right)
        for right in spare
        for left in range(len(columns[right]))
        if left not in given and columns[right][left] >= _LEFT_OVER * tops[right] > 0
    ]
    for _, left, right in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        if left not in given and right in spare:
            found[right] = (*found[right], left)
            given.add(left)
            spare.remove(right)
    return found


def shared_words(document: Document, one: Item, other: Item) -> tuple[str, ...]:
    """The words that explain a score: the longest stretches that two items share, the concepts they have in common.

    Where there are none, the single characters.
    """
    text, against = document.slice(one.span), document.slice(other.span)
    words = Counter(word for word in _common_stretches(text, against) if not is_common(word))
    ours, theirs = concepts_in(document, one.span), concepts_in(document, other.span)
    for concept in ours.keys() & theirs.keys():
        words[
            f"{ours[concept][0]}≈{theirs[concept][0]}" if ours[concept][0] != theirs[concept][0] else ours[concept][0]
        ] += 1
    words = words or Counter(chr(sign) for sign in signs_of(text) & signs_of(against) if is_telling(sign))
    return tuple(sorted(words, key=lambda word: (-len(word), word))[:8])


def search_terms(
    document: Document, left: Section, index: int, right: Section
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What was looked for on behalf of a left item, and which of it stands in the right section after all.

    The terms are the words of its headings that few of its siblings use, and its concepts' words.
    """
    terms = tuple(dict.fromkeys(chain.from_iterable(words_searched(document, left, index))))[:8]
    answer = document.slice(right.span)
    return terms, tuple(term for term in terms if term in answer)


def words_searched(document: Document, left: Section, index: int) -> Iterator[tuple[str, ...]]:
    """The words of each heading of a left item that few of its siblings use, and its concepts' words."""
    item = left.items[index]
    siblings = "".join(document.slice(other.span) for other in left.items if other is not item)
    headings = [item.heading, *(child.heading for child in item.children)]
    for heading in headings:
        text = document.slice(heading)
        known = chain.from_iterable(concepts_in(document, heading).values())
        words = (*_distinct_words(text, siblings), *known)
        yield words or tuple(_distinct_pairs(text, siblings))


def words_of(heading: str) -> list[str]:
    """Stretches of two to six characters of a heading that may be words: what stands between such as say nothing."""
    return [run for run in _BETWEEN_WORDS.split(heading) if 2 <= len(run) <= _LONGEST and not is_common(run)]


def _distinct_words(heading: str, siblings: str) -> list[str]:
    """The words of a heading that its siblings do not use."""
    return [run for run in words_of(heading) if run not in siblings]


def _distinct_pairs(heading: str, siblings: str) -> list[str]:
    """Pairs of a heading that is one long run, as far as its siblings do not use them."""
    pairs = [run[place : place + 2] for run in _BETWEEN_WORDS.split(heading) for place in range(0, len(run) - 1, 2)]
    return [pair for pair in pairs if not (is_common(pair) or is_empty(pair)) and pair not in siblings]


def _answer(column: Sequence[float], named: Sequence[bool], least: float) -> tuple[int, ...]:
    """The left items that a right item answers, best first."""
    top = max(column, default=0.0)
    if top <= 0 or top < least:
        return ()
    order = sorted(range(len(column)), key=lambda left: (-column[left], left))
    return tuple(left for left in order if column[left] >= (_NAMED if named[left] else _CLOSE) * top)


_MOST_KEPT = 300  # items, headings and sections

T = TypeVar("T")
_Term = int | str
"""A character or a pair of them as a number, or the name of a concept."""


class _Terms(msgspec.Struct, frozen=True):
    """What an item speaks of, and what of it stands in its headings, telling or not."""

    all: set[_Term]
    headings: set[_Term]

    def weights(self, terms: set[_Term]) -> dict[_Term, float]:
        """How much each of some terms counts in the item that holds it."""
        weights = {term: _weight(term) for term in terms & self.all}
        for term in terms & self.headings:
            weights[term] *= _HEADING_WEIGHT
        return weights


def _weight(term: _Term) -> float:
    if isinstance(term, str):
        return _CONCEPT_WEIGHT
    return _SINGLE_WEIGHT if is_single(term) else 1.0


def _is_single(term: _Term) -> bool:
    return isinstance(term, int) and is_single(term)


def _terms(document: Document, item: Item) -> _Terms:
    """The terms of an item; once a section, and for a draft of usual length once."""
    return _kept(document, ("item", item.span), lambda: _find_terms(document, item))


def _find_terms(document: Document, item: Item) -> _Terms:
    headings = set[_Term]().union(*(_name(document, one) for one in (item, *item.children)))
    terms = _terms_of(document, item.span)
    terms |= headings
    return _Terms(terms, headings)


def _name(document: Document, item: Item) -> set[_Term]:
    """The terms of an item's own heading."""
    return _kept(document, ("name", item.heading), lambda: _terms_of(document, item.heading))


def _terms_of(document: Document, span: Span) -> set[_Term]:
    text = _RESPONSIBLE.sub("", document.slice(span))
    terms: set[_Term] = {*pairs_of(text), *signs_of(text)}
    terms |= names_in(document, span)
    return terms


def _section_terms(document: Document, section: Section) -> set[_Term]:
    """The terms of all items of a section."""
    return _kept(
        document,
        ("section", _spans(section)),
        lambda: set[_Term]().union(*(_terms(document, item).all for item in section.items)),
    )


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


def _shared(document: Document, left: Section, right: Section) -> set[_Term]:
    """The terms of two sections that can tell anything: no other needs a weight."""
    both = _section_terms(document, left) & _section_terms(document, right)
    return {term for term in both if isinstance(term, str) or is_telling(term)}


def _rarity(items: Sequence[Mapping[_Term, float]]) -> dict[_Term, float]:
    """How much each term of a section tells its items apart: those that all hold are left out."""
    holding = Counter(chain.from_iterable(items))
    size = len(items)
    rare = {count: math.log(1 + size / count) for count in range(1, size + 1) if count < size or size < 3}
    return {term: rare[count] for term, count in holding.items() if count in rare}


def _scores(
    lefts: Sequence[Mapping[_Term, float]], rights: Sequence[Mapping[_Term, float]], rarity: Mapping[_Term, float]
) -> list[tuple[float, ...]]:
    """For each right item its score with every left one: the sum over the terms that both hold, exact in any order."""
    holders: dict[_Term, list[tuple[int, float]]] = {term: [] for term in rarity}
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


def _common_stretches(text: str, against: str) -> list[str]:
    """Longest stretches of Chinese characters of a text that also stand in another."""
    found: list[str] = []
    for run in _HAN.findall(text):
        place = 0
        while place < len(run) - 1:
            length = 1
            while place + length < len(run) and run[place : place + length + 1] in against:
                length += 1
            if length > 1 and not is_empty(run[place : place + length]):
                found.append(run[place : place + length])
            place += length
    return found
