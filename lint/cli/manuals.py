"""What ``genres`` and ``rule`` share: options, and printing one entry of the rulebook or the list of them."""

import os
from collections.abc import Callable, Iterable
from typing import Any, Literal

from lint.cli.load import load
from lint.cli.options import COLOR, Command, rulebook_options
from lint.cli.streams import colored, standard_output
from lint.config.settings import Overrides
from lint.messages.language import words_for
from lint.messages.words import Words
from lint.reporters.base import Style
from lint.rulebook.rulebook import Rulebook


def manual_options(command: Command) -> Command:
    """Add ``--color`` and the options that choose the rulebook."""
    decorated: Command = COLOR(rulebook_options(command))
    return decorated


def print_manual(
    manual: Callable[[Rulebook, Style, Words], Iterable[str]],
    color: Literal["auto", "always", "never"],
    options: dict[str, Any],
) -> None:
    """Print the lines that a manual has of the rulebook which the options choose."""
    settings, rulebook = load(Overrides(**{**options, "no_cache": True}), [os.curdir])  # the cache keeps no examples
    out = standard_output()
    lines = manual(rulebook, Style(settings.lang, colored(color, out)), words_for(settings.lang))
    out.writelines(f"{line}\n" for line in lines)
    out.flush()
