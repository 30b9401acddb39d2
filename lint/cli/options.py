"""Options that several subcommands share."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])
Decorator = Callable[[Command], Command]

LANG: Decorator[Any] = click.option("--lang", type=click.Choice(["zh", "en"]), help="界面和提示的语言，默认 zh。")

COLOR: Decorator[Any] = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True, help="颜色。"
)

_RULEBOOK: tuple[Decorator[Any], ...] = (
    click.option("--config", metavar="FILE", help="使用这个配置文件，不再逐级向上查找 .wengao-lint.yaml。"),
    click.option("--isolated", is_flag=True, help="不读任何配置文件。"),
    click.option(
        "--rules", metavar="DIR", multiple=True, help="另加一个规则文件夹，可多次使用；同名规则取代内置规则。"
    ),
    click.option("--no-cache", is_flag=True, help="不使用缓存的规则和发现。"),
    LANG,
)


def names(_context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Names given one a use or several to a use, separated by commas."""
    found = tuple(name.strip() for value in values for name in value.split(","))
    if not all(found):
        raise click.BadParameter("空的名称，应为规则或类别", param=parameter)
    return found


SELECTION: tuple[Decorator[Any], ...] = (
    click.option(
        "--select", metavar="NAME", multiple=True, callback=names, help="只用这些规则或类别，逗号分隔，可多次使用。"
    ),
    click.option(
        "--ignore", metavar="NAME", multiple=True, callback=names, help="不用这些规则或类别，逗号分隔，可多次使用。"
    ),
)
"""The options that choose among the rules."""


def rulebook_options(command: Command) -> Command:
    """The options that decide which rules there are and how they speak."""
    for option in reversed(_RULEBOOK):
        command = option(command)
    return command
