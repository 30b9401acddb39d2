"""Times that no clock has: 上午25:30."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.passages import Passage, passages_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of

_TIME = lazy(
    r"(?:日|上午|下午|早上|晚上|晚|中午|凌晨|[）)])[ \u3000]?"
    r"(?P<hour>\d{1,2})(?:[:：](?P<minute>\d{2})(?![\d:：])|时(?P<minute_of>\d{1,2})分|[时点](?![\d段间]))"
)
_TO_TIME = lazy(
    r"(?<![\d:：.])(?:[01]?\d|2[0-4])(?:[:：][0-5]\d|[时点](?:[0-5]?\d分)?)[ \u3000]?(?:至|到|——?|[－\-–～~])"
    r"[ \u3000]?(?:次日)?"
    r"(?P<hour>\d{1,2})(?:[:：](?P<minute>\d{2})(?![\d:：])|[时点](?:(?P<minute_of>\d{1,2})分)?(?![\d段间]))"
)
_BARE = lazy(r"(?<![\d:：.])(?P<hour>1?\d|2[0-4])时(?P<minute_of>[6-9]\d)分(?![钟之])")
"""An hour with more minutes than it has, wherever it stands: no length of time is told so."""
_FIRST_HOUR = 6
"""From this hour on, figures on both sides of a colon are no ratio: 1:15至1:75."""
_AFTER_HOUR = ":：时点"
_BEFORE_SIGN = 5  # 上午 10:
_BARE_BEFORE = 3  # the hour, and what it must not follow
_AFTER_SIGN = 5  # :30 and what must not follow it
_FROM = 15  # 8时30分至次日25:


class ImpossibleTime(Check, frozen=True):
    """An hour or minute that does not exist."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "reason", "reason_en"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each of them, outside quotations."""
        for passage in document.clock.watched(passages_of(document)):
            for start, end in _impossible(passage):
                span = passage.span(start, end)
                if not document.is_quoted(span.start):
                    values = {"found": passage.text[start:end], "reason": "没有这个时刻"}
                    yield Hit(span, values | {"reason_en": "there is no such time"})


def _impossible(passage: Passage) -> Iterator[tuple[int, int]]:
    text = passage.text
    signs = (place for sign in _AFTER_HOUR for place in places_of(sign, text))
    for place in sorted(place for place in signs if text[place - 1 : place].isdecimal()):
        match = _TIME.search(text, max(0, place - _BEFORE_SIGN), place + _AFTER_SIGN)
        if match and match.end("hour") == place:
            if _is_wrong(match):
                yield match.start("hour"), match.end()
            continue
        bare = _BARE.search(text, max(0, place - _BARE_BEFORE), place + _AFTER_SIGN)
        if bare and bare.end("hour") == place:
            yield bare.span()
            continue
        for last in _TO_TIME.finditer(text, max(0, place - _FROM), place + _AFTER_SIGN):
            if last.end("hour") == place and int(last["hour"]) >= _FIRST_HOUR and _is_wrong(last):
                yield last.start("hour"), last.end()


def _is_wrong(match: re.Match[str]) -> bool:
    hour, minute = int(match["hour"]), int(match["minute"] or match["minute_of"] or 0)
    return hour > 24 or minute > 59 or (hour == 24 and minute > 0)
