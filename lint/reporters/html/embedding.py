"""Data and scripts inside a page: nothing in them can end their element, and the policy names them by their hash."""

import base64
import hashlib
import json
from typing import Any

import msgspec

_ESCAPES = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})
_ENCODER = msgspec.json.Encoder()


def embedded(value: Any) -> str:
    """A value as JSON that may stand inside a script element: outside of its strings JSON has none of ``< > &``."""
    try:
        text = _ENCODER.encode(value).decode()
    except UnicodeEncodeError:  # a path may hold a byte of no encoding, which only an escape can say
        text = json.dumps(msgspec.to_builtins(value), separators=(",", ":"))
    return text.translate(_ESCAPES)


def hashed(text: str) -> str:
    """The source expression of a Content-Security-Policy for an inline script or style."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
