"""Names that nobody knows, and which of the known ones may have been meant."""

from collections.abc import Iterable

from lint.messages.words import Words

_ONE_OF_TWO = 0.5
"""How alike names of two characters are that share one."""


def nearest(name: str, known: Iterable[str], words: Words, cutoff: float = 0.6) -> str:
    """A question for the nearest of the known names, or nothing."""
    from difflib import get_close_matches  # noqa: PLC0415 - only errors need it

    near = get_close_matches(name, list(known), 1, cutoff)
    return words.did_you_mean.format(name=near[0]) if near else ""


def unknown_genre(name: str, known: Iterable[str], words: Words) -> str:
    """That a genre is not known, and the nearest that is."""
    return words.unknown_genre.format(name=name) + nearest_genre(name, known, words)


def nearest_genre(name: str, known: Iterable[str], words: Words) -> str:
    """A question for the genre with the nearest id or name, or nothing."""
    return nearest(name, known, words, _ONE_OF_TWO)
