"""Words that mean the same in drafts, by concept: data from rules/lexicons, which an office can extend."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, compress, count
from operator import add
from typing import Annotated, NamedTuple

import msgspec

from lint.text.patterns.literals import places_of


class Concept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What several words stand for; a text that holds one of them speaks of it."""

    name: str
    words: tuple[Annotated[str, msgspec.Meta(min_length=1)], ...]


class LexiconExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text and the concepts that it speaks of."""

    text: str
    concepts: tuple[str, ...]


class LexiconExamples(msgspec.Struct, frozen=True):
    """The examples of one lexicon file; ``id`` is the stem of the file."""

    id: str
    examples: tuple[LexiconExample, ...]


class SpokenWord(NamedTuple):
    """A word of the lexicon in a text."""

    start: int
    word: str


class Lexicon:
    """The concepts of every lexicon in use; words are found at their longest match."""

    def __init__(self, concepts: tuple[Concept, ...] = ()) -> None:
        self.concepts = concepts

    @cached_property
    def _concepts_of(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for concept in self.concepts:
            for word in concept.words:
                found[word] = (*found.get(word, ()), concept.name)
        return found

    @cached_property
    def _by_begin(self) -> dict[str, tuple[str, ...]]:
        """The words by their first two characters, or the only one; the longest first."""
        found: dict[str, list[str]] = {}
        for word in sorted(self._concepts_of, key=len, reverse=True):
            found.setdefault(word[:2], []).append(word)
        return {begin: tuple(words) for begin, words in found.items()}

    def words(self, concept: str) -> tuple[str, ...]:
        """The words of a concept."""
        return next(known.words for known in self.concepts if known.name == concept)

    def find(self, text: str) -> dict[str, tuple[str, ...]]:
        """The concepts that a text speaks of, each with its words in text order."""
        return self.by_concept(spoken.word for spoken in self.matches(text))

    def matches(self, text: str) -> Iterator[SpokenWord]:
        """The words in a text, in text order; none reaches into another."""
        end = 0
        for start in self._starts(text):
            if start >= end and (word := self._longest(text, start)):
                end = start + len(word)
                yield SpokenWord(start, word)

    def _starts(self, text: str) -> Iterable[int]:
        """The places where a word may begin, in text order."""
        begins = self._by_begin
        starts = compress(count(), map(begins.__contains__, map(add, text, text[1:])))
        alone = [begin for begin in begins if len(begin) == 1]
        return sorted(chain(starts, *(places_of(char, text) for char in alone))) if alone else starts

    def _longest(self, text: str, start: int) -> str:
        for begin in (text[start : start + 2], text[start]):
            for word in self._by_begin.get(begin, ()):
                if text.startswith(word, start):
                    return word
        return ""

    def concepts_of(self, word: str) -> tuple[str, ...]:
        """The names of the concepts that a word stands for."""
        return self._concepts_of[word]

    def by_concept(self, words: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """What several words stand for, each concept with its words in their order."""
        found: dict[str, list[str]] = {}
        for word in dict.fromkeys(words):
            for concept in self._concepts_of[word]:
                found.setdefault(concept, []).append(word)
        return {concept: tuple(its_words) for concept, its_words in found.items()}


NO_WORDS = Lexicon()
