"""Whether a text that may raise one matter raises several."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.paragraphs import opening
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Part
from lint.text.lazy import lazy
from lint.text.source import Span

_BELOW = "(?:以下|如下|下列)"
_SEVERAL = "[两二三四五六2-6]"
_COUNTED = lazy(
    rf"""
    (?:请示|申请|请求|提请)(?:审批|批准|解决)?{_BELOW}(?P<count>{_SEVERAL})(?:个|项|件)(?:事项|问题|事宜|请求)?
    |{_BELOW}(?P<other>{_SEVERAL})(?:个|项|件)?(?:事项|问题|事宜)(?:一并)?(?:请示|申请|提请)
    """,
    re.VERBOSE,
)
_MATTER = lazy(
    r"""
    ^(?:
        关于.{2,}(?:问题|事宜|事项|请求|的请示)$
        |(?:申请|请求|恳请|请予|提请|拟请)
         (?!(?:的)?(?:理由|依据|原因|背景|事项|事由|内容|情况|必要性))  # a heading about the request
         .{2,}
    )
    """,
    re.VERBOSE,
)


class MatterCount(Check, frozen=True):
    """Texts that announce several matters, or whose top headings each ask for something."""

    values: ClassVar[frozenset[str]] = frozenset({"count", "matters"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the announcement, or at the second matter."""
        for part in document.parts:
            yield from _announced(document, part) or _headed(document, part)


def _announced(document: Document, part: Part) -> list[Hit]:
    for span in opening(document, part):
        match = _COUNTED.search(document.text, span.start, span.end)
        if match:
            place = Span(*match.span())
            return [Hit(place, {"count": match["count"] or match["other"], "matters": match[0]})]
    return []


def _headed(document: Document, part: Part) -> list[Hit]:
    matters = [item for item in part.items if not item.inline and _MATTER.match(document.slice(item.heading))]
    if len(matters) < 2:
        return []
    places = [Span(item.span.start, item.heading.end) for item in matters]
    names = "；".join(document.slice(item.heading) for item in matters)
    related = tuple(Place(place) for place in places if place != places[1])
    return [Hit(places[1], {"count": str(len(matters)), "matters": names}, related)]
