"""YAML as the rule files use it: plain data with the place of every value, and none of YAML's surprises.

No tags, no anchors, no second document, no duplicate keys; on, off, yes, no, dates and octal numbers must be
quoted. Nothing is ever executed or constructed but dict, list, str, int, float, bool and None.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from lint.messages import rule_mistakes as mistakes
from lint.messages.chinese import CHINESE
from lint.messages.language import Language
from lint.messages.rule_mistakes import Said

Path = tuple[str | int, ...]
Mark = tuple[int, int]

_MOST_CHARACTERS = 1_000_000
_DEEPEST = 30
_SHOWN = 40
_WORDS = re.compile(r"yes|no|on|off|y|n|true|false|null|[-+]?\.inf|\.nan|=", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")
_LIKE_NUMBER = re.compile(
    r"[-+]?(?:0[xXoObB]?[0-9a-fA-F_]+|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|[0-9]+(?::[0-9]{1,2})+(?:\.[0-9]*)?)"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt\s].*)?"
)
_UNREADABLE = yaml.reader.Reader.NON_PRINTABLE
_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TOO_DEEP = "exceeded maximum nesting depth"


class YamlError(ValueError):
    """A file that is not what it should be: path, line and column from 1, and what was expected."""

    def __init__(self, path: str, mark: Mark, message: Said) -> None:
        super().__init__(path, mark, message)
        self.path = path
        self.line, self.column = mark
        self.message = message

    def __str__(self) -> str:
        """Place and message on one line, in Chinese."""
        return self.told("zh")

    def told(self, lang: Language) -> str:
        """Place and message on one line, in a language."""
        return f"{self.path}:{self.line}:{self.column}: {self.message.told(lang)}"


class YamlDocument:
    """The data of a file, with the mark (line, column) of every key and value by its path."""

    def __init__(self, path: str, data: Any, keys: dict[Path, Mark], values: dict[Path, Mark]) -> None:
        self.path = path
        self.data = data
        self._keys = keys
        self._values = values

    def error(self, path: Path, message: Said, *, at_key: bool = False) -> YamlError:
        """An error at the value of a path, at its key, or at the nearest place above that the file has."""
        marks = self._keys if at_key else self._values
        while path and path not in marks:
            path = path[:-1]
        return YamlError(self.path, marks.get(path) or self._values.get(path, (1, 1)), message)


class _DocumentBuilder:
    """Data put together from parser events, without recursion."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.keys: dict[Path, Mark] = {}
        self.values: dict[Path, Mark] = {}
        self.root: Any = None
        self._documents = 0
        self._stack: list[tuple[Path, Any]] = []
        self._key: list[str | None] = []

    def add(self, event: Any) -> None:
        mark = (event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise YamlError(self.path, mark, mistakes.ANCHOR)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise YamlError(self.path, mark, mistakes.SECOND_DOCUMENT)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._stack.pop()
            self._key.pop()
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._reject_tag(event, mark)
            self._open({} if isinstance(event, yaml.MappingStartEvent) else [], mark)
        elif isinstance(event, yaml.ScalarEvent):
            self._reject_tag(event, mark)
            self._scalar(event, mark)

    def _reject_tag(self, event: Any, mark: Mark) -> None:
        if event.tag is not None:
            raise YamlError(self.path, mark, mistakes.TAG.filled(name=event.tag))

    def _open(self, container: Any, mark: Mark) -> None:
        if len(self._stack) >= _DEEPEST:
            raise YamlError(self.path, mark, mistakes.DEEP.filled(most=_DEEPEST))
        path = self._place(container, mark)
        self._stack.append((path, container))
        self._key.append(None)

    def _scalar(self, event: Any, mark: Mark) -> None:
        is_key = bool(self._stack) and isinstance(self._stack[-1][1], dict) and self._key[-1] is None
        if not is_key:
            self._place(self._resolved(event, mark), mark)
            return
        path, mapping = self._stack[-1]
        if event.value in mapping:
            raise YamlError(self.path, mark, mistakes.KEY_TWICE.filled(name=event.value))
        self._key[-1] = event.value
        mapping[event.value] = None
        self.keys[(*path, event.value)] = mark

    def _place(self, value: Any, mark: Mark) -> Path:
        """Put a value where it belongs; its path."""
        if not self._stack:
            path: Path = ()
            self.root = value
        else:
            parent, container = self._stack[-1]
            if isinstance(container, list):
                path = (*parent, len(container))
                container.append(value)
            elif self._key[-1] is None:
                raise YamlError(self.path, mark, mistakes.KEY_NO_WORD)
            else:
                path = (*parent, self._key[-1])
                container[self._key[-1]] = value
                self._key[-1] = None
        self.values[path] = mark
        return path

    def _resolved(self, event: Any, mark: Mark) -> Any:
        text = event.value
        if event.style not in (None, ""):
            return text
        if text in ("", "~", "null"):
            return None
        if text in ("true", "false"):
            return text == "true"
        if _NUMBER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return float(text)
        if _WORDS.fullmatch(text) or _LIKE_NUMBER.fullmatch(text):
            plain = text.lower()
            if plain in ("true", "false", "null"):
                raise YamlError(self.path, mark, mistakes.LETTER_CASE.filled(text=text, plain=plain))
            shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
            raise YamlError(self.path, mark, mistakes.QUOTE.filled(text=shown))
        return text


def load(text: str, path: str) -> YamlDocument:
    """The data of a YAML text; raises YamlError at the first thing that is not plain data."""
    if len(text) > _MOST_CHARACTERS:
        raise YamlError(path, (1, 1), mistakes.TOO_LONG.filled(most=_MOST_CHARACTERS))
    unreadable = _UNREADABLE.search(text)
    if unreadable:
        line_start = text.rfind("\n", 0, unreadable.start()) + 1
        place = (text.count("\n", 0, line_start) + 1, unreadable.start() - line_start + 1)
        raise YamlError(path, place, mistakes.CONTROL.filled(sign=f"U+{ord(unreadable[0]):04X}"))
    builder = _DocumentBuilder(path)
    try:
        for event in _events(text):
            builder.add(event)
    except yaml.MarkedYAMLError as error:
        mark, problem = error.problem_mark, error.problem or ""
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        reason = Said(CHINESE.yaml_problems.get(problem, problem), problem)
        if problem == _TOO_DEEP:  # before it handed over what it had read
            raise YamlError(path, place, mistakes.DEEP.filled(most=_DEEPEST)) from None
        raise YamlError(path, place, mistakes.NOT_YAML.filled(reason=reason)) from None
    except yaml.YAMLError as error:
        raise YamlError(path, (1, 1), mistakes.NOT_YAML.filled(reason=" ".join(str(error).split()))) from None
    return YamlDocument(path, builder.root, builder.keys, builder.values)


def _events(text: str) -> Iterator[Any]:
    yield from yaml.parse(text, Loader=_PARSER)
