"""Settings and rules for a subcommand, their errors turned into one failure."""

from collections.abc import Sequence

from lint.commands.failure import Failure
from lint.config import ConfigError
from lint.rulebook import Rulebook, RulebookError
from lint.settings import Overrides, Settings, SettingsError, resolve, rulebook


def load(overrides: Overrides, paths: Sequence[str]) -> tuple[Settings, Rulebook]:
    """The settings for paths and the rules that they select; raises Failure."""
    try:
        settings = resolve(overrides, paths)
        return settings, rulebook(settings)
    except (ConfigError, RulebookError, SettingsError) as error:
        raise Failure(str(line) for line in error.errors) from error
