"""The offices that issue a text, by its title or its letterhead, and those that sign it (署名)."""

from lint.analysis.paragraphs import lines
from lint.document.tree import Document, Part
from lint.text.comparison.likeness import common_ends
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_ABOUT = "关于"
_PARTED = lazy(r"[\s\u3000、，]+")
_BEFORE = lazy(r"^中共|^中国共产党|[（(].*[）)]$|等.{0,6}$")
_OF_YEAR = lazy(r"^(?P<office>[^《》]+?)(?:领导班子|班子)?\s*(?=20\d\d年)")
_MASTHEAD = lazy(r"文件$")
_SLIP = 2  # characters in which two forms of one name differ
_LEAST = 3  # characters of an office's name


def issuer(document: Document, title: Span) -> str:
    """What stands before 关于 in a title."""
    before, about, _ = document.slice(title).partition(_ABOUT)
    return before.rstrip() if about else ""


def reviewed(document: Document, title: Span) -> str:
    """The office of a title that names a year and no matter: 江北县水利局2025年工作总结."""
    found = _OF_YEAR.match(document.slice(title))
    return found["office"] if found and _ABOUT not in document.slice(title) else ""


def is_near(one: str, other: str) -> bool:
    """Whether two names of offices differ by a slip: 水务局 and 水利局, but not 水务局 and 水务局党组."""
    if one.startswith(other) or other.startswith(one):
        return False
    return max(len(one), len(other)) - sum(common_ends(one, other)) <= _SLIP


def offices_in(text: str) -> list[str]:
    """The names that blanks, line breaks and commas set apart, without 中共 and what stands in brackets."""
    return [name for name in (_BEFORE.sub("", one) for one in _PARTED.split(text)) if len(name) >= _LEAST]


def is_same(one: str, other: str) -> bool:
    """Whether two names are of one office, which may be named without its place: 县水利局."""
    one, other = (name.replace("委员会", "委") for name in (one, other))
    return one.endswith(other) or other.endswith(one)


def letterhead(document: Document, part: Part, endings: tuple[str, ...]) -> list[str]:
    """The offices in the lines above a title: 江北县水利局文件."""
    if part.title is None:
        return []
    above = [line for line in lines(document, part) if line.end <= part.title.start]
    named = [offices_in(_MASTHEAD.sub("", document.slice(line))) for line in above]
    return [name for names in named if all(one.endswith(endings) for one in names) for name in names]


def signers(document: Document, part: Part, endings: tuple[str, ...]) -> list[str]:
    """The offices in the lines right above the date, in text order, however many they are."""
    if part.date is None:
        return []
    found: list[str] = []
    for line in reversed([line for line in lines(document, part) if line.end <= part.date.start]):
        names = offices_in(document.slice(line))
        if not names or not all(name.endswith(endings) for name in names):
            break
        found[:0] = names
    return found
