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


class Finding(msgspec.Struct, frozen=True):
    """A structural defect at a span of one draft."""

    path: str
    rule: str
    severity: Severity
    message: str
    span: Span
    source: str
    fix: Fix | None = None
    related: tuple[Related, ...] = ()

    def is_fixable(self, *, unsafe: bool) -> bool:
        """Whether the finding has a fix that may be applied."""
        return self.fix is not None and (self.fix.safe or unsafe)
