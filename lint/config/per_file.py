"""Rules that the configuration leaves out for the drafts that a pattern names (``per-file-ignores``)."""

import os

import msgspec

from lint.files.path_patterns import given_to
from lint.rulebook.rulebook import Rulebook


class PerFileIgnores(msgspec.Struct, frozen=True):
    """Pairs of a pattern as in .gitignore, relative to ``folder``, and of rules or categories; all that fit hold."""

    folder: str = os.curdir
    by_pattern: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def rulebook_for(self, path: str, rulebook: Rulebook) -> Rulebook:
        """The rules of a rulebook that hold for a draft."""
        if not self.by_pattern:
            return rulebook
        ignored = {name for ignore in given_to(path, self.folder, self.by_pattern) for name in ignore}
        return rulebook.select((), ignored) if ignored else rulebook


NO_IGNORES = PerFileIgnores()
