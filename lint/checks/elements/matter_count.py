"""Whether a text that may raise one matter raises several."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.paragraphs import ending, opening, paragraphs
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Part
from lint.text.patterns.lazy import lazy
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
_CLOSING = lazy(r"[妥当可]否[，,]?\s*(?:敬|恳)?请[^。；，\n]{0,8}")
_ASKED = lazy(r"(?:申请|请求|恳请|提请|拟请|特请|请予)[^，。；\n]{2,}")
_FURTHER = lazy(
    r"""
    (?:^|(?<=[。；]))(?:
        (?:另|另外|此外|并|还|再)[，,]?(?:我[^，。；\n]{1,6})?(?:还|再|一并|拟|同时)?(?:申请|请求|恳请|提请|拟请)
        |同时[，,]?(?:我[^，。；\n]{1,6})?(?:还|再|一并|拟)?(?:申请|请求)
        |一并(?:申请|请求|提请)
    )
    (?![^，。；\n]{0,10}(?:支持|指导|协调|重视|关心|理解))[^，。；\n]{2,}
    """,
    re.VERBOSE | re.MULTILINE,
)


class MatterCount(Check, frozen=True):
    """Texts that announce several matters, ask for one more in plain sentences, close with two requests, or whose top
    headings each ask for something.
    """

    values: ClassVar[frozenset[str]] = frozenset({"count", "matters"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the announcement, or at the second matter."""
        for part in document.parts:
            yield from _announced(document, part) or _headed(document, part) or _told(document, part)


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


def _told(document: Document, part: Part) -> list[Hit]:
    """Another request after the first, in the running text; else a second closing."""
    first: Span | None = None
    for span in paragraphs(document, part):
        asked = None if first else _ASKED.search(document.text, *span)
        first = Span(*asked.span()) if asked else first
        for match in _FURTHER.finditer(document.text, *span):
            if first is not None and first.end <= match.start():
                return _between(document, first, Span(*match.span()))
    closings = [
        Span(*match.span()) for span in ending(document, part) for match in _CLOSING.finditer(document.text, *span)
    ]
    return _between(document, *closings[:2]) if len(closings) > 1 else []


def _between(document: Document, first: Span, second: Span) -> list[Hit]:
    if document.is_quoted(first.start) or document.is_quoted(second.start):
        return []
    matters = f"{document.slice(first)}；{document.slice(second)}"
    return [Hit(second, {"count": "2", "matters": matters}, (Place(first),))]
