"""``wengao-lint schema``: the JSON Schema of rule, genre, lexicon and configuration files, for editors."""

from typing import get_args

import click
import msgspec

from lint.cli.spoken import Spoken
from lint.cli.streams import standard_output
from lint.config.schema import Kind, schema

_HELP = "输出规则（rule，默认）、文种（genre）、词表（lexicon）或设置（config）文件的 JSON Schema，供编辑器补全和校验。"


@click.command("schema", cls=Spoken, short_help="输出规则文件的 JSON Schema。", help=_HELP)
@click.argument("kind", metavar="[KIND]", type=click.Choice(get_args(Kind)), default="rule")
@click.pass_context
def command(context: click.Context, /, kind: Kind) -> None:
    """Print the schema, generated from the types that load a file."""
    out = standard_output(machine=True)
    out.write(msgspec.json.format(msgspec.json.encode(schema(kind)), indent=2).decode() + "\n")
    out.flush()
    context.exit(0)
