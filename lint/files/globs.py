"""Patterns in the syntax of .gitignore, on pathspec; one that asks for too much is given up and names nothing."""

import re
import warnings
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

SECONDS = 1.0
"""What one pattern may take for one path; ordinary ones take microseconds."""

ALTOGETHER = 5.0
"""What patterns that took too long may have taken in a process; then all with many stars are given up."""

_FEW_STARS = 3
"""Up to these a path of any length is soon told; each further one may take two hundred times as long."""


def spec_of(lines: Iterable[str]) -> "GitIgnoreSpec":
    """The patterns of some lines; raises ValueError for a line that is none."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - slow to load, and most runs name their drafts

    try:
        with warnings.catch_warnings(action="ignore", category=FutureWarning):  # [[: a set like any other to git
            spec = GitIgnoreSpec.from_lines(lines)
    except re.error as error:  # pathspec does not look into brackets: [z-a]
        raise ValueError(str(error)) from error
    for pattern in spec.patterns:
        if pattern.regex is not None and len(re.findall(r"[*+]", pattern.regex.pattern)) > _FEW_STARS:
            pattern.regex = cast("re.Pattern[str]", Bounded(pattern.regex.pattern))
    return spec


class Patience:
    """The time that is left in this process for patterns that take too long."""

    def __init__(self, seconds: float) -> None:
        self.left = seconds

    def lose(self, seconds: float) -> None:
        """Note time that led to nothing."""
        self.left -= seconds


_PATIENCE = Patience(ALTOGETHER)


class Bounded:
    """Stands for a compiled pattern until a search takes too long; from then on it matches nothing."""

    def __init__(self, pattern: str, patience: Patience = _PATIENCE) -> None:
        import regex  # noqa: PLC0415 - few patterns have so many stars

        self._compiled = regex.compile(pattern)
        self._patience = patience
        self.given_up = False

    def search(self, path: str) -> Any:
        """The match, as ``re`` would give it."""
        if self.given_up or self._patience.left <= 0:
            return None
        try:
            return self._compiled.search(path, timeout=SECONDS)
        except TimeoutError:
            self.given_up = True
            self._patience.lose(SECONDS)
            return None

    match = search  # each pattern begins with ^; older releases of pathspec ask so
