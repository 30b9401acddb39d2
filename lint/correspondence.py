"""Which measure answers which problem: an explainable score between the items of two sections.

Items are compared by the Chinese character pairs that they share and by the concepts of the lexicon that both
speak of. A term counts for the more the fewer items of its own section hold it, and three times in a heading.
An item of the answering section is given to the item that it scores highest with, and to any that comes close;
what nothing was given to is unanswered. Position plays no part. Deterministic; no model, no segmentation.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

import msgspec

from lint.document import Document, Item
from lint.lazy import lazy
from lint.lexicon import Lexicon
from lint.source import Span

_HEADING_WEIGHT = 3.0
_CONCEPT_WEIGHT = 2.0
_CLOSE = 0.75  # share of an item's best score that makes a second answer
_NAMED = 0.3  # the same where both headings name the matter
_LEAST = 0.12  # share of the median best score below which an item answers nothing

_HAN = lazy("[\u4e00-\u9fff]+")
_EMPTY = frozenset(
    "的了是和与及或等在有不为以对把被将要能个也就都还而于从到其之这那我们各一二三四五六七八九十两年月日第"
)
_RUN = lazy(f"[^\\W\\da-zA-Z_{''.join(sorted(_EMPTY))}]{{2,}}")
"""Stretches of Chinese characters between the empty ones."""
_BETWEEN_WORDS = lazy(
    "[^\u4e00-\u9fff]+|方面|有待|存在|[不够还的与没需被绷拧盯]|(?<!潜)在|(?<![满充立])足|和(?!谐)|(?<![针应面])对(?!策|接|象)"
    "|(?<![获取])得|了(?!解)|(?<!求)是|(?<![主重首])要(?![素求点件])|把(?![握关])|(?<![所国现])有(?![效关序])"
    "|压(?![力实])|抓(?!手)|树(?!立)"
)
_COMMON = frozenset(
    re.findall(
        "..",
        "工作问题方面存在不够不足不高不强不深不实不力有待差距个别成员班子领导干部同志情况进一一步加强推进坚持强化提高提升"
        "落实建设机制制度完善健全深入切实严格认真积极推动措施整改实际要求发展开展做到确保组织重点全面",
    )
)
"""Pairs that every draft is full of."""


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


def compare(document: Document, left: Section, right: Section, lexicon: Lexicon) -> Matrix:
    """Score two sections item by item and assign the right ones to the left ones; once a document."""
    return document.derive(("compare", _spans(left), _spans(right)), lambda: _compare(document, left, right, lexicon))


def _spans(section: Section) -> tuple[Span, ...]:
    return tuple(item.span for item in section.items)


def _compare(document: Document, left: Section, right: Section, lexicon: Lexicon) -> Matrix:
    lefts = [_weights(document, item, lexicon) for item in left.items]
    rights = [_weights(document, item, lexicon) for item in right.items]
    rarity = _rarity(lefts)
    telling = [{term: weight * rarity[term] for term, weight in one.items() if term in rarity} for one in lefts]
    scores = tuple(tuple(_score(one, other) for other in rights) for one in telling)
    best = sorted(max((row[place] for row in scores), default=0.0) for place in range(len(rights)))
    least = _LEAST * best[len(best) // 2] if best else 0.0
    names = [_heading_terms(document, item, lexicon) & rarity.keys() for item in left.items]
    answers = []
    for place, item in enumerate(right.items):
        terms = _heading_terms(document, item, lexicon)
        named = [not name.isdisjoint(terms) for name in names]
        answers.append(_answer([row[place] for row in scores], named, least))
    return Matrix(scores, tuple(answers))


def shared_words(document: Document, one: Item, other: Item, lexicon: Lexicon) -> tuple[str, ...]:
    """The words that explain a score: the longest stretches that two items share, the concepts they have in common."""
    text, against = document.slice(one.span), document.slice(other.span)
    words = Counter(word for word in _common_stretches(text, against) if word not in _COMMON)
    ours, theirs = lexicon.find(text), lexicon.find(against)
    for concept in ours.keys() & theirs.keys():
        words[
            f"{ours[concept][0]}≈{theirs[concept][0]}" if ours[concept][0] != theirs[concept][0] else ours[concept][0]
        ] += 1
    return tuple(sorted(words, key=lambda word: (-len(word), word))[:8])


def search_terms(
    document: Document, left: Section, index: int, right: Section, lexicon: Lexicon
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What was looked for on behalf of a left item, and which of it stands in the right section after all.

    The terms are the words of its headings that few of its siblings use, and its concepts' words.
    """
    item = left.items[index]
    siblings = "".join(document.slice(other.span) for other in left.items if other is not item)
    headings = [document.slice(item.heading), *(document.slice(child.heading) for child in item.children)]
    answer = document.slice(right.span)
    words = [word for heading in headings for word in _distinct_words(heading, siblings)]
    words += [word for heading in headings for known in lexicon.find(heading).values() for word in known]
    terms = tuple(dict.fromkeys(words))[:8]
    return terms, tuple(term for term in terms if term in answer)


def _distinct_words(heading: str, siblings: str) -> list[str]:
    """Stretches of two to four characters of a heading that its siblings do not use."""
    runs = _BETWEEN_WORDS.split(heading)
    return [run for run in runs if 2 <= len(run) <= 6 and run not in _COMMON and run not in siblings]


def _answer(column: Sequence[float], named: Sequence[bool], least: float) -> tuple[int, ...]:
    """The left items that a right item answers, best first."""
    top = max(column, default=0.0)
    if top <= 0 or top < least:
        return ()
    order = sorted(range(len(column)), key=lambda left: (-column[left], left))
    return tuple(left for left in order if column[left] >= (_NAMED if named[left] else _CLOSE) * top)


def _heading_terms(document: Document, item: Item, lexicon: Lexicon) -> set[str]:
    """The terms of an item's heading; once a document."""
    heading = document.slice(item.heading)
    return document.derive(("terms", item.heading), lambda: _pairs(heading) | set(_concepts(heading, lexicon)))


def _rarity(weights: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """How much each term of a section tells its items apart: nothing when all hold it."""
    holding = Counter(chain.from_iterable(weights))
    size = len(weights)
    rare = {count: math.log(1 + size / count) for count in range(1, size + 1) if count < size or size < 3}
    return {term: rare[count] for term, count in holding.items() if count in rare}


def _weights(document: Document, item: Item, lexicon: Lexicon) -> Mapping[str, float]:
    """The terms of an item with the weight of the place where they stand; once a document."""
    return document.derive(("weights", item.span), lambda: _weigh(document, item, lexicon))


def _weigh(document: Document, item: Item, lexicon: Lexicon) -> dict[str, float]:
    text = document.slice(item.span)
    weights = dict.fromkeys(_pairs(text), 1.0)
    weights.update(dict.fromkeys(_concepts(text, lexicon), _CONCEPT_WEIGHT))
    headings = "\n".join(document.slice(one.heading) for one in (item, *item.children))
    weights.update(dict.fromkeys(_pairs(headings), _HEADING_WEIGHT))
    weights.update(dict.fromkeys(_concepts(headings, lexicon), _HEADING_WEIGHT * _CONCEPT_WEIGHT))
    return weights


def _concepts(text: str, lexicon: Lexicon) -> list[str]:
    return [f"‹{concept}›" for concept in lexicon.find(text)]


def _pairs(text: str) -> set[str]:
    """The pairs of neighbouring Chinese characters of a text that can tell anything."""
    return {run[place : place + 2] for run in _RUN.findall(text) for place in range(len(run) - 1)} - _COMMON


def _score(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The sum over the terms that both hold, the same to the last digit whatever their order."""
    return math.fsum(one[term] * other[term] for term in one.keys() & other.keys())


def _common_stretches(text: str, against: str) -> list[str]:
    """Longest stretches of Chinese characters of a text that also stand in another."""
    found: list[str] = []
    for run in _HAN.findall(text):
        place = 0
        while place < len(run) - 1:
            length = 1
            while place + length < len(run) and run[place : place + length + 1] in against:
                length += 1
            if length > 1 and not _EMPTY & set(run[place : place + length]):
                found.append(run[place : place + length])
            place += length
    return found
