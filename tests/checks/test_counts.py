"""Numbers that a text states, against what it lists: below a heading, before a paragraph, under labels, in points."""

from hypothesis import given
from hypothesis import strategies as st

from lint.checks.correspondence.counts.clause_count import ClauseCount
from lint.checks.correspondence.counts.deeper_count import DeeperCount
from lint.checks.correspondence.counts.heading_count import HeadingCount
from lint.checks.correspondence.counts.labelled_count import LabelledCount
from lint.checks.correspondence.counts.name_list_count import NameListCount
from lint.checks.correspondence.counts.recalled_count import RecalledCount
from lint.checks.correspondence.figures.heading_points import HeadingPoints
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


@given(st.lists(st.integers(1, 9), min_size=2, max_size=6), st.integers(-2, 2), st.booleans())
def test_groups_add_up(groups: list[int], off: int, runs_on: bool) -> None:
    """A number of all items in several groups is told where it is off, whether their numbers run on or begin anew."""
    total, number, lines = sum(groups), 0, []
    for place, group in enumerate(groups):
        lines.append(f"（{HAN[place]}）方面\n")
        number = number if runs_on else 0
        lines += [f"{number + one}.事项。照章办理。\n" for one in range(1, group + 1)]
        number += group
    stated = total + off
    text = f"一、问题\n共有{len(groups)}个方面{stated}个问题。\n{''.join(lines)}二、要求\n照章办理。"
    right = {total, len([one for group in groups for one in range(group)]), groups[-1] if not runs_on else total}
    told = [(hit.values["announced"], hit.values["counted"]) for hit in hits(DeeperCount(), text)]
    assert told == ([] if stated in right or stated < 1 else [(str(stated), str(total))])


@given(st.integers(3, 12), st.integers(-2, 2))
def test_list_of_names(listed: int, off: int) -> None:
    """A list of names is told once, at the number in the text, where that is off."""
    stated = listed + off
    names = "".join(f"第{'甲乙丙丁戊己庚辛壬癸子丑'[place]}中心小学\n" for place in range(listed))
    head = f"附件\n示范学校名单\n（共{stated}个）\n{names}"
    text = f"关于命名的决定\n决定命名{stated}个单位为示范学校。\n附件：示范学校名单\n{head}"
    told = [(text[hit.span.start : hit.span.end], hit.values["counted"]) for hit in hits(NameListCount(), text)]
    assert told == ([(f"{stated}个单位", str(listed))] if off else [])


CLAUSES = ClauseCount(nouns=("措施",), measured=("指标",))


@given(numbers, numbers, st.sampled_from(("，限期办结", "")))
def test_clauses_bear_out_their_number(stated: int, listed: int, more: str) -> None:
    """Clauses between ； are told where they are one more or less than said, however they run on."""
    clauses = "；".join(f"抓{'早小细严实准稳快好'[place]}工作{more}" for place in range(listed))
    number = "两" if stated == 2 else HAN[stated - 1]
    text = f"采取{number}项措施：{clauses}。"
    off = abs(stated - listed) == 1 and not (more and stated == 2 * listed)
    told = [(text[hit.span.start : hit.span.end], hit.values["counted"]) for hit in hits(CLAUSES, text)]
    assert told == ([(f"{number}项措施", str(listed))] if off else [])


@given(st.integers(3, 9), st.integers(3, 9), st.sampled_from(("，同比多1.2个百分点", "")))
def test_figures_bear_out_their_number(stated: int, listed: int, more: str) -> None:
    """Clauses with a figure each are told where they are one more or less; what says more of one is none."""
    clauses = "，".join(f"第{'甲乙丙丁戊己庚辛壬'[place]}率达到9{place}.1%{more}" for place in range(listed))
    text = f"全年{stated}项指标进展顺利：{clauses}，全部达到进度。"
    told = [(text[hit.span.start : hit.span.end], hit.values["counted"]) for hit in hits(CLAUSES, text)]
    assert told == ([(f"{stated}项指标", str(listed))] if abs(stated - listed) == 1 else [])
