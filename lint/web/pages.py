"""The page and its files: made once from the report's parts and the page's own, and answered from memory."""

import hashlib
from collections.abc import Iterable, Sequence
from functools import partial
from importlib.resources import files
from typing import NamedTuple

import msgspec
from jinja2 import ChoiceLoader, PackageLoader
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lint import __version__
from lint.messages.language import Language
from lint.reporters.html.labels import page_words
from lint.reporters.html.page import DRAFT_SCRIPTS, DRAFT_STYLES, environment, joined
from lint.web.languages import preferred
from lint.web.settings import Limits
from lint.web.words import web_words
from lint.web.work import Rules

_LANGUAGES: tuple[Language, ...] = ("zh", "en")
_STYLES = ("shell.css", "mending.css")
_SCRIPTS = (
    "state.js",
    "service.js",
    "drafts.js",
    "options.js",
    "mending.js",
    "downloads.js",
    "opened.js",
    "arrivals.js",
    "writing.js",
    "samples.js",
    "language.js",
    "begin.js",
)
_KEPT = {"cache-control": "no-cache"}
"""Files may be kept, and are asked for anew each time by their tag."""
_SAMPLES = ("对照检查材料", "通知", "工作总结")


class _ServedFile(NamedTuple):
    body: bytes
    media: str
    tag: str


class Pages:
    """What a browser is shown."""

    def __init__(self, rules: Rules, limits: Limits) -> None:
        script = f'"use strict";\n{{\n{joined(DRAFT_SCRIPTS)}{_own(_SCRIPTS)}}}\n'
        self._files = {
            "app.js": _file(script.encode(), "text/javascript"),
            "app.css": _file((joined(DRAFT_STYLES) + _own(_STYLES)).encode(), "text/css"),
            "dark.css": _file(joined(["dark.css"]).encode(), "text/css"),
            "icon.svg": _file(_own(["icon.svg"]).encode(), "image/svg+xml"),
        }
        self._pages = {lang: _page(lang, rules, limits).encode() for lang in _LANGUAGES}

    def routes(self) -> list[Route]:
        """The page at the root, its files beside it."""
        served = [Route(f"/{name}", partial(_serve, file)) for name, file in self._files.items()]
        return [Route("/", self._index), *served]

    async def _index(self, request: Request) -> Response:
        lang = preferred(request.headers.get("accept-language", ""))
        return Response(self._pages[lang], media_type="text/html", headers={"vary": "Accept-Language"})


async def _serve(file: _ServedFile, request: Request) -> Response:
    headers = {**_KEPT, "etag": file.tag}
    if file.tag in [tag.strip() for tag in request.headers.get("if-none-match", "").split(",")]:
        return Response(status_code=304, headers=headers)
    return Response(file.body, media_type=file.media, headers=headers)


def _file(body: bytes, media: str) -> _ServedFile:
    return _ServedFile(body, media, f'"{hashlib.sha256(body).hexdigest()[:32]}"')


def _own(names: Iterable[str]) -> str:
    """Files of this package as one text."""
    folder = files("lint.web") / "page"
    return "".join((folder / name).read_text("utf-8").replace("\r\n", "\n") for name in names)


def _page(lang: Language, rules: Rules, limits: Limits) -> str:
    """The page in a language, with the words of both and what there is to choose."""
    filled = environment()
    filled.loader = ChoiceLoader([PackageLoader("lint.web", "page"), *([filled.loader] if filled.loader else [])])
    both = {each: msgspec.to_builtins(page_words(each)) | msgspec.to_builtins(web_words(each)) for each in _LANGUAGES}
    return filled.get_template("index.html.jinja").render(
        words=both[lang],
        both=both,
        language=lang,
        version=__version__,
        choices={each: _choices(each, rules) for each in _LANGUAGES},
        limits={"bytes": limits.draft_bytes},
        samples=[{"name": name, "text": _own([f"samples/{name}.txt"])} for name in _SAMPLES],
    )


class _Named(msgspec.Struct, frozen=True):
    """A genre or a rule as it is chosen."""

    id: str
    name: str


class _Choices(msgspec.Struct, frozen=True):
    """What there is to choose for a draft."""

    genres: Sequence[_Named]
    rules: Sequence[_Named]


def _choices(lang: Language, rules: Rules) -> _Choices:
    genres = [_Named(each.id, each.name_en if lang == "en" else each.name) for each in rules.loaded.genres]
    return _Choices(genres, [_Named(rule.id, rule.titled(lang)) for rule in rules.loaded.rules])
