"""Patterns that are compiled when first used: a draft needs few of them, and all would double the start-up time."""

import re
from functools import cached_property
from typing import Any, cast


class _LazyPattern:
    """Stands for a compiled pattern until something is asked of it."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        value = self.__dict__[name] = getattr(self._compiled, name)
        return value

    def __reduce__(self) -> tuple[Any, ...]:
        """Travels to another process as it was written down; compiled or not, it is compiled there when first used."""
        return _LazyPattern, (self._pattern, self._flags)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern like ``re.compile``'s, compiled at its first use."""
    return cast("re.Pattern[str]", _LazyPattern(pattern, flags))
