"""Lists of words that several rules go by: each stands in the file of one rule, which the others name."""

from collections.abc import Iterator, Mapping
from typing import Any

from lint.messages import rule_mistakes as mistakes
from lint.rulebook.added_words import Added, lists_of
from lint.rulebook.convert import convert, suggestion
from lint.rulebook.rule import Rule
from lint.rulebook.rule_file import RuleFile, parameters_of
from lint.rulebook.strict_yaml import YamlDocument


class SharedWords:
    """Which rules have lists of which others, so that what a house adds to one reaches all of them."""

    def __init__(self) -> None:
        self._sources: dict[str, dict[str, str]] = {}

    def fill_in(self, loaded: YamlDocument, rule_id: str, rules: Mapping[str, Rule]) -> None:
        """Put the lists of ``words_of`` among the parameters of a rule's file; raises YamlError where there is none."""
        self._sources[rule_id] = sources = {}
        parameters = loaded.data.setdefault("with", {}) if isinstance(loaded.data, dict) else {}
        for source, names in convert(loaded, RuleFile).words_of.items():
            if source not in rules:
                said = mistakes.NO_RULE_BEFORE.filled(rule=source, nearest=suggestion(source, rules))
                raise loaded.error(("words_of", source), said, at_key=True)
            known = parameters_of(rules[source])
            for index, name in enumerate(names):
                if name not in lists_of(known):
                    said = mistakes.NO_LIST.filled(rule=source, name=name, nearest=suggestion(name, lists_of(known)))
                    raise loaded.error(("words_of", source, index), said)
                if name in parameters:
                    raise loaded.error(("with", name), mistakes.LIST_TWICE.filled(name=name), at_key=True)
                parameters[name] = known[name]
                sources[name] = source

    def takers(self, source: str, added: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, tuple[Added, ...]]]]:
        """The rules that have lists of another to which words are added, each with the words for it."""
        for taker, sources in self._sources.items():
            words = {name: words for name, words in added.items() if sources.get(name) == source}
            if words:
                yield taker, words
