"""Inline Markdown: the runs of text in a paragraph, each with its place in the paragraph's source.

markdown-it tells no positions inside a paragraph. A rule that runs before all others and takes nothing
sees every step of the parser, and so the place where each token begins.
"""

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator, MutableMapping
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline, emphasis
from markdown_it.token import Token

from lint.formats.blocks import MASK
from lint.text.patterns.lazy import lazy

_STARTS = "starts"
_NESTING = 60  # deep enough for any draft, shallow enough for Python's stack
_CHINESE = lazy("[\u2014-\u2026\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]")
_BREAK = lazy(r"<br\s*/?>", re.IGNORECASE)


class StyledText(NamedTuple):
    """What a stretch of the paragraph's source becomes: text, or nothing and the reason why."""

    text: str
    start: int
    end: int
    why: str = ""


class Break(NamedTuple):
    """The end of a line; a hard one was asked for by the author."""

    hard: bool


@functools.cache
def parser() -> MarkdownIt:
    """CommonMark with tables, set up so that the places of tokens can be told."""
    markdown = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable("table")
    markdown.disable(["text_join", "fragments_join"])
    markdown.inline.ruler.before("text", "note_start", _note_start)
    markdown.inline.ruler.at("emphasis", _emphasis)
    markdown.block.ruler.before("paragraph", "table_end", _table_end, {"alt": ["blockquote"]})
    return markdown


def runs(token: Token, env: MutableMapping[str, Any]) -> Iterator[StyledText | Break]:
    """The runs and line breaks of an inline token, in order; places are offsets into its content."""
    children = token.children or []
    starts: dict[int, int] = env.get(_STARTS, {}).get(id(children), {})
    ordered = sorted(starts.values())
    at, automatic = 0, False
    for index, child in enumerate(children):
        at = starts.get(index, at + 1)
        if child.type == "link_open":
            automatic = child.markup == "autolink"
        elif child.type == "text" and child.content:
            yield _address(token.content, at) if automatic else StyledText(child.content, at, at + len(child.content))
            automatic = False
        elif child.type in ("softbreak", "hardbreak"):
            yield Break(child.type == "hardbreak")
        elif child.type == "text_special":
            yield _special(child, at)
        elif child.type == "code_inline":
            yield _code(token.content, child, at)
        elif child.type == "html_inline":
            yield from _html(child, at)
        elif child.type == "image":
            following = bisect_right(ordered, at)
            yield StyledText("", at, ordered[following] if following < len(ordered) else len(token.content), "image")


def _address(content: str, at: int) -> StyledText:
    end = content.index(">", at)
    return StyledText(MASK * (end - at), at, end, "url")


def _special(child: Token, at: int) -> StyledText:
    """An escape or entity; the text of an escape stands after its backslash."""
    end = at + len(child.markup)
    start = end - len(child.content) if child.info == "escape" else at
    return StyledText(re.sub(r"[\r\n]", " ", child.content), start, end)


def _code(content: str, child: Token, at: int) -> StyledText:
    start = at + len(child.markup)
    end = content.index(child.markup, start + len(child.content))
    padding = (end - start - len(child.content)) // 2
    return StyledText(MASK * len(child.content), start + padding, end - padding, "code")


def _html(child: Token, at: int) -> Iterator[StyledText | Break]:
    if _BREAK.fullmatch(child.content):
        yield Break(hard=True)
    else:
        why = "comment" if child.content.startswith("<!--") else "html"
        yield StyledText("", at, at + len(child.content), why)


def _note_start(state: StateInline, silent: bool) -> bool:
    """Note where the next token begins: after the pending text, if there is any."""
    if not silent:
        starts = state.env.setdefault(_STARTS, {}).setdefault(id(state.tokens), {})
        starts[len(state.tokens) + bool(state.pending)] = state.pos
    return False


def _table_end(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    """End a table at a line without cells: text that follows without a blank line is no row, as it is for GFM."""
    return silent and state.parentType == "table" and "|" not in state.src[state.bMarks[line] : state.eMarks[line]]


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Emphasis that also opens and closes beside Chinese punctuation (**一是坚持“能装则装”。**二是…)."""
    start, known = state.pos, len(state.delimiters)
    if not emphasis.tokenize(state, silent):
        return False
    before = state.src[start - 1 : start] if start else ""
    after = state.src[state.pos : state.pos + 1]
    if state.src[start] == "*" and (_CHINESE.match(before) or _CHINESE.match(after)):
        for delimiter in state.delimiters[known:]:
            delimiter.open = delimiter.open or bool(after.strip())
            delimiter.close = delimiter.close or bool(before.strip())
    return True
