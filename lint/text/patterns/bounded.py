"""The patterns of rules and genres: on the regex package, compiled once, each search within a time limit."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Annotated, TypeVar

import msgspec

from lint.text.clock import Clock, Overrun
from lint.text.patterns.known import KNOWN
from lint.text.patterns.literals import Alternative, holds_any
from lint.text.patterns.needs import alternatives_of

if TYPE_CHECKING:
    from regex import Match, Pattern

RegexStr = Annotated[str, msgspec.Meta(extra_json_schema={"format": "regex"})]

T = TypeVar("T")

_FREE = 0.00002
"""Seconds that every search adds: there may be one for every paragraph, and to begin it takes time as well."""

TOO_DEEP = "nested too deeply"
"""What is wrong with a pattern that the regex package cannot take for its depth."""

_SOME = 1000
"""Matches that are looked for at a time."""


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> "Pattern[str]":
    """A pattern of the regex package, ^ and $ meaning paragraphs; raises regex.error."""
    import regex  # noqa: PLC0415 - few drafts hold a literal that a pattern needs

    return regex.compile(pattern, regex.MULTILINE | regex.VERSION1)


def fault(pattern: str) -> str:
    """Why a pattern cannot be compiled; nothing where it can."""
    import regex  # noqa: PLC0415 - only who loads rules from YAML asks

    try:
        compiled(pattern)
    except RecursionError:
        return TOO_DEEP
    except (regex.error, ValueError) as error:  # the latter for flags that exclude each other
        return str(error)
    return ""


@lru_cache(maxsize=1024)
def _alternatives(pattern: str) -> tuple[Alternative, ...]:
    return KNOWN.alternatives.get(pattern) or alternatives_of(pattern)


def matches(
    pattern: str,
    text: str,
    start: int = 0,
    end: int | None = None,
    clock: Clock | None = None,
    alternatives: Sequence[Alternative] = (),
) -> Iterator["Match[str]"]:
    """The matches between two offsets, while there is time by a clock, without one by the text's own.

    They come some at a time: the engine's own limit would run on while the caller is at work with one of them.
    ``alternatives`` are those of the pattern, where they are known.
    Raises Overrun when the time is over, and where a match would take too much memory.
    """
    last = len(text) if end is None else end
    able = _able(alternatives or _alternatives(pattern), text, start, last)
    clock = clock or Clock(len(text))
    if len(able) > 1:
        yield from _in_turns(able, partial(_first, pattern, clock, text, last), start)
        return
    goes_on = bool(able)
    while goes_on:
        found, goes_on = _searched(clock, pattern, partial(_some, able[0], text, start, last))
        yield from found
        start = found[-1].end() if found else last


def search(pattern: str, text: str, start: int, end: int, clock: Clock | None = None) -> "Match[str] | None":
    """The first match between two offsets; raises Overrun as ``matches`` does."""
    able = _able(_alternatives(pattern), text, start, end)
    clock = clock or Clock(len(text))
    return next(_in_turns(able, partial(_first, pattern, clock, text, end), start), None)


def possible(alternatives: Sequence[Alternative], text: str) -> tuple[Alternative, ...]:
    """The alternatives of which a text holds what each needs: no other can match anywhere in it."""
    return tuple(one for one in alternatives if all(holds_any(text, need) for need in one[1]))


def _able(alternatives: Sequence[Alternative], text: str, start: int, end: int) -> list["Pattern[str]"]:
    """The alternatives that may match: a pattern is compiled for the first text that holds what it needs."""
    searched = text if end - start == len(text) else text[start:end]
    return [compiled(one) for one, _ in possible(alternatives, searched)]


def _in_turns(
    programs: Sequence["Pattern[str]"], first: "Callable[[Pattern[str], int], Match[str] | None]", start: int
) -> Iterator["Match[str]"]:
    """The matches of a choice of patterns, told apart: where several begin at one place, that of the first of them."""
    found = [first(program, start) for program in programs]
    while matched := [one for one in found if one]:
        match = min(matched, key=lambda one: one.start())
        yield match
        found = [
            first(program, match.end()) if one and one.start() < match.end() else one
            for program, one in zip(programs, found, strict=True)
        ]


def _first(pattern: str, clock: Clock, text: str, end: int, program: "Pattern[str]", start: int) -> "Match[str] | None":
    return _searched(clock, pattern, lambda seconds: program.search(text, start, end, timeout=seconds))


def _searched(clock: Clock, pattern: str, search: Callable[[float], T]) -> T:
    """What a search finds that is told how many seconds are left; raises Overrun."""
    clock.extend(_FREE)
    try:
        return search(clock.remaining(pattern))
    except TimeoutError:
        raise clock.overrun(pattern) from None
    except (MemoryError, RecursionError):  # the former for (?R), long before the memory is used up
        raise Overrun("memory", pattern=pattern) from None


def _some(program: "Pattern[str]", text: str, start: int, end: int, seconds: float) -> tuple[list["Match[str]"], bool]:
    """The first matches, and whether the search goes on behind the last of them, which is none of width zero then."""
    import regex  # noqa: PLC0415 - few drafts hold a literal that a pattern needs

    found: list[Match[str]] = []
    for match in program.finditer(text, start, end, timeout=seconds):
        found.append(match)
        if len(found) >= _SOME and match.end() > match.start() and not program.flags & regex.REVERSE:
            return found, True
    return found, False
