"""When a text says that it comes into force: 本办法自印发之日起施行, 现印发给你们，自2025年6月1日起施行."""

import re
from collections.abc import Iterator

import msgspec

from lint.analysis.dates.calendar import is_in_calendar
from lint.document.tree import Document, Part
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import holds_any
from lint.text.source import Span

_WHEN = (
    r"[ \u3000]*[自从](?P<when>(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
    r"|(?:印发|发布|公布|颁布|颁发|发文|下发|签发)之日)[ \u3000]*起(?:正式)?(?:施行|实施|执行|生效)"
)
_BEGINS = tuple(f"起{adverb}{verb}" for adverb in ("", "正式") for verb in ("施行", "实施", "执行", "生效"))
_OWN = lazy(rf"本(?P<subject>[^\W\d_a-zA-Z]{{2,4}}?){_WHEN}")
_ISSUED = lazy(
    r"(?:(?:印发给你们|现(?:予以?)?(?:公布|发布|印发|颁布))(?:[，,](?!本通知)[^。；\n《》]{0,12}?)?[，,]"
    rf"|《(?P<subject>[^《》\n]{{2,50}})》){_WHEN}"
)


class InForce(msgspec.Struct, frozen=True):
    """A day from which something is in force, None for that of its issue.

    ``subject`` is 办法 of 本办法 or a name between title marks, empty where it is what is issued.
    """

    subject: str
    when: Span
    day: tuple[int, int, int] | None


def own_days(document: Document, part: Part) -> list[InForce]:
    """What a part says of itself, outside quotations."""
    return list(_statements(document, part, _OWN))


def issued_days(document: Document, part: Part) -> list[InForce]:
    """What a part says of the text that it issues."""
    return list(_statements(document, part, _ISSUED))


def _statements(document: Document, part: Part, pattern: re.Pattern[str]) -> Iterator[InForce]:
    text = document.text
    if not holds_any(text, _BEGINS):
        return
    for match in pattern.finditer(text, part.span.start, part.span.end):
        line = text.rfind("\n", 0, match.start()) + 1
        if text.count("“", line, match.start()) == text.count("”", line, match.start()):
            day = (int(match["year"]), int(match["month"]), int(match["day"])) if match["year"] else None
            if day is None or is_in_calendar(*day):
                yield InForce(match["subject"] or "", Span(*match.span("when")), day)
