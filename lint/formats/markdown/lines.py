"""Lines of a Markdown draft on their way to markdown-it and back: what it is given, and where its tokens stand."""

from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from typing import Any

from markdown_it.token import Token

from lint.formats.markdown.inline import Break, StyledText
from lint.text.patterns.lazy import lazy

_SURROGATE = lazy("[\ud800-\udfff]")
_DELIMITERS = lazy(r"[\s>]*[|:-][|:\s-]*$")


def parseable(line: str) -> str:
    """A line for markdown-it: ideographic blanks alone are no text, unpaired surrogates would raise."""
    return _SURROGATE.sub("\ufffd", line) if line.strip() else ""


def with_tables_closed(lines: Sequence[str]) -> tuple[list[str], list[int]]:
    """The lines with a blank one where text follows the rows of a table, and of each its number before, the end's too.

    A line without | would be one more row (GitHub's Markdown); in drafts it is the text that goes on.
    """
    found: list[str] = []
    numbers: list[int] = []
    in_table = False
    for number, line in enumerate(lines):
        if not in_table:
            in_table = "|" in line and number > 0 and "|" in lines[number - 1] and _DELIMITERS.match(line) is not None
        elif "|" not in line:
            in_table = False
            if line.strip():
                found.append("")
                numbers.append(number)
        found.append(line)
        numbers.append(number)
    return found, [*numbers, len(lines)]


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
