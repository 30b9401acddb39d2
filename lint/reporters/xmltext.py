"""Text as XML 1.0 can hold it; what it cannot hold becomes a replacement character."""

import re
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def allowed(text: str) -> str:
    """Text without control characters, lone surrogates and the two that are no characters."""
    return _FORBIDDEN.sub("\ufffd", text)


def content(text: str) -> str:
    """Text between tags."""
    return escape(allowed(text), {"\r": "&#13;"})


def attributes(**values: object) -> str:
    """Attributes as they follow the name of a tag, those that are None left out."""
    given = ((name, value) for name, value in values.items() if value is not None)
    return "".join(f" {name}={quoteattr(allowed(str(value)))}" for name, value in given)
