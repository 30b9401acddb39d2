"""What the linter reports, in offsets of the decoded source."""

from typing import Literal

import msgspec

from lint.text.edit import Edit
from lint.text.source import Span

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")


class Fix(msgspec.Struct, frozen=True):
    """Edits that mend a finding; a safe fix cannot change what the draft says."""

    safe: bool
    edits: tuple[Edit, ...]


class Related(msgspec.Struct, frozen=True):
    """Another place that explains a finding."""

    span: Span
    message: str


class Habit(msgspec.Struct, frozen=True):
    """What one finding stands for where a habit is told once: the finding at each of its places.

    ``others`` are the places of the norm's form if these are fewer, ``right`` is how many there are (None: unknown),
    ``more`` how many places of the habit there are beyond ``parts``, ``beyond`` the fixes of those.
    """

    parts: tuple["Finding", ...]
    others: tuple["Finding", ...] = ()
    right: int | None = None
    more: int = 0
    beyond: tuple["Fix", ...] = ()


class Finding(msgspec.Struct, frozen=True):
    """A structural defect at a span of one draft; with a ``habit`` it stands for others like it."""

    path: str
    rule: str
    severity: Severity
    message: str
    span: Span
    source: str
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    habit: Habit | None = None

    def is_fixable(self, *, unsafe: bool) -> bool:
        """Whether the finding has a fix that may be applied."""
        return self.fix is not None and (self.fix.safe or unsafe)
