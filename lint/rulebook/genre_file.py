"""A genre file as it is written, and how it becomes a genre."""

from collections.abc import Iterator

from lint.document.genre import Genre
from lint.messages import rule_mistakes as mistakes
from lint.messages.reasons import reason
from lint.rulebook.convert import convert
from lint.rulebook.strict_yaml import Path, YamlDocument, YamlError
from lint.text.patterns.bounded import fault


def to_genre(loaded: YamlDocument, genre_id: str) -> Genre:
    """The genre of a file; raises YamlError at the first thing that is wrong."""
    if isinstance(loaded.data, dict):
        if "id" in loaded.data:
            raise loaded.error(("id",), mistakes.NO_ID, at_key=True)
        loaded.data["id"] = genre_id
    genre = convert(loaded, Genre)
    for problem in _problems(loaded, genre):
        raise problem
    return genre


def _problems(loaded: YamlDocument, genre: Genre) -> Iterator[YamlError]:
    if not genre.titles:
        yield loaded.error(("titles",), mistakes.NO_TITLES)
    for path, pattern in _patterns(genre):
        if problem := fault(pattern):
            yield loaded.error(path, mistakes.PATTERN.filled(reason=reason(problem)))
    if not any(example.title is not None for example in genre.examples):
        yield loaded.error(("examples",), mistakes.NO_TITLE, at_key=True)
    known = {section.name for section in genre.sections}
    for path, name in _named_sections(genre):
        if name not in known:
            yield loaded.error(path, mistakes.NO_SECTION.filled(name=name))
    for index, example in enumerate(genre.examples):
        if sum(given is not None for given in (example.title, example.other, example.draft)) != 1:
            yield loaded.error(("examples", index), mistakes.ONE_OF_THREE)
        unknown = [name for name in example.missing if name not in known]
        if unknown:
            yield loaded.error(("examples", index, "missing"), mistakes.NO_SECTION.filled(name=unknown[0]))


def _named_sections(genre: Genre) -> Iterator[tuple[Path, str]]:
    for key in ("first", "last"):
        yield from (((key, index), name) for index, name in enumerate(getattr(genre, key)))
    for number, names in enumerate(genre.fixed):
        yield from ((("fixed", number, index), name) for index, name in enumerate(names))


def _patterns(genre: Genre) -> Iterator[tuple[Path, str]]:
    for name in ("titles", "closing", "formulas"):
        yield from (((name, index), pattern) for index, pattern in enumerate(getattr(genre, name)))
    for number, section in enumerate(genre.sections):
        for key in ("text", "placed"):
            yield from (
                (("sections", number, key, index), pattern) for index, pattern in enumerate(getattr(section, key))
            )
