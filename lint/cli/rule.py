"""``wengao-lint rule``: the rules, or one of them in full."""

import os
from typing import Any, Literal

import click

from lint.cli.failure import Failure
from lint.cli.load import load
from lint.cli.options import rulebook_options
from lint.cli.streams import colored, standard_output
from lint.config.settings import Overrides
from lint.messages.suggestions import nearest
from lint.messages.words import words_for
from lint.reporters.base import Style
from lint.reporters.rule_manual import listing, manual

_HELP = "列出规则；给出类别则列出该类，给出一条规则的 ID 则显示其依据、缘由和示例，⟦ ⟧ 标出位置。"


@click.command("rule", short_help="列出规则，或详细显示一条。", help=_HELP)
@click.argument("name", metavar="[ID]", required=False)
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True, help="颜色。"
)
@rulebook_options
@click.pass_context
def command(
    context: click.Context, /, name: str | None, color: Literal["auto", "always", "never"], **options: Any
) -> None:
    """Print the rules that a name selects, or one in full."""
    settings, rulebook = load(Overrides(**{**options, "no_cache": True}), [os.curdir])  # the cache keeps no examples
    words = words_for(settings.lang)
    out = standard_output()
    style = Style(settings.lang, colored(color, out))
    rules = tuple(rule for rule in rulebook.rules if name in {None, rule.id, rule.category})
    if not rules:
        known = sorted({known for rule in rulebook.rules for known in (rule.id, rule.category)})
        raise Failure([f"rule: {words.unknown_name.format(name=name)}{nearest(str(name), known, words)}"])
    lines = manual(rules[0], style, words) if rules[0].id == name else listing(rules, style)
    out.writelines(f"{line}\n" for line in lines)
    out.flush()
    context.exit(0)
