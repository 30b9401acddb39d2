"""Emphasis around the whole text of a table's cell: **合计**, _小计_."""

from lint.text.patterns.lazy import lazy

_WHOLE = lazy(r"(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<text>[^*_]*[^*_\s])(?P=mark)")


def unstyled(text: str, at: int) -> tuple[str, int]:
    """A cell and its offset in the source without the marks of emphasis around all of it."""
    if text[:1] not in ("*", "_"):
        return text, at
    whole = _WHOLE.fullmatch(text)
    return (whole["text"], at + whole.start("text")) if whole else (text, at)
