"""Plain data into typed values, with errors that name file, line and the nearest right spelling."""

import re
from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

from lint.messages import rule_mistakes as mistakes
from lint.messages.rule_mistakes import Said
from lint.rulebook.strict_yaml import Path, YamlDocument, YamlError
from lint.text.patterns.lazy import lazy

T = TypeVar("T")

_AT = lazy(r" - at `(?:key in )?\$(?P<path>[^`]*)`$")
_STEP = lazy(r"\.([^.\[]+)|\[(\d+|\.\.\.)\]")
_GOT = lazy(r"Expected `(.+)`, got `(.+)`")
_EMPTY = lazy(r"Expected `str` of length >= 1")
_LACKING = lazy(r"Object missing required field `(?P<name>.+)`")
_VALUE = lazy(r"Invalid enum value (?P<quote>'?)(?P<name>.+)(?P=quote)")


def plain_types(types: str) -> Said:
    """Types as msgspec names them, in words: ``str | null`` is 文字或空, a text or nothing."""
    named = [mistakes.TYPES.get(name, Said(name, name)) for name in types.split(" | ")]
    return Said("或".join(name.zh for name in named), " or ".join(name.en for name in named))


def in_words(message: str) -> Said:
    """What msgspec says of a value, without its place."""
    if got := _GOT.fullmatch(message):
        return mistakes.WRONG_TYPE.filled(wanted=plain_types(got[1]), got=plain_types(got[2]))
    if _EMPTY.fullmatch(message):
        return mistakes.EMPTY
    if lacking := _LACKING.fullmatch(message):
        return mistakes.LACKING.filled(name=lacking["name"])
    if value := _VALUE.fullmatch(message):
        return mistakes.UNKNOWN_VALUE.filled(name=value["name"], nearest=mistakes.NOTHING)
    return Said(message, message)


def suggestion(word: str, known: Iterable[str]) -> Said:
    """A question for the nearest known word, or nothing."""
    import difflib  # noqa: PLC0415 - only mistakes need it

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.55)
    return mistakes.NEAREST.filled(name=near[0]) if near else mistakes.NOTHING


def convert(loaded: YamlDocument, kind: type[T], at: Path = ()) -> T:
    """The data at a path as a struct; raises YamlError at the place that does not fit."""
    data = loaded.data
    for step in at:
        data = data[step]
    if not isinstance(data, dict):
        raise loaded.error(at, mistakes.MAPPING)
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
        said = mistakes.UNKNOWN_KEY.filled(name=unknown[1], nearest=suggestion(unknown[1], known))
        return loaded.error((*path, unknown[1]), said, at_key=True)
    choice = re.match(r"Invalid enum value '(.+)'", text)
    if choice:
        near = suggestion(choice[1], _choices(kind, path[len(at) :]))
        return loaded.error(path, mistakes.UNKNOWN_VALUE.filled(name=choice[1], nearest=near))
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
