"""Words that say what a number counts that a text tells of a table: rows, some of them, or something else."""

import re
from functools import lru_cache

import msgspec

from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import holds_any
from lint.text.patterns.words import any_of

_NOTE_BEHIND = lazy(r"[（(][^（）()\n]*[）)]$")
_NEARLY = lazy("各[^，。；]{0,4}$|(?:超过?|近|约)$")
_SOME_OF_MANY = lazy("[首第][一二三四五六七八九十]?批|前[0-9一二三四五六七八九十]")


class RowWords(msgspec.Struct, frozen=True):
    """The words of the rule; what each list is for, the check that takes them says."""

    lists: tuple[str, ...]
    things: tuple[str, ...]
    general: tuple[str, ...]
    cues: tuple[str, ...]
    inexact: tuple[str, ...]
    some: tuple[str, ...]
    stages: tuple[str, ...]

    def is_list(self, title: str) -> bool:
        """Whether a title is that of a list, a note in brackets aside."""
        note = _NOTE_BEHIND.search(title.rstrip())
        return (title[: note.start()] if note else title.rstrip()).endswith(self.lists)

    def thing_of(self, noun: str) -> str:
        """The first thing that a noun names; nothing where it names none."""
        named = [word for word in self.things if word in noun]
        return min(named, key=noun.find, default="")

    def is_general(self, noun: str) -> bool:
        """Whether a noun begins with what the rows of any table may be called."""
        return noun.startswith(self.general)

    def tells_all(self, before: str) -> bool:
        """Whether the words before a number say that it is one of all."""
        return holds_any(before, self.cues) and _cue(self.cues).search(before) is not None

    def is_inexact(self, before: str) -> bool:
        """Whether the words before a number say that it is a bound, an estimate or what others hand in."""
        return holds_any(before, self.inexact) or _NEARLY.search(before) is not None

    def of_some(self, text: str) -> tuple[str, ...]:
        """What in a text says that it is about some of the things only."""
        words = (word for word in self.some if word in text)
        return (*words, *(found[0] for found in _SOME_OF_MANY.finditer(text)))

    def tells_stage(self, text: str) -> bool:
        """Whether a text says how far the things that it counts are."""
        return holds_any(text, self.stages)


@lru_cache(maxsize=8)
def _cue(cues: tuple[str, ...]) -> re.Pattern[str]:
    groups = "[一二三四五六七八九十0-9]+[大个]?(?:方面|类|板块)，?共?"
    return lazy(f"{any_of(cues)}(?:为|成|了|有|出)*(?:{groups})?$")
