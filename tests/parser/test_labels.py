"""Headings without a number: labelled ones and bare lines close what is open, and numbers begin anew below them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint.document.parser import parse
from lint.engine.linter import lint
from lint.formats import read
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.source import Source
from tests.parser.test_tree import sketch

RULES = load_rulebook([builtin_folder()]).select(["numbering", "hierarchy"], [])
SLOW = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])

LABELS = {
    "课题": lambda value: f"课题{value}　负载清单{value}",
    "子课题": lambda value: f"子课题1.{value} 数据预处理{value}",
    "方式": lambda value: f"方式{'一二三四五六'[value - 1]}：自查自纠{value}",
    "阶段": lambda value: f"第{value}阶段　动员部署{value}",
    "第一步": lambda value: f"第{'一二三四五六'[value - 1]}步：动员部署{value}",
    "步骤": lambda value: f"步骤{'一二三四五六'[value - 1]}",
    "模块": lambda value: f"模块{'ABCDEF'[value - 1]} 数据采集{value}",
    "问题": lambda value: f"问题{value}：",
    "案例": lambda value: f"案例{'一二三四五六'[value - 1]}",
    "里程碑": lambda value: f"202{value}年1月—202{value}年12月",
    "短行": lambda value: f"{'甲乙丙丁戊己'[value - 1]}类设备指标",
    "冒号": lambda value: f"{'甲乙丙丁戊己'[value - 1]}类设备指标：",
}
NUMBERED = sorted(set(LABELS) - {"里程碑", "短行", "冒号"})
LISTS = {"digit": lambda value: f"{value}.完成调试", "paren": lambda value: f"（{value}）完成调试"}


def draft(label: str, lists: str, lengths: list[int], labels: list[int] | None = None) -> str:
    """A draft whose second part is divided by headings without a number, each above a list that begins anew."""
    lines = ["青石县项目申请书", "一、目标", "达到要求。", "二、内容"]
    for value, length in zip(labels or range(1, len(lengths) + 1), lengths, strict=True):
        lines.append(LABELS[label](value))
        lines += [f"{LISTS[lists](number)}{value}{number}。" for number in range(1, length + 1)]
    return "\n".join([*lines, "三、进度", "分三年实施。"]) + "\n"


def findings(text: str) -> list[tuple[str, int]]:
    source = Source("draft.txt", text)
    return [(f.rule, source.position(f.span.start)[0]) for f in lint(source, RULES) if f.severity != "info"]


LENGTHS = st.lists(st.integers(1, 4), min_size=2, max_size=5)


@given(st.sampled_from(sorted(LABELS)), st.sampled_from(sorted(LISTS)), LENGTHS)
@SLOW
def test_numbers_begin_anew_below_a_heading_without_a_number(label: str, lists: str, lengths: list[int]) -> None:
    text = draft(label, lists, lengths)
    assert findings(text) == []
    [_, second, _] = parse(read(Source("draft.txt", text))).main.items
    assert [len(child.children) for child in second.children] == lengths


@given(st.sampled_from(NUMBERED), st.sampled_from(sorted(LISTS)), LENGTHS.filter(lambda one: len(one) > 2), st.data())
@SLOW
def test_the_number_of_a_label_is_checked(label: str, lists: str, lengths: list[int], data: st.DataObject) -> None:
    wrong = data.draw(st.integers(1, len(lengths) - 1))
    labels = [value + (value > wrong) for value in range(1, len(lengths) + 1)]
    line = 5 + sum(length + 1 for length in lengths[:wrong])
    assert findings(draft(label, lists, lengths, labels)) == [("numbering/labelled-order", line)]


TREES = {
    "labels below a number": ("书\n1、内容\n子课题1.1 甲\n（1）子\n（2）丑\n子课题1.2 乙\n（1）寅\n2、进度\n文。",
        "1、[子课题1.1[（1） （2）] 子课题1.2[（1）]] 2、"),
    "a bare line only where numbers begin anew": ("书\n一、甲\n设备清单\n1.子\n2.丑\n二、乙\n文。", "一、[1. 2.] 二、"),
    "numbers that go on through a bare line": ("书\n一、甲\n1.子\n2.丑\n设备清单\n3.寅\n二、乙", "一、[1. 2. 3.] 二、"),
    "a label alone": ("书\n一、甲\n问题1　为何如此\n1.子\n2.丑\n二、乙", "一、[1. 2.] 二、"),
    "notes below the text": (
        "书\n一、甲\n（一）子\n1.寅\n2.卯\n二、乙\n辰。\n附：有关名词解释\n1.巳\n2.午",
        "一、[（一）[1. 2.]] 二、 #0[1. 2.]",
    ),
    "notes of a section": (
        "书\n一、甲\n子。\n注释：\n1.巳\n2.午\n二、乙\n辰。", "一、[1. 2.] 二、"),
    "a line that heads no notes": ("书\n一、甲\n子。\n二、乙\n值班电话\n1.巳\n2.午", "一、 二、[1. 2.]"),
    "a caption is no label": ("书\n一、甲\n图1　流程\n图2　流程\n二、乙", "一、 二、"),
    "a label within a sentence": ("书\n一、甲\n第一阶段已经完成。\n第二阶段将于年底完成。\n二、乙", "一、 二、"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TREES.values(), ids=TREES)
def test_tree(text: str, expected: str) -> None:
    assert sketch(text) == expected


def test_labels_of_which_one_repeats_another_are_a_series() -> None:
    text = draft("方式", "digit", [2, 2, 2], [1, 1, 3])
    assert findings(text) == [("numbering/labelled-order", 8), ("numbering/duplicate-heading", 8)]


@pytest.mark.parametrize("form", ["{}", "{}：", "**{}**", "**{}：**"])
def test_bare_lines_stand_above_the_lists_of_markdown(form: str) -> None:
    bare = "\n\n".join(
        ("基本情况", "共三百户。", form.format("存在问题"), "1. 路不平。\n2. 灯不亮。", form.format("整改措施"))
    )
    source = Source("draft.md", f"{bare}\n\n1. 修路。\n3. 装灯。\n")
    parents = [series.parent and len(series.items) for series in parse(read(source)).series]
    assert parents == [2, 2]
    assert [(one.rule, one.message) for one in lint(source, RULES)] == [
        ("numbering/gap", "“整改措施”下的“1.…”序号依次为“1、3”，缺“2”；如无漏写，应为“1、2”")
    ]
