"""The command line as it came, looked at before it is parsed: a file's name must not be taken for an option."""

import os
from itertools import takewhile

import click

from lint.cli.failure import Failure
from lint.cli.spoken import END, Spoken, language_in
from lint.files.search import STDIN, shown
from lint.messages.language import words_for


class NamesAreNoOptions(Spoken):
    """A command that refuses options which are also names of files, for whoever lists names may mean either."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments; raises Failure with a line for each before ``--`` that is option and file."""
        words = words_for(language_in(args) or "zh")
        options = (token for token in takewhile(END.__ne__, args) if token.startswith("-") and token != STDIN)
        errors = [f"{shown(token)}: {words.option_or_file}" for token in options if os.path.lexists(token)]
        if errors:
            raise Failure(dict.fromkeys(errors))
        return super().parse_args(ctx, args)
