"""The words that explain a score: those that two items share, and those that were looked for in vain."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from lint.analysis.matching.concepts import concepts_in
from lint.analysis.matching.correspondence import Section
from lint.document.tree import Document, Item
from lint.text.comparison.bigrams import is_common, is_empty, is_telling, signs_of
from lint.text.patterns.fragments import LETTER
from lint.text.patterns.lazy import lazy

_LONGEST = 6  # characters of a word
_HAN = lazy(f"{LETTER}+")
_BETWEEN_WORDS = lazy(
    r"[\W\d_a-zA-Z]+|方面|有待|存在|[不够还的与没需被绷拧盯]|(?<!潜)在|(?<![满充立])足|和(?!谐)|(?<![针应面])对(?!策|接|象)"
    "|(?<![获取])得|了(?!解)|(?<!求)是|(?<![主重首])要(?![素求点件])|把(?![握关])|(?<![所国现])有(?![效关序])"
    "|压(?![力实])|抓(?!手)|树(?!立)"
)


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
