"""Markdown: headings, lists and quotes become blocks, markup drops out, code and tables are masked."""

import re
from collections.abc import Iterator, MutableMapping, Sequence
from typing import Any

from markdown_it.token import Token

from lint.formats.barred_tables import barred_cells
from lint.formats.blocks import BlockKind, Masked, Reading
from lint.formats.builder import ReadingBuilder
from lint.formats.ledgers import table_cells
from lint.formats.markdown.emphasis import unstyled
from lint.formats.markdown.inline import Break, StyledText, parser, runs
from lint.formats.markdown.lines import (
    broken_lines,
    definitions_in,
    is_ruled,
    numbered,
    parseable,
    text_of,
    with_bars_ruled,
    with_tables_closed,
)
from lint.formats.plain.lines import begins_item, columns, is_finished, width
from lint.text.patterns.fragments import CONTAINERS
from lint.text.patterns.lazy import lazy
from lint.text.source import Source, Span

_NEWLINE = lazy(r"\r\n|\r|\n")
_HAN = lazy("[\u3400-\u9fff]")
_COMMENTS = lazy(r"\s*(?:<!--(?:(?!-->).)*-->\s*)+", re.DOTALL)
_CONTAINERS = lazy(CONTAINERS)
_META_KEY = lazy(r"[^\s:#>-][^:\n]*:(?:\s|$)")
_PAUSES = ("，", "、")
_CONTINUES = lazy("[，、。；：！？]")
_NARROWEST = 30  # columns: shorter lines are titles, signatures and dates, not wrapped text
_RAGGED = 8  # columns by which wrapped lines differ
_OPAQUE: dict[str, tuple[BlockKind, str]] = {
    "fence": ("code", "code"),
    "code_block": ("code", "code"),
    "html_block": ("html", "html"),
    "hr": ("rule", "rule"),
    "table_open": ("table", "table"),
}


def read_markdown(source: Source) -> Reading:
    """The reading of a Markdown draft (CommonMark and tables)."""
    return _MarkdownReader(source).read()


class _MarkdownReader:
    """Walks markdown-it's tokens; every line of the source is read, masked or markup."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.builder = ReadingBuilder()
        self.lines = _NEWLINE.split(source.text)
        self.env: MutableMapping[str, Any] = {}
        self.containers: list[BlockKind] = []
        self.depth = 0
        self.heading = self.hashes = 0
        self.ordinal: int | None = None
        self.next_line = 0
        self.definitions: dict[int, int] = {}

    def read(self) -> Reading:
        """The reading of the whole source."""
        meta_end = self._meta_end()
        if meta_end:
            self._mask(0, meta_end, "front_matter", "front_matter")
        lines = ["" if number < meta_end else parseable(line) for number, line in enumerate(self.lines)]
        lines, numbers = with_tables_closed(*with_bars_ruled(lines, range(len(lines) + 1)))
        tokens = iter(numbered(parser().parse("\n".join(lines), self.env), numbers))
        self.definitions = {numbers[first]: numbers[end] for first, end in definitions_in(self.env).items()}
        for token in tokens:
            self._take(token)
            if token.type == "table_open":
                while next(tokens).type != "table_close":
                    pass
        self._skip_to(len(self.lines))
        return self.builder.finish("\n".join(self.lines[1 : meta_end - 1]) if meta_end else "")

    def _meta_end(self) -> int:
        """Line after the front matter; 0 without one."""
        lines = self.lines
        if lines[0].rstrip() != "---" or len(lines) < 3 or not _META_KEY.match(lines[1]):
            return 0
        return next((number + 1 for number, line in enumerate(lines) if number and line.rstrip() in ("---", "...")), 0)

    def _take(self, token: Token) -> None:
        kind = token.type
        if kind == "inline" and token.map:
            self._paragraphs(token, token.map[0], token.map[1])
        elif kind in _OPAQUE and token.map:
            self._opaque(token, token.map[0], token.map[1])
        elif kind == "heading_open" and token.map:
            self._skip_to(token.map[0])
            self.next_line = max(self.next_line, token.map[1])
            self.heading = int(token.tag[1])
            self.hashes = self.heading if token.markup.startswith("#") else 0
        elif kind == "heading_close":
            self.heading = self.hashes = 0
        elif kind in ("bullet_list_open", "ordered_list_open", "bullet_list_close", "ordered_list_close"):
            self.depth += token.nesting
        elif kind == "list_item_open":
            self.containers.append("list_item")
            self.ordinal = int(token.info) if token.info.isdigit() else 0
        elif kind == "blockquote_open":
            self.containers.append("quote")
        elif kind in ("list_item_close", "blockquote_close"):
            self.containers.pop()
            self.ordinal = None

    def _opaque(self, token: Token, first: int, end: int) -> None:
        self._skip_to(first)
        if token.type == "table_open":
            self._table(first, end)
            return
        kind, why = _OPAQUE[token.type]
        if token.type == "html_block" and _COMMENTS.fullmatch(token.content):
            self.builder.skip("comment", self._span(first, end))
        elif token.type == "code_block" and _HAN.search(token.content):
            self._plain(first, end)
        else:
            comment = token.type == "html_block" and token.content.lstrip().startswith("<!--")
            self._mask(first, end, kind, "comment" if comment else why)
        self.next_line = max(self.next_line, end)

    def _table(self, first: int, end: int) -> None:
        starts = self.source.line_starts
        if is_ruled(self.lines[first + 1]):
            rows = [table_cells(self.lines[number], starts[number]) for number in range(first, end)]
            del rows[1]
        else:
            texts = [self.lines[number].strip() for number in range(first, end)]
            rows = [
                barred_cells(text, starts[number] + self.lines[number].index(text))
                for number, text in enumerate(texts, first)
            ]
        plain = [[unstyled(text, at) for text, at in row] for row in rows]
        self.builder.table(plain, self._span(first, end), gap=self._gap(first))
        self.next_line = max(self.next_line, end)

    def _skip_to(self, number: int) -> None:
        """Account for lines that no token holds: link definitions, and what lies too deep for the parser."""
        while self.next_line < number:
            first = self.next_line
            end = self.definitions.get(first, 0)
            if end:
                self.builder.masked.append(Masked("link", self._span(first, end)))
            elif not _CONTAINERS.fullmatch(self.lines[first]):
                self._plain(first, first + 1)
            self.next_line = max(end, first + 1)

    def _plain(self, first: int, end: int) -> None:
        """Read lines as paragraphs without markup."""
        for number in range(first, end):
            text = self.lines[number].strip()
            if text:
                start = self.source.line_starts[number] + self.lines[number].index(text)
                self._add(
                    [StyledText(text, start, start + len(text))], [], self._indent(number, start), self._gap(number)
                )

    def _mask(self, first: int, end: int, kind: BlockKind, why: str) -> None:
        self.builder.mask(kind, why, self._span(first, end), gap=self._gap(first))
        self.next_line = max(self.next_line, end)

    def _span(self, first: int, end: int) -> Span:
        """The text of some lines, without blanks around."""
        start = self.source.line_starts[first]
        stop = self.source.line_starts[end] if end < len(self.lines) else len(self.source.text)
        text = self.source.text[start:stop]
        start += len(text) - len(text.lstrip())
        return Span(start, max(start, start + len(text.strip())))

    def _gap(self, number: int) -> bool:
        return number > 0 and not self.lines[number - 1].strip(" \t>\u3000")

    def _indent(self, number: int, start: int) -> int:
        """Columns of blanks before a text that begins its line; 0 after markup."""
        before = self.lines[number][: start - self.source.line_starts[number]]
        return 0 if before.strip() else columns(before)

    def _paragraphs(self, token: Token, first: int, end: int) -> None:
        self._skip_to(first)
        self.next_line = max(self.next_line, end)
        lines = broken_lines(self._located(token, first))
        widest = max((width(text_of(line)) for line, _ in lines), default=0)
        paragraph: list[StyledText] = []
        joins: list[int] = []
        hard = False
        place = (0, False)
        for line, ends_hard in lines:
            if paragraph and (hard or self._begins_paragraph(paragraph[joins[-1] if joins else 0 :], line, widest)):
                self._add(paragraph, joins, *place)
                paragraph, joins = [], []
            if paragraph:
                joins.append(len(paragraph))
            else:
                number = self.source.position(line[0].start).line - 1
                place = self._indent(number, line[0].start), self._gap(number)
            paragraph += line
            hard = ends_hard
        if paragraph:
            self._add(paragraph, joins, *place)

    def _begins_paragraph(self, before: Sequence[StyledText], line: Sequence[StyledText], widest: int) -> bool:
        """Whether a line after a soft break is a paragraph of its own for its author."""
        text, last = text_of(line), text_of(before)
        start = line[0].start
        if _CONTINUES.match(text):
            return False
        if is_finished(last) or begins_item(text) or self.source.text[start - 1 : start] == "\u3000":
            return True
        return not last.endswith(_PAUSES) and width(last) < max(_NARROWEST, widest - _RAGGED)

    def _add(self, pieces: Sequence[StyledText], joins: Sequence[int], indent: int, gap: bool) -> None:
        builder = self.builder
        builder.begin()
        joined = {*joins}
        for index, piece in enumerate(pieces):
            if index in joined:
                builder.join()
            builder.add(piece.text, piece.start)
        kind: BlockKind = self.containers[-1] if self.containers else "paragraph"
        if self.heading and kind != "quote":
            builder.end("heading", level=self.heading, indent=indent, gap=gap)
            self.ordinal = None
        elif kind == "list_item":
            builder.end(kind, level=self.depth, ordinal=self.ordinal, indent=indent, gap=gap)
            self.ordinal = None
        else:
            builder.end(kind, indent=indent, gap=gap)

    def _located(self, token: Token, first: int) -> Iterator[StyledText | Break]:
        """The runs of a paragraph at their offsets in the source; what is masked is noted on the way."""
        starts, shifts = self._shifts(token, first)
        line = 0
        for run in runs(token, self.env):
            if isinstance(run, Break):
                yield run
                continue
            while line + 1 < len(starts) and starts[line + 1] <= run.start:
                line += 1
            last = line
            while last + 1 < len(starts) and starts[last + 1] < run.end:
                last += 1
            start, end = run.start + shifts[line], run.end + shifts[last]
            own = not run.why and len(run.text) == end - start  # markdown-it replaces what it cannot hold, as NUL
            located = StyledText(self.source.text[start:end] if own else run.text, start, end, run.why)
            if located.why:
                self.builder.masked.append(Masked(located.why, Span(located.start, located.end)))
            yield located

    def _shifts(self, token: Token, first: int) -> tuple[list[int], list[int]]:
        """Offsets of the lines in a paragraph's content, and the way from there to the source."""
        starts: list[int] = []
        shifts: list[int] = []
        at = 0
        for number, content in enumerate(token.content.split("\n"), first):
            line = self.lines[number]
            if self.hashes:
                after = line[line.index("#") + self.hashes :]
                body = len(line) - len(after.lstrip())
            else:
                body = len(line.rstrip()) - len(content.strip())
            starts.append(at)
            shifts.append(self.source.line_starts[number] + body - (len(content) - len(content.lstrip())) - at)
            at += len(content) + 1
        return starts, shifts
