"""Compiled patterns kept between runs, as Python keeps compiled modules; see docs/decisions/0007-start.md.

What is kept is the program that a matcher runs: plain numbers. It is read by the same release of Python and of the
regex package only, and where anything is in doubt, the pattern is compiled as always.
"""

import contextlib
import os
import re
import sys
import zlib
from importlib import import_module
from typing import TYPE_CHECKING, Any

import msgspec

from lint.loading import MOST_BYTES, read_file

if TYPE_CHECKING:
    import regex

_SUM = 4
_DOUBTS = (AttributeError, ImportError, OverflowError, RuntimeError, TypeError, ValueError)


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
    """The file: programs by what compiled them, flags and pattern."""

    plain: dict[str, Program] = {}
    regex: dict[str, RegexProgram] = {}


class Programs:
    """The programs of a folder; without one, every pattern is compiled."""

    def __init__(self) -> None:
        self._path = ""
        self._known = _Store()
        self._grown = False

    def use(self, folder: str) -> None:
        """Take programs from a folder; a missing or damaged file is an empty one."""
        self._path = os.path.join(folder, f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}.bin")
        self._known, self._grown = _Store(), False
        with contextlib.suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            data = read_file(self._path, MOST_BYTES)
            if zlib.crc32(data[_SUM:]).to_bytes(_SUM, "big") == data[:_SUM]:
                self._known = msgspec.msgpack.decode(data[_SUM:], type=_Store)

    def keep(self) -> None:
        """Write programs that were added; a folder that cannot be written is left alone."""
        if not self._grown:
            return
        from lint.writing import replace_file  # noqa: PLC0415 - once a pattern and machine

        data = msgspec.msgpack.encode(self._known)
        with contextlib.suppress(OSError):
            os.makedirs(os.path.dirname(self._path), exist_ok=True)
            replace_file(self._path, zlib.crc32(data).to_bytes(_SUM, "big") + data)

    def compile(self, pattern: str, flags: int) -> re.Pattern[str]:
        """A pattern as ``re.compile`` gives it."""
        if not self._path:
            return re.compile(pattern, flags)
        key = f"{flags:x} {pattern!a}"
        try:
            if key not in self._known.plain:
                self._known.plain[key] = _program(pattern, flags)
                self._grown = True
            return _loaded(pattern, self._known.plain[key])
        except _DOUBTS:
            self._known.plain.pop(key, None)
            return re.compile(pattern, flags)

    def compile_regex(self, pattern: str, flags: int) -> "regex.Pattern[str]":
        """A pattern as ``regex.compile`` gives it; raises regex.error."""
        import regex  # noqa: PLC0415 - most drafts need no pattern of a rule

        if not self._path:
            return regex.compile(pattern, flags)
        key = f"{regex.__version__} {flags:x} {pattern!a}"
        try:
            if key not in self._known.regex:
                self._known.regex[key] = _regex_program(regex.compile(pattern, flags))
                self._grown = True
            return _loaded_regex(pattern, self._known.regex[key])
        except _DOUBTS:
            self._known.regex.pop(key, None)
            return regex.compile(pattern, flags)


PROGRAMS = Programs()


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
    compiled: regex.Pattern[str] = import_module("regex._regex").compile(
        pattern, program.flags, program.code, program.group_index, names, {}, [], *program.required, program.groups
    )
    return compiled


def _regex_program(compiled: Any) -> RegexProgram:
    """The program of a pattern as pickling takes it apart; raises ValueError for named lists."""
    _, flags, code, group_index, _, lists, list_indexes, *required, groups = compiled._pickled_data
    if lists or list_indexes:
        raise ValueError("named lists")
    return RegexProgram(flags, bytes(code), group_index, tuple(required), groups)
