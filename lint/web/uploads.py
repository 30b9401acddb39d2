"""The body of a request, read within its bounds and kept in memory: the drafts in it and the options of their check."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Mapping
from typing import Any, NamedTuple

import msgspec
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from lint.messages.language import Language
from lint.web.languages import preferred
from lint.web.requests import Choice, Mend
from lint.web.settings import Limits

_AROUND = 1 << 20
"""Bytes of a request beside its draft."""
_MOST_FILES = 50
_MOST_FIELDS = 50
_MOST_FIELD = 200_000
_TYPED = "<text>"


class UploadError(Exception):
    """A request that cannot be read; ``reason`` is a key of the words for it."""

    def __init__(self, status: int, reason: str, detail: str = "") -> None:
        self.status = status
        self.reason = reason
        self.detail = detail
        super().__init__(reason)


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A request in JSON: a text and how to check it; lists of names may also be texts with commas."""

    text: str = ""
    name: str = ""
    genre: str = ""
    select: tuple[str, ...] | str = ()
    ignore: tuple[str, ...] | str = ()
    lang: Language | None = None
    mend: Mend = Mend()
    mended: tuple[tuple[int, int], ...] = ()


class Named(NamedTuple):
    """A draft's name and bytes."""

    name: str
    data: bytes


class Upload(NamedTuple):
    """The drafts of a request, and what is to be done with them."""

    drafts: list[Named]
    choice: Choice
    mend: Mend
    mended: tuple[tuple[int, int], ...]


class _InMemory(MultiPartParser):
    """A form parser that writes no file: what it holds is bounded before."""

    spool_max_size = 1 << 40


async def read(request: Request, limits: Limits) -> Upload:
    """What a request holds; raises UploadError."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("application/json", "multipart/form-data"):
        raise UploadError(415, "media")
    try:
        async with asyncio.timeout(limits.upload_seconds):
            if kind == "application/json":
                return await _json(request, limits)
            return await _form(request, limits)
    except TimeoutError as error:
        raise UploadError(408, "silent") from error
    except ClientDisconnect as error:
        raise UploadError(400, "broken") from error


async def _json(request: Request, limits: Limits) -> Upload:
    body = bytearray()
    # A code point outside of ASCII is three bytes of a draft and six as an escape.
    async for chunk in _bounded(request, 2 * limits.draft_bytes + _AROUND, limits):
        body += chunk
    try:
        asked = msgspec.json.decode(body, type=Asked)
        data = asked.text.encode()
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise UploadError(400, "json", " ".join(str(error).split())) from error
    if len(data) > limits.draft_bytes:
        raise UploadError(413, "large")
    return Upload([Named(asked.name or _TYPED, data)], _choice(asked, request), asked.mend, asked.mended)


async def _form(request: Request, limits: Limits) -> Upload:
    stream = _bounded(request, limits.draft_bytes + _AROUND, limits)
    parser = _InMemory(
        request.headers, stream, max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_MOST_FIELD
    )
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError) as error:
        raise UploadError(400, "form") from error
    try:
        return await _of_form(form, request, limits)
    finally:
        await form.close()


async def _of_form(form: FormData, request: Request, limits: Limits) -> Upload:
    fields: dict[str, Any] = {}
    drafts: list[Named] = []
    for key, value in form.multi_items():
        if isinstance(value, UploadFile):
            drafts.append(Named(_base(value.filename or ""), await value.read()))
        elif key in ("mend", "mended"):
            fields[key] = msgspec.Raw(value.encode())
        else:
            fields[key] = f"{fields[key]},{value}" if key in fields else value
    try:
        asked = msgspec.json.decode(msgspec.json.encode(fields), type=Asked)
    except msgspec.MsgspecError as error:
        raise UploadError(400, "form", " ".join(str(error).split())) from error
    if asked.text:
        drafts.append(Named(asked.name or _TYPED, asked.text.encode()))
    elif asked.name and len(drafts) == 1:
        drafts = [Named(asked.name, drafts[0].data)]
    if not drafts:
        raise UploadError(400, "none")
    if any(len(draft.data) > limits.draft_bytes for draft in drafts):
        raise UploadError(413, "large")
    return Upload(drafts, _choice(asked, request), asked.mend, asked.mended)


async def _bounded(request: Request, most: int, limits: Limits) -> AsyncGenerator[bytes, None]:
    """The body as it comes; raises UploadError where it is too large, TimeoutError where nothing comes."""
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > most:
        raise UploadError(413, "large")
    read_bytes = 0
    stream = request.stream()
    while True:
        try:
            chunk = await asyncio.wait_for(anext(stream), limits.silent_seconds)
        except StopAsyncIteration:
            return
        read_bytes += len(chunk)
        if read_bytes > most:
            raise UploadError(413, "large")
        yield chunk


async def drain(request: Request, limits: Limits) -> None:
    """Pass over the rest of a body, for some time: a connection closed amid it is reset, and the answer with it."""
    if "expect" in request.headers:  # the client waits for leave to send it
        return
    with contextlib.suppress(TimeoutError, ClientDisconnect, RuntimeError):  # the last where it was read to its end
        async with asyncio.timeout(limits.silent_seconds):
            async for _ in request.stream():
                pass


def _choice(asked: Asked, request: Request) -> Choice:
    lang = asked.lang or preferred(request.headers.get("accept-language", ""))
    return Choice(genre=asked.genre, select=_names(asked.select), ignore=_names(asked.ignore), lang=lang)


def _names(names: tuple[str, ...] | str) -> tuple[str, ...]:
    listed = names.split(",") if isinstance(names, str) else names
    return tuple(sorted({name.strip() for name in listed if name.strip()}))


def _base(name: str) -> str:
    """The name of a file without the folders that some clients send with it."""
    return name.replace("\\", "/").rpartition("/")[2] or _TYPED


def language_of(headers: Mapping[str, str]) -> Language:
    """The language for an answer to a request that could not be read."""
    return preferred(headers.get("accept-language", ""))
