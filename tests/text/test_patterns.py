from itertools import islice
from types import SimpleNamespace

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from lint.text.bounds import Bounds
from lint.text.clock import Clock, Overrun
from lint.text.patterns.bounded import compiled, matches, search
from lint.text.patterns.needs import alternatives_of

PATTERNS = [
    "甲",
    "甲*",
    "(?<=乙)甲",
    "(?<!乙)甲",
    r"\b甲",
    "^甲",
    "甲$",
    "(?=乙)",
    "(?r)甲乙?",
    "甲(?!.*甲)",
    "[甲乙]+?",
    "",
]


@pytest.mark.parametrize("some", [1, 2, 3])
@given(pattern=st.sampled_from(PATTERNS), text=st.text("甲乙\n ", max_size=12))
def test_matches_that_come_some_at_a_time_are_the_same(some: int, pattern: str, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("lint.text.patterns.bounded._SOME", some)
        found = [match.span() for match in matches(pattern, text)]
    assert found == [match.span() for match in compiled(pattern).finditer(text)]


CHOICES = [
    "甲|乙",
    "甲乙|甲",
    "甲|甲乙",
    "甲+乙|乙+甲|乙乙",
    "(?<=乙)甲|乙(?!甲)",
    "甲$|^乙",
    "(?P<hit>甲)乙|乙(?P<hit>乙)",
    "(?<=甲[^乙]?)乙|甲[^乙]*",
    "[甲丙]乙|丙丙|乙丙",
]


@given(pattern=st.sampled_from(CHOICES), text=st.text("甲乙丙\n", max_size=16), start=st.integers(0, 4))
def test_alternatives_find_what_the_whole_pattern_finds(pattern: str, text: str, start: int) -> None:
    assert len(alternatives_of(pattern)) > 1
    expected = [(match.span(), match.groupdict()) for match in compiled(pattern).finditer(text, start)]
    assert [(match.span(), match.groupdict()) for match in matches(pattern, text, start)] == expected
    first = search(pattern, text, start, len(text))
    assert (first and first.span()) == (expected[0][0] if expected else None)


def test_an_alternative_is_not_compiled_for_a_text_without_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    used = []

    def noted(pattern: str) -> regex.Pattern[str]:
        used.append(pattern)
        return compiled(pattern)

    monkeypatch.setattr("lint.text.patterns.bounded.compiled", noted)
    assert [match.span() for match in matches("甲乙|丙丁|戊己", "丙丁甲丙丁")] == [(0, 2), (3, 5)]
    assert used == ["丙丁"]


def test_each_search_brings_a_little_time(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("lint.text.clock.time", SimpleNamespace(thread_time=lambda: now[0]))
    clock = Clock(1, Bounds(rule_seconds=1))
    for _ in range(100_000):
        assert search("甲", "甲", 0, 1, clock)
        now[0] += 0.00002
    now[0] += 0.99
    assert search("甲", "甲", 0, 1, clock)
    now[0] += 0.011
    with pytest.raises(Overrun) as caught:
        search("甲", "甲", 0, 1, clock)
    assert (caught.value.cause, caught.value.pattern) == ("rule", "甲")


def test_a_search_is_the_first_match_and_no_more() -> None:
    found = search("甲", "乙甲甲", 0, 3)
    assert found is not None
    assert found.span() == (1, 2)
    assert search("甲", "乙甲甲", 0, 1) is None
    assert [match.span() for match in islice(matches("甲", "乙甲甲"), 1)] == [(1, 2)]


def test_reversed_patterns_are_known_by_their_flag() -> None:
    assert compiled("(?r)甲").flags & regex.REVERSE == regex.REVERSE == 0x400
