"""``wengao-lint genres``: the genres, or one of them in full."""

from collections.abc import Iterable
from functools import partial
from typing import Any, Literal

import click

from lint.analysis.genres import named, names_of
from lint.cli.failure import Failure
from lint.cli.manuals import manual_options, print_manual
from lint.cli.spoken import Spoken
from lint.messages.suggestions import unknown_genre
from lint.messages.words import Words
from lint.reporters.base import Style
from lint.reporters.views.genre_manual import genre_listing, genre_manual
from lint.rulebook.rulebook import Rulebook

_HELP = "列出文种；给出 ID 或名称则显示其标题、各部分、结语等。自己的文种放在规则文件夹的 genres 子文件夹里。"


@click.command("genres", cls=Spoken, short_help="列出文种，或详细显示一个。", help=_HELP)
@click.argument("name", metavar="[NAME]", required=False)
@manual_options
@click.pass_context
def command(
    context: click.Context, /, name: str | None, color: Literal["auto", "always", "never"], **options: Any
) -> None:
    """Print all genres, or one in full."""
    print_manual(partial(_manual, name), color, options)
    context.exit(0)


def _manual(name: str | None, rulebook: Rulebook, style: Style, words: Words) -> Iterable[str]:
    if name is None:
        return genre_listing(rulebook.genres, style)
    genre = named(name, rulebook.genres)
    if genre is None:
        raise Failure([f"genres: {unknown_genre(name, names_of(rulebook.genres), words)}"])
    return genre_manual(genre, rulebook.rules, style, words)
