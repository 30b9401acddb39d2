"""Drafts of any consistent shape have no finding; an item left out, said twice or exchanged is found where it is."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint.document.families import (
    ARTICLE,
    CIRCLED,
    DIGIT,
    DIGIT_HALF_PAREN,
    DIGIT_PAREN,
    HAN,
    HAN_HALF_PAREN,
    HAN_PAREN,
    IS,
    MUST,
    NTH,
    PART,
    Family,
)
from lint.engine.linter import lint
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.source import Source

ALL = load_rulebook([builtin_folder()])
FORMS = ["numbering/half-width-brackets", "numbering/bracket-width", "numbering/digit-marker-mark"]
RULES = ALL.select(["numbering", "hierarchy"], FORMS)
QUICK = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
WORDS = ["压实工作责任", "完善管护机制", "提升服务效能", "严格督查考核", "夯实工作基础", "开展摸底排查", "加大投入力度"]
TRAPS = ["班车运行", "条约履行", "一线慰问", "一次性补助", "目录管理", "三方协议", "项目申报", "款物接收", "二次供水"]
MARKS: dict[str, list[str]] = {
    HAN.name: ["{}、"],
    HAN_PAREN.name: ["（{}）", "({})"],
    DIGIT.name: ["{}.", "{}．", "{}、"],
    DIGIT_PAREN.name: ["（{}）", "({})"],
    DIGIT_HALF_PAREN.name: ["{}）"],
    HAN_HALF_PAREN.name: ["{}）"],
    CIRCLED.name: ["{}"],
    PART.name: ["第{}部分　"],
}
FAMILIES = [HAN, HAN_PAREN, HAN_HALF_PAREN, DIGIT, DIGIT_PAREN, DIGIT_HALF_PAREN, CIRCLED, PART]


@dataclass(repr=False)
class Entry:
    """A numbered line: how it is marked, its number, and the line after everything below it."""

    line: int
    mark: Callable[[int], str]
    value: int
    length: int
    end: int = 0

    def __repr__(self) -> str:
        return f"{self.line}: {self.mark(self.value)}"

    @property
    def is_inner(self) -> bool:
        return 1 < self.value < self.length


@dataclass(repr=False)
class Outline:
    """The lines of a draft, with its numbered ones."""

    lines: list[str] = field(default_factory=lambda: ["青石县园林局工作方案", "为做好工作，制定本方案。"])
    entries: list[Entry] = field(default_factory=list)

    def run(self, draw: st.DrawFn, marks: list[Callable[[int], str]], *, least: int = 3) -> None:
        """A run of the first of some marks; its items hold runs of the others."""
        length = draw(st.integers(least, least + 2))
        for value in range(1, length + 1):
            entry = Entry(len(self.lines), marks[0], value, length)
            self.entries.append(entry)
            self.lines.append(f"{marks[0](value)}{draw(st.sampled_from(WORDS + TRAPS))}{len(self.lines)}")
            if len(marks) > 1 and value < length:
                self.run(draw, marks[1:])
            else:
                self.lines.append("各单位要认真落实。")
            entry.end = len(self.lines)

    def __repr__(self) -> str:
        return self.text

    @property
    def inner(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.is_inner]

    def renumbered(self, changes: list[tuple[Entry, int]]) -> str:
        """The text with other numbers at some entries."""
        lines = list(self.lines)
        for entry, value in changes:
            lines[entry.line] = lines[entry.line].replace(entry.mark(entry.value), entry.mark(value), 1)
        return "\n".join(lines) + "\n"

    def following(self, entry: Entry) -> Entry:
        """The next item of the same run."""
        return next(one for one in self.entries if one.line == entry.end)

    def without(self, entry: Entry) -> str:
        """The text without an entry and all below it."""
        return "\n".join(self.lines[: entry.line] + self.lines[entry.end :]) + "\n"

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


def found(text: str, name: str = "draft.txt") -> list[tuple[str, int]]:
    """The rule and the line of every finding that is no info."""
    source = Source(name, text)
    return [
        (one.rule.partition("/")[2], source.position(one.span.start)[0])
        for one in lint(source, RULES)
        if one.severity != "info"
    ]


def written(family: Family, form: str) -> Callable[[int], str]:
    return lambda value: form.format(family.numeral(value))


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    """A draft whose levels are of any families in any order, with any of their marks, which it keeps to."""
    order = draw(st.permutations(FAMILIES))[: draw(st.integers(1, 3))]
    outline = Outline()
    marks = [written(family, draw(st.sampled_from(MARKS[family.name]))) for family in order]
    outline.run(draw, marks, least=4)  # two sections or more show the order even when one is left out
    return outline


HEADS: dict[str, Callable[[int], str]] = {
    "课题": lambda value: f"课题{value}　",
    "任务": lambda value: f"任务{HAN.numeral(value)}：",
    "阶段": lambda value: f"第{value}阶段　",
    "案例": lambda value: f"案例{HAN.numeral(value)}　",
    "模块": lambda value: f"模块{'ABCDEFGH'[value - 1]}　",
    "方式": lambda value: f"方式{HAN.numeral(value)}：",
    "bare": lambda _: "",
}


@st.composite
def labelled(draw: st.DrawFn) -> Outline:
    """A draft whose sections have labels, or nothing, instead of numbers, with runs below that begin anew."""
    head = HEADS[draw(st.sampled_from(sorted(HEADS)))]
    family = draw(st.sampled_from([HAN_PAREN, DIGIT, DIGIT_PAREN]))
    below = written(family, MARKS[family.name][0])
    outline = Outline()
    for value in range(1, 5):
        entry = Entry(len(outline.lines), head, value, 4)
        outline.lines.append(f"{head(value)}{draw(st.sampled_from(WORDS))}之{'甲乙丙丁'[value - 1]}")
        outline.run(draw, [below], least=4)
        entry.end = len(outline.lines)
        if head(1):
            outline.entries.append(entry)
    return outline


SPOKEN: list[tuple[Family, str, str]] = [
    (IS, "{}是", "。"),
    (IS, "{}是", "；"),
    (MUST, "{}要", "；"),
    (MUST, "{}要", "。"),
    (HAN_HALF_PAREN, "{}）", "；"),
    (NTH, "第{}，", "。"),
    (DIGIT_PAREN, "（{}）", "；"),
    (CIRCLED, "{}", "；"),
    (DIGIT, "{}.", "；"),
]


@dataclass
class Sentence:
    """A paragraph that counts things up: its clauses, how they are counted and parted."""

    clauses: list[str]
    mark: Callable[[int], str]
    joint: str

    def text(self, numbers: list[int]) -> str:
        """The draft with these numbers before the clauses."""
        counted = self.joint.join(
            f"{self.mark(number)}{clause}" for number, clause in zip(numbers, self.clauses, strict=True)
        )
        return f"青石县园林局工作方案\n一、工作任务\n重点抓好以下工作：{counted}。\n二、工作要求\n各单位要认真落实。\n"


@st.composite
def sentences(draw: st.DrawFn) -> Sentence:
    family, form, joint = draw(st.sampled_from(SPOKEN))
    clauses = [draw(st.sampled_from(WORDS)) + sign for sign in "甲乙丙丁戊"[: draw(st.integers(4, 5))]]
    return Sentence(clauses, written(family, form), joint)


@given(st.one_of(outlines(), labelled()))
@QUICK
def test_a_draft_that_keeps_its_order_has_no_finding(outline: Outline) -> None:
    assert found(outline.text) == []


@given(st.one_of(outlines(), labelled()), st.data())
@QUICK
def test_an_item_left_out_is_found_at_the_next(outline: Outline, data: st.DataObject) -> None:
    entry = data.draw(st.sampled_from(outline.inner))
    rule = "labelled-order" if entry.mark in HEADS.values() else "gap"
    assert found(outline.without(entry)) == [(rule, entry.line + 1)]


def test_a_doubtful_first_number_said_twice_is_found() -> None:
    """The draw that the next test comes upon rarely: both 一、 stand before a word that begins with a number."""
    below = "".join(f"（{number}）压实工作责任{number}\n各单位要认真落实。\n" for number in "一二三")
    heads = ("一、二次供水", "一、二次供水", "三、压实责任", "四、压实责任")
    text = "青石县园林局工作方案\n为做好工作，制定本方案。\n" + "".join(
        f"{head}{at}\n{below}" for at, head in enumerate(heads)
    )
    assert found(text) == [("duplicate", 10)]


@pytest.mark.parametrize("order", [(HAN, PART), (HAN_PAREN, HAN), (CIRCLED, HAN), (DIGIT, HAN)])
def test_first_numbers_before_words_keep_an_unusual_order(order: tuple[Family, Family]) -> None:
    """一、二次供水 counts as evidence of the levels, and so do first numbers that are exchanged."""
    heads = [written(family, MARKS[family.name][0]) for family in order]
    lines = ["青石县园林局工作方案", "为做好工作，制定本方案。"]
    for section in range(1, 5):
        lines.append(f"{heads[0](section)}二次供水{section}")
        lines += [f"{heads[1](number)}二次供水{section}{number}\n各单位要认真落实。" for number in range(1, 5)]
    text = "\n".join(lines) + "\n"
    assert found(text) == []
    head = heads[0](2)
    line = text[: text.index(head)].count("\n") + 1
    assert found(text.replace(head, heads[0](3), 1).replace(f"{heads[0](3)}二次供水3", f"{head}二次供水3")) == [
        ("out-of-order", line)
    ]
    assert found(text.replace(head, heads[0](1), 1)) == [("duplicate", line)]


@given(st.one_of(outlines(), labelled()), st.data())
@QUICK
def test_a_number_said_twice_is_found_where_it_is(outline: Outline, data: st.DataObject) -> None:
    entry = data.draw(st.sampled_from(outline.inner))
    rule = "labelled-order" if entry.mark in HEADS.values() else "duplicate"
    assert found(outline.renumbered([(entry, entry.value - 1)])) == [(rule, entry.line + 1)]


@given(st.one_of(outlines(), labelled()), st.data())
@QUICK
def test_exchanged_numbers_are_found_at_the_first(outline: Outline, data: st.DataObject) -> None:
    entry = data.draw(st.sampled_from(outline.inner))
    other = outline.following(entry)
    text = outline.renumbered([(entry, other.value), (other, entry.value)])
    rule = "labelled-order" if entry.mark in HEADS.values() else "out-of-order"
    assert found(text) == [(rule, entry.line + 1)]


@given(sentences(), st.data())
@QUICK
def test_a_sentence_that_counts(sentence: Sentence, data: st.DataObject) -> None:
    right = [*range(1, len(sentence.clauses) + 1)]
    place = data.draw(st.integers(1, len(right) - 2))
    assert found(sentence.text(right)) == []
    twice = [*right[:place], place, *right[place + 1 :]]
    assert found(sentence.text(twice)) == [("duplicate", 3)]
    swapped = [*right[:place], right[place + 1], right[place], *right[place + 2 :]]
    assert found(sentence.text(swapped)) == [("out-of-order", 3)]
    left_out = [*right[:place], *(number + 1 for number in right[place:])]
    assert found(sentence.text(left_out)) == [("gap", 3)]


@given(st.integers(1, 1300), st.lists(st.integers(1, 3), min_size=3, max_size=5), st.data())
@QUICK
def test_articles_run_on_through_chapters(first: int, chapters: list[int], data: st.DataObject) -> None:
    lines = ["青石县仓储规则（摘录）"]
    articles: list[int] = []
    for number, length in enumerate(chapters, 1):
        lines.append(f"第{HAN.numeral(number)}章　保管责任{'甲乙丙丁戊'[number - 1]}")
        for _ in range(length):
            articles.append(len(lines))
            lines.append(f"{ARTICLE.render(first + len(articles) - 1)}　有约定的，从其约定{len(lines)}。")
    order = [one for one in found("\n".join(lines) + "\n") if one[0] == "article-order"]
    assert order == []
    place = data.draw(st.integers(1, len(articles) - 1))
    wrong = ARTICLE.render(first + place - 1)
    lines[articles[place]] = lines[articles[place]].replace(ARTICLE.render(first + place), wrong)
    order = [one for one in found("\n".join(lines) + "\n") if one[0] == "article-order"]
    assert order == [("article-order", articles[place] + 1)]


@given(st.lists(st.integers(2, 4), min_size=2, max_size=8), st.data())
@QUICK
def test_markdown_headings_carry_their_depth(depths: list[int], data: st.DataObject) -> None:
    """A jump of more than one level is a skip, wherever it is, and nothing else is."""
    lines, expected, above = ["# 青石县园林局年报", ""], [], 1
    for number, depth in enumerate(depths):
        if depth > above + 1:
            expected.append(len(lines) + 1)
        above = depth
        lines += [f"{'#' * depth} {WORDS[number % len(WORDS)]}{number}", "", "各单位要认真落实。", ""]
    told = [line for rule, line in found("\n".join(lines), "draft.md") if rule == "skipped-level"]
    assert told == expected
