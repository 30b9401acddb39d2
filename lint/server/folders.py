"""What holds for a draft by the folder it lies in: its configuration and rules, loaded anew once they change."""

import os

import msgspec

from lint.config.config_file import ConfigError, find_config
from lint.config.settings import Overrides, SettingsError, resolve, rulebook
from lint.engine.processes.job import Task
from lint.files.search import Patterns, is_excluded
from lint.rulebook.rulebook import RulebookError, state_of

State = tuple[object, ...]


class _LoadedConfig(msgspec.Struct, frozen=True):
    """What one configuration asks for, and the state of the files that it was read from; no task if it never was."""

    state: State
    folders: tuple[str, ...] = ()
    task: Task | None = None
    exclude: Patterns | None = None


class Folders:
    """The configurations in use, each under its path."""

    def __init__(self, overrides: Overrides) -> None:
        self._errors: list[str] = []
        self._overrides = overrides
        self._loaded: dict[str | None, _LoadedConfig] = {}

    def task_for(self, path: str) -> Task | None:
        """How to check the draft at a path; None when it is excluded, or its configuration was never in order."""
        config = self._config(path)
        if config not in self._loaded:
            self._loaded[config] = self._load(config, _LoadedConfig((), self._overrides.rules))
        loaded = self._loaded[config]
        return None if is_excluded(path, loaded.exclude) else loaded.task

    def refresh(self) -> None:
        """Load anew what has changed; what is broken now stays in use as it was, what is gone does not."""
        for config, loaded in [*self._loaded.items()]:
            if config and config != self._overrides.config and not os.path.isfile(config):
                del self._loaded[config]
            elif loaded.state != _state(config, loaded.folders):
                self._loaded[config] = self._load(config, loaded)

    def told(self) -> list[str]:
        """Lines on what could not be loaded, each told once."""
        errors, self._errors = self._errors, []
        return errors

    def _config(self, path: str) -> str | None:
        if self._overrides.isolated:
            return None
        return self._overrides.config or find_config(os.path.dirname(path))

    def _load(self, config: str | None, before: _LoadedConfig) -> _LoadedConfig:
        state, folders = _state(config, before.folders), before.folders
        try:
            settings = resolve(msgspec.structs.replace(self._overrides, config=config, isolated=config is None))
            state, folders = _state(config, settings.rules), settings.rules
            task = Task(
                rulebook=rulebook(settings),
                lang=settings.lang,
                genres=settings.genres,
                ignores=settings.ignores,
                site_url=settings.site_url,
            )
        except (ConfigError, RulebookError, SettingsError) as error:
            self._errors.extend(error.errors)
            return _LoadedConfig(state, folders, before.task, before.exclude)
        return _LoadedConfig(state, folders, task, settings.exclude)


def _state(config: str | None, folders: tuple[str, ...]) -> State:
    """What tells the files of a configuration from themselves once they are changed."""
    try:
        found = os.stat(config) if config else None
    except OSError:
        found = None
    return (found and (found.st_size, found.st_mtime_ns, found.st_ctime_ns), state_of(folders))
