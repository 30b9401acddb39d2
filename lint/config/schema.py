"""The JSON Schema of rule, genre, lexicon and configuration files, from the types that load them."""

from inspect import cleandoc
from typing import Any, Literal

import msgspec

from lint.checks import CHECKS
from lint.config.config_file import Config
from lint.document.genre import Genre
from lint.messages.descriptions import description
from lint.rulebook.loader import LexiconFile
from lint.rulebook.rule import SUPPRESSION, Suppression
from lint.rulebook.rule_file import Override, RuleFile

Kind = Literal["rule", "genre", "lexicon", "config"]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_REF = "#/$defs/{name}"


def schema(kind: Kind) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind of file."""
    if kind == "rule":
        return rule_schema()
    type_ = {"genre": Genre, "lexicon": LexiconFile, "config": Config}[kind]
    (own,), defs = msgspec.json.schema_components((type_,), ref_template=_REF)
    if kind == "genre":
        genre = defs["Genre"]
        del genre["properties"]["id"]
        genre["required"].remove("id")
    _close(defs)
    return {"$schema": _DRAFT, "title": f"wengao-lint {kind}", **own, "$defs": defs}


def rule_schema() -> dict[str, Any]:
    """The schema of a rule file: ``with`` takes the parameters of the check that is named."""
    kinds: dict[str, type[msgspec.Struct]] = {**CHECKS, SUPPRESSION: Suppression}
    types = (RuleFile, Override, *kinds.values())
    (own, override, *checks), defs = msgspec.json.schema_components(types, ref_template=_REF)
    defs["RuleFile"]["properties"]["check"] = {"enum": sorted(kinds)}
    defs["RuleFile"]["allOf"] = [
        {
            "if": {"properties": {"check": {"const": name}}, "required": ["check"]},
            "then": {"properties": {"with": reference}} | _required(defs[kind.__name__]),
        }
        for (name, kind), reference in zip(kinds.items(), checks, strict=True)
    ]
    for kind in CHECKS.values():
        for name in kind.derived:
            del defs[kind.__name__]["properties"][name]
    defs["Override"]["minProperties"] = 1
    _close(defs)
    return {"$schema": _DRAFT, "title": "wengao-lint rule", "anyOf": [own, override], "$defs": defs}


def _required(kind: dict[str, Any]) -> dict[str, Any]:
    """What a rule's file must set, taken out of a kind's definition: ``words_of`` may bring lists from another rule."""
    names, kind["required"] = kind["required"], []
    own = {"properties": {"with": {"required": names}}, "required": ["with"]}
    return {"if": {"required": ["words_of"]}, "else": own} if names else {}


def _beside(value: dict[str, Any]) -> dict[str, Any]:
    """A property that may have a description beside it: a reference stands alone in what older editors read."""
    return {"allOf": [value]} if "$ref" in value else value


def _close(defs: dict[str, Any]) -> None:
    """The header comment of a file is no key, so an object has the keys of its type and no others, each described."""
    for name, definition in defs.items():
        if "description" in definition:  # a docstring, which not every msgspec cleans of its indentation
            definition["description"] = cleandoc(definition["description"])
        if definition.get("type") == "object" and "properties" in definition:
            definition["additionalProperties"] = False
            for key, value in definition["properties"].items():
                definition["properties"][key] = {"description": description(name, key), **_beside(value)}
