"""The tree of a draft as the symbols of an outline."""

from collections.abc import Iterable, Iterator

from lsprotocol.types import DocumentSymbol, SymbolKind

from lint.document.tree import Item, Part
from lint.formats.blocks import MASK
from lint.server.places import Places
from lint.server.session import Analysis
from lint.text.source import Span

_LONGEST = 40


def symbols(analysis: Analysis, places: Places) -> list[DocumentSymbol]:
    """Titles and annexes with the items below them; the items alone where nothing is titled."""
    return list(_SymbolTree(analysis, places).parts())


class _SymbolTree:
    """A tree on its way to symbols, each inside the one above it."""

    def __init__(self, analysis: Analysis, places: Places) -> None:
        self._analysis = analysis
        self._document = analysis.document
        self._places = places

    def parts(self) -> Iterator[DocumentSymbol]:
        whole = Span(0, len(self._analysis.source.text))
        for part in self._document.parts:
            span = _inside(self._document.reading.to_source(part.span), whole)
            items = [self._item(item, span) for item in _own(part.items)]
            if part.title is None and len(self._document.parts) == 1:
                yield from items
            else:
                yield self._symbol(self._name(part), SymbolKind.Module, span, part.title or Span(0, 0), items)

    def _item(self, item: Item, within: Span) -> DocumentSymbol:
        span = _inside(self._document.reading.to_source(item.span), within)
        items = [self._item(child, span) for child in _own(item.children)]
        named = item.head
        return self._symbol(self._text(named), SymbolKind.String, span, named, items)

    def _symbol(
        self, name: str, kind: SymbolKind, span: Span, named: Span, children: list[DocumentSymbol]
    ) -> DocumentSymbol:
        selected = _inside(self._document.reading.to_source(named), span)
        return DocumentSymbol(name, kind, self._places.range(span), self._places.range(selected), children=children)

    def _name(self, part: Part) -> str:
        return self._text(part.title) if part.title else self._analysis.words.parts.get(part.kind, part.kind)

    def _text(self, span: Span) -> str:
        flat = " ".join(self._document.slice(span).replace(MASK, "…").split())
        if not flat:
            return "…"  # editors refuse a symbol without a name
        return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"


def _own(items: Iterable[Item]) -> Iterator[Item]:
    """The items of the draft itself, without quoted ones."""
    return (item for item in items if not item.quoted)


def _inside(span: Span, within: Span) -> Span:
    start = min(max(span.start, within.start), within.end)
    return Span(start, min(max(span.end, start), within.end))
