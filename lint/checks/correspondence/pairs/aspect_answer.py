"""Whether every problem has its measure, or its cause."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from lint.analysis.matching.aspect_pairs import AnsweringRole, AspectPair, aspect_name, aspect_pairs, has_text
from lint.analysis.matching.concepts import concepts_in
from lint.analysis.matching.correspondence import compare
from lint.analysis.matching.explanation import search_terms, words_searched
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Item
from lint.text.patterns.fragments import LETTER
from lint.text.patterns.lazy import lazy

_TELLING = 4  # characters
_ASPECT = lazy(f"在?(?P<name>{LETTER}{{2,8}}?)(?:方面|上(?![级下述层面]))")
"""A heading that begins with what it looks at: 纪律上重大轻小."""
_BEFORE_WORDS = lazy(f"(?:(?!{LETTER}).)*")
_VAGUE = frozenset(
    {"工作", "问题", "方面", "存在", "在工", "加强", "强化", "提升", "提高", "推进", "落实", "完善", "建设", "深入"}
    | {"不够", "不足", "不强", "不深", "不力", "进一", "一步"}
)


class AspectAnswer(Check, frozen=True):
    """Problems that no item of ``section`` answers. Nothing is said where fewer than two items stand on either side,
    where more than ``most_unanswered`` per cent of the problems find no answer, or where as many items are empty as
    problems are unanswered: these are told as empty.
    """

    section: AnsweringRole
    most_unanswered: int = 50

    values: ClassVar[frozenset[str]] = frozenset({"aspect", "terms", "section", "found"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such problem."""
        for pair in aspect_pairs(document, self.section, self.most_unanswered):
            empty = sum(not has_text(document, item) for item in pair.right.items)
            unanswered = pair.matrix.unanswered if len(pair.matrix.unanswered) > empty else ()
            for index in unanswered:
                if not _answered_elsewhere(document, pair, index):
                    yield from _unanswered(document, pair, index)


def _answered_elsewhere(document: Document, pair: AspectPair, index: int) -> bool:
    """Whether a section under another heading answers a problem nearly as well as its own section answers others."""
    if not pair.others.items:
        return False
    usual = sorted(max(row[place] for row in pair.matrix.scores) for place in range(len(pair.right.items)))
    elsewhere = compare(document, pair.left, pair.others)
    answers = any(answer[:1] == (index,) for answer in elsewhere.answers)
    return answers and max(elsewhere.scores[index]) >= usual[len(usual) // 2] / 4


def _unanswered(document: Document, pair: AspectPair, index: int) -> Iterator[Hit]:
    """A hit, unless the section takes up the problem in passing."""
    item = pair.left.items[index]
    terms, found = search_terms(document, pair.left, index, pair.right)
    if _is_taken_up(document, pair, index) or _is_spoken_of(document, item, pair):
        return
    if _is_met_in_its_place(document, pair, index) or _is_named(document, pair, index):
        return
    if _is_met_by_aspect(document, pair, item):
        return
    values = {
        "aspect": aspect_name(document, item),
        "section": aspect_name(document, pair.section),
        "terms": "、".join(terms),
        "found": "、".join(found) or "无",
    }
    answers = pair.right.items
    yield Hit(item.head, values, (Place(pair.section.sign), Place(answers[0].sign), Place(answers[-1].sign)))


def _is_taken_up(document: Document, pair: AspectPair, index: int) -> bool:
    """Whether the section holds words of a problem's own heading, or of half of the headings below it."""
    answer = document.slice(pair.right.span)
    own, *below = (_holds_words(answer, words) for words in words_searched(document, pair.left, index))
    return own or 2 * sum(below) >= max(len(below), 1)


def _holds_words(answer: str, words: Iterable[str]) -> bool:
    """Whether a text holds two of some words, or one that says it all."""
    found = {word for word in words if word in answer}
    return len(found) > 1 or any(len(word) >= _TELLING for word in found)


def _is_spoken_of(document: Document, item: Item, pair: AspectPair) -> bool:
    """Whether the section holds two telling words of a concept of the problem: 政治判断力、政治领悟力 for 政治素质."""
    spoken = concepts_in(document, pair.right.span)
    concepts = concepts_in(document, item.heading)
    return any(sum(len(word) > _TELLING for word in set(spoken.get(concept, ()))) > 1 for concept in concepts)


def _is_met_by_aspect(document: Document, pair: AspectPair, item: Item) -> bool:
    """Whether a paragraph of the section begins with the aspect that the problem begins with: ——纪律上求严."""
    problem = _ASPECT.match(document.text, *item.heading)
    if problem is None:
        return False
    for paragraph in document.reading.blocks:
        if pair.right.span.start <= paragraph.start < pair.right.span.end:
            start = _BEFORE_WORDS.match(document.text, paragraph.start, paragraph.end)
            answer = start and _ASPECT.match(document.text, start.end(), paragraph.end)
            if answer and answer["name"] == problem["name"]:
                return True
    return False


def _is_met_in_its_place(document: Document, pair: AspectPair, index: int) -> bool:
    """Whether an item that answers nothing else stands in the problem's place and shares a word of its heading."""
    if len(pair.left.items) != len(pair.right.items) or index not in pair.matrix.orphans:
        return False
    problem, answer = (document.slice(section.items[index].heading) for section in (pair.left, pair.right))
    shared = {problem[place : place + 2] for place in range(len(problem) - 1)}
    return any(word in answer and word.isalpha() and word not in _VAGUE for word in shared)


def _is_named(document: Document, pair: AspectPair, index: int) -> bool:
    """Whether a heading takes up two words that are the problem's alone, though it answers another more.

    整合资源，破解末端运营难题 stands for 末端站点运营困难 beside 资源整合程度不高.
    """
    problem, *others = (
        document.slice(pair.left.items[place].heading)
        for place in (index, *(other for other in range(len(pair.left.items)) if other != index))
    )
    own = [place for place in range(len(problem) - 1) if _is_own(problem[place : place + 2], others)]
    for answer in pair.right.items:
        heading = document.slice(answer.heading)
        places = [place for place in own if problem[place : place + 2] in heading]
        if places and places[-1] - places[0] > 1:
            return True
    return False


def _is_own(word: str, others: list[str]) -> bool:
    return word.isalpha() and word not in _VAGUE and not any(word in other for other in others)
