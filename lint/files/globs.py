"""Patterns in the syntax of .gitignore, on pathspec; one that asks for too much is given up and names nothing."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

SECONDS = 1.0
"""What one pattern may take for one path; ordinary ones take microseconds."""

_FEW_STARS = 3
"""Up to these a path of any length is soon told; each further one may take two hundred times as long."""


def spec_of(lines: Iterable[str]) -> "GitIgnoreSpec":
    """The patterns of some lines; raises ValueError for a line that is none."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - slow to load, and most runs name their drafts

    spec = GitIgnoreSpec.from_lines(lines)
    for pattern in spec.patterns:
        if pattern.regex is not None and len(re.findall(r"[*+]", pattern.regex.pattern)) > _FEW_STARS:
            pattern.regex = cast("re.Pattern[str]", _Bounded(pattern.regex.pattern))
    return spec


class _Bounded:
    """Stands for a compiled pattern until a search takes too long; from then on it matches nothing."""

    def __init__(self, pattern: str) -> None:
        import regex  # noqa: PLC0415 - few patterns have so many stars

        self._compiled = regex.compile(pattern)
        self._given_up = False

    def search(self, path: str) -> Any:
        """The match, as ``re`` would give it."""
        if self._given_up:
            return None
        try:
            return self._compiled.search(path, timeout=SECONDS)
        except TimeoutError:
            self._given_up = True
            return None

    match = search  # each pattern begins with ^; older releases of pathspec ask so
