"""Whether the number of aspects that a preamble names is the number that the problems have."""

from collections.abc import Iterator

from lint.checks.shared.aspect_numbers import ASPECT_NUMBER, AspectNumber, numbers_in
from lint.document.tree import Document, Part
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_COUNT = lazy(
    "(?:对照|紧扣|围绕|聚焦)[^。；]{0,60}?"
    f"(?<![0-9]){ASPECT_NUMBER}个方面"
    "(?=[^。；0-9]{0,10}(?:查摆|检视|剖析|对照|问题))"
)
_LED = lazy(
    "(?:对照|紧扣|围绕|聚焦|按照|从)[^。；]{0,40}?"
    f"(?<![0-9]){ASPECT_NUMBER}个(?:带头|对照|检视)"
    '(?![”’"]?[中之])(?=[”’"]?[^。；0-9]{0,16}(?:查摆|检视|剖析|检查|查找))'
)


class PreambleCount(AspectNumber, frozen=True):
    """对照…N个方面查摆 in the preamble, against the aspects of the problems."""

    def numbers(self, document: Document, part: Part) -> Iterator[tuple[Span, int]]:
        """The numbers in the preamble."""
        yield from numbers_in(document, part.preamble, _COUNT)
        yield from numbers_in(document, part.preamble, _LED)
