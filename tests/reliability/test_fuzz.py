"""No draft breaks the linter: the whole path, from bytes to every report and the fixed draft, on whatever comes."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lint.engine.linter import lint
from lint.text.source import Source
from tests.fuzz.whole_path import NAMES, RULEBOOK, whole_path

PIECES = [
    "一、", "（二）", "3.", "（4）", "⑤", "一是", "第二，", "首先，", "另一方面，", "第六条 ", "1.2.3 ",
    "2.3万户", "十十一、", "附件：1.甲\n", "附件2\n", "见第三部分。", "三个方面", "四个到位：", "问题：",
    "整改措施：", "关于甲的报告\n", "目录\n", "“", "”", "《", "》", "（", "）", "〔2024〕1号", "，，",
    "。。", "……", "XX", "×××", "□□", "2024年2月30日", "25:61", "近日，", "# ", "> ", "- ", "1. ", "**",
    "`", "```\n", "|问题|措施|\n|-|-|\n|甲||\n", "<!-- wengao-lint: ignore -->", "<!--", "-->",
    "# wengao-lint: ignore-next-line numbering\n", "---\ngenre: 通知\n---\n", "[甲](b)", "![", "&amp;", "\\",
    "$", "<a b='c'>", "\n", "\r\n", "\r", "\n\n", "\u3000", "\t", "\x0b", "\x0c", "\x85", "\u2028", "\ufeff",
    "\u200b", "\u202e", "\u2066", "\U0001f600", "\U00020bb7", "e\u0301", "\uffff", "\ue000", "\x00",
    "\x1b[31m", "{", "}", "{found}", "%s", "甲乙丙丁", "。",
]  # fmt: skip
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16")
UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)
DRAFTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
NAME = st.sampled_from(NAMES)


@UNTIMED
@given(st.binary(max_size=400), NAME)
@example(b"\xff\xfe\x00\xd8", "稿.txt")  # an unpaired surrogate of UTF-16
@example(b"\xed\xa0\x80", "稿.txt")  # the same in what is no UTF-8
@example(b"PK\x03\x04", "稿.txt")
@example(b"\xef\xbb\xbf\x00", "稿.md")
@example(bytes(range(256)) * 8, "稿.txt")
def test_no_bytes_break_the_whole_path(data: bytes, name: str) -> None:
    whole_path(data, name)


@UNTIMED
@given(st.text(max_size=200), st.sampled_from(ENCODINGS), NAME)
def test_no_unicode_breaks_the_whole_path(text: str, encoding: str, name: str) -> None:
    whole_path(text.encode(encoding), name)


@UNTIMED
@given(DRAFTS, st.sampled_from(ENCODINGS), NAME)
@example("\u202e一、\u2066好。\u202c\n三、\u2069XX。\n", "utf-8", "稿.txt")
@example("“" * 300 + "（" * 300 + "《" * 300, "utf-8", "稿.md")
def test_no_mixture_of_signs_breaks_the_whole_path(text: str, encoding: str, name: str) -> None:
    whole_path(text.encode(encoding), name)


@settings(UNTIMED, max_examples=50)
@given(st.sampled_from(PIECES), st.sampled_from(PIECES), st.integers(1, 300), NAME)
def test_no_deep_nesting_breaks_the_whole_path(first: str, then: str, depth: int, name: str) -> None:
    whole_path((first * depth + then * depth).encode(), name)
    whole_path("\n".join(" " * level + first + then for level in range(depth)).encode(), name)


@UNTIMED
@given(st.lists(st.sampled_from([*PIECES, "\ud800", "\udfff", "\udc80"]), max_size=30).map("".join), NAME)
def test_unpaired_surrogates_in_memory_break_nothing(text: str, name: str) -> None:
    for finding in lint(Source(name, text), RULEBOOK):
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
