"""Words that mean the same in drafts, by concept: data from rules/lexicons, which an office can extend."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import Annotated

import msgspec

from lint.text.lazy import lazy


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


def _begin(words: Collection[str]) -> str:
    """A look ahead at what words begin with: two sets are passed over sooner than a long choice."""
    firsts = _set_of(word[0] for word in words)
    return f"(?={firsts}{_set_of(word[1] for word in words) if all(len(word) > 1 for word in words) else ''})"


def _set_of(chars: Iterable[str]) -> str:
    return f"[{''.join(re.escape(char) for char in dict.fromkeys(chars))}]"


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
    def _pattern(self) -> re.Pattern[str]:
        by_first: dict[str, list[str]] = {}
        for word in sorted(self._concepts_of, key=len, reverse=True):
            by_first.setdefault(word[0], []).append(re.escape(word[1:]))
        words = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items())
        return lazy(f"{_begin(self._concepts_of)}(?:{words})" if words else "(?!)")

    def words(self, concept: str) -> tuple[str, ...]:
        """The words of a concept."""
        return next(known.words for known in self.concepts if known.name == concept)

    def find(self, text: str) -> dict[str, tuple[str, ...]]:
        """The concepts that a text speaks of, each with its words in text order."""
        return self.by_concept(match[0] for match in self.matches(text))

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """The words in a text, in text order."""
        return self._pattern.finditer(text)

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
