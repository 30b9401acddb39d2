"""The command ``wengao-lint``; subcommands are imported when they are used."""

import errno
import os
import sys
from importlib import import_module
from typing import Any

import click

from lint import __version__
from lint.cli.failure import Failure

COMMANDS = ("check", "rule", "test", "outline", "genres", "lexicon", "schema", "init", "cache", "server")
_INTERRUPTED = 130
_BROKEN_PIPE = 141
_UNWRITABLE = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO, errno.EBADF)
"""What standard output alone answers: whatever else is written names its file."""


class Program(click.Group):
    """The group of subcommands, and the last place where an error may arrive."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The subcommands in the order that a newcomer needs them."""
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand's own module, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"lint.cli.{cmd_name}").command
        return command

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context of the group; what is wrong with its options is told on one line."""
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.UsageError as error:
            raise _on_one_line(error) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run a subcommand; whatever happens, no traceback and a true exit status."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except click.UsageError as error:
            raise _on_one_line(error) from error
        except (click.ClickException, click.exceptions.Exit):
            raise
        except KeyboardInterrupt:
            ctx.exit(_INTERRUPTED)
        except BrokenPipeError:
            _abandon_output()
            ctx.exit(_BROKEN_PIPE)
        except OSError as error:
            raise _unexpected(error) from error
        except Exception as error:
            raise _internal(error) from error
        return result


def _on_one_line(error: click.UsageError) -> click.UsageError:
    """The same error, what the command line holds made printable; a whole help text stays as it is."""
    from lint.text.display import printable  # noqa: PLC0415 - few command lines are wrong

    if isinstance(error, getattr(click.exceptions, "NoArgsIsHelpError", ())):  # since click 8.2
        return error
    return click.UsageError(printable(error.format_message()), error.ctx)


def _abandon_output() -> None:
    """Nobody reads any more: what is still buffered must not raise again at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - lives until the exit


def _unexpected(error: OSError) -> click.ClickException:
    """What the system refused, for standard output or for a file: the folder that one stands in may be gone."""
    from lint.engine.check_file import debugging  # noqa: PLC0415 - --help and --version need no linter
    from lint.files.search import shown  # noqa: PLC0415 - the same
    from lint.messages.failures import why_unreadable, why_unwritable  # noqa: PLC0415 - the same
    from lint.messages.words import words_for  # noqa: PLC0415 - the same

    words = words_for("zh")
    if debugging():
        raise error
    if error.filename is None and error.errno in _UNWRITABLE:
        _abandon_output()
        return Failure([f"{words.standard_output}: {why_unwritable(error, words)}"])
    return Failure([f"{shown(os.fsdecode(error.filename or os.curdir))}: {why_unreadable(error, words)}"])


def _internal(error: Exception) -> Failure:
    from lint.engine.check_file import debugging, describe  # noqa: PLC0415 - --help and --version need no linter
    from lint.messages.words import words_for  # noqa: PLC0415 - the same

    if debugging():
        raise error
    return Failure([f"wengao-lint: {words_for('zh').internal.format(reason=describe(error))}"])


@click.group(
    cls=Program,
    help="检查中文文稿的结构：序号、层次、占位、标点。",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="wengao-lint", message="%(prog)s %(version)s")
def main() -> None:
    """The entry point; what is to be done is up to the subcommand."""
