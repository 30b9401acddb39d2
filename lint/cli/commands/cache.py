"""``wengao-lint cache``: what is kept between runs, shown or removed."""

import re

import click

from lint.cli.failure import Failure
from lint.cli.options import CACHE_DIR, LANG
from lint.cli.spoken import Spoken
from lint.files.private import ForeignError, cache_folder, private_files, remove_private
from lint.files.search import shown
from lint.messages.failures import why_unwritable
from lint.messages.language import Language, words_for
from lint.messages.plurals import filled
from lint.messages.words import Words

_HELP = (
    "显示缓存所在的文件夹及其中文件的数量和大小。缓存是检查过的规则、发现和写过的批注副本的校验值，只有本用户可读；"
    "check --no-cache 不用缓存。"
)

_OURS = re.compile(r"(?P<hidden>\.)?(?:key|(?:findings|rules|patterns|copy)-[\w-]+\.(?:bin|json))(?(hidden)\..*\.tmp)")
"""The files of this version and of earlier ones, and what a run that was killed left of them."""


@click.command("cache", cls=Spoken, short_help="显示或清除缓存。", help=_HELP)
@click.option("--clear", is_flag=True, help="清除缓存。")
@CACHE_DIR
@LANG
@click.pass_context
def command(context: click.Context, /, clear: bool, cache_dir: str | None, lang: Language | None) -> None:
    """Show the cache, or remove it; see _HELP."""
    words = words_for(lang or "zh")
    folder = cache_folder(cache_dir)
    if folder is None:
        click.echo(words.cache_without_folder)
        context.exit(0)
    files = _files(folder, words)
    if clear:
        for name, _ in files:
            _remove(folder, name, words)
    line = words.cache_cleared if clear else words.cache_holds
    click.echo(filled(line, path=shown(folder), count=len(files), size=f"{sum(size for _, size in files):,}"))
    context.exit(0)


def _files(folder: str, words: Words) -> list[tuple[str, int]]:
    """The linter's own files in a folder, with their sizes; raises Failure for a folder that is not used."""
    try:
        return [(name, state.st_size) for name, state in private_files(folder) if _OURS.fullmatch(name)]
    except FileNotFoundError:
        return []
    except ForeignError as error:
        raise Failure([f"{shown(folder)}: {words.cache_foreign}"]) from error
    except OSError as error:  # a link, a file
        raise Failure([f"{shown(folder)}: {words.cache_no_folder}"]) from error


def _remove(folder: str, name: str, words: Words) -> None:
    try:
        remove_private(folder, name)
    except FileNotFoundError:  # by another run meanwhile
        pass
    except OSError as error:
        raise Failure([f"{shown(folder)}: {why_unwritable(error, words)}"]) from error
