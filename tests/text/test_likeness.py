"""Two texts are put together again from their common ends and what differs."""

from hypothesis import given
from hypothesis import strategies as st

from lint.text.comparison.likeness import common_ends, share_run

TEXTS = st.text("水利务局", max_size=8)


@given(head=TEXTS, tail=TEXTS, one=TEXTS, other=TEXTS)
def test_common_ends(head: str, tail: str, one: str, other: str) -> None:
    first, second = head + one + tail, head + other + tail
    begin, end = common_ends(first, second)
    assert begin >= len(head)
    assert begin + end <= min(len(first), len(second))
    assert first[:begin] == second[:begin]
    assert first[len(first) - end :] == second[len(second) - end :]
    assert begin + end >= min(len(head) + len(tail), len(first), len(second))


def test_no_character_counts_twice() -> None:
    assert common_ends("水水", "水水水") == (2, 0)
    assert common_ends("水务局", "水利局") == (1, 1)


@given(one=TEXTS, other=TEXTS, length=st.integers(1, 4))
def test_runs_in_common(one: str, other: str, length: int) -> None:
    runs = [{text[at : at + length] for at in range(len(text) - length + 1)} for text in (one, other)]
    assert share_run(one, other, length) == bool(runs[0] & runs[1])
