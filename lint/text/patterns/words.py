"""Words as a part of a pattern: rules keep their vocabulary as lists."""

import re
from collections.abc import Sequence


def any_of(words: Sequence[str]) -> str:
    """A part of a pattern that matches the first of some words, to be read literally; nothing where there are none."""
    return f"(?:{'|'.join(map(re.escape, words))})" if words else "(?!)"
