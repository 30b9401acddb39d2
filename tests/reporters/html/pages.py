"""A page taken apart, and the parts of a draft as the page holds them, under the real rules or the fake ones."""

import json
from html.parser import HTMLParser
from typing import Any

from lint.engine.linter import lint
from lint.engine.result import FileResult
from lint.reporters.base import Style
from lint.reporters.html.draft import DraftView, draft
from lint.rulebook.rulebook import Rulebook, builtin_folder, load_rulebook
from lint.text.source import Source
from tests.reporters.written import written

RULES = load_rulebook([builtin_folder()])
STYLE = Style(rules=RULES.rules, genres=RULES.genres, lexicon=RULES.lexicon)


def checked(text: str, path: str = "稿.txt", rulebook: Rulebook = RULES) -> FileResult:
    source = Source(path, text)
    return FileResult(path, tuple(lint(source, rulebook)), source)


def draft_of(text: str, path: str = "稿.txt") -> DraftView:
    result = checked(text, path)
    assert result.source
    return draft(result, result.source, STYLE)


class Page(HTMLParser):
    """The elements of a page, the texts outside of scripts, and the data of its scripts by id."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.data: dict[str, Any] = {}
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.texts: list[str] = []
        self._inside: tuple[str, str | None] | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = (tag, dict(attrs).get("id")) if tag in self.raw else None

    def handle_endtag(self, tag: str) -> None:
        self._inside = None

    def handle_data(self, data: str) -> None:
        if self._inside is None:
            self.texts.append(data)
        elif self._inside[1] is None or self._inside[0] == "style":
            self.raw[self._inside[0]].append(data)
        else:
            self.data[self._inside[1]] = json.loads(data)

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def page(*results: FileResult, style: Style | None = None) -> Page:
    return Page(written("html", *results, style=style))
