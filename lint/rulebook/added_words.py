"""Words that a house adds to the lists among a rule's parameters."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from lint.messages import rule_mistakes as mistakes
from lint.rulebook.convert import suggestion
from lint.rulebook.rule import Rule
from lint.rulebook.rule_file import ParameterError, with_parameters
from lint.rulebook.strict_yaml import YamlDocument

Added = str | Sequence[str]
"""A word, or words that belong together."""


def with_words(loaded: YamlDocument, rule: Rule, added: Mapping[str, Sequence[Added]]) -> Rule:
    """A rule with words added to lists of its parameters; raises YamlError where it has no such list.

    A group of words joins the group that it shares a word with; if there is none, it is one of its own.
    """
    parameters: dict[str, Any] = msgspec.json.decode(rule.parameters)
    lists = lists_of(parameters)
    for name, words in added.items():
        if name not in lists:
            said = mistakes.NO_LIST.filled(rule=rule.id, name=name, nearest=suggestion(name, lists))
            raise loaded.error(("add", name), said, at_key=True)
        grouped = _is_groups(parameters[name])
        for index, word in enumerate(words):
            if isinstance(word, str) is grouped:
                wrong = mistakes.NO_GROUP if grouped else mistakes.NO_WORD_OF_LIST
                raise loaded.error(("add", name, index), wrong)
        parameters[name] = (_joined if grouped else _listed)(parameters[name], words)
    try:
        return with_parameters(rule, parameters)
    except ParameterError as error:
        raise loaded.error(("add",), error.said) from None


def lists_of(parameters: Mapping[str, Any]) -> list[str]:
    """The names of those parameters that are lists of words or of groups of words."""
    return [name for name, value in parameters.items() if _is_words(value) or _is_groups(value)]


def _listed(words: Sequence[Added], added: Sequence[Added]) -> list[Added]:
    return [*dict.fromkeys([*words, *added])]


def _joined(groups: Sequence[Sequence[str]], added: Sequence[Added]) -> list[list[str]]:
    """Groups with others added, each to the first that it shares a word with."""
    joined = [[*group] for group in groups]
    for words in added:
        home = next((group for group in joined if not {*group}.isdisjoint(words)), None)
        if home is None:
            joined.append(home := [])
        home += [word for word in dict.fromkeys(words) if word not in home]
    return joined


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _is_groups(value: object) -> bool:
    return isinstance(value, list) and value != [] and all(map(_is_words, value))
