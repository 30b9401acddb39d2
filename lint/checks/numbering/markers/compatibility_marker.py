"""Whether markers are written in ordinary characters, which every font and system knows."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.checks.shared.runs import own_items
from lint.document.tree import Document
from lint.text.edit import Edit

_ENCLOSED = frozenset({"han_paren", "digit", "digit_paren"})
_COMPATIBILITY = frozenset("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩")


class CompatibilityMarker(Check, frozen=True):
    """Markers that are one compatibility character: ㈠ for （一）, ⒈ for 1.."""

    values: ClassVar[frozenset[str]] = frozenset({"marker", "expected"})

    def signs(self) -> tuple[str, ...]:
        """The characters themselves."""
        return tuple(sorted(_COMPATIBILITY))

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such marker."""
        if document.families.isdisjoint(_ENCLOSED):
            return
        for item in own_items(document):
            marker = item.marker
            if (
                marker.automatic is None
                and marker.family.name in _ENCLOSED
                and document.slice(marker.numeral) in _COMPATIBILITY
            ):
                expected = marker.family.render(marker.value) if marker.value else ""
                values = {"marker": document.slice(marker.span), "expected": expected}
                yield Hit(marker.span, values, edits=(Edit(marker.span, expected),))
