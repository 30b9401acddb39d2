"""Whether what a text says to stand at its end is there: 见文末《分工表》."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.paragraphs import block_range
from lint.checks.base import Check, Hit
from lint.document.tree import Document, Part
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_THING = "[表单册图则录案书样]"
_END = "(?:本文)?(?:文末|文后|文尾|正文之?后)"
_STOP = "(?=[，。；）)\\n]|$)"
_TITLE = "《[^》\\n]{2,40}》"
_CITED = lazy(
    f"(?:见|附在?|列[在于]){_END}所?[附列]?的?(?P<after>{_TITLE}|[^，。；：）)（(\\n]{{2,20}}{_THING}{_STOP})"
    f"|(?P<before>{_TITLE}|(?<![^，。；：（(\\n])[^，。；：（）()《》\\n]{{2,20}}{_THING})(?:详?见|附[在于]?){_END}{_STOP}"
)
_TAIL = 3  # characters of a name by which it is known again: 分工表


class EndMatter(Check, frozen=True):
    """Things that are said to stand at the end of a text with no annex, no table and no line of their name below."""

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def signs(self) -> tuple[str, ...]:
        """Words for the end of a text."""
        return ("文末", "文后", "文尾", "正文后", "正文之后")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such thing."""
        if any(part.kind != "main" or part.annex_list for part in document.parts):
            return
        for part in document.parts:
            for found in _CITED.finditer(document.text, part.span.start, part.span.end):
                place = Span(*found.span("after" if found["after"] else "before"))
                if not document.is_quoted(found.start()) and not _follows(document, part, place):
                    yield Hit(place, {"found": document.slice(place)})


def _follows(document: Document, part: Part, place: Span) -> bool:
    """Whether a table, a picture or a line of the name stands below a citation."""
    tail = document.slice(place).strip("《》")[-_TAIL:]
    below = [document.reading.blocks[index] for index in block_range(document, part)]
    return any(
        block.kind == "table" or tail in document.text[block.start : block.end]
        for block in below
        if block.start > place.end
    )
