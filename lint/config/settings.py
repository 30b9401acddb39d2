"""What a run goes by: the configuration file and the command line put together, and the rules that follow."""

import os
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from lint.analysis.genres import names_of
from lint.config.config_file import Config, SeverityOrOff, find_config, load_config
from lint.config.genre_choice import NO_CHOICE, GenreChoice
from lint.config.per_file import NO_IGNORES, PerFileIgnores
from lint.files.private import cache_folder
from lint.files.search import STDIN, Patterns
from lint.messages.language import Language
from lint.messages.suggestions import nearest, nearest_genre
from lint.messages.words import words_for
from lint.rulebook.finding import Severity
from lint.rulebook.rule import Rule
from lint.rulebook.rulebook import Rulebook, builtin_folder, load_rulebook
from lint.text.spelling import Few


class SettingsError(Exception):
    """Settings that name what does not exist; ``errors`` are lines that say where and what."""

    def __init__(self, errors: Iterable[str]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(self.errors))


class Overrides(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line says; None and empty leave the word to the configuration."""

    config: str | None = None
    isolated: bool = False
    rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = None
    lang: Language | None = None
    no_cache: bool = False
    genre: str = ""


class Settings(msgspec.Struct, frozen=True):
    """The settings of one run; ``config`` is the path of the file that they come from."""

    config: str | None
    lang: Language
    fail_on: Severity
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: dict[str, SeverityOrOff]
    rules: tuple[str, ...]
    exclude: Patterns | None
    no_cache: bool
    genres: GenreChoice = NO_CHOICE
    ignores: PerFileIgnores = NO_IGNORES


def resolve(overrides: Overrides, paths: Sequence[str] = (os.curdir,)) -> Settings:
    """The settings for paths: the configuration nearest to the first of them, the command line above it.

    ``select`` on the command line replaces the configuration's select and ignore; ``ignore`` adds to them.
    Raises ConfigError.
    """
    path = config_path(overrides, paths)
    config = load_config(path, words_for(overrides.lang or "zh")) if path else Config()
    folder = os.path.dirname(path) if path else os.curdir
    return Settings(
        config=path,
        lang=overrides.lang or config.lang,
        fail_on=overrides.fail_on or config.fail_on,
        select=overrides.select or config.select,
        ignore=overrides.ignore if overrides.select else (*config.ignore, *overrides.ignore),
        severity=config.severity,
        rules=(*(os.path.join(folder, name) for name in config.rules), *overrides.rules),
        exclude=Patterns(folder or os.curdir, config.exclude) if config.exclude else None,
        no_cache=overrides.no_cache,
        genres=GenreChoice(overrides.genre, folder or os.curdir, tuple(config.genres.items())),
        ignores=PerFileIgnores(folder or os.curdir, tuple(config.per_file_ignores.items())),
    )


def config_path(overrides: Overrides, paths: Sequence[str]) -> str | None:
    """The configuration file that holds for paths, if there is one."""
    return None if overrides.isolated else overrides.config or find_config(_start(paths))


def rulebook(settings: Settings) -> Rulebook:
    """The rules of a run: built in and house rules, with the severities of the configuration, then selected.

    Raises RulebookError for rules that do not load, SettingsError for names that no rule has.
    """
    return chosen(every_rule(settings), settings)


def every_rule(settings: Settings) -> Rulebook:
    """The rules that there are, built in and of the house; raises RulebookError."""
    cache = None if settings.no_cache else cache_folder()
    return load_rulebook([builtin_folder(), *settings.rules], cache_dir=cache)


def chosen(loaded: Rulebook, settings: Settings) -> Rulebook:
    """The rules that settings leave of those that there are; raises SettingsError for names that no rule has."""
    _require_known(settings, loaded)
    _require_genres(settings, loaded)
    rules = (_with_severity(rule, settings.severity) for rule in loaded.rules)
    return loaded.keep(tuple(rule for rule in rules if rule)).select(settings.select, settings.ignore)


def _start(paths: Sequence[str]) -> str:
    """The folder of the first path, where the search for a configuration begins."""
    first = next(iter(paths), os.curdir)
    if first == STDIN or os.path.isdir(first):
        return os.curdir if first == STDIN else first
    return os.path.dirname(first)


def _require_known(settings: Settings, loaded: Rulebook) -> None:
    names = dict.fromkeys(sorted({name for rule in loaded.rules for name in (rule.id, rule.category)}))
    words = words_for(settings.lang)
    used = {
        "select": settings.select,
        "ignore": settings.ignore,
        "severity": tuple(settings.severity),
        "per-file-ignores": [name for _, ignored in settings.ignores.by_pattern for name in ignored],
    }
    near, known = Few(nearest), frozenset(names)
    errors = [
        f"{key}: {words.unknown_name.format(name=name)}{near(name, names, words)}"
        for key, values in used.items()
        for name in values
        if name not in known
    ]
    if errors:
        raise SettingsError(errors)


def _require_genres(settings: Settings, loaded: Rulebook) -> None:
    words = words_for(settings.lang)
    used = (("--genre", settings.genres.option), *(("genres", genre) for _, genre in settings.genres.by_path))
    near = Few(nearest_genre)
    known = dict.fromkeys(names_of(loaded.genres))
    errors = [
        f"{key}: {words.unknown_genre.format(name=name)}{near(name, known, words)}"
        for key, name in used
        if name and name not in known
    ]
    if errors:
        raise SettingsError(errors)


def _with_severity(rule: Rule, severity: Mapping[str, SeverityOrOff]) -> Rule | None:
    """The rule at the severity set for it, or else for its category; None when that is off."""
    level = severity.get(rule.id) or severity.get(rule.category)
    if level is None:
        return rule
    return None if level == "off" else msgspec.structs.replace(rule, severity=level)
