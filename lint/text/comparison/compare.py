"""What two names are compared by."""

from lint.text.patterns.lazy import lazy

_MARKS = lazy(r"[\W_]+")


def letters(text: str) -> str:
    """A name without blanks, brackets, title marks and punctuation."""
    return _MARKS.sub("", text)
