"""Which genre each part of a draft is of, and why: from what its author said, or from its title."""

import os
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

import msgspec

from lint.analysis.elements.title_kinds import names_kind
from lint.analysis.paragraphs import ending, opening
from lint.document.genre import Genre
from lint.document.tree import Document, Part
from lint.formats.blocks import MASK
from lint.text.clock import Clock
from lint.text.patterns.bounded import matches
from lint.text.patterns.fragments import SMALL
from lint.text.patterns.known import KNOWN
from lint.text.patterns.lazy import lazy
from lint.text.patterns.needs import needs_of

Reason = Literal["option", "front_matter", "path", "title", "subtitle", "file_name", "formula"]

_BLANKS = lazy(rf"[\s\u3000{MASK}]+")
_TRAILING = lazy(r"(?:[（(〔【][^（）()〔〕【】]*[）)〕】]|[。；，、,;:：])$")
_ANNEX = lazy(rf"^附(?:件|录|表)(?:\d{{1,2}}|{SMALL})?(?:-\d{{1,2}})?[：:.．]?")
_INSIDE = lazy(r"[（(〔【—]+([^（）()〔〕【】—]+)")
_META = lazy(r"^genre[ \t]*:[ \t]*(?P<quote>['\"]?)(?P<name>[^'\"#\n]+?)(?P=quote)[ \t]*(?:#.*)?$", re.MULTILINE)
_DECORATION = lazy(r"[\d.．_\-—+~年月日vV]+$|^[\d.．_\-—+~]+")
_PIECES = lazy(r"[\s_\-—+·]+")
_PERSONS = lazy(r"们[：:]$|^(?:各位|尊敬|敬爱|亲爱)|同志[：:]$")
_ABOUT = "关于"
_SYNTAX = lazy(r"[\\.^$*+?{}\[\]|()]")


class Kind(msgspec.Struct, frozen=True):
    """The genre that a part was taken for; ``evidence`` are the words that it was told by."""

    genre: Genre
    reason: Reason
    evidence: str


class Told(msgspec.Struct, frozen=True):
    """What is said about a draft from outside: the genre of ``--genre``, and the one configured for its path."""

    option: str = ""
    path: str = ""


UNTOLD = Told()


class UnknownGenreError(ValueError):
    """A draft or a person names a genre that no folder has."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def named(name: str, genres: Sequence[Genre]) -> Genre | None:
    """The genre with an id or a Chinese name."""
    return next((genre for genre in genres if name in (genre.id, genre.name)), None)


def names_of(genres: Sequence[Genre]) -> list[str]:
    """Every name by which a person may call one of the genres."""
    return [name for genre in genres for name in (genre.id, genre.name)]


def detect(title: str, genres: Sequence[Genre], clock: Clock | None = None) -> Genre | None:
    """The genre of a title: of the patterns that fit, the one whose match ends last, then the longer match.

    A later genre wins over an earlier one with the same match, a house genre over a built-in one.
    Raises Overrun when the time for it is over, by a clock or without one for each pattern.
    """
    best: tuple[int, int] = (-1, 0)
    found = None
    plain = _plain(title)
    for genre in genres:
        for pattern in genre.titles:
            if not _may_fit(pattern, plain):
                continue
            for start, end in _places(pattern, plain, clock):
                if (end, end - start) >= best and end > start:
                    best, found = (end, end - start), genre
    return found


def _may_fit(pattern: str, title: str) -> bool:
    """Whether a title holds a word without which a pattern does not fit, if the pattern has such a word."""
    words = _words(pattern)
    for word in words:
        if word in title:
            return True
    return not words


@lru_cache(maxsize=1024)
def _words(pattern: str) -> tuple[str, ...]:
    """Words of which a title holds one for a pattern to fit it."""
    word = _word(pattern)
    return (word,) if word is not None else next(iter(KNOWN.needs.get(pattern) or needs_of(pattern)), ())


@lru_cache(maxsize=1024)
def _word(pattern: str) -> str | None:
    """The plain word that a pattern is, at the end of a title or anywhere."""
    word = pattern.removesuffix("$")
    return None if _SYNTAX.search(word) else word


def _places(pattern: str, title: str, clock: Clock | None) -> Iterator[tuple[int, int]]:
    """Where a pattern fits a title; most patterns are plain words at its end and need no engine."""
    word = _word(pattern)
    if word is None:
        yield from (match.span() for match in matches(pattern, title, clock=clock))
    elif pattern.endswith("$"):
        if title.endswith(word):
            yield len(title) - len(word), len(title)
    else:
        start = title.rfind(word)
        if start >= 0:
            yield start, start + len(word)


def kinds_of(document: Document, genres: Sequence[Genre], path: str, told: Told = UNTOLD) -> tuple[Kind | None, ...]:
    """The genre of each part; what is told about the draft holds for its main text.

    Raises UnknownGenreError for a name in the front matter that no genre has, Overrun when the time for it is over.
    """
    if not genres:
        return (None,) * len(document.parts)
    kinds = [_by_title(document, part, genres) for part in document.parts]
    kinds[0] = _by_word(document, genres, told) or kinds[0]
    if kinds[0] is None and document.main.title is None:
        kinds[0] = _by_first_line(document, genres, path)
    return tuple(kind or _by_formula(document, part, genres) for kind, part in zip(kinds, document.parts, strict=True))


def kinds_told(document: Document, genres: Sequence[Genre], told: Told = UNTOLD) -> tuple[Kind | None, ...]:
    """The genre of each part by what is told about the draft alone; raises UnknownGenreError."""
    return (_by_word(document, genres, told), *(None for _ in document.parts[1:]))


def _by_word(document: Document, genres: Sequence[Genre], told: Told) -> Kind | None:
    meta = _META.search(document.reading.meta)
    said: tuple[tuple[Reason, str], ...] = (
        ("option", told.option),
        ("front_matter", meta["name"] if meta else ""),
        ("path", told.path),
    )
    for reason, name in said:
        if name:
            genre = named(name, genres)
            if genre is None:
                raise UnknownGenreError(name)
            return Kind(genre, reason, name)
    return None


def _by_title(document: Document, part: Part, genres: Sequence[Genre]) -> Kind | None:
    """By the title, else by the subtitle in brackets or after a dash."""
    if part.title is not None:
        title = _ANNEX.sub("", _BLANKS.sub("", document.slice(part.title))) if part.kind == "annex" else ""
        genre = detect(title or document.slice(part.title), genres, document.clock)
        if genre is not None:
            return Kind(genre, "title", _plain(title or document.slice(part.title)))
    for subtitle in _subtitles(document, part):
        genre = detect(subtitle, genres, document.clock)
        if genre is not None:
            return Kind(genre, "subtitle", subtitle)
    return None


def _subtitles(document: Document, part: Part) -> Iterator[str]:
    for span in (part.title, part.subtitle):
        if span is not None:
            yield from _INSIDE.findall(document.slice(span).replace("\n", ""))


def _by_first_line(document: Document, genres: Sequence[Genre], path: str) -> Kind | None:
    """By a first line that is too long for a title and names a kind as one does; else by the name of the file."""
    line = document.text.partition("\n")[0]
    if not names_kind(line) or "。" in line:
        return _by_file_name(path, genres, document.clock)
    genre = detect(line, genres, document.clock)
    return Kind(genre, "title", _plain(line)) if genre else None


def _by_file_name(path: str, genres: Sequence[Genre], clock: Clock) -> Kind | None:
    for name in names_in(path):
        genre = detect(name, genres, clock)
        if genre is not None:
            return Kind(genre, "file_name", _stem(path))
    return None


def _by_formula(document: Document, part: Part, genres: Sequence[Genre]) -> Kind | None:
    """By the last formula that names a kind, where the title names none and the text goes to offices or to the public.

    A request may say 报告如下 before 妥否，请批示.
    """
    if part.kind == "annex" or part.title is None or names_kind(document.slice(part.title)):
        return None
    recipients = document.slice(part.recipients) if part.recipients else ""
    public = not recipients and _ABOUT in document.slice(part.title)
    if _PERSONS.search(recipients) or not (recipients or public):
        return None
    best, found = -1, None
    spans = [*opening(document, part), *ending(document, part)]
    for genre in genres:
        for pattern in genre.formulas if recipients or genre.recipients == "none" else ():
            for span in spans:
                for match in matches(pattern, document.text, *span, document.clock):
                    if match.end() > best and not document.is_quoted(match.start()):
                        best, found = match.end(), Kind(genre, "formula", match[0])
    return found


def names_in(path: str) -> tuple[str, ...]:
    """What a file name may call a draft: all of it, then its pieces from the end, without dates and version numbers."""
    stem = _stem(path)
    pieces = [piece for piece in _PIECES.split(stem) if piece]
    names = (_DECORATION.sub("", _plain(name)) for name in (stem, *reversed(pieces)))
    return tuple(dict.fromkeys(name for name in names if name))


def _stem(path: str) -> str:
    return os.path.splitext(os.path.basename(path))[0]


def _plain(title: str) -> str:
    """A title on one line, without blanks, end punctuation and brackets at its end."""
    plain = _BLANKS.sub("", title)
    while (shorter := _TRAILING.sub("", plain)) != plain:
        plain = shorter
    return plain
