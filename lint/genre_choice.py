"""What a run knows of genres from outside the drafts: ``--genre``, and the configuration's genres by path."""

import os
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from lint.genres import Told

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class GenreChoice(msgspec.Struct, frozen=True):
    """The genre of ``--genre``, and pairs of a pattern as in .gitignore and a genre; of several the last holds.

    ``folder`` is what the patterns are relative to.
    """

    option: str = ""
    folder: str = os.curdir
    by_path: tuple[tuple[str, str], ...] = ()

    def told(self, path: str) -> Told:
        """What is told about the draft at a path."""
        relative = os.path.relpath(os.path.abspath(path), os.path.abspath(self.folder)) if self.by_path else ""
        fitting = [genre for pattern, genre in self.by_path if _compiled(pattern).match_file(relative)]
        return Told(self.option, fitting[-1] if fitting else "")


NO_CHOICE = GenreChoice()


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - slow to load, and few runs need it

    return GitIgnoreSpec.from_lines([pattern])
