"""The built-in rules: their examples hold, and each has what a rule must have."""

import pytest

from lint.document.genre import Genre
from lint.document.lexicon import LexiconExamples
from lint.engine.linter import lint
from lint.engine.trials.genres import run_genre_examples
from lint.engine.trials.lexicons import run_lexicon_examples
from lint.engine.trials.rules import run_examples
from lint.messages.language import words_for
from lint.rulebook.rule import Rule
from lint.rulebook.rulebook import builtin_folder, load_rulebook

ZH = words_for("zh")
RULEBOOK = load_rulebook([builtin_folder()])
CATEGORIES = {
    "numbering",
    "hierarchy",
    "placeholders",
    "punctuation",
    "sections",
    "elements",
    "references",
    "numerals",
    "correspondence",
    "suppressions",
}


@pytest.mark.parametrize("rule", RULEBOOK.rules, ids=lambda rule: rule.id)
def test_examples_of_rule(rule: Rule) -> None:
    assert [outcome.told(ZH) for outcome in run_examples(rule, lint, RULEBOOK, ZH) if not outcome.passed] == []


@pytest.mark.parametrize("genre", RULEBOOK.genres, ids=lambda genre: genre.id)
def test_examples_of_genre(genre: Genre) -> None:
    outcomes = run_genre_examples(genre, RULEBOOK, "zh")
    assert outcomes
    assert [outcome.told(ZH) for outcome in outcomes if not outcome.passed] == []


@pytest.mark.parametrize("own", RULEBOOK.lexicons, ids=lambda own: own.id)
def test_examples_of_lexicon(own: LexiconExamples) -> None:
    outcomes = run_lexicon_examples(own, RULEBOOK.lexicon, ZH)
    assert outcomes
    assert [outcome.told(ZH) for outcome in outcomes if not outcome.passed] == []


@pytest.mark.parametrize("rule", RULEBOOK.rules, ids=lambda rule: rule.id)
def test_rule_is_complete(rule: Rule) -> None:
    valid = [example for example in rule.examples if example.valid is not None]
    invalid = [example for example in rule.examples if example.invalid is not None]
    assert len(valid) >= 2
    assert len(invalid) >= 2
    assert any(example.message for example in invalid)
    if rule.fix != "none":
        assert any(example.fixed for example in invalid)
    assert rule.severity != "error" or rule.source.tier != "recommendation"


def test_every_category_has_rules() -> None:
    assert {rule.category for rule in RULEBOOK.rules} == CATEGORIES


def test_first_four_categories_have_forty_rules() -> None:
    first = {"numbering", "hierarchy", "placeholders", "punctuation"}
    assert len([rule for rule in RULEBOOK.rules if rule.category in first]) >= 40
