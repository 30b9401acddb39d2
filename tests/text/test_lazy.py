import importlib
import pickle
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import lint
from lint.text.patterns.known import KnownNeeds
from lint.text.patterns.lazy import _LazyPattern, lazy, written
from lint.text.patterns.literals import Need

PRIVATE = re.compile(r"_sre|re\._compiler|re\._parser|\b_regex\b|_pickled_data|meta_path|marshal")


def ours() -> Iterator[_LazyPattern]:
    """Every pattern that a module of ours will compile when it is first used."""
    for module in pkgutil.walk_packages(lint.__path__, "lint."):
        if module.name != "lint.__main__":
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, _LazyPattern):
                    yield value


def test_every_pattern_compiles() -> None:
    patterns = [*ours()]
    assert len(patterns) > 100
    for pattern in patterns:
        assert pattern._compiled == re.compile(pattern._pattern, pattern._flags)


def test_a_pattern_is_compiled_at_its_first_use() -> None:
    pattern = lazy("(")
    with pytest.raises(re.error):
        pattern.search("")


def test_a_pattern_travels_to_another_process() -> None:
    pattern = lazy("甲", re.IGNORECASE)
    for one in (pickle.loads(pickle.dumps(pattern)), pattern):
        assert one.findall("甲乙甲") == ["甲", "甲"]


def test_no_private_part_of_python_or_regex_is_used() -> None:
    sources = [*Path(lint.__file__).parent.rglob("*.py")]
    assert [path for path in sources if PRIVATE.search(path.read_text("utf-8"))] == []


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    needs: dict[str, tuple[Need, ...]] = {"(?P<all>甲乙": (("甲乙",),), "(?x) 甲 乙": (("甲乙",),)}
    monkeypatch.setattr("lint.text.patterns.lazy.KNOWN", KnownNeeds(needs))


@pytest.mark.usefixtures("known")
def test_a_pattern_waits_for_what_it_needs() -> None:
    pattern = lazy("(?P<all>甲乙")
    assert (pattern.search("甲"), pattern.match("甲"), pattern.fullmatch("乙")) == (None, None, None)
    assert ([*pattern.finditer("甲")], pattern.findall("甲乙", 1, 2)) == ([], [])
    with pytest.raises(re.error):
        pattern.search("甲乙")


@pytest.mark.usefixtures("known")
def test_a_pattern_that_waited_answers_as_ever() -> None:
    pattern = lazy(" 甲 乙", re.VERBOSE)
    assert pattern.findall("乙甲") == []
    assert pattern.findall("甲乙") == ["甲乙"]
    assert (pattern.findall("乙甲"), pattern.sub("丙", "甲乙丁"), pattern.findall("丙甲乙", 1)) == (
        [],
        "丙丁",
        ["甲乙"],
    )


@pytest.mark.usefixtures("known")
def test_flags_that_change_what_is_matched_are_not_waited_with() -> None:
    pattern = lazy(" 甲 乙", re.VERBOSE | re.IGNORECASE)
    assert "(?x) 甲 乙" not in [*written()]
    assert pattern.findall("甲乙") == ["甲乙"]


def test_all_patterns_of_ours_are_known_by_what_they_match() -> None:
    patterns = [one._plain for one in ours()]
    assert {*patterns} <= {*written(), ""}
