"""Times that no clock has: 上午25:30."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.lazy import lazy
from lint.text.literals import places_of
from lint.text.source import Span

_TIME = lazy(
    r"(?:日|上午|下午|早上|晚上|晚|中午|凌晨|[）)])[ \u3000]?"
    r"(?P<hour>\d{1,2})(?:[:：](?P<minute>\d{2})(?![\d:：])|时(?P<minute_of>\d{1,2})分|[时点](?![\d段间]))"
)
_AFTER_HOUR = ":：时点"
_BEFORE_SIGN = 5  # 上午 10:
_AFTER_SIGN = 5  # :30 and what must not follow it


class ImpossibleTime(Check, frozen=True):
    """An hour or minute that does not exist."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "reason", "reason_en"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each of them, outside quotations."""
        yield from (hit for hit in _times(document) if not document.is_quoted(hit.span.start))


def _times(document: Document) -> Iterator[Hit]:
    text = document.typed
    signs = (place for sign in _AFTER_HOUR for place in places_of(sign, text))
    for place in sorted(place for place in signs if text[place - 1 : place].isdecimal()):
        match = _TIME.search(text, max(0, place - _BEFORE_SIGN), place + _AFTER_SIGN)
        if match is None or match.end("hour") != place:
            continue
        hour, minute = int(match["hour"]), int(match["minute"] or match["minute_of"] or 0)
        if hour > 24 or minute > 59 or (hour == 24 and minute):
            span = Span(match.start("hour"), match.end())
            values = {"found": document.slice(span), "reason": "没有这个时刻", "reason_en": "there is no such time"}
            yield Hit(span, values)
