"""Text as XML 1.0 can hold it; what it cannot hold, and what would turn or break a line, becomes a sign."""

from xml.sax.saxutils import escape, quoteattr

from lint.text.display import visible

_NO_CHARACTERS = str.maketrans("\ufffe\uffff", "\ufffd\ufffd")


def allowed(text: str) -> str:
    """Text without control and bidirectional characters, lone surrogates and the two that are no characters."""
    return visible(text).translate(_NO_CHARACTERS)


def content(text: str) -> str:
    """Text between tags, on one line."""
    return escape(allowed(text), {"\r": "&#13;", "\n": "&#10;"})


def attributes(**values: object) -> str:
    """Attributes as they follow the name of a tag, those that are None left out."""
    given = ((name, value) for name, value in values.items() if value is not None)
    return "".join(f" {name}={quoteattr(allowed(str(value)))}" for name, value in given)
