import pytest
import regex
from hypothesis import assume, example, given
from hypothesis import strategies as st

from lint.literals import required_literal

PLAIN = {
    "方案$": "方案",
    "^关于.*的通知": "的通知",
    "(?:实施|工作)(?:总体|专项)?方案$": "方案",
    "讲话(?:稿|提纲)?$": "讲话",
    "(?<!复)函$": "函",
    r"原因[：:]\s*之一{2}": "原因",
    "甲乙?丙丁戊*": "丙丁",
    "a{2}b": "b",
    "甲+乙": "甲",
    r"\(甲\)": "甲",
    "[]甲]乙": "乙",
    "(甲(?P<x>乙)丙)丁": "丁",
    "": "",
}
NOT_PLAIN = {
    "甲|乙丙": "",
    "(?x) 甲 乙": "",
    "(?i)abc": "",
    "(?#甲)乙": "",
    r"\x20甲": "",
    r"\p{Han}甲": "",
    r"(甲)\1": "",
    "[甲--[乙]]丙": "",
    "甲{e<=1}": "",
}


@pytest.mark.parametrize(("pattern", "literal"), (PLAIN | NOT_PLAIN).items())
def test_required_literal(pattern: str, literal: str) -> None:
    assert required_literal(pattern) == literal


PIECES = st.sampled_from(
    [*"甲乙丙()[]|?*+{}.^$\\d", "(?:", "(?!", "(?<=", "(?P<a>", "{1,2}", "[^甲]", "[甲乙]", r"\s", r"\("]
)


@given(st.lists(PIECES, max_size=12).map("".join), st.text("甲乙丙a0 ({", max_size=12))
@example("(?:甲|乙)?丙", "丙")
def test_every_match_holds_it(pattern: str, text: str) -> None:
    try:
        compiled = regex.compile(pattern, regex.VERSION1)
    except (regex.error, ValueError, DeprecationWarning, FutureWarning):
        assume(False)
    for match in compiled.finditer(text):
        assert required_literal(pattern) in match[0]
