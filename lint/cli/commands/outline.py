"""``wengao-lint outline``: the tree that the rules see."""

from collections.abc import Iterable
from typing import Any

import click

from lint.analysis.draft import draft_of
from lint.analysis.genres import UnknownGenreError, names_of
from lint.cli.failure import Failure, tell
from lint.cli.load import load
from lint.cli.options import rulebook_options
from lint.cli.spoken import Spoken
from lint.cli.streams import standard_output
from lint.config.settings import Overrides
from lint.engine.check_file import read_draft
from lint.engine.linted import GENRES, Stopped, complaints
from lint.files.search import STDIN, shown
from lint.formats.decoding import decode
from lint.messages.failures import why_unreadable
from lint.messages.language import words_for
from lint.messages.suggestions import unknown_genre
from lint.reporters.views.matrix import render as matrix
from lint.reporters.views.matrix import tables
from lint.reporters.views.outline import outline, render
from lint.text.display import line
from lint.text.jsontext import indented
from lint.text.source import DecodeError

_HELP = "显示文稿的结构树：各部分及其文种、各级序号与标题、所在行、不作正文的区域。FILE 为 - 时读标准输入。"


@click.command("outline", cls=Spoken, short_help="显示文稿的结构树。", help=_HELP)
@click.argument("path", metavar="FILE")
@click.option("--stdin-filename", metavar="NAME", default="<stdin>", help="标准输入（-）的文件名，决定格式。")
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="输出格式。"
)
@click.option("--correspondence", is_flag=True, help="改为显示问题、原因、措施的对应表，附得分和依据的词语。")
@click.option("--genre", metavar="NAME", default="", help="文稿的文种，不再据标题认定。")
@rulebook_options
@click.pass_context
def command(
    context: click.Context,
    /,
    path: str,
    stdin_filename: str,
    output_format: str,
    correspondence: bool,
    **options: Any,
) -> None:
    """Print the tree of one draft, or the correspondence of its parts."""
    name = shown(stdin_filename if path == STDIN else path)
    settings, rulebook = load(Overrides(**options), [stdin_filename if path == STDIN else path])
    words = words_for(settings.lang)
    try:
        source = decode(read_draft(path).data, name)
        draft = draft_of(source, rulebook.genres, rulebook.lexicon, settings.genres.told(name))
    except (OSError, DecodeError) as error:
        raise Failure([f"{name}: {why_unreadable(error, words)}"]) from error
    except UnknownGenreError as error:
        raise Failure([f"{name}: {unknown_genre(error.name, names_of(rulebook.genres), words)}"]) from error
    if draft.overrun:
        raise Failure([f"{name}: {line}" for line in complaints([Stopped.by(draft.overrun, GENRES)], words)])
    if correspondence:
        found = tables(source, draft.document)
        _write(found, (text for table in found for text in matrix(table, words)), output_format)
        if not found:
            tell(f"{name}: {words.no_correspondence}")
    else:
        tree = outline(source, draft.document, draft.kinds)
        _write(tree, render(tree, words), output_format)
    context.exit(0)


def _write(value: object, lines: Iterable[str], output_format: str) -> None:
    out = standard_output(machine=output_format == "json")
    if output_format == "json":
        out.write(f"{indented(value)}\n")
    else:
        out.writelines(f"{line(text)}\n" for text in lines)
    out.flush()
