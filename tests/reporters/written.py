"""Results of the fake rulebook and some that are hard to write down, and what a format writes for them."""

from io import StringIO

from hypothesis import strategies as st

from lint.engine.linter import lint
from lint.engine.result import FileResult
from lint.reporters import reporter
from lint.reporters.base import Style
from lint.rulebook.finding import Finding, Fix
from lint.text.display import visible
from lint.text.edit import Edit
from lint.text.source import Source, Span
from tests.fakes import RULEBOOK


def result(text: str, path: str = "稿.txt") -> FileResult:
    source = Source(path, text)
    return FileResult(path, tuple(lint(source, RULEBOOK)), source)


def found(message: str, path: str = "稿.txt") -> FileResult:
    """One finding with a message, at the beginning of a draft."""
    return FileResult(path, (Finding(path, "a/b", "info", message, Span(0, 1), "practice"),), Source(path, "甲"))


def written(output_format: str, *results: FileResult, style: Style | None = None) -> str:
    out = StringIO()
    reporter(output_format)(results, out, style or Style())
    return out.getvalue()


ASTRAL = "目录 一/第1稿#a%.txt"
SPREAD = "b.md"
FAILED = "坏，稿:.txt"

HARD = (
    FileResult("空.txt"),
    FileResult(FAILED, error="读不了：<\0> 100%\r\n"),
    result("　一𠮷XX\rXX，，", ASTRAL),
    FileResult(
        SPREAD,
        (
            Finding(
                SPREAD, "lists/spread", "info", "跨行\n“&”", Span(1, 5), "practice", Fix(True, (Edit(Span(1, 5), ""),))
            ),
            Finding(
                SPREAD,
                "lists/ended",
                "info",
                "应有结尾",
                Span(7, 7),
                "practice",
                Fix(True, (Edit(Span(7, 7), "完。"),)),
            ),
        ),
        Source(SPREAD, "甲乙\r\n丙丁\n"),
    ),
)
"""A draft without findings and one that failed; newlines of every kind, an astral character, a place of two lines,
one at the end of a draft, an empty one, an insertion and a deletion, and characters that formats must escape."""

ANY = st.text(st.characters(), max_size=20)
"""Any text, lone surrogates and control characters too."""


def possible(text: str) -> str:
    """Text as XML 1.0 can hold it, what would turn or break a line replaced by signs."""
    return visible(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
