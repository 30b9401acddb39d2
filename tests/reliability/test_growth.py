"""What a draft costs as it grows, in counted steps and traced bytes: the machine makes no difference to either."""

import gc
import tracemalloc
from collections.abc import Callable
from functools import cache

import pytest

from lint.analysis.citations.annex_pairs import pair
from lint.analysis.citations.annexes import annexes_of
from lint.checks.punctuation.nested_marks import NestedMarks
from lint.document.parser import parse
from lint.engine.linter import lint
from lint.formats import read
from lint.rulebook.rulebook import Rulebook, builtin_folder, load_rulebook
from lint.text.source import Source
from tests.checks.marking import hits
from tests.steps import steps


@cache
def rulebook() -> Rulebook:
    return load_rulebook([builtin_folder()])


def annexed(size: int) -> str:
    """A draft with a list of annexes and as many annexes without numbers: only their names tell which is which."""
    names = "".join(f"{number % 100 or 1}.名称{number}\n" for number in range(2, size + 1))
    bodies = "".join(f"\n附件\n名称{number}\n正文。\n" for number in range(1, size + 1))
    return f"关于甲的通知\n甲：\n正文。\n附件：1.名称1\n{names}{bodies}"


GROWING: dict[str, Callable[[int], str]] = {
    "placeholders in lines": lambda size: "XX\n" * size,
    "placeholders in one line": lambda size: "XX。" * size,
    "dates": lambda size: "2024年1月5日\n" * size,
    "wrong dates in one line": lambda size: "2024年13月5日，" * size,
    "weekdays of texts": lambda size: "关于甲的通知\n3月1日（星期一）开会。\n某局\n2024年3月5日\n" * size,
    "quotations in quotations": lambda size: "“" * size + "”" * size,
    "titles in titles": lambda size: "《" * size + "》" * size,
    "annexes": annexed,
    "citations in a list of annexes": lambda size: "正文。\n附件：1.甲\n" + "2.乙（见附件3）\n" * size,
    "counted items": lambda size: "工作。" + "一是好。" * size,
    "only children": lambda size: "一、甲\n（一）乙。\n" * size,
    "headings alike": lambda size: "一、加强学习\n好。\n二、加强学习\n" * size,
    "markers typed twice": lambda size: "一、一、甲\n" * size,
    "references to items": lambda size: (
        "第一条　甲。\n" + "（一）乙。\n" * size + "第二条　丙。\n" + "见本办法第一条第（九）项。\n" * size
    ),
    "blank lines": lambda size: "甲\n\n\n\n" * size,
}


@pytest.mark.parametrize("draft", GROWING.values(), ids=GROWING)
def test_steps_grow_with_the_draft(draft: Callable[[int], str]) -> None:
    lint(Source("draft.txt", draft(500)), rulebook())
    small, large = (steps(lint, Source("draft.txt", draft(size)), rulebook()) for size in (300, 1200))
    assert large / small < 5


def test_annexes_are_paired_in_steps_in_proportion() -> None:
    def paired(size: int) -> int:
        document = parse(read(Source("draft.txt", annexed(size))))
        [annexes] = annexes_of(document)
        return steps(pair, document, annexes)

    paired(10)
    assert paired(2000) / paired(500) < 5


def test_no_value_quotes_more_than_a_message_shows() -> None:
    def quoted(size: int) -> int:
        check = NestedMarks(opening="“‘", closing="”’", inner="‘’")
        return sum(len(value) for hit in hits(check, "“" * size + "”" * size) for value in hit.values.values())

    assert quoted(8000) / quoted(2000) < 5


def peak(name: str, text: str) -> int:
    """The most bytes that a check of a draft holds besides the draft."""
    lint(Source(name, text[:1000]), rulebook())
    source = Source(name, text)
    gc.collect()
    tracemalloc.start()
    try:
        lint(source, rulebook())
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("name", "unit", "most"),
    [
        ("draft.txt", "\n", 1),
        ("draft.txt", "\r\n", 1),
        ("draft.txt", " \n", 1),
        ("draft.txt", "一是", 60),
        ("draft.txt", "甲\n", 450),
        ("draft.txt", "一是好。", 2000),
        ("draft.txt", "一、甲\n", 2200),
        ("draft.txt", "①甲；", 2000),
        ("draft.txt", "XX。", 600),
        ("draft.txt", "“甲”", 300),
        ("draft.md", "\n", 200),
    ],
)
def test_bytes_that_each_unit_of_a_draft_takes(name: str, unit: str, most: int) -> None:
    size = 10_000
    assert (peak(name, "工作。" + unit * size) - 100_000) / size < most
