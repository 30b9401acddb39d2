"""A change of a text at one place."""

import msgspec

from lint.text.source import Span


class Edit(msgspec.Struct, frozen=True, gc=False):
    """Replace a span of the source by a text."""

    span: Span
    text: str
