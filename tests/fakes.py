"""A rulebook of two rules that needs no rule files, and rules that ask for too much: they show the linter around."""

import re
from collections.abc import Iterator

import msgspec

from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.rulebook.rule import Basis, Example, Rule
from lint.rulebook.rulebook import Rulebook
from lint.text.clock import Overrun
from lint.text.edit import Edit
from lint.text.source import Span


class Word(Check, frozen=True):
    """A word; all its places after the first are related to the first."""

    word: str

    def run(self, document: Document) -> Iterator[Hit]:
        spans = [Span(*match.span()) for match in re.finditer(self.word, document.text)]
        if spans:
            found = document.slice(spans[0])
            related = tuple(Place(span, {"again": document.slice(span)}) for span in spans[1:])
            yield Hit(spans[0], {"found": found}, related, (Edit(spans[0], "某"),))


class Slow(Check, frozen=True):
    """A check whose pattern takes too long."""

    def run(self, document: Document) -> Iterator[Hit]:
        yield Hit(Span(0, 1), {"found": "好"})
        raise Overrun("rule", 1, "(甲|甲)+")


class Endless(Check, frozen=True):
    """A check that never comes to an end."""

    def run(self, document: Document) -> Iterator[Hit]:
        while True:
            yield Hit(Span(0, 1), {"found": "好"})


class Each(Check, frozen=True):
    """Every XX, to be filled."""

    def run(self, document: Document) -> Iterator[Hit]:
        for match in re.finditer("XX", document.text):
            yield Hit(Span(*match.span()), {"found": "XX"}, edits=(Edit(Span(*match.span()), "某"),))


class FakeRule(Rule, frozen=True, kw_only=True):
    """A rule whose check is no kind that a rule file can name."""

    kind: str = "fake"
    parameters: str = "{}"
    made: Check

    @property
    def check(self) -> Check:
        return self.made


UNFILLED = FakeRule(
    id="placeholders/unfilled",
    title="占位未填",
    title_en="Unfilled placeholder",
    why="占位符不应留在定稿里。",
    source=Basis(norm="GB/T 9704-2012", tier="norm", clause="7.3.3"),
    severity="error",
    made=Word(word="XX"),
    message="“{found}”未填",
    message_en="{found} is not filled in",
    related="又见“{again}”",
    related_en="{again} again",
    fix="unsafe",
    examples=(Example(valid="某某单位。\n"), Example(invalid="⟦XX⟧单位。\n", message="“XX”未填", fixed="某单位。\n")),
)
DOUBLED = FakeRule(
    id="punctuation/doubled",
    title="标点重复",
    title_en="Doubled punctuation",
    why="标点不重复。",
    source=Basis(norm="practice", tier="practice"),
    severity="warning",
    made=Word(word="，，"),
    message="“{found}”重复",
    message_en="doubled {found}",
)
RULEBOOK = Rulebook((UNFILLED, DOUBLED))
SLOW = msgspec.structs.replace(DOUBLED, id="house/slow", made=Slow())
ENDLESS = msgspec.structs.replace(DOUBLED, id="house/endless", made=Endless())
EACH = msgspec.structs.replace(UNFILLED, id="house/each", made=Each(), related="", related_en="", fix="safe")
