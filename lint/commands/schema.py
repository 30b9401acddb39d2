"""``wengao-lint schema``: the JSON Schema of rule files, for editors."""

import click
import msgspec

from lint.commands.streams import standard_output
from lint.schema import rule_schema


@click.command(
    "schema", short_help="输出规则文件的 JSON Schema。", help="输出规则文件的 JSON Schema，供编辑器补全和校验。"
)
@click.pass_context
def command(context: click.Context, /) -> None:
    """Print the schema, generated from the types that load a rule."""
    out = standard_output(machine=True)
    out.write(msgspec.json.format(msgspec.json.encode(rule_schema()), indent=2).decode() + "\n")
    out.flush()
    context.exit(0)
