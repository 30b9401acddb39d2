"""The command ``wengao-lint``; subcommands are imported when they are used."""

import errno
import os
import sys
from importlib import import_module
from typing import Any

import click

from lint import __version__
from lint.cli.failure import Failure
from lint.cli.options import LANG
from lint.cli.spoken import Spoken, language_in, language_of, set_language, write_list
from lint.files.search import SUFFIXES
from lint.messages.language import Language
from lint.messages.usage import usage_words

COMMANDS = ("check", "rule", "test", "outline", "genres", "lexicon", "schema", "init", "cache", "server", "web")
_OF_THE_GROUP = ("-h", "--help", "--version")
_INTERRUPTED = 130
_BROKEN_PIPE = 141
_UNWRITABLE = tuple(getattr(errno, name, -1) for name in ("ENOSPC", "EFBIG", "EDQUOT", "EIO", "EBADF"))
"""What standard output alone answers: whatever else is written names its file."""


class Program(Spoken, click.Group):
    """The group of subcommands, and the last place where an error may arrive."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The subcommands in the order that a newcomer needs them."""
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand's own module, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"lint.cli.commands.{cmd_name}").command
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the subcommands."""
        super().format_options(ctx, formatter)
        lang = language_of(ctx)
        commands = [(name, self.get_command(ctx, name)) for name in COMMANDS]
        entries = [(name, each.in_list(lang)) for name, each in commands if isinstance(each, Spoken)]
        write_list(formatter, usage_words(lang).commands, entries)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the options of the group; files without a command are for ``check``."""
        lang = language_in(args)
        if lang:
            set_language(ctx, lang)
            ctx.default_map = {name: {"lang": lang} for name in COMMANDS}
        try:
            return super().parse_args(ctx, _with_command(args))
        except click.UsageError as error:
            raise _misused(error, ctx) from error

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand that is named, or an error with the nearest one."""
        if args[0] in COMMANDS:
            return super().resolve_command(ctx, args)
        from lint.cli.misuse import unknown_command  # noqa: PLC0415 - few command lines are wrong

        raise unknown_command(args[0], COMMANDS, ctx)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a subcommand; whatever happens, no traceback and a true exit status."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except click.UsageError as error:
            raise _misused(error, ctx) from error
        except (click.ClickException, click.exceptions.Exit):
            raise
        except KeyboardInterrupt:
            ctx.exit(_INTERRUPTED)
        except BrokenPipeError:
            _abandon_output()
            ctx.exit(_BROKEN_PIPE)
        except OSError as error:
            raise _unexpected(error, language_of(ctx)) from error
        except Exception as error:
            raise _internal(error, language_of(ctx)) from error
        return result


def _with_command(args: list[str]) -> list[str]:
    """A command line with ``check`` before files and options that no command stands before."""
    own = [*args]
    before: list[str] = []
    while own and own[0].startswith("--lang"):  # the one option of the group and of the subcommands
        before += [own.pop(0)] if "=" in own[0] else own[:2]
        own = own if "=" in before[-1] else own[2:]
    if not own or own[0] in (*COMMANDS, *_OF_THE_GROUP):
        return args
    first = own[0]
    is_path = bool(os.path.dirname(first)) or first.lower().endswith(SUFFIXES) or os.path.lexists(first)
    means_check = first.startswith("-") or is_path
    return [*before, "check", *own] if means_check else args


def _misused(error: click.UsageError, context: click.Context) -> click.UsageError:
    from lint.cli.misuse import Misused, misused  # noqa: PLC0415 - few command lines are wrong

    return error if isinstance(error, Misused) else misused(error, context)


def _abandon_output() -> None:
    """Nobody reads any more: what is still buffered must not raise again at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - lives until the exit


def _unexpected(error: OSError, lang: Language) -> click.ClickException:
    """What the system refused, for standard output or for a file: the folder that one stands in may be gone."""
    from lint.engine.check_file import debugging  # noqa: PLC0415 - --help and --version need no linter
    from lint.files.search import shown  # noqa: PLC0415 - the same
    from lint.messages.failures import why_unreadable, why_unwritable  # noqa: PLC0415 - the same
    from lint.messages.language import words_for  # noqa: PLC0415 - the same

    words = words_for(lang)
    if debugging():
        raise error
    if error.filename is None and error.errno in _UNWRITABLE:
        _abandon_output()
        return Failure([f"{words.standard_output}: {why_unwritable(error, words)}"])
    return Failure([f"{shown(os.fsdecode(error.filename or os.curdir))}: {why_unreadable(error, words)}"])


def _internal(error: Exception, lang: Language) -> Failure:
    from lint.engine.check_file import debugging, describe  # noqa: PLC0415 - --help and --version need no linter
    from lint.messages.language import words_for  # noqa: PLC0415 - the same

    if debugging():
        raise error
    return Failure([f"wengao-lint: {words_for(lang).internal.format(reason=describe(error))}"])


@click.group(
    "wengao-lint",
    cls=Program,
    help="检查中文文稿的结构：序号、层次、占位、标点。wengao-lint 文件… 就是 wengao-lint check 文件…",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="wengao-lint", message="%(prog)s %(version)s")
@LANG
def main(lang: Language | None) -> None:
    """The entry point; what is to be done is up to the subcommand, and so is the language."""
