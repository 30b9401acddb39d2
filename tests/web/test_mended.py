"""Where a draft was mended."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lint.text.source import Span
from lint.web.mended import TextChange, carried, changes

TEXTS = st.text("一二三甲乙。\n", max_size=40)


@st.composite
def texts_and_spans(draw: st.DrawFn) -> tuple[str, str, list[Span]]:
    before, after = draw(TEXTS), draw(TEXTS)
    ends = st.integers(0, len(before))
    return before, after, [Span(min(pair), max(pair)) for pair in draw(st.lists(st.tuples(ends, ends), max_size=4))]


def made_again(before: str, after: str, made: list[TextChange]) -> str:
    """The text after, from the text before and the changes."""
    pieces, at = [], 0
    for change in made:
        pieces += [before[at : change.before.start], after[slice(*change.after)]]
        at = change.before.end
    return "".join([*pieces, before[at:]])


@given(TEXTS, TEXTS)
def test_changes_lead_from_one_text_to_the_other(before: str, after: str) -> None:
    made = changes(before, after)
    assert made_again(before, after, made) == after
    for one, other in pairwise(made):
        assert one.before.end <= other.before.start
        assert one.after.end <= other.after.start
    assert all(before[slice(*each.before)] != after[slice(*each.after)] for each in made)


@given(TEXTS)
def test_text_that_stays_has_no_change(text: str) -> None:
    assert changes(text, text) == []


@given(texts_and_spans())
def test_spans_are_carried_to_the_same_characters(texts: tuple[str, str, list[Span]]) -> None:
    before, after, spans = texts
    made = changes(before, after)
    found = carried(spans, made)
    assert all(0 <= span.start <= span.end <= len(after) for span in found)
    assert all(one.end < other.start for one, other in pairwise(found))

    kept = dict(unchanged(before, after, made))  # places before, by their place after
    marked = {at for span in spans for at in range(*span)}
    changed = {at for change in made for at in range(*change.after)}
    expected = changed | {now for now, was in kept.items() if was in marked}
    assert {at for span in found for at in range(*span)} == expected
    assert all(after[now] == before[was] for now, was in kept.items())


def unchanged(before: str, after: str, made: list[TextChange]) -> list[tuple[int, int]]:
    """The places of the characters that stay: after and before."""
    pairs: list[tuple[int, int]] = []
    old = new = 0
    for change in [*made, TextChange(Span(len(before), len(before)), Span(len(after), len(after)))]:
        pairs += zip(range(new, change.after.start), range(old, change.before.start), strict=True)
        old, new = change.before.end, change.after.end
    return pairs


def test_what_was_mended_before_stays_marked() -> None:
    before, after = "一是甲。(二)乙。\n", "第一是甲。（二）乙。\n"
    made = changes(before, after)
    assert made == [
        TextChange(Span(0, 0), Span(0, 1)),
        TextChange(Span(4, 5), Span(5, 6)),
        TextChange(Span(6, 7), Span(7, 8)),
    ]
    assert carried([Span(1, 3)], made) == [Span(0, 1), Span(2, 4), Span(5, 6), Span(7, 8)]


def test_stretch_too_long_to_compare_is_one_change() -> None:
    before, after = "甲" + "一二" * 3_000 + "乙", "甲" + "三二" * 3_000 + "乙"
    assert changes(before, after) == [TextChange(Span(1, 6_000), Span(1, 6_000))]
