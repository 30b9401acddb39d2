"""Patterns that are compiled when first used: a draft needs few of them, and all would double the start-up time."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, cast
from weakref import WeakSet

from lint.text.patterns.known import KNOWN
from lint.text.patterns.literals import Need, holds_any

_NOTHING: dict[str, Callable[[], Any]] = {
    "search": lambda: None,
    "match": lambda: None,
    "fullmatch": lambda: None,
    "finditer": lambda: iter(()),
    "findall": list,
}
"""What a pattern answers, by the method that is asked, for a text that it does not match."""

_PLAIN = re.MULTILINE | re.DOTALL | re.VERBOSE
"""Flags that leave it to the letters of a pattern what it matches."""


class _LazyPattern:
    """Stands for a compiled pattern until something is asked of it that the pattern has to be compiled for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern, self._flags)

    @property
    def _plain(self) -> str:
        """The pattern as ``needs_of`` reads it; nothing where its flags say more than that."""
        if self._flags & ~_PLAIN:
            return ""
        return f"(?x){self._pattern}" if self._flags & re.VERBOSE else self._pattern

    def __getattr__(self, name: str) -> Any:
        needs = KNOWN.needs.get(self._plain) if name in _NOTHING else None
        value = self.__dict__[name] = self._guarded(name, needs) if needs else getattr(self._compiled, name)
        return value

    def _guarded(self, name: str, needs: tuple[Need, ...]) -> Callable[..., Any]:
        """A method that compiles the pattern for the first text that holds what each of its matches does."""
        nothing = _NOTHING[name]

        def ask(text: str, *places: int) -> Any:
            searched = text[slice(*places)] if len(places) > 1 else text
            if not all(holds_any(searched, need) for need in needs):
                return nothing()
            method = self.__dict__[name] = getattr(self._compiled, name)
            return method(text, *places)

        return ask

    def __reduce__(self) -> tuple[Any, ...]:
        """Travels to another process as it was written down; compiled or not, it is compiled there when first used."""
        return _LazyPattern, (self._pattern, self._flags)


_WRITTEN: WeakSet[_LazyPattern] = WeakSet()


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern like ``re.compile``'s, compiled at its first use."""
    one = _LazyPattern(pattern, flags)
    _WRITTEN.add(one)
    return cast("re.Pattern[str]", one)


def written() -> Iterator[str]:
    """The lazy patterns of the modules that are loaded, sorted, as ``needs_of`` reads them."""
    yield from sorted({one._plain for one in _WRITTEN if one._plain})
