"""Validated rules between runs: sealed JSON, read back into the types that wrote it, worthless to anyone else.

A missing, damaged or foreign entry is no entry; a folder that cannot be written is left alone.
"""

import contextlib
import os
import zlib
from collections.abc import Iterator

import msgspec

from lint import __version__
from lint.document.genre import Genre
from lint.document.lexicon import Concept, LexiconExamples
from lint.files.loading import MOST_BYTES
from lint.files.private import read_private, write_private
from lint.files.seal import SIZE, known_seal, seal_for
from lint.rulebook.rule import SUPPRESSION, Rule
from lint.text.patterns.known import KnownNeeds
from lint.text.patterns.lazy import written
from lint.text.patterns.needs import alternatives_of, needs_of

Signature = tuple[tuple[str, int, int, int], ...]
"""Path, size, times of writing and of change of each file of a run's folders, the folders themselves first."""

_CODE = tuple(
    os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), name)
    for name in ("checks", "rulebook", os.path.join("text", "patterns"))
)
"""What makes of a rule file what an entry holds: the parameters of check kinds, and what their patterns need."""


class RuleSource(msgspec.Struct, frozen=True):
    """A file of a rules folder: its path, its path inside the folder without suffix, its bytes."""

    folder: str
    path: str
    stem: str
    data: bytes


class Stored(msgspec.Struct, frozen=True):
    """Everything that was loaded from the folders of a run; the rules sorted by id."""

    rules: tuple[Rule, ...]
    genres: tuple[Genre, ...] = ()
    concepts: tuple[Concept, ...] = ()
    lexicons: tuple[LexiconExamples, ...] = ()
    known: KnownNeeds = KnownNeeds()
    """What the patterns of rules, of genres and of our own modules need."""


class _CachedRules(msgspec.Struct, frozen=True):
    """What a file of the cache holds after its seal: for which program and files, and what was loaded from them."""

    edition: str
    signature: Signature
    stored: msgspec.Raw


def read(folder: str, signature: Signature) -> Stored | None:
    """The entry for these very files, if this user's own run wrote it; of no rules there is none."""
    seal, name = known_seal(folder), _name(signature)
    if not seal:
        return None
    try:
        data = read_private(folder, name, MOST_BYTES)
        if seal.of(name.encode(), data[SIZE:]) != data[:SIZE]:
            return None
        entry = msgspec.json.decode(data[SIZE:], type=_CachedRules)
        if (entry.edition, entry.signature) != (_edition(), signature):
            return None
        stored = msgspec.json.decode(entry.stored, type=Stored)
        return stored if stored.rules else None
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def write(folder: str, signature: Signature, stored: Stored) -> None:
    """Keep an entry in place of an older one; whoever reads it meanwhile sees all of it or nothing."""
    if not stored.rules:
        return
    with contextlib.suppress(OSError):
        name = _name(signature)
        data = msgspec.json.encode(_CachedRules(_edition(), signature, msgspec.Raw(msgspec.json.encode(stored))))
        write_private(folder, name, seal_for(folder).of(name.encode(), data) + data)


def _edition() -> str:
    """The version of the linter and the state of the code that made an entry."""
    paths = (
        os.path.join(folder, name)
        for top in _CODE
        for folder, _, names in os.walk(top)
        for name in names
        if name.endswith(".py")
    )
    states = sorted((path, state.st_size, state.st_mtime_ns) for path in paths if (state := os.stat(path)))
    return f"{__version__}-{zlib.crc32(repr(states).encode()):08x}"


def _name(signature: Signature) -> str:
    """One file for the same folders; another set of folders with the same sum costs a reading of its rules."""
    folders = "\n".join(path for path, *state in signature if not any(state))
    return f"rules-{zlib.crc32(folders.encode(errors='surrogateescape')):08x}.bin"


def for_runs(stored: Stored) -> Stored:
    """What a run uses of what the loader brings: no examples, but what patterns need."""
    return Stored(
        tuple(msgspec.structs.replace(rule, examples=()) for rule in stored.rules),
        tuple(msgspec.structs.replace(genre, examples=()) for genre in stored.genres),
        stored.concepts,
        known=_known(stored),
    )


def _known(stored: Stored) -> KnownNeeds:
    titles = [title for genre in stored.genres for title in genre.titles]
    needs = {pattern: needs for pattern in (*written(), *titles) if (needs := needs_of(pattern))}
    return KnownNeeds(needs, {pattern: alternatives_of(pattern) for pattern in _searched(stored)})


def _searched(stored: Stored) -> Iterator[str]:
    """The patterns of rules and genres, but those whose alternatives their check keeps itself."""
    for rule in stored.rules:
        if rule.kind != SUPPRESSION:
            check = rule.check
            kept = "alternatives" in check.derived
            yield from (pattern for field, pattern in check.patterns() if not (kept and field == "pattern"))
    for genre in stored.genres:
        for section in genre.sections:
            yield from (*section.placed, *section.text)
