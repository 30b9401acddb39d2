"""The nodes of a settings file, once its events have shown that it holds nothing but plain data.

Anchors, aliases, tags and depth are refused before anything is made of them: what has no references takes time and
memory in proportion to its length.
"""

from typing import TYPE_CHECKING, Any, Literal

import yaml

if TYPE_CHECKING:
    from yaml import Node

DEEPEST = 30
_TOO_DEEP = "exceeded maximum nesting depth"  # libyaml's own bound
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Keeps every scalar as written: ``off`` stays a word."""

_UNREADABLE = yaml.reader.Reader.NON_PRINTABLE

Surprise = Literal["alias", "tag", "deep", "character"]
Place = tuple[int, int]


class NotPlainError(Exception):
    """What is no plain data, its line and column from 1, and the tag or character by name."""

    def __init__(self, surprise: Surprise, place: Place, name: str = "") -> None:
        super().__init__(surprise, place, name)
        self.surprise = surprise
        self.place = place
        self.name = name


def compose(text: str) -> "Node | None":
    """The root node of a YAML text, None of an empty one; raises NotPlainError, and yaml.YAMLError for no YAML."""
    unreadable = _UNREADABLE.search(text)
    if unreadable:
        before = text[: unreadable.start()]
        place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise NotPlainError("character", place, f"U+{ord(unreadable[0]):04X}")
    try:
        _require_plain(text)
        root: Node | None = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        if error.problem == _TOO_DEEP and error.problem_mark is not None:
            raise NotPlainError("deep", _place(error.problem_mark)) from error
        raise
    return root


def _place(mark: Any) -> Place:
    return mark.line + 1, mark.column + 1


def _require_plain(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise NotPlainError("alias", _place(event.start_mark))
        tag = getattr(event, "tag", None)
        if tag:
            raise NotPlainError("tag", _place(event.start_mark), tag)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise NotPlainError("deep", _place(event.start_mark))
