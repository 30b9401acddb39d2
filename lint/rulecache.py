"""Validated rules between runs: plain JSON, read back into the types that wrote it, worthless to anyone else.

A missing, damaged or foreign entry is no entry; a folder that cannot be written is left alone.
"""

import contextlib
import os
import zlib
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

import msgspec

from lint import __version__
from lint.checks import CHECKS
from lint.finding import Severity
from lint.genre import Genre
from lint.lexicon import Concept, LexiconExamples
from lint.loading import MOST_BYTES, read_file
from lint.rule import Basis, Example, Rule

Signature = tuple[tuple[str, int, int, int], ...]
"""Path, size, times of writing and of change of each file of a run's folders, the folders themselves first."""

_NAMES = {kind: name for name, kind in CHECKS.items()}


class RuleSource(NamedTuple):
    """A file of a rules folder: its path, its path inside the folder without suffix, its bytes."""

    folder: str
    path: str
    stem: str
    data: bytes


class StoredRule(msgspec.Struct, frozen=True):
    """A rule as plain data; the check by its name and parameters, which are ``plain`` where they hold no structures."""

    id: str
    title: str
    title_en: str
    why: str
    source: Basis
    severity: Severity
    check: str
    parameters: dict[str, Any]
    plain: bool
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
        kind = CHECKS[self.check]
        # Plain parameters were compared when they were stored; to convert a few each of many kinds takes longer.
        check = kind(**_frozen(self.parameters)) if self.plain else msgspec.convert(self.parameters, kind)
        return Rule(check=check, **fields)


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
    plain = type(rule.check)(**_frozen(parameters)) == rule.check
    return StoredRule(check=_NAMES[type(rule.check)], parameters=parameters, plain=plain, **fields)


def _frozen(value: Any) -> Any:
    """A value of JSON as checks hold it: lists are tuples."""
    if isinstance(value, list | tuple):
        return tuple(_frozen(one) for one in value)
    return {key: _frozen(one) for key, one in value.items()} if isinstance(value, dict) else value


class _Entry(msgspec.Struct, frozen=True):
    """What a file of the cache holds: for which version and files, and what was loaded from them."""

    version: str
    signature: Signature
    stored: Stored


def read(folder: str, signature: Signature) -> Stored | None:
    """The entry for these very files, if it is there and whole."""
    try:
        entry = msgspec.json.decode(read_file(_path(folder, signature), MOST_BYTES), type=_Entry)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return entry.stored if (entry.version, entry.signature) == (__version__, signature) else None


def write(folder: str, signature: Signature, stored: Stored) -> None:
    """Keep an entry in place of an older one; whoever reads it meanwhile sees all of it or nothing."""
    from lint.writing import replace_file  # noqa: PLC0415 - a run that finds its entry writes none

    with contextlib.suppress(OSError):
        os.makedirs(folder, exist_ok=True)
        replace_file(_path(folder, signature), msgspec.json.encode(_Entry(__version__, signature, stored)))


def _path(folder: str, signature: Signature) -> str:
    """One file for the same folders; another set of folders with the same sum costs a reading of its rules."""
    folders = "\n".join(path for path, *state in signature if not any(state))
    return os.path.join(folder, f"rules-{zlib.crc32(folders.encode(errors='surrogateescape')):08x}.json")


def without_examples(stored: Stored) -> Stored:
    """What a run needs; examples are read from the files by those who show or test them."""
    return Stored(
        tuple(msgspec.structs.replace(rule, examples=()) for rule in stored.rules),
        tuple(msgspec.structs.replace(genre, examples=()) for genre in stored.genres),
        stored.concepts,
    )
