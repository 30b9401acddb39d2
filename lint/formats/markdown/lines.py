"""Lines of a Markdown draft on their way to markdown-it and back: what it is given, and where its tokens stand."""

from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from typing import Any

from markdown_it.token import Token

from lint.formats.barred_tables import WIDE_BARS, barred_cells, find_barred_tables
from lint.formats.markdown.inline import Break, StyledText
from lint.text.patterns.lazy import lazy

_SURROGATE = lazy("[\ud800-\udfff]")
_DELIMITERS = lazy(r"[\s>]*[|:-][|:\s-]*$")
_FENCE = lazy(r" {0,3}(`{3,}|~{3,})")
_INDENTED = ("    ", "\t")
"""How a line of code begins."""


def parseable(line: str) -> str:
    """A line for markdown-it: ideographic blanks alone are no text, unpaired surrogates would raise."""
    return _SURROGATE.sub("\ufffd", line) if line.strip() else ""


def is_ruled(line: str) -> bool:
    """Whether a line is the ruled one below the heads of a table: |---|---|."""
    return _DELIMITERS.match(line) is not None


def with_tables_closed(lines: Sequence[str], numbers: Sequence[int]) -> tuple[list[str], list[int]]:
    """The lines with a blank one where text follows the rows of a table, and their numbers, the end's too.

    A line without | would be one more row (GitHub's Markdown); in drafts it is the text that goes on.
    """
    found: list[str] = []
    kept: list[int] = []
    in_table = False
    for number, line in enumerate(lines):
        if not in_table:
            in_table = "|" in line and number > 0 and "|" in lines[number - 1] and is_ruled(line)
        elif "|" not in line:
            in_table = False
            if line.strip():
                found.append("")
                kept.append(numbers[number])
        found.append(line)
        kept.append(numbers[number])
    return found, [*kept, numbers[len(lines)]]


def with_bars_ruled(lines: Sequence[str], numbers: Sequence[int]) -> tuple[list[str], list[int]]:
    """The lines with what Markdown asks for around tables that an author wrote without the ruled line.

    A blank line stands before their heads and a ruled one below these; ``numbers`` are what the lines have in the
    source, with the end's, and come back with those of the further lines.
    """
    tables = list(find_barred_tables(_rows(lines))) if any(" |" in line for line in lines) else []
    ruled = {first: end for first, end in tables if not is_ruled(lines[first + 1])}
    ends = {*ruled.values()}
    found: list[str] = []
    kept: list[int] = []
    for index, line in enumerate(lines):
        further = [""] if index in ends else []
        further += ["", line, "|" + " --- |" * len(barred_cells(line.strip(), 0))] if index in ruled else [line]
        found += further
        kept += [numbers[index]] * len(further)
    return found, [*kept, numbers[len(lines)]]


def _rows(lines: Sequence[str]) -> Iterator[str]:
    """The lines that may be rows of a table, without blanks around; none inside code."""
    fence = ""
    for line in lines:
        opening = _FENCE.match(line)
        if opening and not fence:
            fence = opening[1]
        elif opening and opening[1].startswith(fence):
            fence = ""
        is_row = not (fence or opening or line.startswith(_INDENTED) or any(bar in line for bar in WIDE_BARS))
        yield line.strip() if is_row else ""


def numbered(tokens: Sequence[Token], numbers: Sequence[int]) -> Iterator[Token]:
    """Tokens with the numbers that their lines have in the source."""
    for token in tokens:
        if token.map:
            token.map = [numbers[token.map[0]], numbers[token.map[1]]]
        yield token


def definitions_in(env: MutableMapping[str, Any]) -> dict[int, int]:
    """First line of every link definition, and the line after its last."""
    found = [*env.get("references", {}).values(), *env.get("duplicate_refs", ())]
    return dict(definition["map"] for definition in found)


def text_of(line: Sequence[StyledText]) -> str:
    """The text of a line in all its styles."""
    return "".join(run.text for run in line)


def broken_lines(items: Iterable[StyledText | Break]) -> list[tuple[list[StyledText], bool]]:
    """The lines of a paragraph without blanks around, and whether each ends in a hard break."""
    lines: list[tuple[list[StyledText], bool]] = []
    line: list[StyledText] = []
    for item in (*items, Break(hard=False)):
        if isinstance(item, StyledText):
            line.append(item)
            continue
        if line := _stripped(line):
            lines.append((line, item.hard))
        elif lines and item.hard:
            lines[-1] = (lines[-1][0], True)
        line = []
    return lines


def _stripped(line: list[StyledText]) -> list[StyledText]:
    """A line without the blanks and the textless runs at its ends."""
    while line and not line[0].text.strip():
        line = line[1:]
    while line and not line[-1].text.strip():
        line = line[:-1]
    if line:
        blank = len(line[0].text) - len(line[0].text.lstrip())
        line[0] = line[0]._replace(text=line[0].text[blank:], start=line[0].start + blank)
        line[-1] = line[-1]._replace(text=line[-1].text.rstrip())
    return line
