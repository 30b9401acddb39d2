"""Words that mean the same in drafts, by concept: data from rules/lexicons, which an office can extend."""

import re
from functools import cached_property
from typing import Annotated

import msgspec

from lint.lazy import lazy


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
        return lazy("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items()) or "(?!)")

    def words(self, concept: str) -> tuple[str, ...]:
        """The words of a concept."""
        return next(known.words for known in self.concepts if known.name == concept)

    def find(self, text: str) -> dict[str, tuple[str, ...]]:
        """The concepts that a text speaks of, each with its words in text order."""
        found: dict[str, tuple[str, ...]] = {}
        for match in self._pattern.finditer(text):
            for concept in self._concepts_of[match[0]]:
                if match[0] not in found.get(concept, ()):
                    found[concept] = (*found.get(concept, ()), match[0])
        return found


NO_WORDS = Lexicon()
