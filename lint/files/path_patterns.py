"""Which paths a pattern in the syntax of .gitignore names, compiled once in a run."""

import os
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from lint.files.globs import spec_of

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


MOST_PATTERNS = 50_000
"""How many patterns a run may have; each takes a fifth of a millisecond, and two kilobytes, before it is used."""

T = TypeVar("T")


def given_to(path: str, folder: str, by_pattern: Iterable[tuple[str, T]]) -> list[T]:
    """What pairs of a pattern and something give to a path, which is relative to the current folder.

    The patterns are relative to ``folder``.
    """
    try:
        relative = os.path.relpath(os.path.abspath(path), os.path.abspath(folder))
    except ValueError:  # on another drive of Windows, where no pattern of the folder reaches
        return []
    return [given for pattern, given in by_pattern if _compiled(pattern).match_file(relative)]


def is_pattern(pattern: str, *, negated: bool = False) -> bool:
    """Whether a text is a pattern that names paths, or with ``negated`` perhaps one that excepts some (!)."""
    try:
        includes = [one.include for one in _compiled(pattern).patterns]
    except ValueError:
        return False
    return any(include is not None and (include or negated) for include in includes)


@lru_cache(maxsize=MOST_PATTERNS)
def _compiled(pattern: str) -> "GitIgnoreSpec":
    return spec_of([pattern])
