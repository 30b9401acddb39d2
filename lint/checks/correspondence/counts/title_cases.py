"""Whether a title counts as many cases as the text says it tells: 关于5起…案例的通报, 现将4起…通报如下."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.patterns.fragments import SOME
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_N = f"(?<![0-9.第])(?P<number>[0-9]{{1,3}}|{SOME}|两)(?P<measure>[起例个件批家名项])"
_TITLE = lazy(f"关于(?:[^，。]{{0,20}}?){_N}[^，。]{{2,40}}的(?:通报|通告|公告|情况通报)")
_TEXT = lazy(
    f"现(?:将|就|对)(?:其中)?(?:的)?(?:[^0-9，。；]{{0,12}}?){_N}[^，。；]{{0,30}}(?:通报|公布|公告|曝光|通告)(?:如下|[：。])"
)


class TitleCases(Check, frozen=True):
    """The number of cases in a title against the number in the sentence that leads them in, of one measure."""

    values: ClassVar[frozenset[str]] = frozenset({"announced", "text", "title"})
    related_values: ClassVar[frozenset[str]] = frozenset({"title"})

    def signs(self) -> tuple[str, ...]:
        """What leads the cases in."""
        return ("现将", "现就", "现对")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each number of a preamble that is not the title's."""
        for part in document.parts:
            if part.title is None or part.preamble is None:
                continue
            title = _TITLE.search("".join(document.slice(part.title).split()))
            text = title and _TEXT.search(document.text, part.preamble.start, part.preamble.end)
            if title is None or text is None or title["measure"] != text["measure"]:
                continue
            if value_of(title["number"]) != value_of(text["number"]):
                shown = title["number"] + title["measure"]
                span = Span(text.start("number"), text.end("measure"))
                values = {"announced": str(value_of(text["number"])), "text": document.slice(span), "title": shown}
                yield Hit(span, values, (Place(part.title, {"title": shown}),))
