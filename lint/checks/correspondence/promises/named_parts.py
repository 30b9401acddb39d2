"""Whether every part that a preamble names has a heading: 现将学习、履职、廉洁三个方面情况报告如下."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.counts.announced.further_parts import analysed_case, further_parts
from lint.analysis.counts.announced.named_parts import (
    NamedLead,
    PartNames,
    Synonyms,
    absent_part,
    is_absent,
    named_leads,
)
from lint.analysis.counts.announced.scopes import WORDS, scopes
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Part
from lint.text.source import Span

_SAID = (
    *("如下", "检查", "汇报", "报告", "述职", "述廉", "说明", "分析", "剖析", "检视", "反思", "通报"),
    *("部分", "方面", "板块"),
)


class NamedParts(Check, frozen=True):
    """The one of three names or more, told as the parts of what follows, that no heading takes up as the others do.

    And one of the names by which a standard, rule or plan says what it is about (本文件规定了…), and one that the parts
    are said to have besides: 并结合反面典型案例作专题剖析. A heading may name a part by another word of one of the
    groups of ``alike``, and any line by one of ``unheaded``; a day tells a part about one of ``times``.
    """

    alike: Synonyms = ()
    unheaded: Synonyms = ()
    times: tuple[str, ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"promised"})

    def signs(self) -> tuple[str, ...]:
        """Words of the sentence that tells the parts."""
        return (*_SAID, *WORDS)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such name."""
        called = PartNames(self.unheaded, self.times, self.alike)
        for part in document.parts:
            if part.preamble is not None and sum(not item.inline for item in part.items) > 1:
                yield from _absent(document, part, part.preamble, called)
            for lead in scopes(document, part):
                yield from _lacking(document, part, lead, called)


def _absent(document: Document, part: Part, preamble: Span, called: PartNames) -> Iterator[Hit]:
    for lead in named_leads(document, preamble):
        yield from _lacking(document, part, lead, called)
    for name in further_parts(document, preamble):
        if is_absent(document, part, name):
            yield _hit(document, part, name)
    case = analysed_case(document, preamble, part.span.end)
    if case and is_absent(document, part, case):
        yield _hit(document, part, case)


def _lacking(document: Document, part: Part, lead: NamedLead, called: PartNames) -> Iterator[Hit]:
    absent = absent_part(document, part, lead, called)
    if absent:
        yield _hit(document, part, absent)


def _hit(document: Document, part: Part, name: Span) -> Hit:
    first = next(item for item in part.items if not item.inline)
    return Hit(name, {"promised": document.slice(name)}, (Place(first.sign),))
