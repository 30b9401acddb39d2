"""Compiled patterns kept between runs, as Python keeps compiled modules; see docs/decisions/0007-start.md.

What is kept is the program that a matcher runs: plain numbers. It is read by the same release of Python and of the
regex package only, and where anything is in doubt, the pattern is compiled as always.
"""

import contextlib
import os
import re
import sys
import zlib
from functools import cache
from importlib import import_module
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from lint.loading import MOST_BYTES as LARGEST
from lint.loading import read_file

if TYPE_CHECKING:
    import regex

MOST_BYTES = 1_000_000
"""Of a file; the patterns of the rules that are built in take a third of it."""

MOST_CODE = 10_000
"""Numbers of a program."""

_SUM = 4
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


class _Store(msgspec.Struct):
    """The file: programs by what compiled them, flags and pattern, each decoded when it is used."""

    plain: dict[str, msgspec.Raw] = {}
    regex: dict[str, msgspec.Raw] = {}


class Programs:
    """The programs of a folder; without one, every pattern is compiled."""

    def __init__(self) -> None:
        self._path = ""
        self._known = _Store()
        self._used = _Store()
        self._grown = False

    def use(self, folder: str) -> None:
        """Take programs from a folder; a missing or damaged file is an empty one."""
        self._path = os.path.join(folder, f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}.bin")
        self._known, self._used, self._grown = _Store(), _Store(), False
        with contextlib.suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            data = read_file(self._path, LARGEST)
            if zlib.crc32(data[_SUM:]).to_bytes(_SUM, "big") == data[:_SUM]:
                self._known = msgspec.msgpack.decode(data[_SUM:], type=_Store)

    def keep(self) -> None:
        """Write programs that were added; a folder that cannot be written is left alone.

        Where there are too many, those stay that this run used: patterns of rules that are gone must not add up.
        """
        if not self._grown:
            return
        from lint.writing import replace_file  # noqa: PLC0415 - once a pattern and machine

        data = msgspec.msgpack.encode(self._known)
        if len(data) > MOST_BYTES:
            data = msgspec.msgpack.encode(self._used)
        with contextlib.suppress(OSError):
            os.makedirs(os.path.dirname(self._path), exist_ok=True)
            replace_file(self._path, zlib.crc32(data).to_bytes(_SUM, "big") + data)

    def compile(self, pattern: str, flags: int) -> re.Pattern[str]:
        """A pattern as ``re.compile`` gives it."""
        if not self._path:
            return re.compile(pattern, flags)
        key = f"{flags:x} {pattern!a}"
        try:
            known = self._known.plain.get(key)
            program = msgspec.msgpack.decode(known, type=Program) if known else _program(pattern, flags)
            compiled = _loaded(pattern, program)
        except _DOUBTS:
            self._known.plain.pop(key, None)
            return re.compile(pattern, flags)
        self._note(self._known.plain, self._used.plain, key, program)
        return compiled

    def compile_regex(self, pattern: str, flags: int) -> "regex.Pattern[str]":
        """A pattern as ``regex.compile`` gives it; raises regex.error."""
        key = ""
        try:
            if self._path:
                key = f"{_matcher().edition} {flags:x} {pattern!a}"
                known = self._known.regex.get(key)
                program = msgspec.msgpack.decode(known, type=RegexProgram) if known else _regex_program(pattern, flags)
                compiled = _loaded_regex(pattern, program)
                self._note(self._known.regex, self._used.regex, key, program)
                return compiled
        except _DOUBTS:
            self._known.regex.pop(key, None)
        import regex  # noqa: PLC0415 - most drafts need no pattern compiled

        return regex.compile(pattern, flags)

    def _note(
        self, known: dict[str, msgspec.Raw], used: dict[str, msgspec.Raw], key: str, program: Program | RegexProgram
    ) -> None:
        """Remember a program for the next run; a very long one is not worth reading in every run."""
        if key not in known and len(program.code) <= MOST_CODE:
            known[key] = msgspec.Raw(msgspec.msgpack.encode(program))
            self._grown = True
        if key in known:
            used[key] = known[key]


PROGRAMS = Programs()


class _Matcher(NamedTuple):
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
