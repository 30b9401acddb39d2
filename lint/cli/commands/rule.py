"""``wengao-lint rule``: the rules, or one of them in full."""

from collections.abc import Iterable
from functools import partial
from typing import Any, Literal

import click

from lint.cli.failure import Failure
from lint.cli.manuals import manual_options, print_manual
from lint.cli.spoken import Spoken
from lint.messages.suggestions import nearest
from lint.messages.words import Words
from lint.reporters.base import Style
from lint.reporters.views.rule_manual import listing, manual
from lint.rulebook.rulebook import Rulebook

_HELP = "列出规则；给出类别则列出该类，给出一条规则的 ID 则显示其依据、缘由和示例，⟦ ⟧ 标出位置。"


@click.command("rule", cls=Spoken, short_help="列出规则，或详细显示一条。", help=_HELP)
@click.argument("name", metavar="[ID]", required=False)
@manual_options
@click.pass_context
def command(
    context: click.Context, /, name: str | None, color: Literal["auto", "always", "never"], **options: Any
) -> None:
    """Print the rules that a name selects, or one in full."""
    print_manual(partial(_manual, name), color, options)
    context.exit(0)


def _manual(name: str | None, rulebook: Rulebook, style: Style, words: Words) -> Iterable[str]:
    rules = tuple(rule for rule in rulebook.rules if name in {None, rule.id, rule.category})
    if not rules:
        known = sorted({known for rule in rulebook.rules for known in (rule.id, rule.category)})
        raise Failure([f"rule: {words.unknown_name.format(name=name)}{nearest(str(name), known, words)}"])
    return manual(rules[0], style, words) if rules[0].id == name else listing(rules, style)
