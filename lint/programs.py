"""Compiled patterns kept between runs, as Python keeps compiled modules; see docs/decisions/0007-start.md.

What is kept is the program that a matcher runs: plain numbers. It is read by the same release of Python and of the
regex package only, and where anything is in doubt, the pattern is compiled as always.
"""

import os
import re
import sys
from functools import cache
from importlib import import_module
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING, Any

import msgspec

from lint.shelf import Shelf

if TYPE_CHECKING:
    import regex

MOST_BYTES = 400_000
"""Of a file; the patterns of the linter and of the rules that are built in take half of it, and all of it is read."""

MOST_CODE = 10_000
"""Numbers of a program."""

_MATCHER = "regex._regex"
_DOUBTS = (
    AttributeError,
    ImportError,
    OSError,
    OverflowError,
    RuntimeError,
    TypeError,
    ValueError,
    msgspec.MsgspecError,
)


class Program(msgspec.Struct, frozen=True, array_like=True):
    """A pattern compiled by the standard library."""

    flags: int
    code: list[int]
    groups: int
    group_index: dict[str, int]
    group_names: tuple[str | None, ...]


class RegexProgram(msgspec.Struct, frozen=True, array_like=True):
    """A pattern compiled by the regex package; patterns with named lists have none."""

    flags: int
    code: bytes
    group_index: dict[str, int]
    required: tuple[int, tuple[int, ...], int]
    groups: int


class Programs:
    """The programs of a folder; without one, every pattern is compiled."""

    def __init__(self) -> None:
        self._shelves: tuple[Shelf, Shelf] | None = None

    def use(self, folder: str) -> None:
        """Take programs from a folder."""
        name = f"{sys.implementation.cache_tag}-{sys.hexversion:x}.bin"
        plain, of_regex = (os.path.join(folder, f"{kind}-{name}") for kind in ("patterns", "patterns-regex"))
        self._shelves = Shelf(plain, MOST_BYTES), Shelf(of_regex, MOST_BYTES)

    def keep(self) -> None:
        """Write programs that were added."""
        for shelf in self._shelves or ():
            shelf.keep()

    def compile(self, pattern: str, flags: int) -> re.Pattern[str]:
        """A pattern as ``re.compile`` gives it."""
        if self._shelves is None:
            return re.compile(pattern, flags)
        shelf, key = self._shelves[0], f"{flags:x} {pattern!a}"
        try:
            known = shelf.get(key)
            if known:
                return _loaded(pattern, msgspec.msgpack.decode(known, type=Program))
            program = _program(pattern, flags)
            compiled = _loaded(pattern, program)
        except _DOUBTS:
            return re.compile(pattern, flags)
        _note(shelf, key, program)
        return compiled

    def compile_regex(self, pattern: str, flags: int) -> "regex.Pattern[str]":
        """A pattern as ``regex.compile`` gives it; raises regex.error."""
        try:
            if self._shelves is not None:
                shelf, key = self._shelves[1], f"{_matcher().edition} {flags:x} {pattern!a}"
                known = shelf.get(key)
                if known:
                    return _loaded_regex(pattern, msgspec.msgpack.decode(known, type=RegexProgram))
                program = _regex_program(pattern, flags)
                compiled = _loaded_regex(pattern, program)
                _note(shelf, key, program)
                return compiled
        except _DOUBTS:
            pass
        import regex  # noqa: PLC0415 - most drafts need no pattern compiled

        return regex.compile(pattern, flags)


def _note(shelf: Shelf, key: str, program: Program | RegexProgram) -> None:
    """Keep a program for the next run; a very long one is not worth reading in every run."""
    if len(program.code) <= MOST_CODE:
        shelf.put(key, msgspec.msgpack.encode(program))


PROGRAMS = Programs()


class _Matcher(msgspec.Struct, frozen=True):
    """The part of the regex package that matches, and what tells this edition of it from others."""

    module: Any
    edition: str


@cache
def _matcher() -> _Matcher:
    """The matcher without the compiler, which is written in Python and takes six times as long to load.

    A later import of the package finds the matcher loaded. Raises ImportError.
    """
    from importlib.util import module_from_spec  # noqa: PLC0415 - few drafts need a pattern of a rule

    package = PathFinder.find_spec("regex")
    if package is None:
        raise ImportError("regex")
    found = PathFinder.find_spec(_MATCHER, package.submodule_search_locations)
    if found is None or found.origin is None or found.loader is None:
        raise ImportError(_MATCHER)
    state = os.stat(found.origin)
    if _MATCHER not in sys.modules:
        module = module_from_spec(found)
        found.loader.exec_module(module)
        sys.modules[_MATCHER] = module
    return _Matcher(sys.modules[_MATCHER], f"{state.st_size:x}-{state.st_mtime_ns:x}")


def _loaded(pattern: str, program: Program) -> re.Pattern[str]:
    """The pattern of a program; raises RuntimeError for one that the matcher does not accept."""
    compiled: re.Pattern[str] = import_module("_sre").compile(
        pattern, program.flags, program.code, program.groups, program.group_index, program.group_names
    )
    return compiled


def _program(pattern: str, flags: int) -> Program:
    """The program of a pattern, got as ``re.compile`` gets it."""
    parsed: Any = import_module("re._parser").parse(pattern, flags)
    code = [int(word) for word in import_module("re._compiler")._code(parsed, flags)]
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    return Program(int(flags | state.flags), code, state.groups - 1, dict(state.groupdict), tuple(names))


def _loaded_regex(pattern: str, program: RegexProgram) -> "regex.Pattern[str]":
    names = {number: name for name, number in program.group_index.items()}
    compiled: regex.Pattern[str] = _matcher().module.compile(
        pattern, program.flags, program.code, program.group_index, names, {}, [], *program.required, program.groups
    )
    return compiled


def _regex_program(pattern: str, flags: int) -> RegexProgram:
    """The program of a pattern as pickling takes it apart; raises ValueError for named lists, regex.error."""
    import regex  # noqa: PLC0415 - a run that finds its programs compiles none

    compiled: Any = regex.compile(pattern, flags)
    _, flags, code, group_index, _, lists, list_indexes, *required, groups = compiled._pickled_data
    if lists or list_indexes:
        raise ValueError("named lists")
    return RegexProgram(flags, bytes(code), group_index, tuple(required), groups)
