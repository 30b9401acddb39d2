"""The patterns of rules and genres: on the regex package, compiled once, each search within a time limit."""

import time
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated

import msgspec

from lint.text.literals import holds_any
from lint.text.needs import needs_of

if TYPE_CHECKING:
    from regex import Match, Pattern

RegexStr = Annotated[str, msgspec.Meta(extra_json_schema={"format": "regex"})]

SECONDS = 1.0
"""Processor time that one rule or genre may spend on its patterns in a draft of up to _LONG code points."""

_LONG = 200_000
"""Of a longer draft every so many code points give it that time again."""


class PatternTimeout(Exception):  # noqa: N818 - the field says timeout
    """A pattern that ran into its time limit on a draft, or out of memory."""

    def __init__(self, pattern: str, what: str) -> None:
        super().__init__(f"{what}：{pattern}")


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


def deadline(text: str) -> float:
    """When the time for searches in a text that share it is over."""
    return time.process_time() + _allowed(text)


def _allowed(text: str) -> float:
    return SECONDS * max(1, len(text) / _LONG)


def _late(text: str) -> str:
    return f"匹配超过 {_allowed(text):.3g} 秒"


def matches(
    pattern: str, text: str, start: int = 0, end: int | None = None, until: float | None = None
) -> Iterator["Match[str]"]:
    """The matches between two offsets; raises PatternTimeout at the deadline."""
    last = len(text) if end is None else end
    searched = text if last - start == len(text) else text[start:last]
    if not all(holds_any(searched, need) for need in _needs(pattern)):
        return
    remaining = _allowed(text) if until is None else until - time.process_time()
    if remaining <= 0:
        raise PatternTimeout(pattern, _late(text))
    try:
        yield from compiled(pattern).finditer(text, start, last, timeout=remaining)
    except TimeoutError:
        raise PatternTimeout(pattern, _late(text)) from None
    except (MemoryError, RecursionError):  # the former for (?R), long before the memory is used up
        raise PatternTimeout(pattern, "匹配所需的内存或层数过多") from None


def search(pattern: str, text: str, start: int, end: int, until: float | None = None) -> "Match[str] | None":
    """The first match between two offsets; raises PatternTimeout at the deadline."""
    return next(matches(pattern, text, start, end, until), None)
