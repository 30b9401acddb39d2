"""PATH arguments become drafts: files as given, folders searched, .gitignore files respected."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from itertools import chain, count
from typing import TYPE_CHECKING

import msgspec

from lint.files.git import git_exclude
from lint.files.globs import spec_of
from lint.files.loading import MOST_SETTINGS, read_file

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

SUFFIXES = (".txt", ".md", ".markdown", ".docx")
LOCK = "~$"
"""Begins the names of the files by which Word tells that a draft is open."""

PACKAGES = frozenset({"node_modules", "bower_components", "site-packages", "__pycache__", "__MACOSX"})
"""Folders of programs and of packages that somebody else wrote; hidden ones (.venv) are passed over anyway."""
_MADE = frozenset({"pyvenv.cfg", "CACHEDIR.TAG"})
"""Files that say of the folder they stand in that a program made it, and can make it again."""

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

    A file is taken as given, whatever its suffix. A folder is searched for SUFFIXES without following links to
    folders, without hidden entries, folders of packages, copies with comments and what ``exclude`` or git ignores.
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
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # Windows allows half a character in a name
        data = path.encode("utf-8", "replace")
    return data.decode("utf-8", "replace")


def native(shown_path: str) -> str:
    """A path that was shown as the system knows it, where that is ASCII and the name is Chinese."""
    return os.fsdecode(shown_path.encode("utf-8", "surrogateescape"))


def is_excluded(path: str, exclude: Patterns | None) -> bool:
    """Whether patterns leave out a file that a search comes upon."""
    return bool(exclude and _Ignore(exclude.folder, exclude.lines).verdict(os.path.abspath(path), is_folder=False))


def is_copy(path: str) -> bool:
    """Whether a path has the name of a copy with comments."""
    return re.search(_COPY, path) is not None


def copy_names(path: str) -> Iterator[str]:
    """Names, beside a Word draft, for copies with comments, without end; searches pass such copies over."""
    stem = os.path.splitext(path)[0]
    return (f"{stem}.批注{number or ''}.docx" for number in chain([0], count(2)))


class _Ignore:
    """Patterns of one .gitignore file."""

    def __init__(self, folder: str, lines: Iterable[str]) -> None:
        self.folder = os.path.abspath(folder)
        self.spec = _compile(list(lines))

    def verdict(self, absolute: str, is_folder: bool) -> bool | None:
        """True to ignore, False to keep, None when no pattern names the path."""
        try:
            relative = os.fsencode(os.path.relpath(absolute, self.folder)).decode("utf-8", "surrogateescape")
        except ValueError:  # on another drive of Windows, or no text
            return None
        return self.spec.check_file(f"{relative}/" if is_folder else relative).include


class _Search:
    """One search: what is excluded everywhere, and what could not be looked into so far."""

    def __init__(self, exclude: list[_Ignore]) -> None:
        self.exclude = exclude
        self.missing: list[Missing] = []
        self.outside: frozenset[str] = frozenset()
        self.root = ""

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
        self.root = folder
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
        names = {entry.name for entry in entries}
        if folder != self.root and not _MADE.isdisjoint(names):
            return
        if ".git" in names:
            ignores = [*ignores, *self._ignored_here(folder)]
        if ".gitignore" in names:
            ignores = [*ignores, *self._gitignore(folder)]
        for entry in entries:
            path = entry.name if folder == os.curdir else entry.path
            is_folder = entry.is_dir(follow_symlinks=False)
            if (
                entry.name.startswith((".", LOCK))
                or is_copy(entry.name)
                or not (is_folder or entry.name.lower().endswith(SUFFIXES))
                or (is_folder and entry.name in PACKAGES)
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
        """What the repository of a folder ignores by files above the folder: its own list, then the .gitignore files
        from the outermost on.

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
        ignores = self._ignored_here(path) if above else []
        ignores += [ignore for parent in reversed(above) for ignore in self._gitignore(parent)]
        return [] if _is_ignored(os.path.abspath(folder), True, ignores) else ignores

    def _gitignore(self, folder: str) -> list[_Ignore]:
        return self._read(folder, os.path.join(folder, ".gitignore"))

    def _ignored_here(self, root: str) -> list[_Ignore]:
        """What git ignores in this copy of a repository alone: ``.git/info/exclude``."""
        path = git_exclude(root)
        return self._read(root, path) if path else []

    def _read(self, folder: str, path: str) -> list[_Ignore]:
        """The patterns in a file, relative to a folder."""
        try:
            lines = read_file(path, MOST_SETTINGS).decode(errors="surrogateescape").splitlines()
        except (FileNotFoundError, NotADirectoryError):
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
