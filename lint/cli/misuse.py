"""What is wrong with a command line, in one language and on printable lines."""

from collections.abc import Iterable
from typing import IO, Any

import click

from lint.cli.failure import tell
from lint.cli.spoken import language_of
from lint.messages.language import words_for
from lint.messages.suggestions import nearest
from lint.messages.usage import in_chinese, in_english, usage_words
from lint.text.display import printable


class Misused(click.UsageError):
    """A misuse that says its usage, where help is, and the error."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Write it to standard error."""
        words = usage_words(language_of(self.ctx))
        if self.ctx is not None:
            for usage in self.ctx.get_usage().split("\n"):
                tell(usage)
            tell(words.see_help.format(command=self.ctx.command_path))
            tell("")
        tell(words.error.format(message=self.message))


def misused(error: click.UsageError, context: click.Context | None) -> click.UsageError:
    """The same error in the language of its context; a whole help text stays as it is."""
    if isinstance(error, getattr(click.exceptions, "NoArgsIsHelpError", ())):  # since click 8.2
        return error
    context = error.ctx or context
    lang = language_of(context)
    if isinstance(error, click.NoSuchOption):
        message = usage_words(lang).option_or_options.format(name=error.option_name)
        message += _nearest(error.option_name, error.possibilities or (), context)
    else:
        message = error.format_message()
    return Misused(printable(in_english(message) if lang == "en" else in_chinese(message)), context)


def unknown_command(name: str, commands: Iterable[str], context: click.Context) -> Misused:
    """That the first argument is neither a command nor a file, and the nearest command or all of them."""
    lang = language_of(context)
    words, comma = usage_words(lang), words_for(lang).comma
    known = [*commands]
    meant = _nearest(name, known, context) or words.one_of.format(names=comma.join(known))
    return Misused(printable(words.unknown_command.format(name=name) + meant), context)


def _nearest(name: str, known: Iterable[str], context: click.Context | None) -> str:
    return nearest(name, known, words_for(language_of(context)))
