"""What a run goes by: the configuration file and the command line put together, and the rules that follow."""

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

import msgspec

from lint.analysis.genres import names_of
from lint.config.config_file import Config, ConfigError, Places, SeverityOrOff, find_config, read_config
from lint.config.genre_choice import NO_CHOICE, GenreChoice
from lint.config.per_file import NO_IGNORES, PerFileIgnores
from lint.files.private import cache_folder
from lint.files.search import STDIN, Patterns
from lint.messages.language import Language, words_for
from lint.messages.suggestions import nearest, nearest_genre
from lint.messages.words import Words
from lint.rulebook.finding import Severity
from lint.rulebook.rule import Rule
from lint.rulebook.rulebook import Rulebook, builtin_folder, load_rulebook
from lint.text.comparison.spelling import Few


class SettingsError(Exception):
    """Settings that name what does not exist; ``errors`` are lines that say where and what."""

    def __init__(self, errors: Iterable[str]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(self.errors))


class Overrides(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line says; None and empty leave the word to the configuration. ``dashes`` begin the names of
    its options.
    """

    dashes: ClassVar[str] = "--"

    config: str | None = None
    isolated: bool = False
    rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = None
    lang: Language | None = None
    no_cache: bool = False
    cache_dir: str | None = None
    genre: str = ""


class Settings(msgspec.Struct, frozen=True):
    """The settings of one run; ``config`` is the path of the file that they come from, ``cache`` the folder of what is
    kept between runs, if anything is.
    """

    config: str | None
    lang: Language
    fail_on: Severity
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: dict[str, SeverityOrOff]
    options: dict[str, dict[str, Any]]
    rules: tuple[str, ...]
    exclude: Patterns | None
    cache: str | None
    genres: GenreChoice = NO_CHOICE
    ignores: PerFileIgnores = NO_IGNORES
    site_url: str = ""
    places: Places = {}
    dashes: str = ""

    def at(self, key: str, name: str) -> str:
        """Where a name comes from, for the beginning of a message: its place in the settings, or the option."""
        place = self.places.get((key, name))
        return f"{place}: {key}" if place else f"{self.dashes}{key}"


def resolve(overrides: Overrides, paths: Sequence[str] = (os.curdir,)) -> Settings:
    """The settings for paths: the configuration nearest to the first of them, the command line above it.

    ``select`` on the command line replaces the configuration's select and ignore; ``ignore`` adds to them.
    Raises ConfigError.
    """
    path = config_path(overrides, paths)
    words = words_for(overrides.lang or "zh")
    config, places = read_config(path, words) if path else (Config(), {})
    folder = os.path.dirname(path) if path else os.curdir
    return Settings(
        config=path,
        lang=overrides.lang or config.lang,
        fail_on=overrides.fail_on or config.fail_on,
        select=overrides.select or config.select,
        ignore=overrides.ignore if overrides.select else (*config.ignore, *overrides.ignore),
        severity=config.severity,
        options=config.options,
        rules=(*_folders(config, folder, places, words), *overrides.rules),
        exclude=Patterns(folder or os.curdir, config.exclude) if config.exclude else None,
        cache=None if overrides.no_cache else cache_folder(overrides.cache_dir),
        genres=GenreChoice(overrides.genre, folder or os.curdir, tuple(config.genres.items())),
        ignores=PerFileIgnores(folder or os.curdir, tuple(config.per_file_ignores.items())),
        site_url=config.site_url,
        places=places,
        dashes=overrides.dashes,
    )


def _folders(config: Config, folder: str, places: Places, words: Words) -> tuple[str, ...]:
    """The folders of rules that a configuration names, those that it builds on first; raises ConfigError."""
    found, errors = [], []
    for name in config.extends:
        from lint.config.rule_packages import NoRulesError, installed, rules_folder  # noqa: PLC0415 - few build on others

        try:
            found.append(rules_folder(name, folder))
        except NoRulesError as error:
            what = words.config_package_folder if error.folder else words.config_package
            near = "" if error.folder else nearest(name, installed(), words)
            errors.append(f"{places['extends', name]}: {what.format(name=name, folder=error.folder)}{near}")
    for name in config.rules:
        path = os.path.join(folder, name)
        found.append(path)
        if not os.path.isdir(path):
            errors.append(f"{places['rules', name]}: {words.no_rules_folder.format(folder=path)}")
    if errors:
        raise ConfigError(errors)
    return tuple(found)


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
    return load_rulebook([builtin_folder(), *settings.rules], cache_dir=settings.cache, lang=settings.lang)


def chosen(loaded: Rulebook, settings: Settings) -> Rulebook:
    """The rules that settings leave of those that there are; raises SettingsError for names that no rule has."""
    _require_known(settings, loaded)
    _require_genres(settings, loaded)
    rules = (_with_severity(rule, settings.severity) for rule in _with_options(settings, loaded))
    return loaded.keep(tuple(rule for rule in rules if rule)).select(settings.select, settings.ignore)


def _with_options(settings: Settings, loaded: Rulebook) -> tuple[Rule, ...]:
    """The rules with the parameters of the settings; raises SettingsError."""
    if not settings.options:
        return loaded.rules
    from lint.rulebook.rule_file import ParameterError, parameters_of, with_parameters  # noqa: PLC0415 - few settings have options

    words = words_for(settings.lang)
    rules, errors = [], []
    for rule in loaded.rules:
        wanted = settings.options.get(rule.id)
        changed = rule
        if wanted:
            known = parameters_of(rule)
            unknown = [name for name in wanted if name not in known]
            place = settings.at("options", rule.id)
            try:
                if unknown:
                    errors.append(f"{place}: {_unknown_option(rule, unknown[0], known, words)}")
                else:
                    changed = with_parameters(rule, known | wanted, strict=False)
            except ParameterError as error:
                errors.append(f"{place}: {error.said.told(settings.lang)}")
        rules.append(changed)
    if errors:
        raise SettingsError(errors)
    return tuple(rules)


def _unknown_option(rule: Rule, name: str, known: Iterable[str], words: Words) -> str:
    """That a rule has no such parameter, and which it has."""
    names = [*known]
    if not names:
        return words.config_rule_alone.format(rule=rule.id)
    near = nearest(name, names, words) or words.config_options.format(known=words.comma.join(names))
    return words.config_option.format(rule=rule.id, name=name, nearest=near)


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
    near, known = Few(nearest, ""), frozenset(names)
    errors = [
        f"{settings.at(key, name)}: {words.unknown_name.format(name=name)}{near(name, names, words)}"
        for key, values in used.items()
        for name in values
        if name not in known
    ]
    ids = dict.fromkeys(rule.id for rule in loaded.rules)
    errors += [
        f"{settings.at('options', name)}: {words.unknown_name.format(name=name)}{near(name, ids, words)}"
        for name in settings.options
        if name not in ids
    ]
    if errors:
        raise SettingsError(errors)


def _require_genres(settings: Settings, loaded: Rulebook) -> None:
    words = words_for(settings.lang)
    used = (("genre", settings.genres.option), *(("genres", genre) for _, genre in settings.genres.by_path))
    near = Few(nearest_genre, "")
    known = dict.fromkeys(names_of(loaded.genres))
    errors = [
        f"{settings.at(key, name)}: {words.unknown_genre.format(name=name)}{near(name, known, words)}"
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
