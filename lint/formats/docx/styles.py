"""What a paragraph or run has from its styles: the first word in the chain of basedOn, then the defaults."""

import functools
import re
from collections.abc import Iterator
from typing import Any

from lint.formats.docx.archive.package import Element
from lint.formats.docx.names import P_PR, R_PR, VAL, child, integer, is_on, value, w

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])$")
_CONTENTS = re.compile(r"(?:^toc|目录)\s*[1-9]$")
_TITLES = frozenset({"title", "标题", "公文标题", "文章标题"})
_CAPTIONS = frozenset({"caption", "题注", "图题", "表题"})
_DEEPEST = 20
_WHOLE_INDENT = 100  # hundredths of a character
_LEAST_INDENT = 200  # twentieths of a point


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: Element | None) -> None:
        self._by_id: dict[str, Element] = {}
        self._default = ""
        self._defaults = child(root, w("docDefaults")) if root is not None else None
        for style in root.findall(w("style")) if root is not None else ():
            name = style.get(w("styleId"), "")
            self._by_id.setdefault(name, style)
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on"):
                self._default = name
        self.name = functools.cache(self._name)
        self.level = functools.cache(self._level)
        self.indent = functools.cache(self._indent)
        self._property = functools.cache(self._look_up)
        self._is_hidden = functools.cache(self._vanishes)

    def of(self, paragraph: Element) -> str:
        """The id of a paragraph's style."""
        return value(paragraph, P_PR, w("pStyle")) or self._default

    def chain(self, style: str) -> Iterator[Element]:
        """A style and those that it is based on."""
        for _ in range(_DEEPEST):
            found = self._by_id.get(style)
            if found is None:
                return
            yield found
            style = value(found, w("basedOn")) or ""

    def setting(self, style: str, *path: str) -> str | None:
        """The w:val at a path in the nearest style of a chain that has it."""
        return self._property(style, path)

    def is_title(self, style: str) -> bool:
        """Whether a style is that of a document's title."""
        return self.name(style) in _TITLES

    def is_caption(self, style: str) -> bool:
        """Whether a style is that of the captions of figures and tables."""
        return self.name(style) in _CAPTIONS

    def is_contents(self, style: str) -> bool:
        """Whether a style is that of entries in a table of contents."""
        return bool(_CONTENTS.search(self.name(style)))

    def default(self, *path: str) -> str | None:
        """The w:val at a path in the defaults of the document."""
        return None if self._defaults is None else value(self._defaults, *path)

    def is_hidden(self, run: Element, style: str) -> bool:
        """Whether a run of a paragraph with a style is hidden text."""
        properties = run.find(R_PR)
        if properties is not None:
            said = is_on(properties, w("vanish"))
            if said is None and (own := value(properties, w("rStyle"))):
                said = self._is_hidden(own)
            if said is not None:
                return said
        return bool(self._is_hidden(style))

    def _vanishes(self, style: str) -> bool | None:
        said = self.setting(style, R_PR, w("vanish"))
        return None if said is None else said not in ("0", "false", "off")

    def _name(self, style: str) -> str:
        found = self._by_id.get(style)
        return (value(found, w("name")) or "").strip().lower() if found is not None else ""

    def _level(self, style: str) -> int:
        """The outline level of a style, from 1; 0 for body text."""
        for one in self.chain(style):
            said = integer(value(one, P_PR, w("outlineLvl")))
            if said is not None:
                return said + 1 if said < 9 else 0
            match = _HEADING.match(self._name(one.get(w("styleId"), "")))
            if match:
                return int(match[1])
        return 0

    def _indent(self, style: str) -> int:
        """Columns of the indent of a first line."""
        return next((indent for one in self.chain(style) if (indent := first_line(one)) is not None), 0)

    def _look_up(self, style: str, path: tuple[str, ...]) -> str | None:
        for one in self.chain(style):
            found = child(one, *path)
            if found is not None:
                return str(found.get(VAL, ""))  # type: ignore[attr-defined]  # lxml has no types
        return None


def first_line(element: Element) -> int | None:
    """Columns by which a paragraph or style indents a first line, four or none; None where it says nothing."""
    indent: Any = child(element, P_PR, w("ind"))
    if indent is None:
        return None
    chars, twips = (integer(indent.get(w(name))) for name in ("firstLineChars", "firstLine"))
    if chars is not None:
        return 4 if chars >= _WHOLE_INDENT else 0
    return None if twips is None else 4 if twips >= _LEAST_INDENT else 0
