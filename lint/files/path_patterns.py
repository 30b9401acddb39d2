"""Whether a path is one of those that a pattern in the syntax of .gitignore names."""

import os
from functools import lru_cache
from typing import TYPE_CHECKING

from lint.files.globs import spec_of

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def names(pattern: str, folder: str, path: str) -> bool:
    """Whether a pattern that is relative to a folder names a path, which is relative to the current one."""
    relative = os.path.relpath(os.path.abspath(path), os.path.abspath(folder))
    return _compiled(pattern).match_file(relative)


def is_pattern(pattern: str, *, negated: bool = False) -> bool:
    """Whether a text is a pattern that names paths, or with ``negated`` perhaps one that excepts some (!)."""
    try:
        includes = [one.include for one in _compiled(pattern).patterns]
    except ValueError:
        return False
    return any(include is not None and (include or negated) for include in includes)


@lru_cache(maxsize=1 << 16)
def _compiled(pattern: str) -> "GitIgnoreSpec":
    return spec_of([pattern])
