"""The configuration file ``.wengao-lint.yaml``: found upward, read strictly."""

import os
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

import msgspec

from lint.files.loading import MOST_SETTINGS, read_file
from lint.files.path_patterns import MOST_PATTERNS, is_pattern
from lint.files.search import shown
from lint.messages.failures import why_unreadable
from lint.messages.language import Language
from lint.messages.suggestions import nearest
from lint.messages.words import Words
from lint.rulebook.finding import Severity
from lint.text.comparison.spelling import Few

if TYPE_CHECKING:
    from yaml import MappingNode, Node

    from lint.rulebook.plain_nodes import NotPlainError

NAME = ".wengao-lint.yaml"
MOST_FOLDERS = 100
"""Folders of house rules; each is read anew."""

Word = Annotated[str, msgspec.Meta(min_length=1)]
_ADDRESS = r"^(https?://[^\s/]\S*)?$"
SiteUrl = Annotated[str, msgspec.Meta(pattern=_ADDRESS)]
SeverityOrOff = Literal["error", "warning", "info", "off"]

_CHOICES: dict[str, tuple[str, ...]] = {
    "fail-on": get_args(Severity),
    "lang": get_args(Language),
    "severity": get_args(SeverityOrOff),
}


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The keys of a configuration file; paths are relative to the file's folder.

    ``select`` and ``ignore`` name rules or categories, ``severity`` sets theirs, ``rules`` are folders
    of house rules, ``extends`` folders or installed packages of rules that these build on, ``options`` change
    parameters of rules, ``exclude`` are patterns as in .gitignore; ``genres`` give the genre of the drafts that
    such a pattern names, ``per-file-ignores`` what more to ignore in them. ``site_url`` is the
    address of the documentation, to which reports link; empty where there is none.
    """

    select: tuple[Word, ...] = ()
    ignore: tuple[Word, ...] = ()
    fail_on: Severity = "warning"
    extends: tuple[Word, ...] = ()
    rules: tuple[Word, ...] = ()
    exclude: tuple[Word, ...] = ()
    severity: dict[str, SeverityOrOff] = {}
    options: dict[str, dict[str, Any]] = {}
    lang: Language = "zh"
    genres: dict[str, Word] = {}
    per_file_ignores: dict[str, tuple[Word, ...]] = {}
    site_url: SiteUrl = ""


Places = dict[tuple[str, ...], str]
"""Where a setting stands, as ``path:line:column``, by its key and the names below it."""


class ConfigError(Exception):
    """A configuration that cannot be used; ``errors`` are lines ``path:line:column: what, expected``."""

    def __init__(self, errors: list[str]) -> None:
        super().__init__("\n".join(errors))
        self.errors = tuple(errors)


def find_config(folder: str) -> str | None:
    """The nearest configuration file from a folder upward."""
    current = os.path.abspath(folder)
    while not os.path.isfile(path := os.path.join(current, NAME)):
        parent = os.path.dirname(current)
        if parent == current:
            return None
        current = parent
    return os.path.relpath(path) if current == os.getcwd() else path


def load_config(path: str, words: Words) -> Config:
    """The configuration in a file; raises ConfigError with every error in it."""
    return read_config(path, words)[0]


def read_config(path: str, words: Words) -> tuple[Config, Places]:
    """The configuration in a file and where its parts stand; raises ConfigError with every error in it."""
    try:
        text = read_file(path, MOST_SETTINGS).decode("utf-8-sig")
    except OSError as error:
        raise ConfigError([f"{shown(path)}: {why_unreadable(error, words)}"]) from error
    except UnicodeDecodeError as error:
        raise ConfigError([f"{shown(path)}: {words.config_encoding}"]) from error
    reader = _SettingsReader(shown(path), words)
    return reader.read(text), reader.places


class _SettingsReader:
    """One reading of a configuration file, collecting its errors."""

    def __init__(self, path: str, words: Words) -> None:
        self.path = path
        self.words = words
        self.errors: list[str] = []
        self.places: Places = {}
        self._nearest = Few(nearest, "")
        self._patterns = 0

    def read(self, text: str) -> Config:
        values = {key.value: self._value(key.value, node) for key, node in self._pairs(text)}
        if self.errors:
            raise ConfigError(self.errors)
        return msgspec.convert(values, Config)

    def _pairs(self, text: str) -> Iterator[tuple["Node", "Node"]]:
        import yaml  # noqa: PLC0415 - most runs have no configuration

        from lint.rulebook.plain_nodes import NotPlainError, compose  # noqa: PLC0415 - the same

        try:
            root = compose(text)
        except NotPlainError as error:
            self._surprise(error)
            return
        except yaml.MarkedYAMLError as error:
            problem = error.problem or ""
            reason = self.words.yaml_problems.get(problem, problem)
            self._error(error.problem_mark, self.words.config_yaml.format(reason=reason))
            return
        except yaml.YAMLError as error:
            self._error(None, self.words.config_yaml.format(reason=" ".join(str(error).split())))
            return
        if root is None or root.value == "":
            return
        if not isinstance(root, yaml.MappingNode):
            self._error(root.start_mark, self.words.config_mapping)
            return
        known = [field.encode_name for field in msgspec.structs.fields(Config)]
        for key, node in self._unique(root):
            if key.value in known:
                yield key, node
            else:
                name = key.value
                self._error(
                    key.start_mark, self.words.config_key.format(name=name) + self._nearest(name, known, self.words)
                )

    def _surprise(self, error: "NotPlainError") -> None:
        """Note what no settings file may hold."""
        words = self.words
        reasons = {
            "alias": words.config_alias,
            "tag": words.config_tag.format(name=error.name),
            "deep": words.config_yaml.format(reason=words.config_deep),
            "character": words.config_yaml.format(reason=error.name),
        }
        line, column = error.place
        self.errors.append(f"{self.path}:{line}:{column}: {reasons[error.surprise]}")

    def _unique(self, mapping: "MappingNode") -> Iterator[tuple["Node", "Node"]]:
        import yaml  # noqa: PLC0415 - most runs have no configuration

        seen: set[str] = set()
        for key, node in mapping.value:
            if not isinstance(key, yaml.ScalarNode):
                self._error(key.start_mark, self.words.config_name)
                continue
            name = key.value
            if name in seen:
                self._error(key.start_mark, self.words.config_twice.format(name=name))
            else:
                seen.add(name)
                yield key, node

    def _value(self, key: str, node: "Node") -> Any:
        """The value of a key in plain types, its errors noted at their own lines."""
        import yaml  # noqa: PLC0415 - most runs have no configuration

        if key == "site-url":
            return self._address(key, node)
        read_entry = _ENTRIES.get(key)
        if read_entry is None:
            return self._choice(key, node) if key in _CHOICES else self._texts(key, node)
        if not isinstance(node, yaml.MappingNode):
            return self._error(node.start_mark, self.words.config_pairs[key])
        values = {}
        for name, value in self._unique(node):
            if key in _BY_PATH:
                self._pattern(key, name)
            self._note(name, key, str(name.value))
            values[str(name.value)] = read_entry(self, key, value)
        return values

    def _texts(self, key: str, node: "Node") -> Any:
        import yaml  # noqa: PLC0415 - the same

        if not isinstance(node, yaml.SequenceNode):
            return self._error(node.start_mark, self.words.config_list.format(name=key))
        if key in ("rules", "extends") and len(node.value) > MOST_FOLDERS:
            return self._error(node.start_mark, self.words.config_folders.format(most=MOST_FOLDERS))
        texts = tuple(self._text(key, entry) for entry in node.value)
        for entry, text in zip(node.value, texts, strict=True):
            self._note(entry, key, text or "")
            if key == "exclude" and text:
                self._pattern(key, entry, negated=True)
        return texts

    def _pattern(self, key: str, node: "Node", *, negated: bool = False) -> None:
        """Note what is no pattern for paths, or names nothing whatever the paths."""
        self._patterns += 1
        if self._patterns > MOST_PATTERNS:
            if self._patterns == MOST_PATTERNS + 1:
                self._error(node.start_mark, self.words.config_patterns.format(most=MOST_PATTERNS))
            return
        pattern = str(node.value)
        if not is_pattern(pattern, negated=negated) and not (negated and pattern.startswith("#")):
            self._error(node.start_mark, self.words.config_pattern.format(name=key, pattern=pattern))

    def _text(self, key: str, node: "Node") -> Any:
        import yaml  # noqa: PLC0415 - the same

        if isinstance(node, yaml.ScalarNode) and node.value:
            self._note(node, key, node.value)
            return node.value
        return self._error(node.start_mark, self.words.config_text.format(name=key))

    def _address(self, key: str, node: "Node") -> Any:
        import yaml  # noqa: PLC0415 - the same

        if isinstance(node, yaml.ScalarNode) and re.search(_ADDRESS, node.value):
            return node.value
        return self._error(node.start_mark, self.words.config_address.format(name=key))

    def _parameters(self, key: str, node: "Node") -> Any:
        """The parameters of a rule as plain data, every scalar as it is written."""
        import yaml  # noqa: PLC0415 - the same

        if not isinstance(node, yaml.MappingNode):
            return self._error(node.start_mark, self.words.config_pairs[key])
        return {str(name.value): self._plain(value) for name, value in self._unique(node)}

    def _plain(self, node: "Node") -> Any:
        import yaml  # noqa: PLC0415 - the same

        if isinstance(node, yaml.SequenceNode):
            return [self._plain(entry) for entry in node.value]
        if isinstance(node, yaml.MappingNode):
            return {str(name.value): self._plain(value) for name, value in self._unique(node)}
        return node.value

    def _choice(self, key: str, node: "Node") -> Any:
        choices = _CHOICES[key]
        if node.value in choices:
            return node.value
        value = node.value if isinstance(node.value, str) else "…"
        message = self.words.config_choice.format(name=key, value=value, choices=self.words.comma.join(choices))
        return self._error(node.start_mark, message + self._nearest(value, choices, self.words))

    def _note(self, node: "Node", *names: str) -> None:
        """Remember where something stands first."""
        mark = node.start_mark
        self.places.setdefault(names, f"{self.path}:{mark.line + 1}:{mark.column + 1}")

    def _error(self, mark: Any, what: str) -> None:
        """Note an error at its line; what it returns stands for a value that is not there."""
        place = f"{self.path}:{mark.line + 1}:{mark.column + 1}" if mark else self.path
        self.errors.append(f"{place}: {what}")


_BY_PATH = ("genres", "per-file-ignores")
"""The keys of pairs whose first half is a pattern for paths."""

_ENTRIES: dict[str, Callable[[_SettingsReader, str, "Node"], Any]] = {
    "severity": _SettingsReader._choice,
    "options": _SettingsReader._parameters,
    "genres": _SettingsReader._text,
    "per-file-ignores": _SettingsReader._texts,
}
"""How the values of those keys are read that hold pairs."""
