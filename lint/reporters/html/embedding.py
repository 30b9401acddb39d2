"""Data and scripts inside a page: nothing in them can end their element, and the policy names them by their hash."""

import base64
import hashlib
from typing import Any

from lint.text.jsontext import encoded

_ESCAPES = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&"})


def embedded(value: Any) -> str:
    """A value as JSON that may stand inside a script element: outside of its strings JSON has none of ``< > &``."""
    return encoded(value).translate(_ESCAPES)


def hashed(text: str) -> str:
    """The source expression of a Content-Security-Policy for an inline script or style."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
