"""A rule for some genres sees and reports only the parts that are of these."""

import msgspec

from lint.analysis.genres import Told
from lint.checks.pattern import Pattern
from lint.document.genre import Genre
from lint.document.parser import parse
from lint.document.tree import Document
from lint.engine.linter import lint
from lint.formats import read
from lint.rulebook.rulebook import Rulebook
from lint.text.source import Source
from tests.fakes import UNFILLED

NOTICE = Genre(id="notice", name="通知", titles=("通知$",))
PLAN = Genre(id="plan", name="方案", titles=("方案$",))
TEXT = (
    "关于防汛的通知\n各镇：\n请XX落实。\n一、甲\n二、乙\n县防办\n2025年6月1日\n"
    "附件1\n防汛方案\n请XX值守。\n一、子\n二、丑\n三、寅\n附件2\n登记卡\nXX\n"
)


def lines(*genres: str, told: str = "") -> list[int]:
    check = Pattern(pattern="XX")
    rule = msgspec.structs.replace(UNFILLED, made=check, genres=genres, message="{found}", related="")
    source = Source("a.txt", TEXT)
    findings = lint(source, Rulebook((rule,), (NOTICE, PLAN)), told=Told(told))
    return [source.position(finding.span.start).line for finding in findings]


def test_findings_outside_the_genres_are_left_out() -> None:
    assert lines() == [3, 10, 16]
    assert lines("notice") == [3]
    assert lines("plan") == [10]
    assert lines("plan", "notice") == [3, 10]
    assert lines("letter") == []
    assert lines("plan", told="plan") == [3, 10]


def document() -> Document:
    parsed = parse(read(Source("a.txt", TEXT)))
    return parsed.known_as((NOTICE, PLAN, None), parsed.lexicon)


def test_document_within_genres() -> None:
    within = document().within(["plan"])
    assert [within.slice(part.title) for part in within.parts if part.title] == ["防汛方案"]
    assert within.genres == (PLAN,)
    assert [(series.part, len(series.items)) for series in within.series] == [(0, 3)]
    assert [item.marker.value for item in within.items] == [1, 2, 3]
    assert document().within([]).parts == ()
