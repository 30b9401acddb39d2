"""Promises about every draft: good ones left alone, broken markers found, no bytes break the linter."""

from dataclasses import dataclass
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint.document.families import DIGIT, DIGIT_PAREN, HAN, HAN_PAREN, IS, NTH, Family
from lint.document.parser import parse
from lint.engine.linter import lint
from lint.formats import read
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.source import DecodeError, Source, decode

ALL = load_rulebook([builtin_folder()])
NUMBERING = ALL.select(["numbering", "hierarchy"], [])
ORDER = ALL.select(["numbering/out-of-order", "numbering/gap", "numbering/duplicate"], [])

_WORDS = [
    "强化统筹谋划",
    "压实工作责任",
    "完善管护机制",
    "提升服务效能",
    "严格督查考核",
    "夯实工作基础",
    "加大投入力度",
    "开展摸底排查",
]
_BODIES = [
    "各单位要对照清单逐项销号。",
    "坚持每季度调度一次，年底前见到成效。",
    "全年投入2.5亿元，惠及1、2类困难群众3万人。",
    "",
]
_LEVELS = [HAN, HAN_PAREN, DIGIT, DIGIT_PAREN]


@dataclass
class Drafted:
    """A well-numbered draft with the places of the markers that have a sibling before and after them."""

    text: str
    inner: list[tuple[int, int, Family, int]]


class _Writer:
    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.text = "云江市园林局工作方案\n为做好工作，制定本方案。\n"
        self.inner: list[tuple[int, int, Family, int]] = []

    def series(self, depth: int, levels: list[Family]) -> None:
        if depth >= len(levels):
            self.inline()
            return
        length = self.draw(st.integers(2, 4))
        for value in range(1, length + 1):
            self.marker(levels[depth], value, length)
            self.text += f"{self.draw(st.sampled_from(_WORDS))}{value}{depth}\n"
            self.text += "各单位要认真落实。\n"
            if self.draw(st.booleans()):
                self.series(depth + 1, levels)

    def inline(self) -> None:
        family = self.draw(st.sampled_from([IS, NTH]))
        length = self.draw(st.integers(2, 5))
        self.text += "重点抓好工作落实。"
        for value in range(1, length + 1):
            self.marker(family, value, length)
            self.text += f"{self.draw(st.sampled_from(_WORDS))}。{self.draw(st.sampled_from(_BODIES))}"
        self.text += "\n"

    def marker(self, family: Family, value: int, length: int) -> None:
        marker = family.render(value)
        if 1 < value < length:
            start = len(self.text) + marker.index(family.numeral(value))
            self.inner.append((start, start + len(family.numeral(value)), family, value))
        self.text += marker


@st.composite
def drafts(draw: st.DrawFn) -> Drafted:
    writer = _Writer(draw)
    first = draw(st.integers(0, 1))
    writer.series(0, _LEVELS[first : first + draw(st.integers(1, 3))])
    writer.text += "云江市园林局\n2025年3月1日\n"
    return Drafted(writer.text, writer.inner)


@given(drafts())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_well_numbered_draft_has_no_finding(draft: Drafted) -> None:
    findings = lint(Source("draft.txt", draft.text), NUMBERING)
    assert [(f.rule, f.message) for f in findings if f.severity != "info"] == []


@given(drafts().filter(lambda draft: draft.inner), st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_broken_marker_is_found_where_it_is(draft: Drafted, data: st.DataObject) -> None:
    start, end, family, value = data.draw(st.sampled_from(draft.inner))
    wrong = data.draw(st.sampled_from([value + 7, value + 8]))
    text = draft.text[:start] + family.numeral(wrong) + draft.text[end:]
    findings = lint(Source("draft.txt", text), ORDER)
    assert len(findings) == 1
    (finding,) = findings
    assert finding.span.start <= start < finding.span.end


@given(drafts(), st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["utf-8", "gb18030", "utf-16"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_places_survive_newlines_and_encodings(draft: Drafted, newline: str, encoding: str) -> None:
    plain = Source("draft.txt", draft.text)
    stored = decode(draft.text.replace("\n", newline).encode(encoding), "draft.txt")
    rules = ALL.select(["numbering", "hierarchy", "punctuation"], [])
    expected = [(f.rule, plain.position(f.span.start), plain.position(f.span.end)) for f in lint(plain, rules)]
    assert [
        (f.rule, stored.position(f.span.start), stored.position(f.span.end)) for f in lint(stored, rules)
    ] == expected


@given(drafts())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_tree_covers_its_text(draft: Drafted) -> None:
    document = parse(read(Source("draft.txt", draft.text)))
    for item in document.items:
        assert item.span.start <= item.heading.start <= item.heading.end <= item.body.end <= item.span.end
        inside = [child.span for child in item.children]
        assert all(item.span.start < span.start and span.end <= item.span.end for span in inside)
        assert all(one.end <= other.start for one, other in pairwise(inside))


_SIGNS = "一二三十是要、，。；：（）()“”《》〔〕1２.．①㈠第条章之年月日"
_SIGNS += "首先其次另方面附件目录XX×*＿【】\n\r\u3000\t #->`|甲\ufeff\u202e\U0001f600"


@given(st.text(_SIGNS, max_size=200), st.sampled_from(["draft.txt", "draft.md"]))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_text_breaks_the_linter(text: str, name: str) -> None:
    for finding in lint(Source(name, text), ALL):
        assert 0 <= finding.span.start <= finding.span.end <= len(text)


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_bytes_break_the_linter(data: bytes) -> None:
    try:
        source = decode(data, "draft.txt")
    except DecodeError:
        return
    lint(source, ALL)
