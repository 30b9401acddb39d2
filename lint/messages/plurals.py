"""Texts with numbers in them: English needs a word for one and another for several."""

import string
from typing import Any


class _Counting(string.Formatter):
    """Formats ``{count:draft|drafts}`` as a number and the word that goes with it."""

    def format_field(self, value: Any, format_spec: str) -> str:
        one, bar, several = format_spec.partition("|")
        if not bar:
            return str(super().format_field(value, format_spec))
        return f"{value} {one if str(value) == '1' else several}"


_COUNTING = _Counting()


def filled(template: str, **values: object) -> str:
    """A text with its values filled in; ``{count:one|several}`` takes the word that goes with the number."""
    return _COUNTING.vformat(template, (), values)
