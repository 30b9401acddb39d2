import codecs
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lint.engine.check_draft import check
from lint.engine.check_file import check_file
from lint.engine.fixing.fixes import Fixed, apply, choose, fix
from lint.engine.fixing.written_back import FixError
from lint.engine.linter import lint
from lint.engine.processes.job import Task
from lint.rulebook.finding import Finding, Fix
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.edit import Edit
from lint.text.source import Source, Span, decode

RULEBOOK = load_rulebook([builtin_folder()])
SEEDS = Path(__file__).parent.parent.parent / "seeds"
COMMAS = "抓学习" + "，抓落实" * 20 + "。"
"""A paragraph that shows that its draft writes full-width commas."""
DRAFTS = sorted(path.name for path in SEEDS.iterdir() if path.suffix in {".txt", ".md"})


def rules(draft: Source) -> list[Finding]:
    return lint(draft, RULEBOOK)


def fixed(text: str, name: str = "稿.txt", *, unsafe: bool = False) -> str:
    return fix(Source(name, text), rules, unsafe=unsafe).source.text


def fixed_bytes(data: bytes, name: str = "稿.txt", *, unsafe: bool = False) -> bytes:
    result = check(data, name, Task(rulebook=RULEBOOK, mode="fix", unsafe=unsafe))
    return data if result.fixed is None else result.fixed


def finding(rule: str, *edits: tuple[int, int, str], safe: bool = True) -> Finding:
    changes = tuple(Edit(Span(start, end), text) for start, end, text in edits)
    return Finding("稿.txt", rule, "error", "", changes[0].span, "", Fix(safe, changes))


# Which fixes go together


@pytest.mark.parametrize(
    ("findings", "chosen"),
    [
        ([finding("a", (0, 1, "甲")), finding("b", (1, 2, "乙"))], "ab"),
        ([finding("a", (0, 2, "甲")), finding("b", (1, 3, "乙"))], "a"),
        ([finding("b", (1, 3, "乙")), finding("a", (0, 2, "甲"))], "a"),
        ([finding("a", (0, 2, "甲"), safe=False), finding("b", (1, 3, "乙"))], "b"),
        ([finding("a", (0, 1, "甲")), finding("b", (0, 1, "甲"))], "ab"),
        ([finding("a", (0, 1, "甲")), finding("b", (0, 1, "乙"))], "a"),
        ([finding("a", (0, 1, "甲")), finding("b", (0, 1, "甲"), (4, 5, "乙"))], "ab"),
        ([finding("a", (1, 1, "（")), finding("b", (1, 1, "（"))], "a"),
        ([finding("a", (1, 1, "（")), finding("b", (1, 2, "乙"))], "a"),
        ([finding("a", (0, 1, "甲")), finding("b", (1, 1, "（"))], "a"),
        ([finding("a", (1, 1, "（"), (1, 2, "乙"))], "a"),
        ([finding("a", (1, 3, "（"), (2, 4, "乙")), finding("b", (2, 3, "丙"))], "b"),
        ([finding("a", (0, 1, "甲"), (5, 6, "丁")), finding("b", (5, 6, "丙")), finding("c", (7, 8, "丙"))], "ac"),
    ],
)
def test_fixes_that_get_into_each_others_way_wait_for_the_next_round(findings: list[Finding], chosen: str) -> None:
    assert "".join(one.rule for one in choose(findings)) == chosen


def test_findings_without_a_fix_are_never_chosen() -> None:
    assert choose([Finding("稿.txt", "a", "error", "", Span(0, 1), "")]) == []


def test_the_same_edit_is_made_once_and_the_order_of_edits_makes_no_difference() -> None:
    edits = [Edit(Span(4, 5), "丁"), Edit(Span(0, 1), "甲"), Edit(Span(2, 2), "乙"), Edit(Span(0, 1), "甲")]
    assert apply("01234", edits) == apply("01234", reversed(edits)) == "甲1乙23丁"


@pytest.mark.parametrize(
    ("safe", "unsafe", "fixable"), [(True, False, True), (True, True, True), (False, False, False), (False, True, True)]
)
def test_unsafe_fixes_are_for_those_who_ask(safe: bool, unsafe: bool, fixable: bool) -> None:
    assert finding("a", (0, 1, "甲"), safe=safe).is_fixable(unsafe=unsafe) == fixable
    assert not Finding("稿.txt", "a", "error", "", Span(0, 1), "").is_fixable(unsafe=unsafe)


# Rounds


def replacing(*replacements: tuple[str, str, str]) -> Callable[[Source], Sequence[Finding]]:
    """A linter that wants each text replaced by another, under a rule of its own."""

    def found(draft: Source) -> list[Finding]:
        return [
            finding(rule, (match.start(), match.end(), new))
            for rule, old, new in replacements
            for match in re.finditer(re.escape(old), draft.text)
        ]

    return found


def settled(text: str, *replacements: tuple[str, str, str]) -> tuple[str, dict[str, int]]:
    source, mended = fix(Source("稿.txt", text), replacing(*replacements))
    return source.text, dict(mended)


def test_fixes_that_others_bring_about_are_made_too() -> None:
    assert settled("甲甲", ("a", "甲", "乙"), ("b", "乙", "丙"), ("c", "丙丙", "丁")) == (
        "丁",
        {"a": 2, "b": 2, "c": 1},
    )


def test_rules_that_undo_each_other_are_left_alone_and_the_others_go_on() -> None:
    quarrel = (("a", "甲", "乙"), ("b", "乙", "甲"))
    assert settled("甲丙", *quarrel, ("c", "丙", "丁")) == ("甲丁", {"c": 1})


@pytest.mark.parametrize(("old", "new"), [("甲", "甲甲"), ("甲乙", "乙甲乙")])
def test_a_fix_that_never_comes_to_an_end_is_not_made(old: str, new: str) -> None:
    assert settled("甲乙丙", ("a", old, new), ("c", "丙", "丁")) == ("甲乙丁", {"c": 1})


def failing(*replacements: tuple[str, str, str], error: str) -> Callable[[Source], Sequence[Finding]]:
    """A linter whose replacements are warnings; each place of one text is an error without a fix."""
    replaced = replacing(*replacements)

    def found(draft: Source) -> list[Finding]:
        spots = [Span(*match.span()) for match in re.finditer(re.escape(error), draft.text)]
        warnings = [msgspec.structs.replace(one, severity="warning") for one in replaced(draft)]
        return [*warnings, *(Finding("稿.txt", "error", "error", "", spot, "") for spot in spots)]

    return found


@pytest.mark.parametrize(
    ("text", "replacements", "after", "mended"),
    [
        ("甲丙", [("a", "甲", "乙"), ("c", "丙", "丁")], "甲丁", {"c": 1}),
        ("甲丙", [("a", "甲", "子"), ("b", "子", "乙"), ("c", "丙", "丁")], "子丁", {"a": 1, "c": 1}),
        ("甲丙", [("a", "甲", "乙"), ("b", "乙", "子")], "子丙", {"a": 1, "b": 1}),
        ("甲乙", [("a", "甲", "乙"), ("b", "乙", "子")], "子子", {"a": 1, "b": 2}),
        ("乙甲", [("a", "甲", "乙")], "乙甲", {}),
    ],
    ids=["one of two", "the second of two rounds", "mended later", "mended with the old one", "one more than before"],
)
def test_a_fix_that_brings_about_an_error_is_not_made_and_the_others_go_on(
    text: str, replacements: list[tuple[str, str, str]], after: str, mended: dict[str, int]
) -> None:
    result = fix(Source("稿.txt", text), failing(*replacements, error="乙"))
    assert (result.source.text, dict(result.mended)) == (after, mended)


def test_fixes_that_bring_about_an_error_together_are_not_made() -> None:
    result = fix(Source("稿.txt", "甲丙戊"), failing(("a", "甲", "乙"), ("b", "丙", "丁"), error="乙丁"))
    assert (result.source.text, dict(result.mended)) == ("甲丙戊", {})


def test_nothing_to_fix_gives_back_the_draft_itself() -> None:
    source = Source("稿.txt", "一、好。\n", "gb18030")
    assert fix(source, rules) == Fixed(source, Counter())


# The drafts that come with the linter


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("name", DRAFTS)
def test_fixed_seeds_have_nothing_left_to_fix_and_stay_as_they_are(name: str, unsafe: bool) -> None:
    data = (SEEDS / name).read_bytes()
    once = fixed_bytes(data, name, unsafe=unsafe)
    assert fixed_bytes(once, name, unsafe=unsafe) == once
    left = [one for one in rules(decode(once, name)) if one.is_fixable(unsafe=unsafe)]
    assert left == []


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("name", DRAFTS)
def test_fixing_seeds_brings_no_new_findings(name: str, unsafe: bool) -> None:
    source = decode((SEEDS / name).read_bytes(), name)
    before = Counter(one.rule for one in rules(source))
    after = Counter(one.rule for one in rules(fix(source, rules, unsafe=unsafe).source))
    assert after - before == Counter()


# Nothing else is touched

_BODY = (
    "关于XX的通知\n\n\u3000\u3000一、总体要求  \n\u3000\u3000(一)学习。\t\n\n  （二）落实,并督查。。 \n"
    f"\u3000\u3000三、其他\u3000\n{COMMAS}"
)
_MENDED = _BODY.replace("(一)", "（一）").replace(",", "，").replace("。。", "。")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n\u3000\n"], ids=["bare", "newline", "blanks"])
@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (b"", "gb18030"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
    ids=["utf-8", "utf-8-bom", "gb18030", "utf-16-le", "utf-16-be"],
)
def test_encoding_mark_newlines_indents_and_trailing_blanks_stay_to_the_byte(
    newline: str, end: str, bom: bytes, encoding: str
) -> None:
    before, after = (bom + (text + end).replace("\n", newline).encode(encoding) for text in (_BODY, _MENDED))
    assert fixed_bytes(before) == after


def test_mixed_newlines_stay_mixed() -> None:
    before = f"一、甲,乙。\r\n二、丙。\n三、丁。。\r四、{COMMAS}"
    assert fixed(before) == f"一、甲，乙。\r\n二、丙。\n三、丁。\r四、{COMMAS}"


def test_characters_that_the_encoding_cannot_hold_leave_the_draft_unfixed(monkeypatch: pytest.MonkeyPatch) -> None:
    data = "学习。。\n".encode("gb18030")
    monkeypatch.setattr(Source, "encode", lambda self, text: text.encode("ascii", "replace"))
    with pytest.raises(FixError, match="gb18030"):
        check(data, "稿.txt", Task(rulebook=RULEBOOK, mode="fix"))
    assert check(data, "稿.txt", Task(rulebook=RULEBOOK)).error == ""


def test_a_fixed_draft_that_would_read_as_another_encoding_is_not_written(tmp_path: Path) -> None:
    """Two letters of GB18030 can be one of UTF-8: without the rest of the text nobody could tell them apart."""
    path = tmp_path / "稿.txt"
    path.write_bytes(b"\xc4\xa3\xa3\xac\xa3\xac")
    result = check_file(str(path), Task(rulebook=RULEBOOK, mode="fix"))
    assert result.error in {"", "未修改：改后无法以原编码（gb18030）原样写回"}


# Markdown


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- 学习,落实。\n- 督查,考核。\n", "- 学习，落实。\n- 督查，考核。\n"),
        ("1. 学习,落实。\n3. 督查。\n", "1. 学习，落实。\n3. 督查。\n"),
        ("**学习,落实**,督查。\n", "**学习，落实**，督查。\n"),
        ("学习`a,b`,督查。。\n", "学习`a,b`，督查。\n"),
        ("学习&amp;落实,督查。\n", "学习&amp;落实，督查。\n"),
        ("学习&#44;落实,督查。\n", "学习&#44;落实，督查。\n"),
        ("学习\\,落实,督查。\n", "学习\\,落实，督查。\n"),
        ("[学习,落实](http://a.cn/x,y),督查。\n", "[学习，落实](http://a.cn/x,y)，督查。\n"),
        ("```\n学习,落实。。\n```\n", "```\n学习,落实。。\n```\n"),
        ("| 甲,乙 | 丙。。 |\n| --- | --- |\n| (一)己 |\n", "| 甲,乙 | 丙。。 |\n| --- | --- |\n| (一)己 |\n"),
        ("<div>学习,落实。。</div>\n", "<div>学习,落实。。</div>\n"),
        ("<!-- 学习,落实。。 -->\n\n督查,考核。\n", "<!-- 学习,落实。。 -->\n\n督查，考核。\n"),
        ("> 学习,落实。\n> 督查。。\n", "> 学习，落实。\n> 督查。\n"),
        ("## (一)学习\n\n### 1、落实\n\n## （二）督查\n", "## （一）学习\n\n### 1.落实\n\n## （二）督查\n"),
        ("---\ntitle: 甲,乙。。\n---\n\n丙,丁。\n", "---\ntitle: 甲,乙。。\n---\n\n丙，丁。\n"),
        ("学习,  \r\n落实。。\\\r\n督查。\r\n", "学习，  \r\n落实。\\\r\n督查。\r\n"),
    ],
)  # fmt: skip
def test_markup_stays(before: str, after: str) -> None:
    once = fixed(f"{before}\n{COMMAS}", "稿.md", unsafe=True)
    assert once == f"{after}\n{COMMAS}"
    assert fixed(once, "稿.md", unsafe=True) == once


# Whatever a draft holds

_WORDS = """
一、 二、 三、 （一） (二) （三）、 1. 2、 3． （1） (2) ① ③ 第一条 第三条 一是 二要 首先， 另一方面，
学习 落实 督查考核 各县（区） 联系人：甲，电话：1 附件：1.甲 附件2 图1 见第三部分 𠮷
， , 。 。。 ，， ； ；。 ： : 、等等 …… ... ! “ ” ‘ ’ " 《 》 （ ） ( )
2024年03月05日 2024.3.5 二〇二四年三月五日 50-60% ’24年 市发〔2024〕1号 [2024]第08号
** ` &amp; \\ | <b> [甲](x,y) \ufeff
"""
_BLANKS = ["\n", "\n", "\n\n", "\r\n", "\r", "\n\u3000\u3000", "\u3000", " ", "\t", "- ", "# ", "| a | b |"]
_COMMENTS = ["# wengao-lint: ignore\n", "<!-- wengao-lint: ignore-file -->"]
_PIECES = st.sampled_from([*_WORDS.split(), *_BLANKS, *_COMMENTS])
_TEXTS = st.lists(_PIECES, max_size=40).map("".join)
_NEWLINE = re.compile(r"\r\n|\r|\n")


class Edits:
    """A linter that keeps what it was asked and what it found."""

    def __init__(self, *, unsafe: bool) -> None:
        self.unsafe = unsafe
        self.rounds: list[tuple[str, list[Finding]]] = []

    def __call__(self, draft: Source) -> list[Finding]:
        found = rules(draft)
        self.rounds.append((draft.text, [one for one in found if one.is_fixable(unsafe=self.unsafe)]))
        return found


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("name", ["稿.txt", "稿.md"])
@settings(deadline=None, max_examples=150)
@given(text=_TEXTS)
@example(text="")
@example(text="一、甲，，\r三、乙(二)\r\n\u3000丙")
def test_fixed_drafts_differ_only_at_the_edits_and_stay_as_they_are(name: str, unsafe: bool, text: str) -> None:
    kept = Edits(unsafe=unsafe)
    once = fix(Source(name, text), kept, unsafe=unsafe).source.text
    assert fixed(once, name, unsafe=unsafe) == once
    assert _NEWLINE.findall(once) == _NEWLINE.findall(text)
    for before, after in zip(_NEWLINE.split(text), _NEWLINE.split(once), strict=True):
        assert _blanks(after) == _blanks(before) or after == "".join(_blanks(before))  # nothing but a stray mark
    for place, (after, _) in enumerate([*kept.rounds, (once, [])]):  # on the way, a fix may be tried alone or left out
        assert after == text or any(_is_mended(before, found, after) for before, found in kept.rounds[:place])


def _is_mended(before: str, found: list[Finding], after: str) -> bool:
    """Whether a text is another one with nothing changed outside the edits of some findings."""
    spots = sorted({edit.span for one in found if one.fix for edit in one.fix.edits})
    return _pieces_between(before, spots, after) is not None


def _blanks(line: str) -> tuple[str, str]:
    """The indent of a line and the blanks at its end."""
    return line[: len(line) - len(line.lstrip())], line[len(line.rstrip()) :]


def _pieces_between(before: str, spots: list[Span], after: str) -> list[str] | None:
    """The stretches of a text outside the spots, found in the same order in another text; None if they are not."""
    pieces: list[str] = []
    at = 0
    for spot in spots:
        if spot.start > at:
            pieces.append(before[at : spot.start])
        at = max(at, spot.end)
    pieces.append(before[at:])
    pattern = ".*".join(re.escape(piece) for piece in pieces)
    return pieces if re.fullmatch((".*" if spots and spots[0].start == 0 else "") + pattern, after, re.DOTALL) else None


@settings(deadline=None, max_examples=60)
@given(
    text=_TEXTS,
    stored=st.sampled_from(
        [("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("gb18030", b""), ("utf-16-le", codecs.BOM_UTF16_LE)]
    ),
    unsafe=st.booleans(),
)
def test_fixing_bytes_never_raises_and_keeps_the_encoding(text: str, stored: tuple[str, bytes], unsafe: bool) -> None:
    encoding, bom = stored
    data = bom + text.encode(encoding)
    source = decode(data)
    once = fixed_bytes(data, unsafe=unsafe)
    assert once == source.encode(fixed(source.text, unsafe=unsafe))
    assert fixed_bytes(once, unsafe=unsafe) == once
