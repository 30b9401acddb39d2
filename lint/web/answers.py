"""Answers in JSON: what a worker found, or what is wrong with a request."""

from collections.abc import Iterable, Mapping

import msgspec
from starlette.responses import Response

JSON = "application/json"


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """Why a draft or a request was not answered; ``path`` names the draft."""

    message: str
    path: str = ""


class Problems(msgspec.Struct, frozen=True):
    """The body of an answer that says what is wrong."""

    errors: tuple[Problem, ...]


def told(status: int, message: str, headers: Mapping[str, str] | None = None) -> Response:
    """An answer that says what is wrong."""
    return Response(encoded((Problem(message),)), status, headers, JSON)


def encoded(problems: Iterable[Problem]) -> bytes:
    """Problems as the body of an answer."""
    return msgspec.json.encode(Problems(tuple(problems)))
