"""What a run knows of genres from outside the drafts: ``--genre``, and the configuration's genres by path."""

import os

import msgspec

from lint.analysis.genres import Told
from lint.files.path_patterns import given_to


class GenreChoice(msgspec.Struct, frozen=True):
    """The genre of ``--genre``, and pairs of a pattern as in .gitignore and a genre; of several the last holds.

    ``folder`` is what the patterns are relative to.
    """

    option: str = ""
    folder: str = os.curdir
    by_path: tuple[tuple[str, str], ...] = ()

    def told(self, path: str) -> Told:
        """What is told about the draft at a path."""
        fitting = given_to(path, self.folder, self.by_path) if self.by_path else []
        return Told(self.option, fitting[-1] if fitting else "")


NO_CHOICE = GenreChoice()
