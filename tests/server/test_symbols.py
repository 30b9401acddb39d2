"""Symbols and folds of every seed are as the protocol wants them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import DocumentSymbol, Position, Range

from lint.formats.decoding import decode
from lint.server.folding import folds
from lint.server.places import Places
from lint.server.session import Analysis, OpenDraft
from lint.server.symbols import symbols

SEEDS = sorted(path for path in (Path(__file__).parent.parent.parent / "seeds").iterdir() if path.suffix != ".json")


def key(place: Position) -> tuple[int, int]:
    return place.line, place.character


def holds(outer: Range, inner: Range) -> bool:
    return key(outer.start) <= key(inner.start) <= key(inner.end) <= key(outer.end)


def walk(found: Sequence[DocumentSymbol], within: Range) -> Iterator[DocumentSymbol]:
    """Every symbol, each inside the one above it, beginning after its elder brother, and with a name."""
    last = within.start
    for symbol in found:
        assert symbol.name
        assert holds(within, symbol.range)
        assert holds(symbol.range, symbol.selection_range)
        assert key(last) <= key(symbol.range.start)
        last = symbol.range.end
        yield symbol
        yield from walk(symbol.children or [], symbol.range)


@given(st.text(alphabet="一二、（）.1- #\n甲。；“”𠮷附件：", max_size=60), st.sampled_from(["稿.txt", "稿.md"]))
def test_symbols_of_any_text_are_nested(text: str, path: str) -> None:
    analysis = Analysis(OpenDraft("", 1, path, text), None)
    places = Places(analysis.source)
    for symbol in walk(symbols(analysis, places), Range(Position(0, 0), places.position(len(text)))):
        assert symbol.name.strip()
    folds(analysis)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_symbols_are_nested_and_folds_have_lines(path: Path) -> None:
    text = decode(path.read_bytes()).text
    analysis = Analysis(OpenDraft("", 1, str(path), text), None)
    end = Places(analysis.source).position(len(text))
    found = [*walk(symbols(analysis, Places(analysis.source)), Range(Position(0, 0), end))]
    assert found
    lines = [(fold.start_line, fold.end_line) for fold in folds(analysis)]
    assert all(start < last <= end.line for start, last in lines)
    assert len(set(lines)) == len(lines)
