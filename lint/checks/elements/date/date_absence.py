"""Whether an official letter bears the date of its signature (成文日期)."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.signing import YEARLESS
from lint.analysis.paragraphs import lines
from lint.checks.base import Check, Hit
from lint.document.imprint import NOTE, is_imprint
from lint.document.tree import Document, Part
from lint.formats.blocks import PROSE
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_DATE = lazy(
    r"(?:\d{2,4}|[〇○零一二三四五六七八九Xx×]{2,4})[\s\u3000]*(?:年[^\n。；，]{0,8}月[^\n。；，]{0,8}日?|[.．/\-—]\d{1,2}[.．/\-—]\d{1,2})"
)
_BLANK_DATE = lazy(r"年[\s\u3000＿_]*月[\s\u3000＿_]*日")
_SALUTATION = lazy("^(?:尊敬的|各位|同志们|主席)|(?:同志们|代表们|朋友们)[：:]?$")
_BYLINE = 40  # characters of a line that may hold a date beside a signature
_LAST = 8  # paragraphs


class DateAbsence(Check, frozen=True):
    """Texts addressed or signed that have no date below them or under their title."""

    values: ClassVar[frozenset[str]] = frozenset({"last"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """What an addressed or signed text has."""
        return (("recipients", "signature"),)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the signature, or at the end of the text."""
        for part in document.parts:
            if part.kind == "annex" or part.date is not None or not (_is_addressed(document, part) or part.signature):
                continue
            own = [line for line in lines(document, part, PROSE) if not _is_below(document.slice(line))]
            if (
                not own
                or YEARLESS.match(document.slice(own[-1]))
                or any(_has_date(document, line) for line in own[-_LAST:])
            ):
                continue
            if part.subtitle and _DATE.search(document.slice(part.subtitle)):
                continue
            place = part.signature or Span(own[-1].end - 1, own[-1].end)
            yield Hit(place, {"last": document.slice(part.signature or own[-1])[-20:]})


def _is_below(line: str) -> bool:
    """Whether a line stands below the date: copies, the printer, a note."""
    return is_imprint(line) or bool(NOTE.match(line))


def _is_addressed(document: Document, part: Part) -> bool:
    """Whether a text has recipients; who speaks to an assembly (各位代表：) signs nothing."""
    return part.recipients is not None and not _SALUTATION.search(document.slice(part.recipients))


def _has_date(document: Document, line: Span) -> bool:
    text = document.slice(line)
    return len(text) <= _BYLINE and bool(_DATE.search(text) or _BLANK_DATE.search(text))
