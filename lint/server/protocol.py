"""What goes wrong between an editor and the server: every request has an answer, whatever it holds."""

import logging
import sys
from collections.abc import Generator
from typing import Any, NamedTuple

from cattrs import Converter
from lsprotocol import types
from pygls.exceptions import (
    JsonRpcContentModified,
    JsonRpcException,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcMethodNotFound,
    JsonRpcParseError,
    JsonRpcRequestCancelled,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import JsonRPCRequestMessage, LanguageServerProtocol, default_converter, lsp_method

from lint.engine.check_file import debugging, describe
from lint.text.display import printable

REFUSED = "wengao-lint/refused"
"""The method to which requests are turned that cannot be answered otherwise; its parameters are the error."""

_EXPECTED = (
    JsonRpcContentModified,
    JsonRpcInvalidRequest,
    JsonRpcMethodNotFound,
    JsonRpcRequestCancelled,
    JsonRpcServerNotInitialized,
)
"""Errors that are in the nature of the protocol."""


class Malformed(NamedTuple):
    """A message that is not what the protocol asks for; ``id`` is that of a request where it can be told."""

    error: JsonRpcException
    is_request: bool
    method: str
    id: str | int | None


class Protocol(LanguageServerProtocol):
    """The protocol with an answer to every request: those that are malformed, too early or too late have an error."""

    begun = False
    ended = False

    def structure_message(self, data: dict[str, Any]) -> Any:
        """A message of the library's types; of a malformed one, what to answer.

        It never raises, because it is called for objects inside of messages as well.
        """
        if "jsonrpc" not in data:
            return data
        method, known = data.get("method"), _id(data.get("id"))
        is_response = method is None and ("result" in data or "error" in data)
        is_request = "id" in data and not is_response
        error: JsonRpcException
        if not is_response and (not isinstance(method, str) or (is_request and known is None)):
            error = JsonRpcInvalidRequest()
        elif not is_response and self.get_message_type(str(method)) is None:
            error = JsonRpcMethodNotFound.of(str(method))
        else:
            try:
                return super().structure_message(data)
            except Exception as reason:
                error = JsonRpcInvalidParams(_reason(reason))
        return Malformed(error, is_request, str(method), known)

    def handle_message(self, message: Any) -> None:
        """Hand a message to what answers it, if its time has come."""
        if isinstance(message, Malformed):
            if message.is_request:
                self._refuse(message.id, self._untimely(message.method) or message.error)
            else:
                log(message.error)
        elif getattr(message, "jsonrpc", "") != self.VERSION:  # an array, a number, an object of another kind
            known = message.get("id") if isinstance(message, dict) else getattr(message, "id", None)
            self._refuse(_id(known), JsonRpcInvalidRequest())
        elif not hasattr(message, "method"):
            super().handle_message(message)
        elif (error := self._untimely(message.method)) is None:
            self.begun = self.begun or message.method == types.INITIALIZE
            super().handle_message(message)
        elif hasattr(message, "id"):
            self._refuse(message.id, error)

    @lsp_method(types.SHUTDOWN)
    def lsp_shutdown(self, *arguments: Any) -> Generator[Any, Any, None]:
        """End all work; what is asked from now on is refused, where the library would leave it without an answer."""
        self.ended = True
        if (handler := self.fm.features.get(types.SHUTDOWN)) is not None:
            yield handler, arguments, None

    def _untimely(self, method: str) -> JsonRpcException | None:
        """Why a message cannot be answered now."""
        if method == types.EXIT:
            return None
        if self.ended:
            return JsonRpcInvalidRequest("Invalid Request: after shutdown")
        if method == types.INITIALIZE:
            return JsonRpcInvalidRequest("Invalid Request: initialized before") if self.begun else None
        return None if self.begun else JsonRpcServerNotInitialized()

    def _refuse(self, known: str | int | None, error: JsonRpcException) -> None:
        super().handle_message(JsonRPCRequestMessage(id=known, method=REFUSED, jsonrpc=self.VERSION, params=error))  # type: ignore[arg-type] # JSON-RPC wants null where there is no id

    def unreadable(self) -> None:
        """Answer a message that is no JSON."""
        self._refuse(None, JsonRpcParseError())


def converter() -> Converter:
    """The library's converter, but an answer to what had no id says so, as JSON-RPC asks."""
    found: Converter = default_converter()  # type: ignore[no-untyped-call] # pygls leaves out its type

    def answer(message: types.ResponseErrorMessage) -> dict[str, Any]:
        return {"jsonrpc": message.jsonrpc, "id": message.id, "error": found.unstructure(message.error)}

    found.register_unstructure_hook(types.ResponseErrorMessage, answer)
    return found


def refused(error: JsonRpcException) -> None:
    """The answer to REFUSED."""
    raise error


def log(error: BaseException) -> None:
    """A line on standard error about what went wrong; nothing about what is in the nature of the protocol."""
    if not isinstance(error, _EXPECTED):
        sys.stderr.write(f"wengao-lint server: {printable(describe(error))}\n")
        sys.stderr.flush()


def quieten() -> None:
    """Keep the library's own log, which quotes drafts and tracebacks, for those who debug."""
    if not debugging():
        logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)


def _id(found: object) -> str | int | None:
    """The id of a request, if it is one."""
    return found if isinstance(found, str | int) and not isinstance(found, bool) else None


def _reason(error: BaseException) -> str:
    """Why a message is malformed, in the library's words where it has any."""
    cause = error.__cause__ or error
    inner = getattr(cause, "exceptions", ())
    while inner:
        cause = inner[0]
        inner = getattr(cause, "exceptions", ())
    return f"{JsonRpcInvalidParams.MESSAGE}: {describe(cause)}"
