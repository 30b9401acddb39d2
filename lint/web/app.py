"""The application: the page and its files, the interface that checks and mends, and a sign of life."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import Future
from itertools import chain
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from lint import __version__
from lint.web.answers import JSON, told
from lint.web.guard import Guard
from lint.web.pages import Pages
from lint.web.pool import BusyError, Pool
from lint.web.requests import Job, Kind, Reply
from lint.web.settings import Service
from lint.web.uploads import Upload, UploadError, language_of, read
from lint.web.words import web_words
from lint.web.work import Rules

_RETRY = "2"
"""Seconds after which a client may try again."""

Handler = Callable[[Request], Awaitable[Response]]


def application(service: Service, rules: Rules) -> Starlette:
    """The service as an ASGI application; its workers live as long as its lifespan."""
    pool = Pool(rules, service.jobs, service.limits)
    pages = Pages(rules, service.limits)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        pool.start()
        try:
            yield
        finally:
            pool.close()

    async def health(_: Request) -> Response:
        return JSONResponse({"status": "ok", "version": __version__, "workers": service.jobs, "waiting": pool.waiting})

    routes = [
        Route("/healthz", health),
        *(
            Route(f"/api/{kind}", _handler(kind, service, pool), methods=["POST"])
            for kind in ("check", "view", "mend", "annotate")
        ),
        *pages.routes(),
    ]
    failures: dict[Any, Any] = {HTTPException: _http_failure}
    return Starlette(
        routes=routes, exception_handlers=failures, middleware=[Middleware(Guard, service)], lifespan=lifespan
    )


def _handler(kind: Kind, service: Service, pool: Pool) -> Handler:
    """What answers one part of the interface; an error of its own says nothing of a draft."""

    async def handle(request: Request) -> Response:
        try:
            upload = await read(request, service.limits)
        except UploadError as error:
            words = web_words(language_of(request.headers))
            return told(
                error.status,
                words.uploads[error.reason].format(most=service.limits.draft_bytes, detail=error.detail),
                {"connection": "close"},
            )
        words = web_words(upload.choice.lang)
        if kind != "check" and len(upload.drafts) > 1:
            return told(400, words.uploads["several"])
        try:
            replies = await _replies(kind, upload, pool)
        except BusyError:
            return told(503, words.busy, {"retry-after": _RETRY})
        return _answer(replies)

    return handle


async def _replies(kind: Kind, upload: Upload, pool: Pool) -> list[Reply]:
    """What comes of the drafts of a request; raises BusyError."""
    futures: list[Future[Reply]] = []
    try:
        for draft in upload.drafts:
            job = Job(kind, draft.data, draft.name, upload.choice, upload.mend, upload.mended)
            futures.append(pool.submit(job))
    except BusyError:
        for future in futures:
            future.cancel()
        raise
    return list(await asyncio.gather(*map(asyncio.wrap_future, futures)))


def _answer(replies: list[Reply]) -> Response:
    """One answer for the drafts of a request; with several, what could not be checked is beside what was found."""
    if len(replies) == 1:
        return Response(replies[0].body, replies[0].status, media_type=replies[0].media)
    bodies = [msgspec.json.decode(reply.body) for reply in replies]
    merged = {
        key: list(chain.from_iterable(body.get(key, ()) for body in bodies))
        for key in ("findings", "errors", "notices")
    }
    failed = all(reply.status != 200 for reply in replies)
    return Response(msgspec.json.encode(merged), 422 if failed else 200, media_type=JSON)


async def _http_failure(request: Request, error: HTTPException) -> Response:
    words = web_words(language_of(request.headers))
    return told(error.status_code, words.statuses.get(str(error.status_code), error.detail), error.headers)
