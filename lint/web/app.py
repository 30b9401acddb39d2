"""The application: the page and its files, the interface that checks and mends, and a sign of life."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from http import HTTPStatus
from operator import attrgetter
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from lint import __version__
from lint.web.answers import JSON, told
from lint.web.guard import Guard
from lint.web.pages import Pages
from lint.web.pool import Answer, BusyError, Pool
from lint.web.requests import Job, Kind, Reply
from lint.web.settings import Service
from lint.web.uploads import Upload, UploadError, drain, language_of, read
from lint.web.words import web_words
from lint.web.work import Rules

UNLISTED = "x-unlisted-findings"
"""How many more findings there are than an answer lists; a header, for the body is what the contract fixes."""
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
            late = error.status == HTTPStatus.REQUEST_TIMEOUT
            if not late:
                await drain(request, service.limits)
            words = web_words(language_of(request.headers))
            return told(
                error.status,
                words.uploads[error.reason].format(most=service.limits.draft_bytes, detail=error.detail),
                {"connection": "close"} if late else None,
            )
        words = web_words(upload.choice.lang)
        if kind != "check" and len(upload.drafts) > 1:
            return told(400, words.uploads["several"])
        try:
            replies = await _replies(kind, upload, pool, request)
        except BusyError:
            return told(503, words.busy, {"retry-after": _RETRY})
        except ClientDisconnect:
            return Response(status_code=400)  # nobody reads it
        return _answer(replies)

    return handle


async def _replies(kind: Kind, upload: Upload, pool: Pool, request: Request) -> list[Reply]:
    """What comes of the drafts of a request; raises BusyError, and ClientDisconnect when nobody waits for it."""
    answers: list[Answer] = []
    gone = asyncio.ensure_future(_gone(request))
    try:
        for draft in sorted(upload.drafts, key=attrgetter("name")):
            job = Job(kind, draft.data, draft.name, upload.choice, upload.mend, upload.mended)
            answers.append(pool.submit(job))
        coming = asyncio.gather(*map(asyncio.wrap_future, answers))
        await asyncio.wait((coming, gone), return_when=asyncio.FIRST_COMPLETED)
        if not coming.done():
            coming.cancel()
            raise ClientDisconnect
        return coming.result()
    finally:
        gone.cancel()
        for answer in answers:
            answer.abandon()


async def _gone(request: Request) -> None:
    """Return when the client has closed its connection; the body was read before."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _answer(replies: list[Reply]) -> Response:
    """One answer for the drafts of a request: the findings of all, and beside them why some could not be checked."""
    first, unlisted = replies[0], sum(reply.unlisted for reply in replies)
    if len(replies) > 1:
        first = _merged(replies)
    return Response(first.body, first.status, {UNLISTED: str(unlisted)} if unlisted else None, first.media)


def _merged(replies: list[Reply]) -> Reply:
    findings: list[msgspec.Raw] = []
    errors: list[msgspec.Raw] = []
    for reply in replies:
        if reply.status == HTTPStatus.OK:
            findings += msgspec.json.decode(reply.body, type=list[msgspec.Raw])
        else:
            body = msgspec.json.decode(reply.body, type=dict[str, list[msgspec.Raw]])
            findings += body.get("findings", ())
            errors += body["errors"]
    if not errors:
        return Reply(200, JSON, msgspec.json.encode(findings))
    statuses = {reply.status for reply in replies}
    status = statuses.pop() if len(statuses) == 1 else 422
    return Reply(status, JSON, msgspec.json.encode({"errors": errors, "findings": findings}))


async def _http_failure(request: Request, error: HTTPException) -> Response:
    words = web_words(language_of(request.headers))
    return told(error.status_code, words.statuses.get(str(error.status_code), error.detail), error.headers)
