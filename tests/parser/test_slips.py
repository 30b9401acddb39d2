"""Numbers with a wrong mark or bracket between others of their family are items of the run all the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.document.parser import parse
from lint.engine.linter import lint
from lint.formats import read
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.numerals import render_han
from lint.text.source import Source

RULES = load_rulebook([builtin_folder()]).select(["numbering/gap", "numbering/slipped-marker"], [])
WORDS = ("封闭路段", "停车安排", "绕行路线", "咨询电话", "救援保障", "现场清理", "信息发布")
SHAPES = {
    "{}、": ("{}。", "{}：", "{}；", "{}:", "{}-", "{}·", "{}", "({}、"),
    "{}.": ("{}。", "{}：", "{}；", "{}，", "{},", "{}-", "{}·", "{}", "{} "),
    "（{}）": ("〔{}〕", "[{}]", "【{}】", "（{}", "（{}]", "({}、"),
}
RUNS = [(right, wrong) for right, several in SHAPES.items() for wrong in several]


def written(marker: str, value: int) -> str:
    return marker.format(str(value) if marker[-1] == "." else render_han(value))


def items(source: Source) -> list[tuple[int | None, int]]:
    return [(item.marker.value, item.depth) for item in parse(read(source)).items]


@given(
    st.sampled_from(RUNS),
    st.tuples(st.integers(2, 5), st.integers(0, 1)),
    st.sampled_from(["txt", "md"]),
)
def test_what_stands_between_two_numbers_is_not_missing(
    run: tuple[str, str], place: tuple[int, int], kind: str
) -> None:
    right, wrong = run
    at, left_out = place
    values = [value for value in range(1, 8) if not (left_out and value == at + 1)]
    lines = [
        (written(right, value) if value != at else wrong.format(written(right, value).strip("（）、.")))
        + WORDS[value - 1]
        for value in values
    ]
    source = Source(f"draft.{kind}", "\n\n".join(lines) + "\n")
    assert items(source) == [(value, 1) for value in values]
    gaps = [finding.message for finding in lint(source, RULES) if finding.rule == "numbering/gap"]
    assert len(gaps) == left_out
    assert all(f"缺“{at + 1 if right == '{}.' else render_han(at + 1)}”" in message for message in gaps)


@pytest.mark.parametrize(
    "line",
    [
        "三季度抓落实",
        "三大攻坚战",
        "三是咨询电话",
        "（三季度数据以年报为准）",
        "三",
        "三、",
        "三：",
        "五：咨询电话",
        "二：咨询电话",
    ],
)
def test_what_is_no_number_between_two_is_left_alone(line: str) -> None:
    source = Source("draft.txt", f"一、封闭路段\n二、停车安排\n{line}\n四、救援保障\n")
    assert not [item for item in parse(read(source)).items if item.marker.slip]


def test_a_lone_half_bracket_is_the_number_that_is_due() -> None:
    text = "（一）封闭路段\n（二）停车安排\n三）绕行路线\n（五）咨询电话\n"
    assert items(Source("draft.txt", text)) == [(1, 1), (2, 1), (3, 1), (5, 1)]
    below = "2.停车安排\n1）东侧\n2）西侧\n3）南侧\n5.咨询电话\n"
    assert items(Source("draft.txt", f"1.封闭路段\n{below}")) == [(1, 1), (2, 1), (1, 2), (2, 2), (3, 2), (5, 1)]


@given(
    st.integers(2, 4), st.integers(2, 4), st.integers(2, 4), st.sampled_from([("{}、", "（{}）"), ("（{}）", "{}.")])
)
def test_a_heading_with_the_sign_of_what_is_below_it_is_one_of_its_run(
    upper: int, below: int, at: int, shapes: tuple[str, str]
) -> None:
    over, under = shapes
    lines: list[str] = []
    for value in range(1, max(upper, at) + 2):
        lines.append(written(under if value == at else over, value) + WORDS[value])
        lines += [written(under, number) + WORDS[number] for number in range(1, below + 1)]
    tree = items(Source("draft.txt", "\n".join(lines) + "\n"))
    one = [(number, 2) for number in range(1, below + 1)]
    assert tree == [each for value in range(1, max(upper, at) + 2) for each in ((value, 1), *one)]


@given(st.integers(2, 5), st.integers(0, 1))
def test_the_only_number_of_a_shape_behind_a_run_belongs_to_it(last: int, ahead: int) -> None:
    below = [written("{}.", number) + WORDS[number] for number in range(1, last + 1)]
    odd = written("（{}）", last + ahead).replace(render_han(last + ahead), str(last + ahead)) + WORDS[0]
    text = "\n".join(
        ["一、封闭路段", "（一）停车安排", *below, odd, "（二）绕行路线", "（三）咨询电话", "二、救援保障"]
    )
    tree = [(1, 1), (1, 2), *((number, 3) for number in range(1, last + 1)), (last + ahead, 3), (2, 2), (3, 2), (2, 1)]
    assert items(Source("draft.txt", text + "\n")) == tree


@given(st.integers(2, 4), st.integers(1, 3))
def test_the_last_item_holds_what_those_before_it_hold(upper: int, below: int) -> None:
    inner = [written("（{}）", number) + WORDS[number] for number in range(1, below + 1)]
    lines = ["一、封闭路段", "（一）停车安排", "1.绕行路线", "2.咨询电话", "（二）现场清理", "二、救援保障"]
    for value in range(1, upper + 1):
        lines += [written("{}.", value) + WORDS[value], *inner]
    tree = [(1, 1), (1, 2), (1, 3), (2, 3), (2, 2), (2, 1)]
    one = [(number, 3) for number in range(1, below + 1)]
    tree += [each for value in range(1, upper + 1) for each in ((value, 2), *one)]
    assert items(Source("draft.txt", "\n".join(lines) + "\n")) == tree


@given(st.integers(1, 5), st.sampled_from(["（{}）", "({})"]))
def test_a_half_bracket_behind_the_last_number_in_brackets_is_the_next(last: int, shape: str) -> None:
    lines = [written(shape, value) + WORDS[value] + "；" for value in range(1, last + 1)]
    text = "\n".join([*lines, f"{render_han(last + 1)}）{WORDS[0]}。"])
    assert items(Source("draft.txt", text + "\n")) == [(value, 1) for value in range(1, last + 2)]


@given(st.integers(1, 3), st.integers(1, 4), st.integers(1, 3))
def test_a_first_number_of_an_upper_level_amid_a_list_leaves_the_runs_around_it(
    before: int, below: int, after: int
) -> None:
    lines = ["一、封闭路段", "二、停车安排", *(written("（{}）", value) + WORDS[0] for value in range(1, before + 1))]
    lines += [*(written("{}.", value) + WORDS[1] for value in range(1, below + 1)), "一、现场清理"]
    lines += [written("（{}）", before + value) + WORDS[2] for value in range(1, after + 1)] + ["三、信息发布"]
    tree = [(1, 1), (2, 1), *((value, 2) for value in range(1, before + 1))]
    tree += [*((value, 3) for value in range(1, below + 1)), (1, 3)]
    tree += [*((before + value, 2) for value in range(1, after + 1)), (3, 1)]
    assert items(Source("draft.txt", "\n".join(lines) + "\n")) == tree
