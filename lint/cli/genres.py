"""``wengao-lint genres``: the genres, or one of them in full."""

import os
from typing import Any, Literal

import click

from lint.analysis.genres import named, names_of
from lint.cli.failure import Failure
from lint.cli.load import load
from lint.cli.options import rulebook_options
from lint.cli.streams import colored, standard_output
from lint.config.settings import Overrides
from lint.messages.suggestions import unknown_genre
from lint.messages.words import words_for
from lint.reporters.base import Style
from lint.reporters.genre_manual import genre_listing, genre_manual

_HELP = "列出文种；给出 ID 或名称则显示其标题、各部分、结语等。自己的文种放在规则文件夹的 genres 子文件夹里。"


@click.command("genres", short_help="列出文种，或详细显示一个。", help=_HELP)
@click.argument("name", metavar="[NAME]", required=False)
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True, help="颜色。"
)
@rulebook_options
@click.pass_context
def command(
    context: click.Context, /, name: str | None, color: Literal["auto", "always", "never"], **options: Any
) -> None:
    """Print all genres, or one in full."""
    settings, rulebook = load(Overrides(**{**options, "no_cache": True}), [os.curdir])  # the cache keeps no examples
    words = words_for(settings.lang)
    out = standard_output()
    style = Style(settings.lang, colored(color, out))
    genre = named(name, rulebook.genres) if name is not None else None
    if name is not None and genre is None:
        raise Failure([f"genres: {unknown_genre(name, names_of(rulebook.genres), words)}"])
    lines = genre_manual(genre, rulebook.rules, style, words) if genre else genre_listing(rulebook.genres, style)
    out.writelines(f"{line}\n" for line in lines)
    out.flush()
    context.exit(0)
