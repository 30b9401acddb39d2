"""Settings and rules for a subcommand, their errors turned into one failure."""

from collections.abc import Sequence

from lint.cli.failure import Failure
from lint.config.config_file import ConfigError
from lint.config.settings import Overrides, Settings, SettingsError, resolve, rulebook
from lint.rulebook.rulebook import Rulebook, RulebookError


def load(overrides: Overrides, paths: Sequence[str]) -> tuple[Settings, Rulebook]:
    """The settings for paths and the rules that they select; raises Failure."""
    try:
        settings = resolve(overrides, paths)
        return settings, rulebook(settings)
    except (ConfigError, RulebookError, SettingsError) as error:
        raise Failure(str(line) for line in error.errors) from error
