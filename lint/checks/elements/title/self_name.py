"""Whether a text calls itself what its title does: no 制定本办法 under the title of a 方案."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.elements.title_kinds import kind_place, names_kind
from lint.analysis.paragraphs import opening, paragraphs
from lint.checks.base import Check, Hit, Place
from lint.document.kinds import EITHER
from lint.document.tree import Document, Part
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_KIND = rf"(?:实施|暂行|试行|管理|工作|行动|总体|专项|应急|若干)*(?:{EITHER})"
_ITSELF = f"本{_KIND}"
_MADE = rf"特?制[定订](?P<made>{_ITSELF})(?=[。，；]|$)"
_IN_FORCE = rf"(?<![^。；\s条])(?P<lasts>{_ITSELF})自[^。；\n]{{1,24}}起(?:施行|实施|执行|生效)"
_BELOW = lazy(
    rf"(?:制[定订]|提出|作出|印发|发布)了?(?:以下|如下)(?P<below>{_KIND})(?<!意见|规定|计划|标准|要点|办法)(?=[：:。]|$)"
)
"""提出如下实施方案：; 提出如下意见 and 作出如下规定 are said under any title."""
_SAYS = lazy(f"{_MADE}|{_IN_FORCE}")


class SelfName(Check, frozen=True):
    """Words by which a text that is made or comes into force names itself, whose kind is not in its title.

    Only titles that end in one of ``kinds`` are asked: others pass on or speak of another text.
    """

    kinds: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"found", "kind"})

    def signs(self) -> tuple[str, ...]:
        """The words for the text itself."""
        return ("本", "如下", "以下")

    def features(self) -> tuple[tuple[str, ...], ...]:
        """What the names are held against."""
        return (("title",),)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first such name of a part, related to the kind in the title."""
        for part in document.parts:
            if part.title is None or not names_kind(document.slice(part.title)):
                continue
            kind = kind_place(document, part.title)
            if document.slice(kind) in self.kinds:
                for name in self._alien(document, part, document.slice(part.title)):
                    values = {"found": document.slice(name), "kind": document.slice(kind)}
                    yield Hit(name, values, (Place(kind),))
                    break

    def _alien(self, document: Document, part: Part, title: str) -> Iterator[Span]:
        spans = [(_SAYS, span) for span in paragraphs(document, part)]
        spans += [(_BELOW, span) for span in opening(document, part)]
        for says, span in sorted(spans, key=lambda pair: pair[1]):
            for match in says.finditer(document.text, *span):
                name = Span(*match.span(match.lastgroup or 0))
                if not document.is_quoted(name.start) and not any(
                    kind in title for kind in self.kinds if document.slice(name).endswith(kind)
                ):
                    yield name
