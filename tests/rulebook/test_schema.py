import inspect
import json
import re
from contextlib import nullcontext
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from lint.checks import CHECKS
from lint.checks.pattern import Pattern
from lint.config.config_file import NAME, ConfigError, load_config
from lint.config.schema import Kind, rule_schema, schema
from lint.messages.descriptions import BY_KEY, BY_PLACE, description
from lint.messages.language import words_for
from lint.rulebook.loader import GENRES, LEXICONS
from lint.rulebook.rulebook import RULE_SUFFIXES, builtin_folder
from lint.rulebook.strict_yaml import load

FOLDER = Path(builtin_folder())
FILES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*") if path.suffix in RULE_SUFFIXES)


def validator(kind: Kind) -> Draft202012Validator:
    """A validator of the schema as an editor gets it, through JSON."""
    return Draft202012Validator(json.loads(json.dumps(schema(kind))))


def kind_of(name: str) -> Kind:
    return "genre" if name.startswith(GENRES) else "lexicon" if name.startswith(LEXICONS) else "rule"


@pytest.mark.parametrize("kind", get_args(Kind))
def test_is_a_schema(kind: Kind) -> None:
    Draft202012Validator.check_schema(validator(kind).schema)


@pytest.mark.parametrize("name", FILES)
def test_our_files_fit(name: str) -> None:
    data = load((FOLDER / name).read_text(encoding="utf-8"), name).data
    assert [error.message for error in validator(kind_of(name)).iter_errors(data)] == []


RULE: dict[str, Any] = {
    "title": "甲",
    "title_en": "a",
    "why": "甲。",
    "source": {"norm": "practice", "tier": "practice"},
    "severity": "info",
    "check": "pattern",
    "with": {"pattern": "甲"},
    "message": "甲",
    "message_en": "a",
    "examples": [{"valid": "乙"}, {"invalid": "⟦甲⟧"}],
}

BARE = {key: value for key, value in RULE.items() if key != "with"}

FITS: dict[str, tuple[Any, bool]] = {
    "rule": (RULE, True),
    "severity of another rule": ({"severity": "info"}, True),
    "another rule disabled": ({"enabled": False}, True),
    "nothing": ({}, False),
    "list": ([RULE], False),
    "unknown key": (RULE | {"severty": "info"}, False),
    "severity with an unknown key": ({"severity": "info", "severty": "info"}, False),
    "unknown severity": (RULE | {"severity": "eror"}, False),
    "unknown severity of another rule": ({"severity": "eror"}, False),
    "wrong type": (RULE | {"title": 1}, False),
    "missing key": ({key: value for key, value in RULE.items() if key != "why"}, False),
    "unknown check": (RULE | {"check": "patern"}, False),
    "unknown parameter": (RULE | {"with": {"pattern": "甲", "unles": "乙"}}, False),
    "parameter of another check": (RULE | {"check": "series_order"}, False),
    "wrong parameter": (RULE | {"with": {"pattern": "甲", "within": "titel"}}, False),
    "missing parameter": (RULE | {"with": {}}, False),
    "no parameters, one needed": (BARE, False),
    "no parameters, none needed": (BARE | {"check": "mark_width"}, True),
    "unknown key of an example": (RULE | {"examples": [{"vald": "乙"}]}, False),
    "unknown key of the source": (RULE | {"source": {"norm": "practice", "tier": "practice", "claus": "1"}}, False),
}


@pytest.mark.parametrize(("data", "fits"), FITS.values(), ids=FITS)
def test_rule_files(data: Any, fits: bool) -> None:
    assert validator("rule").is_valid(data) is fits


def test_every_check_can_be_named_and_is_described() -> None:
    defs = rule_schema()["$defs"]
    assert defs["RuleFile"]["properties"]["check"] == {
        "description": "检查的种类",
        "enum": sorted([*CHECKS, "suppression"]),
    }
    assert [name for name, kind in CHECKS.items() if not defs[kind.__name__]["description"]] == []
    assert defs["Pattern"]["description"] == inspect.getdoc(Pattern)
    pattern = {"type": "string", "format": "regex"}
    assert defs["Pattern"]["properties"]["pattern"] == {
        "description": BY_KEY["pattern"],
        "anyOf": [pattern, {"type": "array", "items": pattern}],
    }
    assert "needs" not in defs["Pattern"]["properties"]


@pytest.mark.parametrize(
    ("settings", "fits"),
    [
        ({}, True),
        ({"select": ["numbering"], "fail-on": "info", "severity": {"numbering/gap": "off"}, "lang": "en"}, True),
        ({"per-file-ignores": {"a/": ["numbering"]}, "genres": {"b/": "通知"}, "exclude": ["c"], "rules": ["d"]}, True),
        ({"selct": ["numbering"]}, False),
        ({"select": "numbering"}, False),
        ({"select": [""]}, False),
        ({"fail-on": "eror"}, False),
        ({"severity": {"numbering/gap": "warn"}}, False),
        ({"per-file-ignores": {"a/": "numbering"}}, False),
        ({"genres": {"b/": ["通知"]}}, False),
    ],
)
def test_settings_fit_the_schema_when_they_load(settings: dict[str, Any], fits: bool, tmp_path: Path) -> None:
    assert validator("config").is_valid(settings) == fits
    path = tmp_path / NAME
    path.write_text(json.dumps(settings), encoding="utf-8")
    with nullcontext() if fits else pytest.raises(ConfigError):
        load_config(str(path), words_for("en"))


def properties(kind: Kind) -> dict[tuple[str, str], dict[str, Any]]:
    """The properties of a schema by type and key."""
    types = schema(kind)["$defs"].items()
    return {(name, key): value for name, each in types for key, value in each.get("properties", {}).items()}


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_property_is_described_in_chinese(kind: Kind) -> None:
    properties = [
        (name, key, value)
        for name, each in schema(kind)["$defs"].items()
        for key, value in each.get("properties", {}).items()
    ]
    missing = [(name, key) for name, key, value in properties if not re.search("[\u4e00-\u9fff]", value["description"])]
    assert (len(properties) > 0, missing) == (True, [])


def test_no_description_is_left_over() -> None:
    known = {
        (name, key)
        for kind in get_args(Kind)
        for name, each in schema(kind)["$defs"].items()
        for key in each.get("properties", {})
    }
    assert BY_KEY.keys() - {key for _, key in known} == set()
    assert BY_PLACE.keys() - known == set()


def test_a_key_without_a_text_is_named_with_the_place_for_it() -> None:
    with pytest.raises(KeyError) as raised:
        description("TitleMark", "firsts")
    assert raised.value.args == ("TitleMark.firsts has no text in BY_KEY or BY_PLACE of lint/messages/descriptions.py",)
