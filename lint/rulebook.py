"""The rules of a run, with the genres and words that they use: found in folders, loaded strictly, cached."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from lint import __version__, rulecache
from lint.genre import Genre
from lint.lexicon import NO_WORDS, Lexicon
from lint.rule import Rule
from lint.rulecache import RuleSource

RULE_SUFFIXES = (".yaml", ".yml")


class RulebookError(Exception):
    """Rule files that cannot be loaded; ``errors`` are lines that say where and what."""

    def __init__(self, errors: Sequence[str]) -> None:
        super().__init__("\n".join(errors))
        self.errors = tuple(errors)


class Rulebook(msgspec.Struct, frozen=True):
    """Rules sorted by id, with the genres and the lexicon of the same folders."""

    rules: tuple[Rule, ...]
    genres: tuple[Genre, ...] = ()
    lexicon: Lexicon = NO_WORDS

    def select(self, select: Sequence[str], ignore: Sequence[str]) -> "Rulebook":
        """The rules whose id or category is selected (empty: all) and not ignored."""
        rules = tuple(
            rule
            for rule in self.rules
            if (not select or rule.id in select or rule.category in select)
            and rule.id not in ignore
            and rule.category not in ignore
        )
        return msgspec.structs.replace(self, rules=rules)


def builtin_folder() -> Path:
    """The folder of the rules that come with the linter: in the installed package, or beside it in a checkout."""
    here = Path(__file__).parent
    inside = here / "rules"
    return inside if inside.is_dir() else here.parent / "rules"


def load_rulebook(folders: Sequence[Path | str], cache_dir: Path | None = None) -> Rulebook:
    """The rulebook of folders, later ones replacing or changing rules of earlier ones.

    With a cache directory, what was loaded and validated once is read from there while no file has changed.
    Raises RulebookError that names every file that is wrong.
    """
    files = [found for folder in folders for found in _files(str(folder))]
    key = _key(files)
    stored = rulecache.read(cache_dir, key) if cache_dir else None
    if stored is None:
        from lint.rulefolder import load_files  # noqa: PLC0415 - a run with a cache needs no YAML

        stored, errors = load_files(files)
        if errors:
            raise RulebookError(errors)
        if cache_dir:
            rulecache.write(cache_dir, key, stored)
    return Rulebook(tuple(stored.to_rules()), stored.genres, Lexicon(stored.concepts))


def default_cache_dir() -> Path:
    """Where validated rules are kept between runs."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "wengao-lint"


def _files(folder: str) -> Iterator[RuleSource]:
    """The rule files of a folder with their bytes, sorted by path."""
    if not os.path.isdir(folder):
        raise RulebookError([f"{folder}: 没有这个规则文件夹"])
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(RULE_SUFFIXES) and not name.startswith("."):
                path = os.path.join(parent, name)
                try:
                    with open(path, "rb") as file:
                        data = file.read()
                except OSError as error:
                    raise RulebookError([f"{path}: 无法读取：{error.strerror}"]) from error
                stem = os.path.relpath(path, folder).rpartition(".")[0].replace(os.sep, "/")
                yield RuleSource(folder, path, stem, data)


def _key(files: Sequence[RuleSource]) -> str:
    """What a cache entry is valid for: this version and these files."""
    digest = hashlib.sha256(__version__.encode())
    for file in files:
        digest.update(f"\0{file.stem}\0{len(file.data)}\0".encode())
        digest.update(file.data)
    return digest.hexdigest()
