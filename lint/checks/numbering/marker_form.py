"""Whether a marker is written in a form that survives: whole, well-formed, in ordinary characters."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import ClassVar, Literal

from lint.checks.base import Check, Hit
from lint.document.tree import Document, Item
from lint.text.edit import Edit

_ENCLOSED = frozenset({"han_paren", "digit", "digit_paren"})
_COMPATIBILITY = frozenset("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩")


class MarkerForm(Check, frozen=True):
    """Markers that are ``broken`` over two lines, ``malformed`` (十十一) or ``compatibility`` characters (㈠⑴⒈)."""

    form: Literal["broken", "malformed", "compatibility"]

    values: ClassVar[frozenset[str]] = frozenset({"marker", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such marker."""
        if self.form == "broken" and not document.reading.joins:
            return
        if self.form == "compatibility" and document.families.isdisjoint(_ENCLOSED):
            return
        for item in document.derive("items of own series", lambda: _own(document)):
            if self._fails(document, item):
                yield self._hit(document, item)

    def _fails(self, document: Document, item: Item) -> bool:
        marker = item.marker
        if self.form == "malformed":
            return marker.value is None
        if self.form == "broken":
            joins = document.reading.joins
            return bisect_right(joins, marker.span.start) < bisect_left(joins, marker.span.end)
        return (
            not marker.automatic
            and marker.family.name in _ENCLOSED
            and document.slice(marker.numeral) in _COMPATIBILITY
        )

    def _hit(self, document: Document, item: Item) -> Hit:
        marker = item.marker
        expected = marker.family.render(marker.value) if marker.value else ""
        edits = (Edit(marker.span, expected),) if self.form == "compatibility" else ()
        return Hit(marker.span, {"marker": document.slice(marker.span), "expected": expected}, edits=edits)


def _own(document: Document) -> tuple[Item, ...]:
    """The items of every series that is not quoted."""
    return tuple(item for series in document.series if not series.quoted for item in series.items)
