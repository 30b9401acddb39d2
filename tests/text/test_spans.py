"""Places are found in the outermost of spans as they are by looking at each."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lint.text.source import Span
from lint.text.spans import is_within, outermost


@given(st.recursive(st.just([]), lambda inner: st.lists(inner, max_size=3), max_leaves=12), st.integers(0, 40))
def test_places_in_nested_spans(tree: list[list[object]], place: int) -> None:
    spans: list[Span] = []

    def lay(inner: list[object], start: int) -> int:
        end = start + 1
        for one in inner:
            assert isinstance(one, list)
            end = lay(one, end)
        spans.append(Span(start, end + 1))
        return end + 2

    lay(list(tree), 0)
    kept = outermost(spans)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    assert is_within(kept, place) == any(span.start <= place < span.end for span in spans)
