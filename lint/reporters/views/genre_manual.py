"""Genres as a person wants to read them: one in full, or all in a list."""

from collections.abc import Iterator, Sequence

from lint.document.genre import Genre, SectionSpec
from lint.messages.words import Words
from lint.reporters.base import Style
from lint.rulebook.rule import Rule
from lint.text.display import line, printable, width


def genre_listing(genres: Sequence[Genre], style: Style) -> Iterator[str]:
    """A line for each genre: id and name."""
    longest = max((width(genre.id) for genre in genres), default=0)
    for genre in genres:
        yield line(f"{genre.id:<{longest}}  {_name(genre, style)}")


def genre_manual(genre: Genre, rules: Sequence[Rule], style: Style, words: Words) -> Iterator[str]:
    """The whole genre: its titles, sections, formulas and the rules that only it has."""
    yield f"{style.paint(line(genre.id), 'bold')}  {printable(_name(genre, style))}"
    yield from map(printable, _facts(genre, rules, style, words))


def _facts(genre: Genre, rules: Sequence[Rule], style: Style, words: Words) -> Iterator[str]:
    keys = words.genre_keys
    yield words.joined.format(head=keys["titles"], text=" ".join(genre.titles))
    yield words.joined.format(head=keys["recipients"], text=keys[genre.recipients])
    if genre.closing:
        yield words.joined.format(head=keys["closing"], text=" ".join(genre.closing))
    if genre.formulas:
        yield words.joined.format(head=keys["formulas"], text=" ".join(genre.formulas))
    own = [rule.id for rule in rules if genre.id in rule.genres]
    if own:
        yield words.joined.format(head=keys["rules"], text=words.comma.join(own))
    if genre.sections:
        yield words.joined.format(head=keys["sections"], text="").rstrip()
        yield from (_section(section, style, words) for section in genre.sections)
    for year, aspects in genre.aspects.items():
        yield words.joined.format(head=f"{keys['aspects']} {year}", text="").rstrip()
        yield from (
            f"  {words.joined.format(head=aspect.name, text=words.comma.join(aspect.terms))}" for aspect in aspects
        )
    yield words.joined.format(head=keys["examples"], text="").rstrip()
    yield from (f"  {example.title}" for example in genre.examples if example.title)


def _name(genre: Genre, style: Style) -> str:
    return genre.called(style.lang)


def _section(section: SectionSpec, style: Style, words: Words) -> str:
    keys = words.genre_keys
    need = keys["required" if section.required else "customary" if section.customary else "optional"]
    name = section.called(style.lang)
    held = words.joined.format(head=keys["headings"], text=words.comma.join(section.headings))
    return f"  {name}{words.aside.format(text=need)} {held}"
