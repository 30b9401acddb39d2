"""Plain data into typed values, with errors that name file, line and the nearest right spelling."""

import re
from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

from lint.rulebook.strict_yaml import Path, YamlDocument, YamlError
from lint.text.lazy import lazy

T = TypeVar("T")

_AT = lazy(r" - at `(?:key in )?\$(?P<path>[^`]*)`$")
_STEP = lazy(r"\.([^.\[]+)|\[(\d+|\.\.\.)\]")
_WORDS = (
    (lazy(r"Expected `str` of length >= 1"), "不应为空"),
    (lazy(r"Object missing required field `(.+)`"), r"缺少 \1"),
    (lazy(r"Invalid enum value (.+)"), r"没有 \1 这个值"),
)


_GOT = lazy(r"Expected `(.+)`, got `(.+)`")
_TYPES = {
    "str": "文字",
    "int": "整数",
    "float": "数",
    "bool": "true 或 false",
    "array": "列表",
    "object": "“键: 值”",
    "null": "空",
}


def plain_types(types: str) -> str:
    """Types as msgspec names them, in words: ``str | null`` is 文字或空."""
    return "或".join(_TYPES.get(name, name) for name in types.split(" | "))


def in_words(message: str) -> str:
    """What msgspec says of a value, without its place, in Chinese."""
    got = _GOT.fullmatch(message)
    if got:
        return f"应为{plain_types(got[1])}，现为{plain_types(got[2])}"
    for pattern, words in _WORDS:
        message = pattern.sub(words, message)
    return message


def suggestion(word: str, known: Iterable[str]) -> str:
    """“，是否想写 …” for the nearest known word, or nothing."""
    import difflib  # noqa: PLC0415 - only mistakes need it

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.55)
    return f"，是否想写 {near[0]}" if near else ""


def convert(loaded: YamlDocument, kind: type[T], at: Path = ()) -> T:
    """The data at a path as a struct; raises YamlError at the place that does not fit."""
    data = loaded.data
    for step in at:
        data = data[step]
    if not isinstance(data, dict):
        raise loaded.error(at, "应为“键: 值”")
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        raise _explained(loaded, kind, at, str(error)) from None


def _explained(loaded: YamlDocument, kind: Any, at: Path, message: str) -> YamlError:
    where = _AT.search(message)
    text = message[: where.start()] if where else message
    path = (*at, *_steps(where["path"] if where else ""))
    unknown = re.match(r"Object contains unknown field `(.+)`", text)
    if unknown:
        known = _fields_at(kind, path[len(at) :])
        return loaded.error(
            (*path, unknown[1]), f"没有 {unknown[1]} 这个键{suggestion(unknown[1], known)}", at_key=True
        )
    choice = re.match(r"Invalid enum value '(.+)'", text)
    if choice:
        return loaded.error(path, f"没有 {choice[1]} 这个值{suggestion(choice[1], _choices(kind, path[len(at) :]))}")
    return loaded.error(path, in_words(text))


def _steps(path: str) -> Path:
    return tuple(0 if index == "..." else int(index) if index else name for name, index in _STEP.findall(path))


def _type_at(kind: Any, path: Path) -> Any:
    """The msgspec type description at a path inside a struct type."""
    described: Any = msgspec.inspect.type_info(kind)
    for step in path:
        if isinstance(described, msgspec.inspect.UnionType):
            described = next(
                (
                    one
                    for one in described.types
                    if isinstance(one, msgspec.inspect.StructType | msgspec.inspect.CollectionType)
                ),
                described,
            )
        if isinstance(described, msgspec.inspect.StructType):
            described = next((field.type for field in described.fields if field.encode_name == step), None)
        elif isinstance(described, msgspec.inspect.DictType):
            described = described.value_type
        else:
            described = getattr(described, "item_type", None)
    return described


def _fields_at(kind: Any, path: Path) -> list[str]:
    described = _type_at(kind, path)
    return [field.encode_name for field in getattr(described, "fields", ())]


def _choices(kind: Any, path: Path) -> list[str]:
    described = _type_at(kind, path)
    options = described.types if isinstance(described, msgspec.inspect.UnionType) else (described,)
    return [str(value) for option in options for value in getattr(option, "values", ())]
