"""Commands whose help and usage are in one language: Chinese, or English where the command line says ``--lang en``."""

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Any

import click

from lint.messages.language import Language
from lint.messages.usage import UsageWords, usage_words

END = "--"
"""After it, every argument is a path."""
_KEY = "lint.lang"


def language_in(args: Sequence[str]) -> Language | None:
    """What ``--lang`` says last in a command line that nobody has parsed yet."""
    own = [*takewhile(END.__ne__, args)]
    said = [token.removeprefix("--lang=") for token in own if token.startswith("--lang=")]
    said += [value for token, value in pairwise(own) if token == "--lang"]
    return "en" if "en" in said else "zh" if "zh" in said else None


def set_language(context: click.Context, lang: Language) -> None:
    """Let a context and those below it speak a language."""
    context.meta[_KEY] = lang


def language_of(context: click.Context | None) -> Language:
    """The language of a context."""
    lang: Language = context.meta.get(_KEY, "zh") if context else "zh"
    return lang


class Spoken(click.Command):
    """A command that words its help itself."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that says how to call the command."""
        words = _words(ctx)
        own = {self.options_metavar: words.options_metavar}
        if isinstance(self, click.Group):
            own[self.subcommand_metavar] = words.subcommand_metavar
        pieces = [own.get(piece, piece) for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=words.usage)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_english(self)[1] if language_of(ctx) == "en" else self.help or "")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        records = [record for option in self.get_params(ctx) if (record := _record(option, ctx))]
        write_list(formatter, _words(ctx).options, records)

    def in_list(self, lang: Language) -> str:
        """What the command does, for a list of commands."""
        return _english(self)[0] if lang == "en" else self.short_help or ""


def write_list(formatter: click.HelpFormatter, heading: str, entries: Sequence[tuple[str, str]]) -> None:
    """Write a heading with its own colon and a list of names and texts below it."""
    formatter.write_paragraph()
    formatter.write(f"{heading}\n")
    with formatter.indentation():
        formatter.write_dl(entries)


def _words(context: click.Context) -> UsageWords:
    return usage_words(language_of(context))


def _english(command: click.Command) -> tuple[str, str]:
    from lint.messages.help_english import COMMANDS  # noqa: PLC0415 - only help needs it

    return COMMANDS[command.name or ""]


def _record(option: click.Parameter, context: click.Context) -> tuple[str, str] | None:
    """An option and what it does."""
    record = option.get_help_record(context)
    if record is None or not isinstance(option, click.Option):
        return None
    names, shown = record
    words = _words(context)
    extra = shown.removeprefix(option.help or "").replace("default: ", words.default)
    return names, _help(option, context, words) + extra


def _help(option: click.Option, context: click.Context, words: UsageWords) -> str:
    own: dict[str, Any] = {"--help": words.help, "--version": words.version}
    for name in option.opts:
        if name in own:
            return str(own[name])
    if language_of(context) == "zh":
        return option.help or ""
    from lint.messages.help_english import OPTIONS  # noqa: PLC0415 - only help needs it

    return OPTIONS[option.name or ""]
