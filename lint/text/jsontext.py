"""JSON as outputs write it: a character that would turn or break a line is an escape, and so its value survives."""

import json
import re

import msgspec

from lint.text.display import SIGNED
from lint.text.lazy import lazy

_SIGNED = lazy(f"[{SIGNED}]")
_ENCODER = msgspec.json.Encoder()
_PLANE = 0x10000


def encoded(value: object) -> str:
    """A value as JSON on one line; lone surrogates, which UTF-8 cannot hold, are escapes too."""
    try:
        text = _ENCODER.encode(value).decode()
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(value), separators=(",", ":"))
    return _SIGNED.sub(_escape, text)


def indented(value: object) -> str:
    """The same with a member a line."""
    return msgspec.json.format(encoded(value), indent=2)


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))
