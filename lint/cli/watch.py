"""``check --watch``: again whenever a draft, a rule or the settings are saved."""

import gc
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout

import click
import msgspec

from lint.cli.check_options import Options
from lint.cli.failure import Failure, tell
from lint.cli.streams import colored
from lint.config.config_file import ConfigError
from lint.config.settings import config_path, resolve
from lint.files.search import SUFFIXES
from lint.messages.language import words_for
from lint.rulebook.rulebook import RULE_SUFFIXES

_SETTLED = 200
"""Milliseconds without a change after which a save is over: editors write in several steps."""

_AWAKE = 500
"""Milliseconds after which a change is looked for that came before the watch had begun."""


def watch(run: Callable[[Options], int], options: Options) -> None:
    """Run and show what is found, and again with every change, until interrupted.

    A run that finds what the last one found is passed over in silence. Raises Failure where watchfiles is missing.
    """
    gc.enable()  # one run leaves its garbage to the end of the process, many must not
    words = words_for(options.lang or "zh")
    options = msgspec.structs.replace(options, color="always" if colored(options.color, sys.stdout) else "never")
    before: tuple[str, list[str]] | None = None
    for _ in _moments(options):
        with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
            timed = not options.quiet
            try:
                run(options)
            except Failure as failure:
                failure.show()
                timed = False
        found, said = out.getvalue(), err.getvalue()
        complaints = said.splitlines()[: -1 if timed else None]  # the last line tells the time that it took
        if (found, complaints) != before:
            before = found, complaints
            click.clear()
            click.echo(found, nl=False)
            click.echo(said, nl=False, err=True)
            tell(words.watching)
            sys.stdout.flush()


def _moments(options: Options) -> Iterator[None]:
    """The moments at which to check: now, and after each change."""
    try:
        import watchfiles  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise Failure([words_for(options.lang or "zh").needs_watchfiles]) from error
    yield
    while True:
        folders, recursive = _folders(options)
        begun = False
        for changes in watchfiles.watch(
            *folders,
            watch_filter=lambda _, path: path.lower().endswith(SUFFIXES + RULE_SUFFIXES),
            debounce=_SETTLED,
            rust_timeout=_AWAKE,
            yield_on_timeout=True,
            recursive=recursive,
        ):
            if changes or not begun:
                yield
            begun = True
            if changes and (folders, recursive) != _folders(options):
                break


def _folders(options: Options) -> tuple[list[str], bool]:
    """The folders in which something may change that matters, and whether those inside them matter too."""
    paths = options.paths or (os.curdir,)
    config = config_path(options.overrides, paths)
    try:
        rules = resolve(options.overrides, paths).rules
    except ConfigError:
        rules = options.rules
    searched = [path for path in paths if os.path.isdir(path)]
    beside = [os.path.dirname(path) or os.curdir for path in (*paths, config) if path and os.path.isfile(path)]
    inside = [folder for rule_folder in rules for folder, _, _ in os.walk(rule_folder)]
    return sorted({os.path.abspath(path) for path in (*searched, *beside, *inside)}), bool(searched)
