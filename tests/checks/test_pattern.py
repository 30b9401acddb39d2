import time
from typing import Any

import msgspec
import pytest

from lint.checks.base import Hit
from lint.checks.pattern import Pattern
from lint.text.bounds import Bounds
from lint.text.clock import Overrun
from lint.text.edit import Edit
from lint.text.source import Span
from tests.checks.marking import hits, marked

DRAFT = "甲乙通知\n\n各单位：\n\n甲乙如下。\n\n一、甲乙工作\n\n甲乙。一是甲乙。二是丙。\n"

CASES: dict[str, tuple[dict[str, Any], str]] = {
    "text": ({"pattern": "甲乙"}, DRAFT.replace("甲乙", "⟦甲乙⟧")),
    "heading": ({"pattern": "甲乙", "within": "heading"}, DRAFT.replace("一、甲乙", "一、⟦甲乙⟧")),
    "title": ({"pattern": "甲乙", "within": "title"}, DRAFT.replace("甲乙通知", "⟦甲乙⟧通知")),
    "preamble": ({"pattern": "甲乙", "within": "preamble"}, DRAFT.replace("甲乙如下", "⟦甲乙⟧如下")),
    "start of paragraphs": ({"pattern": "^甲乙"}, DRAFT.replace("\n甲乙", "\n⟦甲乙⟧").replace("甲乙通", "⟦甲乙⟧通")),
    "end of paragraphs": ({"pattern": "。$"}, DRAFT.replace("。\n", "⟦。⟧\n")),
    "group named hit": ({"pattern": "一是(?P<hit>甲)"}, DRAFT.replace("一是甲", "一是⟦甲⟧")),
    "alternative without the group spares": (
        {"pattern": "一是甲|(?P<hit>甲乙)通知"},
        DRAFT.replace("甲乙通", "⟦甲乙⟧通"),
    ),
    "no width": ({"pattern": "(?=如下)"}, DRAFT.replace("如下", "⟦⟧如下")),
    "unless around": ({"pattern": "甲", "unless": "^.*甲.*$"}, DRAFT),
    "unless overlaps an end": ({"pattern": "甲乙", "unless": "乙[工通。]"}, DRAFT.replace("甲乙如", "⟦甲乙⟧如")),
    "unless only beside": ({"pattern": "甲乙", "unless": "通知|是"}, DRAFT.replace("甲乙", "⟦甲乙⟧")),
    "unless, searched backwards": (
        {"pattern": "甲乙", "unless": "(?r)乙[工通。]"},
        DRAFT.replace("甲乙如", "⟦甲乙⟧如"),
    ),
    "one literal of several": ({"pattern": "丙", "needs": ("丁", "丙")}, DRAFT.replace("丙", "⟦丙⟧")),
    "literal in the paragraph": (
        {"pattern": "甲乙", "needs": ("知", "丙")},
        DRAFT.replace("甲乙通", "⟦甲乙⟧通").replace("\n甲乙。一是甲乙", "\n⟦甲乙⟧。一是⟦甲乙⟧"),
    ),
    "literal, and an exception over paragraphs": (
        {"pattern": "^甲乙", "unless": "位：\n甲乙", "needs": ("甲",)},
        DRAFT.replace("甲乙通", "⟦甲乙⟧通").replace("\n甲乙。", "\n⟦甲乙⟧。"),
    ),
    "exception that begins two paragraphs before": (
        {"pattern": "甲乙如下", "unless": "通知\n各单位：\n甲乙如下"},
        DRAFT.replace("甲乙如下", "⟦甲乙如下⟧"),
    ),
    "end of a paragraph with its literal": ({"pattern": "。$", "needs": ("。",)}, DRAFT.replace("。\n", "⟦。⟧\n")),
    "no literal": ({"pattern": "丙", "needs": ("丁", "戊")}, DRAFT),
}


@pytest.mark.parametrize(("parameters", "expected"), CASES.values(), ids=CASES)
def test_places(parameters: dict[str, Any], expected: str) -> None:
    assert marked(msgspec.convert(parameters, Pattern), DRAFT.replace("\n\n", "\n")) == expected.replace("\n\n", "\n")


def test_masked_text_is_not_read() -> None:
    [hit] = hits(Pattern(pattern=".乙"), "甲乙。\n\n`甲`乙。\n", "draft.md")
    assert hit.values["found"] == "甲乙"


def test_replacement() -> None:
    check = Pattern(pattern="(?P<mark>[，。])(?P=mark)+", replace=r"\g<mark>")
    assert hits(check, "甲，，乙。") == [
        Hit(Span(1, 3), {"found": "，，", "replacement": "，"}, edits=(Edit(Span(1, 3), "，"),))
    ]


def test_patterns_for_the_loader() -> None:
    assert list(Pattern(pattern="甲").patterns()) == [("pattern", "甲")]
    assert list(Pattern(pattern="甲", unless="乙").patterns()) == [("pattern", "甲"), ("unless", "乙")]


SLOW = "^(?:a|aa|aaa)+[丁戊己庚辛]"


@pytest.mark.parametrize(
    "check", [Pattern(pattern=SLOW), Pattern(pattern="乙", unless=SLOW)], ids=["pattern", "unless"]
)
def test_time_limit(check: Pattern) -> None:
    with pytest.raises(Overrun) as caught:
        hits(check, "a" * 70 + "乙。", bounds=Bounds(rule_seconds=0.05))
    assert (caught.value.cause, caught.value.seconds, caught.value.pattern) == ("rule", 0.05, SLOW)


def test_time_limit_is_for_the_document_not_for_each_heading() -> None:
    draft = "".join(f"{number}.{'a' * 18}\n正文。\n" for number in range(1, 200))
    check = Pattern(pattern=SLOW.removeprefix("^"), within="heading")
    started = time.process_time()
    with pytest.raises(Overrun):
        hits(check, draft, bounds=Bounds(rule_seconds=0.5))
    assert time.process_time() - started < 3


def test_spared_places_are_found_in_linear_time() -> None:
    started = time.process_time()
    assert hits(Pattern(pattern="甲", unless="甲乙"), "甲乙。" * 20_000) == []
    assert time.process_time() - started < 3
