"""What became of one draft: its findings, or why it could not be checked."""

from typing import TYPE_CHECKING

import msgspec

from lint.engine.linted import Hidden, Stopped, complaints, notices
from lint.messages.words import Words
from lint.rulebook.finding import Finding
from lint.text.source import Source

if TYPE_CHECKING:
    from lint.engine.spared.baseline import BaselineEntry


class FileResult(msgspec.Struct, frozen=True):
    """The findings of one draft, or the ``error`` that kept it from being checked.

    ``empty`` is a draft without any text, ``hidden`` is what there is of rules beyond their findings, ``stopped`` are
    the rules that did not finish.
    ``source`` is None when there is nothing to place in it. ``mended`` counts the findings fixed by rule,
    ``fixed`` are bytes yet to be written, ``diff`` is how fixes changed them.
    ``annotated`` are the bytes of a copy with comments, yet to be written, ``copy`` is where they were written.
    ``gone`` are entries of the baseline that no finding answers to, ``entries`` those for a new one.
    Travels between processes.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    source: Source | None = None
    error: str = ""
    hidden: tuple[Hidden, ...] = ()
    empty: bool = False
    stopped: tuple[Stopped, ...] = ()
    mended: dict[str, int] = {}
    fixed: bytes | None = None
    diff: str = ""
    annotated: bytes | None = None
    copy: str = ""
    gone: "tuple[BaselineEntry, ...]" = ()
    entries: "tuple[BaselineEntry, ...]" = ()

    def complaints(self, words: Words) -> list[str]:
        """Why the draft, or some rules on it, could not be checked: a line each."""
        return [self.error] if self.error else complaints(self.stopped, words)

    def notices(self, words: Words) -> list[str]:
        """That there is no text, and how many more findings there are of which rule: a line each."""
        return [*([words.empty] if self.empty else ()), *notices(self.hidden, words)]
