"""JSON as outputs write it: a character that would turn or break a line is an escape, and so its value survives."""

import re

import msgspec

from lint.text.display import SIGNED
from lint.text.patterns.lazy import lazy

_SIGNED = lazy(f"[{SIGNED}]")
_ENCODER = msgspec.json.Encoder()


def encoded(value: object) -> str:
    """A value as JSON on one line; lone surrogates, which UTF-8 cannot hold, are escapes too."""
    return _SIGNED.sub(_escape, _written(value, 0))


def indented(value: object) -> str:
    """The same with a member a line."""
    return _SIGNED.sub(_escape, _written(value, 2))


def _written(value: object, indent: int) -> str:
    try:
        data = _ENCODER.encode(value)
        return (msgspec.json.format(data, indent=indent) if indent else data).decode()
    except UnicodeEncodeError:
        import json  # noqa: PLC0415 - few values hold such characters

        separators = (",", ": ") if indent else (",", ":")
        return json.dumps(msgspec.to_builtins(value), indent=indent or None, separators=separators)


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))
