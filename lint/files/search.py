"""PATH arguments become drafts: files as given, folders searched, .gitignore files respected."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from itertools import chain, count
from typing import TYPE_CHECKING

import msgspec

from lint.files.globs import spec_of
from lint.files.loading import MOST_SETTINGS, read_file

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

SUFFIXES = (".txt", ".md", ".markdown", ".docx")
LOCK = "~$"
"""Begins the names of the files by which Word tells that a draft is open."""

STDIN = "-"
_COPY = r"\.批注\d*\.docx$"


class Missing(msgspec.Struct, frozen=True):
    """A path that could not be looked into, and why."""

    path: str
    error: OSError


class Patterns(msgspec.Struct, frozen=True):
    """Patterns in the syntax of .gitignore and the folder that they are relative to."""

    folder: str
    lines: tuple[str, ...]


class Found(msgspec.Struct, frozen=True):
    """Drafts in the order of their paths, and what could not be looked into.

    ``outside`` are those of the drafts that a search came upon as links that lead out of its folder.
    """

    paths: list[str]
    missing: list[Missing]
    outside: frozenset[str] = frozenset()


def find_files(arguments: Iterable[str], exclude: Patterns | None = None) -> Found:
    """Drafts that arguments name, sorted, each once; ``-`` stands for itself.

    A file is taken as given, whatever its suffix. A folder is searched for SUFFIXES without following
    links to folders, without hidden entries, copies with comments and what ``exclude`` or .gitignore files name.
    """
    search = _Search([_Ignore(exclude.folder, exclude.lines)] if exclude and exclude.lines else [])
    paths: dict[str, str] = {}
    for argument in arguments:
        for path in search.expand(argument):
            real = path if path == STDIN else os.path.realpath(path)
            if paths.get(real) in search.outside and path not in search.outside:
                paths[real] = path  # by its own name after all
            paths.setdefault(real, path)
    return Found(sorted(paths.values()), search.missing, search.outside.intersection(paths.values()))


def shown(path: str) -> str:
    """A path as text that every encoding of Unicode can hold: bytes that are no text are replaced."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def native(shown_path: str) -> str:
    """A path that was shown as the system knows it, where that is ASCII and the name is Chinese."""
    return os.fsdecode(shown_path.encode("utf-8", "surrogateescape"))


def is_excluded(path: str, exclude: Patterns | None) -> bool:
    """Whether patterns leave out a file that a search comes upon."""
    return bool(exclude and _Ignore(exclude.folder, exclude.lines).verdict(os.path.abspath(path), is_folder=False))


def free_copy(path: str) -> str:
    """A name, beside a Word draft, for a copy with comments: one that no file has; searches pass such copies over."""
    stem = os.path.splitext(path)[0]
    names = (f"{stem}.批注{number or ''}.docx" for number in chain([0], count(2)))
    return next(name for name in names if not os.path.lexists(name))


class _Ignore:
    """Patterns of one .gitignore file."""

    def __init__(self, folder: str, lines: Iterable[str]) -> None:
        self.folder = os.path.abspath(folder)
        self.spec = _compile(list(lines))

    def verdict(self, absolute: str, is_folder: bool) -> bool | None:
        """True to ignore, False to keep, None when no pattern names the path."""
        relative = os.fsencode(os.path.relpath(absolute, self.folder)).decode("utf-8", "surrogateescape")
        return self.spec.check_file(f"{relative}/" if is_folder else relative).include


class _Search:
    """One search: what is excluded everywhere, and what could not be looked into so far."""

    def __init__(self, exclude: list[_Ignore]) -> None:
        self.exclude = exclude
        self.missing: list[Missing] = []
        self.outside: frozenset[str] = frozenset()

    def expand(self, argument: str) -> Iterator[str]:
        if argument == STDIN:
            yield STDIN
            return
        try:
            mode = os.stat(argument).st_mode
        except OSError as error:
            self.missing.append(Missing(argument, error))
        except ValueError:  # a NUL in the name
            self.missing.append(Missing(argument, FileNotFoundError()))
        else:
            path = os.path.normpath(argument)
            if stat.S_ISDIR(mode):
                yield from self._search(path)
            else:
                yield path

    def _search(self, folder: str) -> Iterator[str]:
        """The drafts of a folder; links that lead out of it are noted."""
        inside = os.path.join(os.path.realpath(folder), "")
        for path in self._walk(folder, self._inherited(folder)):
            if os.path.islink(path) and not os.path.realpath(path).startswith(inside):
                self.outside |= {path}
            yield path

    def _walk(self, folder: str, ignores: list[_Ignore]) -> Iterator[str]:
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            self.missing.append(Missing(folder, error))
            return
        if any(entry.name == ".gitignore" for entry in entries):
            ignores = [*ignores, *self._gitignore(folder)]
        for entry in entries:
            path = entry.name if folder == os.curdir else entry.path
            is_folder = entry.is_dir(follow_symlinks=False)
            if (
                entry.name.startswith((".", LOCK))
                or re.search(_COPY, entry.name)
                or not (is_folder or entry.name.lower().endswith(SUFFIXES))
            ):
                continue
            if self._ignored(path, is_folder, ignores):
                continue
            if is_folder:
                yield from self._walk(path, ignores)
            elif self._is_file(path):
                yield path

    def _is_file(self, path: str) -> bool:
        """Whether a searched entry is a regular file: pipes and links to folders are passed over."""
        try:
            return stat.S_ISREG(os.stat(path).st_mode)
        except OSError as error:
            self.missing.append(Missing(path, error))
            return False

    def _inherited(self, folder: str) -> list[_Ignore]:
        """The .gitignore files above a folder up to the root of its repository, the outermost first.

        They are left out when they ignore the folder itself: who names it wants it searched.
        """
        path = os.path.abspath(folder)
        above: list[str] = []
        while not os.path.exists(os.path.join(path, ".git")):
            parent = os.path.dirname(path)
            if parent == path:
                return []
            path = parent
            above.append(path)
        ignores = [ignore for parent in reversed(above) for ignore in self._gitignore(parent)]
        return [] if _is_ignored(os.path.abspath(folder), True, ignores) else ignores

    def _gitignore(self, folder: str) -> list[_Ignore]:
        path = os.path.join(folder, ".gitignore")
        try:
            lines = read_file(path, MOST_SETTINGS).decode(errors="surrogateescape").splitlines()
        except FileNotFoundError:
            return []
        except OSError as error:
            self.missing.append(Missing(path, error))
            return []
        return [_Ignore(folder, lines)]

    def _ignored(self, path: str, is_folder: bool, ignores: list[_Ignore]) -> bool:
        if not (self.exclude or ignores):
            return False
        absolute = os.path.abspath(path)
        if any(ignore.verdict(absolute, is_folder) for ignore in self.exclude):
            return True
        return _is_ignored(absolute, is_folder, ignores)


def _is_ignored(absolute: str, is_folder: bool, ignores: list[_Ignore]) -> bool:
    """Whether the innermost file with a word on a path says that it is ignored."""
    verdicts = (ignore.verdict(absolute, is_folder) for ignore in reversed(ignores))
    return next((verdict for verdict in verdicts if verdict is not None), False)


def _compile(lines: list[str]) -> "GitIgnoreSpec":
    try:
        return spec_of(lines)
    except ValueError:
        return spec_of(line for line in lines if _compiles(line))


def _compiles(line: str) -> bool:
    """Whether a line is a pattern at all: git passes over the others, and so must the search."""
    try:
        spec_of([line])
    except ValueError:
        return False
    return True
