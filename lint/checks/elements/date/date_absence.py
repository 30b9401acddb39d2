"""Whether an official letter bears the date of its signature (成文日期)."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.signing import YEARLESS
from lint.analysis.forms import is_open
from lint.analysis.paragraphs import lines
from lint.checks.base import Check, Hit
from lint.checks.shared.date_lines import DATE, has_date, is_below
from lint.document.tree import Document, Part
from lint.formats.blocks import PROSE
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_SALUTATION = lazy("^(?:尊敬的|各位|同志们|主席)|(?:同志们|代表们|朋友们)[：:]?$")
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
            if part.date is not None or not (_is_addressed(document, part) or part.signature):
                continue
            if part.kind == "annex" and not _is_letter(document, part):
                continue
            own = [line for line in lines(document, part, PROSE) if not is_below(document.slice(line))]
            if (
                not own
                or YEARLESS.match(document.slice(own[-1]))
                or any(has_date(document, line) for line in own[-_LAST:])
            ):
                continue
            if part.subtitle and DATE.search(document.slice(part.subtitle)):
                continue
            place = part.signature or Span(own[-1].end - 1, own[-1].end)
            yield Hit(place, {"last": document.slice(part.signature or own[-1])[-20:]})


def _is_letter(document: Document, part: Part) -> bool:
    """Whether an annex is a letter of its own, closed and signed, and no form or model of one."""
    signed = part.closing is not None and part.signature is not None
    return signed and not is_open(document, ("forms", "models"), part.span.start)


def _is_addressed(document: Document, part: Part) -> bool:
    """Whether a text has recipients; who speaks to an assembly (各位代表：) signs nothing."""
    return part.recipients is not None and not _SALUTATION.search(document.slice(part.recipients))
