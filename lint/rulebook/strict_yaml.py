"""YAML as the rule files use it: plain data with the place of every value, and none of YAML's surprises.

No tags, no anchors, no second document, no duplicate keys; on, off, yes, no, dates and octal numbers must be
quoted. Nothing is ever executed or constructed but dict, list, str, int, float, bool and None.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from lint.messages.chinese import CHINESE

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

    def __init__(self, path: str, mark: Mark, message: str) -> None:
        super().__init__(path, mark, message)
        self.path = path
        self.line, self.column = mark
        self.message = message

    def __str__(self) -> str:
        """Place and message on one line."""
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class YamlDocument:
    """The data of a file, with the mark (line, column) of every key and value by its path."""

    def __init__(self, path: str, data: Any, keys: dict[Path, Mark], values: dict[Path, Mark]) -> None:
        self.path = path
        self.data = data
        self._keys = keys
        self._values = values

    def error(self, path: Path, message: str, *, at_key: bool = False) -> YamlError:
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
            raise YamlError(self.path, mark, "不支持锚点（&）和引用（*），请写出全文")
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise YamlError(self.path, mark, "一个文件只能有一份内容，不支持第二个 ---")
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
            raise YamlError(self.path, mark, f"不支持标签 {event.tag}")

    def _open(self, container: Any, mark: Mark) -> None:
        if len(self._stack) >= _DEEPEST:
            raise YamlError(self.path, mark, f"嵌套超过 {_DEEPEST} 层")
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
            raise YamlError(self.path, mark, f"键“{event.value}”重复")
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
                raise YamlError(self.path, mark, "键应为一个词")
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
                raise YamlError(self.path, mark, f"{text} 应写作 {plain}，是文字则加引号：'{text}'")
            shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
            raise YamlError(self.path, mark, f"{shown} 会被读作别的值，请加引号：'{shown}'")
        return text


def load(text: str, path: str) -> YamlDocument:
    """The data of a YAML text; raises YamlError at the first thing that is not plain data."""
    if len(text) > _MOST_CHARACTERS:
        raise YamlError(path, (1, 1), f"文件过大，应不超过 {_MOST_CHARACTERS} 个字符")
    unreadable = _UNREADABLE.search(text)
    if unreadable:
        line_start = text.rfind("\n", 0, unreadable.start()) + 1
        place = (text.count("\n", 0, line_start) + 1, unreadable.start() - line_start + 1)
        raise YamlError(path, place, f"有不可见的控制字符 U+{ord(unreadable[0]):04X}，请删去")
    builder = _DocumentBuilder(path)
    try:
        for event in _events(text):
            builder.add(event)
    except yaml.MarkedYAMLError as error:
        mark, problem = error.problem_mark, error.problem or ""
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        if problem == _TOO_DEEP:  # before it handed over what it had read
            raise YamlError(path, place, f"嵌套超过 {_DEEPEST} 层") from None
        raise YamlError(path, place, f"不是有效的 YAML：{CHINESE.yaml_problems.get(problem, problem)}") from None
    except yaml.YAMLError as error:
        raise YamlError(path, (1, 1), f"不是有效的 YAML：{' '.join(str(error).split())}") from None
    return YamlDocument(path, builder.root, builder.keys, builder.values)


def _events(text: str) -> Iterator[Any]:
    yield from yaml.parse(text, Loader=_PARSER)
