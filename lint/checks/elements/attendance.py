"""Whether minutes name nobody both as present and as absent."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from lint.analysis.paragraphs import block_range
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Part
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_NAME = lazy(r"(?:(?<=[、，,；;：:\s\u3000])|^)(?P<name>[^\W\d_a-zA-Z]{2,4})(?=[、，,；;。（(\s\u3000]|$)")
_MASK = "某"
_IN_PART = lazy(
    r"[\s\u3000]*[（(][^（）()\n]*(?:议[题程]|[0-9一二三四五六七八九十两][项个](?!月)|[上下]午|[前后]半|中途|回避)"
)
"""A note that somebody was there for some of the meeting only: 李某（第四议题回避）."""
_BRACKETS = lazy(r"[（(][^（）()\n]*[）)]")


class Attendance(Check, frozen=True, kw_only=True):
    """Names in a field that one of ``absent`` labels and in one that one of ``present`` does.

    Labels may have blanks in them: 出　席. Names may have an office or a reason in brackets behind them.
    """

    present: tuple[str, ...]
    absent: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"name", "present", "absent"})

    def signs(self) -> tuple[str, ...]:
        """The colon behind a label."""
        return ("：", ":")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such name in the second field, related to where it stands first."""
        for part in document.parts:
            there = {name: (label, span) for label, name, span in _names(document, part, self.present)}
            for label, name, span in _names(document, part, self.absent):
                if name in there and _MASK not in name:
                    values = {"name": name, "present": there[name][0], "absent": label}
                    yield Hit(span, values, (Place(there[name][1]),))


def _names(document: Document, part: Part, labels: tuple[str, ...]) -> Iterator[tuple[str, str, Span]]:
    """The label, the name and the place of everybody in the fields of a part that some labels begin.

    But for those whose note says that it holds for some matters only.
    """
    for index in block_range(document, part):
        block = document.reading.blocks[index]
        line = document.text[block.start : block.end]
        field = _field(labels).match(line)
        if field is None:
            continue
        shown = _BRACKETS.sub(lambda found: "（" * len(found[0]), line)
        for match in _NAME.finditer(shown, field.end()):
            start, end = (block.start + at for at in match.span("name"))
            if _IN_PART.match(line, match.end("name")):
                continue
            yield "".join(field["label"].split()), match["name"], Span(start, end)


@lru_cache(maxsize=8)
def _field(labels: tuple[str, ...]) -> re.Pattern[str]:
    spaced = (r"[\s\u3000]*".join(label) for label in labels)
    return re.compile(rf"[\s\u3000]*(?P<label>{'|'.join(spaced)})[\s\u3000]*[：:]")
