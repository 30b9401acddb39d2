"""Numbers that a text states, against what it lists: below a heading, before a paragraph, under labels, in points."""

from hypothesis import given
from hypothesis import strategies as st

from lint.checks.correspondence.heading_count import HeadingCount
from lint.checks.correspondence.heading_points import HeadingPoints
from lint.checks.correspondence.labelled_count import LabelledCount
from lint.checks.correspondence.recalled_count import RecalledCount
from tests.checks.marking import hits, marked

HAN = "一二三四五六七八九"
numbers = st.integers(2, 9)


def _items(number: int) -> str:
    return "".join(f"（{HAN[place]}）抓{'早小细严实准稳快好'[place]}。照章办理。\n" for place in range(number))


@given(numbers, numbers)
def test_heading_tells_its_items(stated: int, listed: int) -> None:
    """A number in brackets is told where it differs by as much as a slip, and only there."""
    text = f"一、任务（{stated}项）\n{_items(listed)}二、要求\n照章办理。"
    off = abs(stated - listed)
    expected = text.replace(f"{stated}项", f"⟦{stated}项⟧") if 0 < off <= 2 else text
    assert marked(HeadingCount(), text) == expected


@given(st.integers(3, 9), numbers)
def test_paragraph_looks_back(stated: int, listed: int) -> None:
    """A number that looks back is told wherever it differs from the list right before it."""
    text = f"一、任务\n{_items(listed)}以上{HAN[stated - 1]}项任务，按期完成。\n第二部分"
    found = hits(RecalledCount(), text)
    told = [(text[hit.span.start : hit.span.end], hit.values["announced"], hit.values["counted"]) for hit in found]
    assert told == ([] if stated == listed else [(f"以上{HAN[stated - 1]}项任务", str(stated), str(listed))])


@given(st.lists(st.integers(2, 40), min_size=2, max_size=9), st.integers(-3, 3))
def test_points_add_up(points: list[int], off: int) -> None:
    """The points of a heading are told where they are not the sum of those below, whatever these are."""
    total = sum(points) + off
    items = "".join(f"（{HAN[place]}）指标（{value}分）。照章评定。\n" for place, value in enumerate(points))
    found = hits(HeadingPoints(), f"一、考核内容（共{total}分）\n{items}二、结果运用\n照章办理。")
    expected = [{"text": f"共{total}分", "sum": str(sum(points))}] if off else []
    assert [hit.values for hit in found] == expected


@given(st.integers(3, 9), st.integers(3, 9))
def test_labelled_blocks(stated: int, listed: int) -> None:
    """Labelled blocks are counted through; a number far off counts something else."""
    blocks = "".join(f"问题{place}：事情{HAN[place - 1]}\n整改措施：照章办理。\n" for place in range(1, listed + 1))
    text = f"清单\n本清单细化为{stated}个问题。\n{blocks}"
    expected = text.replace(f"{stated}个问题", f"⟦{stated}个问题⟧") if 0 < abs(stated - listed) <= 2 else text
    assert marked(LabelledCount(), text) == expected
