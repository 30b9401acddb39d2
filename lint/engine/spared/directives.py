"""Comments to the linter in a draft, and the stretch of the source that each of them speaks of.

Markdown: ``<!-- wengao-lint: ignore numbering/gap, punctuation -- reason -->``; plain text: a line of its own,
``# wengao-lint: ignore …``. Without names a comment speaks of every rule.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Literal, get_args

import msgspec

from lint.document.tree import Document, Item
from lint.formats.blocks import Block, Reading
from lint.text.patterns.fragments import CONTAINERS
from lint.text.patterns.lazy import lazy
from lint.text.source import Source, Span

Verb = Literal["ignore", "ignore-next-line", "ignore-section", "ignore-file"]
VERBS: tuple[str, ...] = get_args(Verb)

_COMMENT = lazy(r"<!--\s*wengao-lint:(.*?)-->", re.DOTALL)
_LINE = lazy(r"#\s*wengao-lint:(.*)", re.DOTALL)
_WORD = lazy(r"[^\s,，、;；>]+")
_REASON = lazy(r"\s--\s|\s--$")
_ANY_COMMENT = lazy(r"<!--.*?-->|^\s*#\s*wengao-lint:.*", re.DOTALL)
_OUTSIDE = lazy(CONTAINERS)


class Name(msgspec.Struct, frozen=True):
    """A word of a comment and where it stands in the source."""

    text: str
    span: Span


class Directive(msgspec.Struct, frozen=True):
    """A comment: what it asks for, the rules or categories that it names, and the stretch that it speaks of."""

    verb: Name
    names: tuple[Name, ...]
    scope: Span


def directives(source: Source, document: Document) -> Iterator[Directive]:
    """The comments of a draft, in text order; those with a verb that nobody knows speak of nothing."""
    layout = _Layout(source, document)
    for region in document.reading.masked:
        if region.kind == "comment":
            text = source.text[region.span.start : region.span.end]
            pattern = _LINE if text.startswith("#") else _COMMENT  # marks of lists and quotes may stand before <!--
            for match in pattern.finditer(text):
                start = region.span.start
                yield _directive(match, start, layout)


def _directive(match: re.Match[str], offset: int, layout: "_Layout") -> Directive:
    start, end = match.span(1)
    reason = _REASON.search(match.string, start, end)
    words = [
        Name(word[0], Span(word.start() + offset, word.end() + offset))
        for word in _WORD.finditer(match.string, start, reason.start() if reason else end)
    ]
    comment = Span(match.start() + offset, match.end() + offset)
    verb = words[0] if words else Name("", comment)
    scope = layout.scope(verb.text, comment) if verb.text in VERBS else Span(0, 0)
    return Directive(verb, tuple(words[1:]), scope)


class _Layout:
    """Where the paragraphs and sections of a draft stand in its source."""

    def __init__(self, source: Source, document: Document) -> None:
        self.source = source
        self.document = document
        self.reading: Reading = document.reading
        masked = {region.span.start for region in self.reading.masked if region.kind == "comment"}
        spans = [(block, self._span(block.start, block.end)) for block in self.reading.blocks]
        self.blocks = [(block, span) for block, span in spans if span.start not in masked]
        self.starts = [span.start for _, span in self.blocks]
        self.headings = [
            (index, block.level) for index, (block, _) in enumerate(self.blocks) if block.kind == "heading"
        ]
        self.items = tuple(item for part in document.parts for item in part.items)
        self._asked = Span(-1, -1), False

    def scope(self, verb: str, comment: Span) -> Span:
        """The stretch of the source that a comment speaks of; empty at the end of a draft."""
        if verb == "ignore-file":
            return Span(0, len(self.source.text) + 1)
        first = self.source.position(comment.start).line
        last = self.source.position(comment.end).line
        line = Span(self.source.line_starts[first - 1], self.source.line_starts[last - 1] + len(self.source.line(last)))
        alone = self._holds_nothing_else(line)
        if verb == "ignore" and not alone:
            return Span(line.start, line.end + 1)
        following = bisect_left(self.starts, comment.end)
        if verb == "ignore-section":
            own = max(0, bisect_left(self.starts, comment.start + 1) - 1)
            return self._section(following if alone else own, comment, alone=alone)
        if following == len(self.blocks):
            return Span(comment.end, comment.end)
        span = self.blocks[following][1]
        return Span(span.start, span.end + 1)

    def _holds_nothing_else(self, line: Span) -> bool:
        """Whether nothing but comments and marks of lists and quotes stand on the lines of a comment."""
        if self._asked[0] != line:
            rest = _ANY_COMMENT.sub("", self.source.text[line.start : line.end])
            self._asked = line, bool(_OUTSIDE.fullmatch(rest))
        return self._asked[1]

    def _section(self, index: int, comment: Span, *, alone: bool) -> Span:
        """The section that begins with a paragraph; if none does, the rest of the one around it."""
        if index >= len(self.blocks):
            return Span(comment.end, comment.end)
        block, span = self.blocks[index]
        start = span.start if alone else min(span.start, comment.start)
        if block.kind == "heading":
            return Span(start, self._end_of_heading(index, block.level))
        around = list(self._around(block))
        if around and around[-1].marker.span.start >= block.start:
            return Span(start, self.reading.to_source(around[-1].span).end + 1)
        ends = [self.reading.to_source(item.span).end + 1 for item in around]
        above = bisect_left(self.headings, (index, 0))
        level = self.headings[above - 1][1] if above else 0
        ends.append(self._end_of_heading(index, level) if level else len(self.source.text) + 1)
        return Span(start, min(ends))

    def _around(self, block: Block) -> Iterator[Item]:
        """The items that hold the beginning of a block, the outermost first; the last may begin there."""
        items = self.items
        while items:
            item = items[bisect_right(items, block.start, key=lambda item: item.span.start) - 1]
            if item.inline or not item.span.start <= block.start < item.span.end:
                return
            yield item
            items = item.children

    def _end_of_heading(self, index: int, level: int) -> int:
        """Where the next Markdown heading of the same or a higher level begins, or the end."""
        for place in range(bisect_left(self.headings, (index + 1, 0)), len(self.headings)):
            following, its_level = self.headings[place]
            if its_level <= level:
                return self.blocks[following][1].start
        return len(self.source.text) + 1

    def _span(self, start: int, end: int) -> Span:
        return self.reading.to_source(Span(start, end))
