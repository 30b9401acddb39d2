"""What the formats share: order, colours, units of columns and the line that tools parse."""

import os
from typing import Literal

import msgspec

from lint.config.genre_choice import NO_CHOICE, GenreChoice
from lint.document.genre import Genre
from lint.document.lexicon import NO_WORDS, Lexicon
from lint.engine.result import FileResult
from lint.messages.language import Language
from lint.rulebook.finding import Finding, Severity
from lint.rulebook.rule import Rule
from lint.text.display import display_position, line, printable
from lint.text.source import Position, Source

ColumnUnit = Literal["char", "byte", "utf16", "display"]

_RESET = "\x1b[0m"
_CODES = {"bold": "\x1b[1m", "dim": "\x1b[2m", "error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1;36m"}


class Style(msgspec.Struct, frozen=True):
    """How findings are shown: the language of the interface, colours, the unit of columns, the rules of the run.

    With the run's genres and words a report can tell the kind of a draft and what in it answers what.
    ``site_url`` is where the rules are explained.
    """

    lang: Language = "zh"
    color: bool = False
    unit: ColumnUnit = "char"
    rules: tuple[Rule, ...] = ()
    genres: tuple[Genre, ...] = ()
    lexicon: Lexicon = NO_WORDS
    choice: GenreChoice = NO_CHOICE
    site_url: str = ""

    def paint(self, text: str, name: Literal["bold", "dim"] | Severity) -> str:
        """Text in a colour, or as it is where colours are off."""
        return f"{_CODES[name]}{text}{_RESET}" if self.color and text else text


def placed(result: FileResult) -> list[Finding]:
    """The findings of a draft by place and rule."""
    return sorted(result.findings, key=lambda finding: (finding.span.start, finding.rule))


def slashed(path: str) -> str:
    """A path with the slashes that every format wants."""
    return path.replace(os.sep, "/")


def locate(source: Source, offset: int, unit: ColumnUnit) -> Position:
    """Line and column of an offset, the column in the unit wanted."""
    return display_position(source, offset) if unit == "display" else source.position(offset, unit)


def head_line(finding: Finding, source: Source, style: Style) -> str:
    """``path:line:column: severity: message [rule]``, as compilers print and editors parse it."""
    place = locate(source, finding.span.start, style.unit)
    head = style.paint(f"{line(finding.path)}:{place.line}:{place.column}:", "bold")
    severity = style.paint(f"{finding.severity}:", finding.severity)
    return f"{head} {severity} {printable(finding.message)} {style.paint(f'[{printable(finding.rule)}]', 'dim')}"
