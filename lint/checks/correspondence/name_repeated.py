"""Whether a list of names has each person once: 张三　县财政局股长 stands in it twice."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.paragraphs import lines
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.formats.blocks import PROSE
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_ENTRY = lazy(
    r"[ \t\u3000]*(?:\d{1,3}[.．、][ \t\u3000]*)?(?P<name>[\u4e00-\u9fff·]{2,6})"
    r"[ \t\u3000]+(?P<post>[^\s：:。；，]{4,40})[ \t\u3000]*\Z"
)
_LIST = "名单"


class NameRepeated(Check, frozen=True):
    """Lines of a list of names (名单) that have the name and the post of an earlier one."""

    values: ClassVar[frozenset[str]] = frozenset({"name"})

    def signs(self) -> tuple[str, ...]:
        """What a list of names is called."""
        return (_LIST,)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the name in each such line, related to the first."""
        for part in document.parts:
            title = document.slice(part.title) if part.title else ""
            first: dict[tuple[str, str], Span] = {}
            for line in lines(document, part, PROSE) if _LIST in title else ():
                entry = _ENTRY.match(document.slice(line))
                if entry is None:
                    continue
                place = Span(line.start + entry.start("name"), line.start + entry.end("name"))
                earlier = first.setdefault((entry["name"], entry["post"]), place)
                if earlier is not place:
                    yield Hit(place, {"name": entry["name"]}, (Place(earlier),))
