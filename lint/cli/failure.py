"""How a command says that something could not be checked."""

from collections.abc import Iterable
from typing import IO, Any

import click

from lint.files.search import shown
from lint.text.display import line

UNCHECKED = 2
"""Exit status when something could not be checked."""


class Failure(click.ClickException):
    """Nothing could be checked; one line an error, each ``path: what, expected``."""

    exit_code = UNCHECKED

    def __init__(self, errors: Iterable[str]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(self.errors))

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the errors to standard error."""
        for error in self.errors:
            click.echo(line(error), file=file, err=True)


def complain(path: str, what: str) -> None:
    """Say on standard error what is wrong with a path, and go on."""
    tell(f"{shown(path)}: {what}")


def tell(text: str, indent: str = "") -> None:
    """Say something on standard error, whatever it is on one line."""
    click.echo(f"{indent}{line(text)}", err=True)
