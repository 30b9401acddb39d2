"""Validated rules between runs: plain JSON, read back into the types that wrote it, worthless to anyone else.

A missing, damaged or foreign entry is no entry; a folder that cannot be written is left alone.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec

from lint.checks import CHECKS
from lint.finding import Severity
from lint.genre import Genre
from lint.lexicon import Concept, LexiconExamples
from lint.rule import Basis, Example, Rule

_NAMES = {kind: name for name, kind in CHECKS.items()}


class RuleSource(NamedTuple):
    """A file of a rules folder: its path, its path inside the folder without suffix, its bytes."""

    folder: str
    path: str
    stem: str
    data: bytes


class StoredRule(msgspec.Struct, frozen=True):
    """A rule as plain data; the check by its name and parameters."""

    id: str
    title: str
    title_en: str
    why: str
    source: Basis
    severity: Severity
    check: str
    parameters: dict[str, Any]
    message: str
    message_en: str
    related: str
    related_en: str
    fix: Literal["none", "safe", "unsafe"]
    genres: tuple[str, ...]
    examples: tuple[Example, ...]

    def to_rule(self) -> Rule:
        """The rule, its check rebuilt from its parameters."""
        fields = {name: getattr(self, name) for name in Rule.__struct_fields__ if name != "check"}
        return Rule(check=msgspec.convert(self.parameters, CHECKS[self.check]), **fields)


class Stored(msgspec.Struct, frozen=True):
    """Everything that was loaded from the folders of a run."""

    rules: tuple[StoredRule, ...]
    genres: tuple[Genre, ...] = ()
    concepts: tuple[Concept, ...] = ()
    lexicons: tuple[LexiconExamples, ...] = ()

    def to_rules(self) -> Iterator[Rule]:
        """The rules, sorted by id."""
        return (rule.to_rule() for rule in self.rules)


def store(rule: Rule) -> StoredRule:
    """A rule as plain data."""
    fields = {name: getattr(rule, name) for name in Rule.__struct_fields__ if name != "check"}
    parameters = msgspec.to_builtins(rule.check)
    return StoredRule(check=_NAMES[type(rule.check)], parameters=parameters, **fields)


def read(folder: Path, key: str) -> Stored | None:
    """The entry of a key, if it is there and whole."""
    try:
        data = (folder / f"rules-{key}.json").read_bytes()
        return msgspec.json.decode(data, type=Stored)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def write(folder: Path, key: str, stored: Stored) -> None:
    """Keep an entry; whoever reads it meanwhile sees all of it or nothing."""
    import tempfile  # noqa: PLC0415 - a run that finds its entry writes none

    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(msgspec.json.encode(stored))
            os.replace(name, folder / f"rules-{key}.json")
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise


def without_examples(stored: Stored) -> Stored:
    """What a run needs; examples are read from the files by those who show or test them."""
    return Stored(
        tuple(msgspec.structs.replace(rule, examples=()) for rule in stored.rules),
        tuple(msgspec.structs.replace(genre, examples=()) for genre in stored.genres),
        stored.concepts,
    )
