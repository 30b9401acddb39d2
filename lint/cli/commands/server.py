"""``wengao-lint server``: the language server on standard input and output."""

import gc
from typing import Any

import click

from lint.cli.failure import Failure
from lint.cli.options import SELECTION, rulebook_options
from lint.cli.spoken import Spoken
from lint.config.settings import Overrides
from lint.messages.language import words_for

_HELP = "运行语言服务器：编辑器经标准输入和标准输出与之通信，边写边检查。设置方法见 docs/integrations/lsp.md。"


@click.command("server", cls=Spoken, short_help="运行语言服务器，供编辑器使用。", help=_HELP)
@SELECTION[0]
@SELECTION[1]
@rulebook_options
@click.pass_context
def command(context: click.Context, /, **options: Any) -> None:
    """Serve one editor until it says goodbye."""
    overrides = Overrides(**options)
    try:
        from lint.server.app import serve  # noqa: PLC0415 - an extra, and of use to no other command
    except ModuleNotFoundError as error:
        raise Failure([words_for(overrides.lang or "zh").needs_pygls]) from error
    gc.enable()
    context.exit(serve(overrides))
