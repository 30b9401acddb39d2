"""Word's computed numbers in the tree: markers as they are, whatever they look like and whatever follows."""

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lint.document.parser import parse
from lint.document.tree import Document, Item
from lint.engine.linter import lint
from lint.formats import read
from lint.formats.decoding import decode
from lint.formats.docx.draft import word_source
from lint.formats.docx.source import WordSource
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from tests.docx.labelled import CHAPTERS, STEPS, SUFFIXES, TEXTS, documents, texts
from tests.docx.making import level, listed, lists, paragraph, word

RULEBOOK = load_rulebook([builtin_folder()])
DOCUMENTS = dict(documents())
CLEAN = [name for name, one in DOCUMENTS.items() if one.depths is not None]
HAN = "chineseCountingThousand"


def tree(data: bytes) -> Document:
    return parse(read(word_source(data, "a.docx")))


def outline(found: Document) -> list[str]:
    """The markers, each with a point for every item that holds it."""
    return ["·" * (item.depth - 1) + found.slice(item.marker.span) for item in found.items]


def told(data: bytes) -> list[tuple[str, str]]:
    source = decode(data, "a.docx")
    return [(finding.rule, finding.message) for finding in lint(source, RULEBOOK)]


def shown(source: WordSource) -> list[str]:
    """The labels of paragraphs of the text, but for those of captions."""
    return [
        one.label.text.strip()
        for one in source.paragraphs
        if one.label.text and one.place == "body" and not one.label.text.startswith("图")
    ]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_label_is_a_marker_with_its_value(name: str) -> None:
    source = word_source(DOCUMENTS[name].data, "a.docx")
    found = parse(read(source))
    assert [found.slice(item.marker.span) for item in found.items] == shown(source)
    numbers = [item.marker.automatic for item in found.items]
    assert [item.marker.value for item in found.items] == [one.numbers[-1].value for one in numbers if one]


@pytest.mark.parametrize("name", CLEAN)
def test_labels_lie_as_deep_as_their_lists_say(name: str) -> None:
    assert tuple(item.depth for item in tree(DOCUMENTS[name].data).items) == DOCUMENTS[name].depths


@pytest.mark.parametrize("name", CLEAN)
def test_nothing_is_found_in_clean_documents(name: str) -> None:
    assert told(DOCUMENTS[name].data) == []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_legal_numbers_are_those_of_the_standard(suffix: str) -> None:
    source = word_source(DOCUMENTS[f"chapters with decimals, {suffix}"].data, "a.docx")
    assert tuple(shown(source)) == CHAPTERS


def test_labels_of_text_boxes_count_for_themselves() -> None:
    source = word_source(DOCUMENTS["text boxes"].data, "a.docx")
    assert [one.label.text for one in source.paragraphs if one.place == "box"] == ["1.", "2."]


BEGINNINGS = "《“‘（【(0一十第、，,．.年是A之％%—"
FORMS = st.sampled_from([HAN, "decimal", "upperLetter", "lowerRoman", "ideographTraditional", "decimalEnclosedCircle"])
AROUND = st.sampled_from(
    [("", ""), ("", "、"), ("（", "）"), ("", "）"), ("【", "】"), ("第", "章"), ("第 ", " 回"), ("[", "]"), ("", "：")]
)


@given(FORMS, AROUND, st.sampled_from(sorted(SUFFIXES)), st.lists(st.sampled_from(BEGINNINGS), min_size=2, max_size=9))
def test_no_pattern_reads_a_label(form: str, around: tuple[str, str], suffix: str, beginnings: list[str]) -> None:
    numbering = lists(level(0, form, "%1".join(around), more=SUFFIXES[suffix]))
    found = tree(word("".join(listed(f"{one}甲乙丙丁", 1) for one in beginnings), numbering=numbering))
    heads = [item for item in found.items if item.marker.automatic]
    assert [(item.marker.value, item.depth) for item in heads] == [(n, 1) for n in range(1, len(beginnings) + 1)]
    assert len({item.marker.family for item in heads}) == 1


@given(
    st.sampled_from(sorted(TEXTS)), st.lists(st.integers(0, 2), min_size=1, max_size=12), st.sampled_from(["", "甲。"])
)
@example("spaced chapters", [1, 2, 1, 2, 1], "")
@example("half brackets", [2, 2, 1], "")
def test_levels_of_lists_nest(name: str, steps: list[int], text: str) -> None:
    steps = [0, *steps]
    steps = [step for index, step in enumerate(steps) if index == 0 or step <= max(steps[:index]) + 1]
    numbering = lists(texts(TEXTS[name], ""))
    found = tree(
        word("".join(listed(f"{text}乙{index}", 1, step) for index, step in enumerate(steps)), numbering=numbering)
    )
    levels = {item.span.start: item.marker.automatic.level for item in found.items if item.marker.automatic}

    def holds(item: Item) -> bool:
        return all(
            levels[item.span.start] < levels[child.span.start] and holds(child)
            for child in item.children
            if child.marker.automatic
        )

    assert len(levels) == len(steps)
    assert all(holds(item) for item in found.main.items)


LOOKS = [
    *((HAN, text) for text in ("第%条", "第%章", "第%部分", "%是", "%要", "第%", "其%", "%、", "（%）", "%）")),
    *(("decimal", text) for text in ("%.", "（%）", "任务%：", "decimals")),
    ("lowerLetter", "%)"),
    ("decimalEnclosedCircle", "%"),
]
INSIDE = ["", "要求：一是抓学习；二是抓落实。", "做到：（1）抓学习；（2）抓落实。", "一要抓学习，二要抓落实。"]
PLACED = st.lists(st.tuples(st.integers(0, 3), st.sampled_from(INSIDE)), min_size=1, max_size=12)


def look(index: int, form: str, text: str) -> str:
    """A level with the number of its own in a text, or with those of all levels down to it."""
    decimals = ".".join(f"%{one + 1}" for one in range(index + 1))
    return level(
        index, form, decimals if text == "decimals" else text.replace("%", f"%{index + 1}"), more="<w:isLgl/>" * index
    )


def lists_above(items: Iterable[Item], above: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    """For each label its level with those of the items that hold it, 0 for a typed one."""
    for item in items:
        own = (*above, item.marker.automatic.level if item.marker.automatic else 0)
        if item.marker.automatic:
            yield own
        yield from lists_above(item.children, own)


@given(st.lists(st.sampled_from(LOOKS), min_size=2, max_size=4, unique=True), PLACED)
@example([("decimal", "%."), ("decimal", "decimals"), (HAN, "第%条")], [(s, "") for s in (1, 2, 2, 1, 2, 2)])
@example([(HAN, "%是"), (HAN, "（%）")], [(s, "") for s in (1, 1, 0, 1, 1)])
@example([(HAN, "%要"), ("decimal", "%.")], [(1, INSIDE[3]), (1, ""), (0, INSIDE[3]), (1, INSIDE[3]), (1, "")])
@example([(HAN, "%、"), (HAN, "%是"), (HAN, "第%条")], [(0, ""), (2, INSIDE[1]), (1, "")])
@example([(HAN, "第%条"), ("decimal", "%."), (HAN, "%）")], [(0, ""), (2, ""), (1, INSIDE[1]), (2, "")])
def test_lists_in_any_order_nest_by_their_levels(looks: list[tuple[str, str]], placed: list[tuple[int, str]]) -> None:
    steps, body = [0], listed("甲事项。", 1)
    for index, (step, inside) in enumerate(placed):
        steps.append(min(step, max(steps) + 1, len(looks) - 1))
        body += listed(f"乙{index}事项。{inside}", 1, steps[-1])
    found = tree(word(body, numbering=lists("".join(look(index, *one) for index, one in enumerate(looks)))))
    expected: list[tuple[int, ...]] = []
    for step in steps:
        above = expected[-1] if expected else ()
        expected.append((*(one for one in above if one <= step), step + 1))
    assert list(lists_above(found.main.items)) == expected


def test_a_mark_typed_after_a_label_belongs_to_it() -> None:
    body = listed("甲项工作。", 1) + listed("、乙项工作。", 1) + listed("丙项工作。", 1)
    data = word(body, numbering=lists(level(0, HAN, "（%1）")))
    assert outline(tree(data)) == ["（一）", "（二）、", "（三）"]
    assert told(data) == [("numbering/bracketed-marker-mark", "“（二）、”应写作“（二）”")]
    bare = word(
        body.replace("甲", "、甲").replace("丙", "、丙"), numbering=lists(level(0, HAN, "%1", more=SUFFIXES["nothing"]))
    )
    assert outline(tree(bare)) == ["一、", "二、", "三、"]
    assert told(bare) == []


def test_labels_are_not_counted_among_the_marks_that_somebody_typed() -> None:
    typed = "".join(
        paragraph(text) for text in ("(1)、子项工作。", "(2)、丑项工作。", "(3)寅项工作。", "(4)卯项工作。")
    )
    data = word(typed + listed("甲项工作。", 1) * 3, numbering=lists(level(0, HAN, "（%1）")))
    counted = [message for rule, message in told(data) if rule == "numbering/bracketed-marker-mark"]
    assert counted == ["“(1)、”应写作“(1)”（全文这样写的 2 处，合乎规范的 2 处）"]


def test_a_marker_typed_after_a_label_is_told_or_lies_below_it() -> None:
    numbering = lists(level(0, HAN, "%1、"))
    data = word(listed("一是抓学习。二是抓落实。", 1) + listed("二、抓作风。", 1), numbering=numbering)
    assert outline(tree(data)) == ["一、", "·一是", "·二是", "二、"]
    assert told(data) == [("numbering/doubled-marker", "“二、”之后又写了序号“二、”")]


def test_a_family_stands_where_its_list_has_it() -> None:
    levels = level(0, HAN, "（%1）") + level(1, HAN, "%2、") + level(2, "decimal", "%3") + level(3, "decimal", "%3.%4")
    body = "".join(listed(f"{index}号工作。", 1, step) for index, step in enumerate((0, 1, 2, 3, 3, 1, 0, 1)))
    assert outline(tree(word(body, numbering=lists(levels)))) == [
        "（一）",
        "·一、",
        "··1",
        "···1.1",
        "···1.2",
        "·二、",
        "（二）",
        "·一、",
    ]


def test_typed_and_computed_decimals_are_one_series() -> None:
    numbering = lists(level(0, "decimal", "%1") + level(1, "decimal", "%1.%2"))
    data = word(
        listed("总则", 1) + listed("目的。", 1, 1) + paragraph("1.2 依据。") + paragraph("1.4 范围。"),
        numbering=numbering,
    )
    assert outline(tree(data)) == ["1", "·1.1", "·1.2", "·1.4"]
    assert told(data) == [("numbering/gap", "序号依次为“1.1、1.2、1.4”，缺“1.3”；如无漏写，应为“1.1、1.2、1.3”")]


def test_a_typed_article_among_automatic_ones_keeps_their_lists_apart() -> None:
    numbering = lists(level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") + level(2, HAN, "第%3条"))
    data = word(
        listed("入库。", 1) + listed("验收。", 1, 1) + listed("当天完成。", 1, 2) + paragraph("第三条　逐件清点。")
        + listed("上架。", 1, 1) + listed("货架贴签。", 1, 2) + listed("重物放底层。", 1, 2),
        numbering=numbering,
    )  # fmt: skip
    assert outline(tree(data)) == ["1", "·1.1", "··第一条", "··第三条", "·1.2", "··第一条", "··第二条"]
    assert told(data) == [("numbering/article-order", "条文序号为“一、三”，应为“一、二”")]


def test_rules_on_typed_signs_do_not_look_at_labels() -> None:
    levels = level(0, "decimal", "(%1)") + level(1, "decimalEnclosedParen", "%2") + level(2, "lowerLetter", "%3)")
    body = "".join(listed(f"第{index}项（甲）、（乙）已经落实。", 1, step) for index, step in enumerate(STEPS))
    assert told(word(body, numbering=lists(levels))) == []


@pytest.mark.parametrize(
    ("form", "text", "named", "found", "expected", "missing"),
    [
        (HAN, "【%1】", "【一】", "一、三", "一、二", "二"),
        ("ideographTraditional", "%1、", "甲、", "甲、丙", "甲、乙", "乙"),
        ("decimal", "问题%1：", "问题1：", "1、3", "1、2", "2"),
        ("lowerRoman", "%1）", "i）", "i、iii", "i、ii", "ii"),
        (HAN, "%1是", "一是", "一、三", "一、二", "二"),
    ],
)
def test_a_list_that_leaves_a_number_out_is_told_in_its_own_numerals(
    form: str, text: str, named: str, found: str, expected: str, missing: str
) -> None:
    third = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'
    numbering = lists(level(0, form, text), overrides={2: (1, third)})
    data = word(paragraph("说明。") + listed("甲项工作。", 1) + listed("乙项工作。", 2), numbering=numbering)
    run = f"“{named}…”序号依次为“{found}”"
    assert told(data) == [("numbering/gap", f"{run}，缺“{missing}”；如无漏写，应为“{expected}”")]
