"""What the linter says of labelled drafts whose measures are deleted, merged, split and turned."""

from collections import Counter
from functools import cache

from lint.engine.linter import lint
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.source import Source
from tests.correspondence.breaking import deleted, sound
from tests.correspondence.composing import Labelled, drafts

RULE = "correspondence/problem-without-measure"
RULEBOOK = load_rulebook([builtin_folder()]).select([RULE], [])
LONG = 5000
NAMED = 0.93  # what is reached; the others are answered by a measure for a problem very like
DRAFTS = drafts()


def warned(draft: Labelled) -> set[int]:
    """Lines of the problems that the linter finds without a measure."""
    source = Source("draft.txt", draft.text)
    return {source.position(finding.span.start).line for finding in lint(source, RULEBOOK)}


def test_drafts_are_many_and_long() -> None:
    assert len(DRAFTS) >= 40
    assert len({draft.frame["name"] for draft in DRAFTS}) >= 10
    assert 2 * sum(len(draft.text) >= LONG for draft in DRAFTS) >= len(DRAFTS)


@cache
def told_of_deleted() -> Counter[str]:
    """How often the problem of a deleted measure is told, and another beside it."""
    told: Counter[str] = Counter()
    for draft in DRAFTS:
        for key, broken in deleted(draft):
            found, expected = warned(broken), {broken.line_of(key)}
            told.update({"all": 1, "named": expected <= found, "beside": bool(found - expected)})
    return told


def test_nothing_is_told_where_each_problem_has_its_measure() -> None:
    assert [(draft.name, what) for draft in DRAFTS for what, whole in sound(draft) if warned(whole)] == []


def test_problem_of_a_deleted_measure_is_named() -> None:
    told = told_of_deleted()
    assert told["named"] >= NAMED * told["all"]
    assert told["beside"] == 0
