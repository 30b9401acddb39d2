"""Why a pattern, a replacement or braces are wrong, in Chinese, whatever the package says in English."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.messages.reasons import reason
from lint.messages.rule_mistakes import Said
from lint.text.patterns.bounded import TOO_DEEP, fault

PATTERNS = {
    "(甲": "第 3 个字符处，缺少“)”（missing ) at position 2）",
    "[甲": "第 3 个字符处，方括号没有配对（unterminated character set at position 2）",
    "甲)": "第 2 个字符处，括号不配对（unbalanced parenthesis at position 1）",
    "*甲": "第 1 个字符处，“*”“+”“?”“{”前面没有可重复的内容（nothing to repeat at position 0）",
    "甲**": "第 3 个字符处，重复的符号连用（multiple repeat at position 2）",
    "甲{3,1}": "第 3 个字符处，重复次数前大后小（min repeat greater than max repeat at position 2）",
    "[b-a]": "第 5 个字符处，方括号里的范围前后颠倒（bad character range at position 4）",
    "\\": "第 2 个字符处，末尾的“\\”后面没有内容（bad escape (end of pattern) at position 1）",
    "\\q": "第 3 个字符处，没有“\\q”这种写法（bad escape \\q at position 2）",
    "\\x1": "第 3 个字符处，“\\x1”没有写完整（incomplete escape \\x1 at position 2）",
    "\\p{Foo}": "第 8 个字符处，没有这种字符类别（unknown property at position 7）",
    "(?P=a)": "第 4 个字符处，没有所引用的组（unknown group at position 3）",
    "(?P<a": "第 6 个字符处，缺少“>”（missing > at position 5）",
    "(?P<1a>甲)": "第 7 个字符处，组名中有不能用的字（bad character in group name at position 6）",
    "(?<": "第 4 个字符处，缺少组名（missing group name at position 3）",
    "(?z)": "第 3 个字符处，“(?”或“(*”之后的写法不对（unknown extension at position 2）",
    "(?i-i)": "第 6 个字符处，标志不能这样用（bad inline flags: flag turned on and off at position 5）",
}
BRACES = {
    "{a": "“{”没有配对（expected '}' before end of string）",
    "a}": "“}”没有配对；如是文字，请写两遍（Single '}' encountered in format string）",
    "{": "“{”没有配对；如是文字，请写两遍（Single '{' encountered in format string）",
    "{a!r": "“{”没有配对（unmatched '{' in format spec）",
    "{a{b}": "“{”没有配对（unexpected '{' in field name）",
    "{a!rr}": "花括号里只能写名称（expected ':' after conversion specifier）",
}


@pytest.mark.parametrize(("pattern", "said"), PATTERNS.items())
def test_pattern(pattern: str, said: str) -> None:
    english = fault(pattern)
    assert reason(english) == Said(said, english)


def unbraced(template: str) -> str:
    """What Python says of a template; nothing where it takes it."""
    try:
        [*string.Formatter().parse(template)]
    except ValueError as error:
        return str(error)
    return ""


def is_chinese(english: str) -> bool:
    """Whether a reason is put into Chinese, the English in brackets behind it."""
    chinese, bracket, rest = reason(english).zh.partition(f"（{english}）")
    return bool(re.match(r"[“\u4e00-\u9fff]", chinese)) and bool(bracket) and not rest


@pytest.mark.parametrize(("template", "said"), BRACES.items())
def test_braces(template: str, said: str) -> None:
    english = unbraced(template)
    assert reason(english) == Said(said, english)


def test_reason_of_our_own_and_unknown_one() -> None:
    assert reason(TOO_DEEP) == Said("嵌套过深", TOO_DEEP)
    assert reason("a mistake of tomorrow at position 3") == Said(*["a mistake of tomorrow at position 3"] * 2)


@given(st.text("(?<>=!:|)[]{}*+\\-^&#PpNVgxu01,ae甲", max_size=8))
def test_every_reason_for_a_pattern_is_said_in_chinese(pattern: str) -> None:
    english = fault(pattern)
    assert not english or is_chinese(english)


@given(st.text("{}!:a[]r.0甲", max_size=8))
def test_every_reason_for_braces_is_said_in_chinese(template: str) -> None:
    english = unbraced(template)
    assert not english or is_chinese(english)
