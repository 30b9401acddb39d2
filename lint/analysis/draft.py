"""A draft with all that is read from it, made once and handed to whoever needs it."""

from collections.abc import Sequence

import msgspec

from lint.analysis.genres import UNTOLD, Kind, Told, kinds_of, kinds_told
from lint.document.genre import Genre
from lint.document.lexicon import NO_WORDS, Lexicon
from lint.document.parser import parse
from lint.document.tree import Document
from lint.formats import read
from lint.formats.blocks import Reading
from lint.text.bounds import BOUNDS, Bounds
from lint.text.clock import Overrun
from lint.text.source import Source


class Draft(msgspec.Struct, frozen=True):
    """The source of a draft, its tree, and the genre of each of its parts with what told it.

    ``overrun`` says why the genres are those that were told from outside alone, if they are.
    """

    source: Source
    document: Document
    kinds: tuple[Kind | None, ...]
    overrun: Overrun | None = None

    @property
    def reading(self) -> Reading:
        """The draft as its reader sees it."""
        return self.document.reading


def draft_of(
    source: Source,
    genres: Sequence[Genre] = (),
    lexicon: Lexicon = NO_WORDS,
    told: Told = UNTOLD,
    bounds: Bounds = BOUNDS,
) -> Draft:
    """Read and parse a source, and tell the genre of each part.

    ``told`` is what is said of its genre from outside, ``bounds`` hold the time for the patterns of titles.
    Raises UnknownGenreError where a genre is named that is none of ``genres``.
    """
    document = parse(read(source))
    document.clock.restart(len(document.text), bounds)
    overrun = None
    try:
        kinds = kinds_of(document, genres, source.path, told)
    except Overrun as error:
        overrun, kinds = error, kinds_told(document, genres, told)
    document.clock.stop()
    known = document.known_as(tuple(kind.genre if kind else None for kind in kinds), lexicon)
    return Draft(source, known, kinds, overrun)
