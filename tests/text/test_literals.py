import pytest
import regex
from hypothesis import assume, example, given
from hypothesis import strategies as st

from lint.text.patterns.literals import Need, held, holds_any, places_of
from lint.text.patterns.needs import alternatives_of, needs_of

PLAIN = {
    "方案$": [("方案",)],
    "^关于.*的通知": [("的通知",), ("关于",)],
    "(?:实施|工作)(?:总体)?方案$": [("实施总体", "实施方", "工作总体", "工作方"), ("方案",)],
    "讲话(?:稿|提纲)?$": [("讲话",)],
    "(?<!复)函$": [("函",)],
    r"原因[：:]\s*之一{2}": [("之一一",), ("原因：", "原因:")],
    "甲乙?丙丁戊*": [("丙丁",), ("甲乙", "甲丙")],
    "a{2}b": [("aab",)],
    "甲+?乙": [("甲乙",)],
    r"\(甲\)": [("(甲)",)],
    "[]甲]乙": [("乙",)],
    "(甲(?P<x>乙)丙)丁": [("甲乙丙丁",)],
    "甲|乙丙": [("甲", "乙丙")],
    "甲(?:乙丙|丁[戊己]|(?:庚辛|壬))癸": [("甲乙丙癸", "甲丁戊癸", "甲丁己癸", "甲庚辛癸", "甲壬癸")],
    "(?:甲乙丙|丁戊|(?:庚辛|壬癸))": [("甲乙丙", "丁戊", "庚辛", "壬癸")],
    r"\d+[%％‰]": [("%", "％", "‰")],
    "[%％]?甲": [("甲",)],
    "(?=甲)乙": [("乙",)],
    "(?:甲|乙?)丙": [("丙",)],
    "(?x) 甲 乙  # 丙\n丁": [("甲乙丁",)],
    r"\x20甲": [(" 甲",)],
    r"甲\n乙\t": [("甲\n乙\t",)],
    r"(?<=\A(?:[^\n]*\n){0,5}?)^(?:甲|乙)": [("甲", "乙")],
    r"\p{Han}甲": [("甲",)],
    "(?P<x>[甲乙])(?P=x)": [("甲甲", "甲乙", "乙甲", "乙乙")],
    "(?:甲|乙){2}": [("甲甲", "甲乙", "乙甲", "乙乙")],
    "甲[乙丙]*丁": [("甲乙", "甲丙", "甲丁"), ("丁",)],
    "[×✕]{1,3}年|[0-9]{4}[×✕]": [("×", "✕")],
    r"[（(\[](?:此处)?(?:请补?|再)核": [
        ("（此处", "（请", "（再", "(此处", "(请", "(再", "[此处", "[请", "[再"),
        ("核",),
    ],
    "待(?:补充?|填写?)": [("待补", "待填")],
    "、(?P<etc>等{1,2})": [("、等",)],
    "(?:(?:甲.)?(?:乙.)?丙)丁": [("丙丁",)],
    "戊(?:(?:甲.)?(?:乙.)?丙)丁": [("丙丁",), ("戊甲", "戊乙", "戊丙")],
    "甲(?:.乙|丙.丁)戊": [("乙戊", "丁戊"), ("甲",)],
    "": [],
}
NOT_PLAIN = [
    "甲|.",
    "(?i)abc",
    "(?#甲)乙",
    r"(甲)\1",
    "[甲--[乙]]丙",
    "甲{e<=1}",
    "(甲",
    "甲)",
    "(" * 5000 + "甲" + ")" * 5000,
    "|".join(chr(0x4E00 + number) for number in range(100)),
]


APART = {
    "甲|乙丙": ["甲", "乙丙"],
    "甲": ["甲"],
    "(?x) 甲 | 乙  # 丙|丁\n| [|] 戊": ["甲", "乙", "[|]戊"],
    r"甲(?:乙|丙)|\||(?<=丁)戊$": ["甲(?:乙|丙)", r"\|", "(?<=丁)戊$"],
    "(?P<hit>甲)乙|丙(?P<hit>丁)": ["(?P<hit>甲)乙", "丙(?P<hit>丁)"],
}
TOGETHER = [
    "甲|.",
    "甲|乙?",
    "甲|",
    "(?P<hit>甲)乙|丙丁",
    "(甲)|乙",
    "(?P<x>甲)|(?P<x>乙)(?P=x)",
    "(?i)甲|乙",
    "甲|乙)",
]
"""What a match of an alternative alone would differ from one of the whole pattern in, or could not be told."""


@pytest.mark.parametrize(("pattern", "alternatives"), APART.items())
def test_alternatives_are_told_apart_with_what_each_needs(pattern: str, alternatives: list[str]) -> None:
    assert alternatives_of(pattern) == tuple((one, needs_of(one)) for one in alternatives)
    assert all(needs for _, needs in alternatives_of(pattern))


@pytest.mark.parametrize("pattern", TOGETHER)
def test_alternatives_that_depend_on_each_other_stay_together(pattern: str) -> None:
    assert alternatives_of(pattern) == ((pattern, needs_of(pattern)),)


@pytest.mark.parametrize(("pattern", "needs"), PLAIN.items())
def test_needs(pattern: str, needs: list[Need]) -> None:
    assert list(needs_of(pattern)) == needs


@pytest.mark.parametrize("pattern", NOT_PLAIN)
def test_pattern_that_is_not_plain_needs_nothing(pattern: str) -> None:
    assert needs_of(pattern) == ()


@pytest.mark.parametrize("count", [1, 6, 7, 50])
def test_one_of_few_or_many(count: int) -> None:
    literals = tuple(f"{number}.*" for number in range(count))
    assert holds_any(f"甲{count - 1}.*乙", literals)
    assert not holds_any("甲0乙", literals)


FILLING = "戊己。，" * 600  # so long a text is looked up otherwise than a short one


@given(
    st.text("甲乙，。 ", max_size=12), st.lists(st.text("甲乙，。 ", min_size=1, max_size=3), max_size=8), st.booleans()
)
@example("，", ["，，", "，。", "，甲", "，乙"], True)
@example("甲", ["甲甲", "甲乙", "甲，"], False)
def test_long_text_holds_what_it_holds(text: str, literals: list[str], at_end: bool) -> None:
    text = FILLING + text if at_end else text + FILLING
    assert sorted(held(text, tuple(literals))) == sorted(literal for literal in literals if literal in text)
    assert holds_any(text, tuple(literals)) == any(literal in text for literal in literals)


def test_places_overlap() -> None:
    assert [*places_of("甲甲", "乙甲甲甲")] == [1, 2]


PIECES = st.sampled_from(
    [*"甲乙丙()[]|?*+{}.^$\\d", "(?:", "(?!", "(?<=", "(?P<a>", "{1,2}", "[^甲]", "[甲乙]", r"\s", r"\("]
)


@given(st.lists(PIECES, max_size=12).map("".join), st.text("甲乙丙a0 ({", max_size=12))
@example("(?:甲|乙)?丙", "丙")
@example("甲${2}", "甲")
def test_every_match_holds_it(pattern: str, text: str) -> None:
    try:
        compiled = regex.compile(pattern, regex.VERSION1)
    except (regex.error, ValueError, DeprecationWarning, FutureWarning):
        assume(False)
    for match in compiled.finditer(text):
        assert all(holds_any(match[0], need) for need in needs_of(pattern))
