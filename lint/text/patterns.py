"""The patterns of rules and genres: on the regex package, compiled once, each search within a time limit."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated

import msgspec

from lint.text.clock import Clock, Overrun
from lint.text.literals import holds_any
from lint.text.needs import needs_of

if TYPE_CHECKING:
    from regex import Match, Pattern

RegexStr = Annotated[str, msgspec.Meta(extra_json_schema={"format": "regex"})]


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
        return "正则表达式有误：嵌套过深"
    except (regex.error, ValueError) as error:  # the latter for flags that exclude each other
        return f"正则表达式有误：{error}"
    return ""


_needs = lru_cache(maxsize=1024)(needs_of)


def matches(
    pattern: str, text: str, start: int = 0, end: int | None = None, clock: Clock | None = None
) -> Iterator["Match[str]"]:
    """The matches between two offsets, while there is time by a clock, without one by the text's own.

    Raises Overrun when the time is over, and where a match would take too much memory.
    """
    last = len(text) if end is None else end
    searched = text if last - start == len(text) else text[start:last]
    if not all(holds_any(searched, need) for need in _needs(pattern)):
        return
    clock = clock or Clock(len(text))
    try:
        yield from compiled(pattern).finditer(text, start, last, timeout=clock.remaining(pattern))
    except TimeoutError:
        raise clock.overrun(pattern) from None
    except (MemoryError, RecursionError):  # the former for (?R), long before the memory is used up
        raise Overrun("memory", pattern=pattern) from None


def search(pattern: str, text: str, start: int, end: int, clock: Clock | None = None) -> "Match[str] | None":
    """The first match between two offsets; raises Overrun as ``matches`` does."""
    return next(matches(pattern, text, start, end, clock), None)
