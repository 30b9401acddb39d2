"""Whether a comment that silences findings is of use."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from lint.checks.base import Check, Hit
from lint.document.tree import Document


class Suppression(Check, frozen=True):
    """Names in ``wengao-lint: ignore`` comments that silence nothing (``unused``) or that nobody knows (``unknown``).

    It cannot be told from the document alone: the linter finds the places once all other rules have run.
    """

    report: Literal["unused", "unknown"]

    values: ClassVar[frozenset[str]] = frozenset({"found", "nearest"})

    def signs(self) -> tuple[str, ...]:
        """What a comment for the linter begins with."""
        return ("wengao-lint",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield nothing; see ``linter``."""
        return iter(())
