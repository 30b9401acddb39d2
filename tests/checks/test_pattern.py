import time
from typing import Any

import msgspec
import pytest

from lint.analysis.places import PlaceName
from lint.checks.pattern import Pattern
from lint.formats.blocks import MASK
from lint.messages.rule_mistakes import Said
from lint.text.bounds import Bounds
from lint.text.clock import Overrun
from lint.text.edit import Edit
from lint.text.source import Span
from tests.checks.genred import hits as known_hits
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
    [hit] = hits(check, "甲，，乙。")
    assert (hit.span, hit.edits) == (Span(1, 3), (Edit(Span(1, 3), "，"),))
    assert {name: value for name, value in hit.values.items() if value} == {"found": "，，", "replacement": "，"}


def test_patterns_for_the_loader() -> None:
    assert list(Pattern(pattern="甲").patterns()) == [("pattern", "甲")]
    assert list(Pattern(pattern="甲", unless="乙").patterns()) == [("pattern", "甲"), ("unless", "乙")]


SLOW = "^(?:a|aa|aaa)+[^a乙。\n正文]"


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


def test_what_every_match_holds_is_read_from_the_pattern() -> None:
    needs = ("XX年", "Xx年", "xX年", "xx年")
    assert Pattern(pattern="[Xx]{2}年").completed() == Pattern(
        pattern="[Xx]{2}年", needs=needs, alternatives=(("[Xx]{2}年", (needs,)),)
    )
    assert Pattern(pattern=("甲乙", "丙$")).completed() == Pattern(
        pattern=("甲乙", "丙$"), needs=("甲乙", "丙"), alternatives=(("甲乙", (("甲乙",),)), ("丙$", (("丙",),)))
    )


def test_a_pattern_of_the_text_and_of_cells_is_tried_where_only_cells_may_hold_it() -> None:
    assert Pattern(pattern="待补", within=("text", "cell")).completed().signs() == ("待补", MASK)
    assert Pattern(pattern=".", within=("text", "cell")).completed().signs() == ()
    assert Pattern(pattern="待补", within=("cell", "ledger")).completed().signs() == (MASK,)


NOTICE = "关于防汛的通知\n各镇：\n请落实。\n一、值守\n值班。\n二、值守\n巡查。\n县防办\n2025年6月1日\n联系人：王明\n"
PLACES: dict[str, tuple[PlaceName, str, list[str]]] = {
    "title": ("title", ".+", ["关于防汛的通知"]),
    "recipients": ("recipients", ".+", ["各镇："]),
    "opening": ("opening", "落实", ["落实"]),
    "heading": ("heading", "值.", ["值守", "值守"]),
    "item": ("item", "(?:值班|巡查)", ["值班", "巡查"]),
    "signature": ("signature", ".+", ["县防办"]),
    "date": ("date", "6月", ["6月"]),
    "annotation": ("annotation", "^.+$", ["联系人：王明"]),
    "paragraph": ("paragraph", "^值.*$", ["值班。"]),
    "document": ("document", "防.", ["防汛", "防办"]),
}


@pytest.mark.parametrize(("within", "pattern", "expected"), PLACES.values(), ids=PLACES)
def test_named_places(within: PlaceName, pattern: str, expected: list[str]) -> None:
    assert [hit.values["found"] for hit in known_hits(Pattern(pattern=pattern, within=within), NOTICE)] == expected


def test_several_places() -> None:
    check = Pattern(pattern="防.", within=("title", "signature"))
    assert [hit.values["found"] for hit in known_hits(check, NOTICE)] == ["防汛", "防办"]


def test_cells_of_tables() -> None:
    table = "| 甲 | 乙 |\n| --- | --- |\n| 丙 | 甲 |\n"
    [hit] = hits(Pattern(pattern="甲", within="cell"), table, "draft.md")
    assert (hit.values["found"], hit.span.start == hit.span.end) == ("甲", True)
    assert hits(Pattern(pattern="甲", within="ledger"), table, "draft.md") == []


def test_what_must_be_present_shows_at_the_end_of_its_place() -> None:
    assert known_hits(Pattern(pattern="落实", within="opening", expect="present"), NOTICE) == []
    [hit] = known_hits(Pattern(pattern="甲", within="title", expect="present"), NOTICE)
    assert (hit.span, hit.values["found"]) == (Span(6, 7), "关于防汛的通知")
    [hit] = known_hits(Pattern(pattern=("甲", "乙"), within="title", expect="present", at="recipients"), NOTICE)
    assert (NOTICE[slice(*hit.span)], hit.values["words"]) == ("各镇：", "甲、乙")
    spared = Pattern(pattern="甲", within="title", expect="present", at="recipients", unless="各镇")
    assert known_hits(spared, NOTICE) == []
    assert known_hits(Pattern(pattern="甲", within="subtitle", expect="present"), NOTICE) == []


def test_what_must_be_unique_shows_at_the_second() -> None:
    [hit] = known_hits(Pattern(pattern=".+", within="heading", expect="unique"), NOTICE)
    place = NOTICE.rindex("值守")
    assert (hit.span, hit.values["found"], hit.values["first"]) == (Span(place, place + 2), "值守", "值守")
    assert [NOTICE[slice(*one.span)] for one in hit.related] == ["一、值守"]
    assert known_hits(Pattern(pattern=".+", within="heading", expect="unique", least=3), NOTICE) == []


def test_fields_that_do_not_go_together() -> None:
    assert [*Pattern(pattern="甲", expect="unique").problems()] == [
        ("expect", Said("unique 须用 within 说明在何处", "unique takes within, which says where"))
    ]
    assert [*Pattern(pattern="甲", at="title").problems()] == [
        ("at", Said("at 只与 expect: present 同用", "at goes with expect: present only"))
    ]
