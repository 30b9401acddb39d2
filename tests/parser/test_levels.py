"""The order of levels is the draft's: whatever families it takes, in whatever order, if it keeps to it."""

from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint.document.families import ARTICLE, CHAPTER, CIRCLED, DIGIT, DIGIT_PAREN, HAN, HAN_PAREN, PART, Family
from lint.document.parser import parse
from lint.engine.linter import lint
from lint.formats import read
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.source import Source

RULES = load_rulebook([builtin_folder()]).select(["numbering", "hierarchy"], [])
ORDER = {"numbering/out-of-order", "numbering/gap", "numbering/duplicate", "numbering/article-order"}
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FAMILIES = [HAN, HAN_PAREN, DIGIT, DIGIT_PAREN, CIRCLED, PART]


def marker(family: Family, value: int) -> str:
    """A marker as it stands before a heading; a space follows 第一章."""
    return family.render(value) + ("　" if family in (CHAPTER, PART) else "")


@dataclass
class Levelled:
    """A draft with its own order of levels; ``inner`` are the lines of items with siblings on either side."""

    order: list[Family]
    lines: list[str] = field(default_factory=lambda: ["青石县园林局工作方案", "为做好工作，制定本方案。"])
    inner: list[tuple[int, Family, int]] = field(default_factory=list)

    def add(self, draw: st.DrawFn, depth: int) -> None:
        """A run of the family of a depth; all its items but the last hold runs of the next."""
        length = draw(st.integers(3, 4))
        for value in range(1, length + 1):
            if 1 < value < length:
                self.inner.append((len(self.lines), self.order[depth], value))
            self.lines.append(f"{marker(self.order[depth], value)}压实工作责任{depth}{value}{len(self.lines)}")
            if depth + 1 < len(self.order) and value < length:
                self.add(draw, depth + 1)
            else:
                self.lines.append("各单位要认真落实。")

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


@st.composite
def levelled(draw: st.DrawFn) -> Levelled:
    order = draw(st.permutations(FAMILIES))[: draw(st.integers(2, 3))]
    draft = Levelled(list(order))
    draft.add(draw, 0)
    return draft


def findings(text: str) -> list[tuple[str, int, str]]:
    source = Source("draft.txt", text)
    return [(f.rule, source.position(f.span.start)[0], f.message) for f in lint(source, RULES) if f.severity != "info"]


@given(levelled())
@SLOW
def test_an_order_that_is_kept_has_no_finding(draft: Levelled) -> None:
    assert findings(draft.text) == []


@given(levelled())
@SLOW
def test_an_unusual_order_is_told_once_at_most(draft: Levelled) -> None:
    infos = [f for f in lint(Source("draft.txt", draft.text), RULES) if f.rule == "hierarchy/unusual-order"]
    assert len(infos) <= 1


@given(levelled())
@SLOW
def test_the_tree_has_the_order_of_the_draft(draft: Levelled) -> None:
    document = parse(read(Source("draft.txt", draft.text)))
    for item in document.items:
        assert item.marker.family is draft.order[item.depth - 1]


@given(levelled(), st.data())
@SLOW
def test_a_marker_left_out_is_found_where_it_is(draft: Levelled, data: st.DataObject) -> None:
    line, family, value = data.draw(st.sampled_from(draft.inner))
    draft.lines[line] = draft.lines[line].replace(family.render(value), family.render(value + 5), 1)
    found = findings(draft.text)
    assert [(line + 1, True)] == [(place, rule in ORDER) for rule, place, _ in found]


@given(levelled(), st.data())
@SLOW
def test_a_marker_said_twice_is_found_where_it_is(draft: Levelled, data: st.DataObject) -> None:
    line, family, value = data.draw(st.sampled_from(draft.inner))
    draft.lines[line] = draft.lines[line].replace(family.render(value), family.render(value - 1), 1)
    found = findings(draft.text)
    assert len(found) == 1
    assert found[0][0] in ORDER
    assert found[0][1] == line + 1


def _interpretation(chapters: list[list[int]], family: Family, *, items: bool) -> list[str]:
    lines, article = ["关于审理仓储合同案件的解释"], 0
    for number, articles in enumerate(chapters, 1):
        lines.append(f"{marker(family, number)}保管责任之{number}")
        for holds in articles:
            article += 1
            lines.append(f"{ARTICLE.render(article)}　有下列情形{article}的，应当赔偿{'：' if holds else '。'}")
            if holds and items:
                lines += [f"{HAN_PAREN.render(value)}违反约定{article}之{value}的；" for value in range(1, holds)]
                lines.append(f"{HAN_PAREN.render(holds)}其他情形{article}。")
    return lines


@given(
    st.lists(st.lists(st.sampled_from([0, 0, 2, 3]), min_size=1, max_size=4), min_size=2, max_size=5),
    st.sampled_from([HAN, HAN_PAREN, CHAPTER, PART]),
    st.booleans(),
)
@SLOW
def test_headings_above_articles_have_no_finding(chapters: list[list[int]], family: Family, items: bool) -> None:
    assert findings("\n".join(_interpretation(chapters, family, items=items)) + "\n") == []


@pytest.mark.parametrize("family", [HAN, HAN_PAREN, CHAPTER, PART])
@pytest.mark.parametrize("wrong", [1, 2, 3])
def test_a_broken_article_is_found_wherever_it_stands(family: Family, wrong: int) -> None:
    lines = _interpretation([[2, 0], [0], [0, 3]], family, items=True)
    place = next(index for index, line in enumerate(lines) if line.startswith(ARTICLE.render(wrong + 1)))
    lines[place] = lines[place].replace(ARTICLE.render(wrong + 1), ARTICLE.render(wrong + 2))
    [(rule, line, _)] = findings("\n".join(lines) + "\n")
    assert (rule, line) == ("numbering/article-order", place + 1)


@pytest.mark.parametrize("family", [HAN, HAN_PAREN, CHAPTER, PART])
def test_a_broken_heading_above_articles_is_found(family: Family) -> None:
    lines = _interpretation([[2, 0], [0], [0, 3], [0]], family, items=True)
    place = next(index for index, line in enumerate(lines) if line.startswith(family.render(3)) and "之3" in line)
    lines[place] = lines[place].replace(family.render(3), family.render(4), 1)
    found = findings("\n".join(lines) + "\n")
    assert [line for _, line, _ in found] == [place + 1]


INVERSIONS = {
    "in a single section": (
        "方案\n一、总体要求\n（一）甲甲\n（二）乙乙\n二、任务\n1.甲甲\n（一）子子\n（二）丑丑\n2.乙乙\n（一）寅寅\n（二）卯卯\n三、保障\n（一）丙丙\n（二）丁丁\n",
        [7],
    ),
    "in a single section, other sections having both": (
        "方案\n一、甲甲\n（一）子子\n1.甲\n2.乙\n（二）丑丑\n1.甲\n2.乙\n二、乙乙\n1.子\n（一）甲甲\n（二）乙乙\n2.丑\n（一）甲甲\n（二）乙乙\n",
        [11],
    ),
    "against an order of its own": (
        "方案\n1、甲甲\n（一）子子\n（二）丑丑\n2、乙乙\n（一）子子\n（二）丑丑\n3、丙丙\n（一）子子\n1、甲\n2、乙\n（二）丑丑\n4、丁丁\n（一）子子\n（二）丑丑\n",
        [10],
    ),
    "kept in every section": (
        "方案\n一、甲甲\n1.子\n（一）甲甲\n（二）乙乙\n2.丑\n（一）甲甲\n（二）乙乙\n二、乙乙\n1.子\n（一）甲甲\n（二）乙乙\n2.丑\n文。\n",
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), INVERSIONS.values(), ids=INVERSIONS)
def test_inversions(text: str, lines: list[int]) -> None:
    assert [line for rule, line, _ in findings(text) if rule == "hierarchy/inverted-level"] == lines


def test_an_inversion_below_a_heading_without_a_number() -> None:
    source = Source("draft.md", "一、\n# 5公里\n（1）\n1. ")
    found = [one for one in lint(source, RULES) if one.rule == "hierarchy/inverted-level"]
    assert [source.text[one.span.start :] for one in found] == ["1. "]
