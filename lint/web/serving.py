"""The service on its address, until it is told to stop."""

import asyncio
import logging
import signal
import socket
import sys
from collections.abc import Callable

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from lint.files.signals import STOPS
from lint.web.app import application
from lint.web.settings import Service
from lint.web.work import Rules

_BACKLOG = 512
_GRACE = 3
"""Seconds for answers that are under way when the service is told to stop."""
_KEEP_ALIVE = 30
"""Seconds that a connection may be idle between two requests."""
_MOST_CONNECTIONS = 1_000


def listening(service: Service) -> socket.socket:
    """A socket on the address of the service; raises OSError."""
    family = socket.AF_INET6 if ":" in service.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there it would let two services share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((service.host.strip("[]"), service.port))
        listener.listen(_BACKLOG)
    except BaseException:
        listener.close()
        raise
    return listener


def address(service: Service, port: int) -> str:
    """The address that a browser on this machine opens."""
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(service.host, service.host)
    return f"http://{f'[{host}]' if ':' in host and not host.startswith('[') else host}:{port}/"


def serve(service: Service, rules: Rules, listener: socket.socket, started: Callable[[], object]) -> None:
    """Serve until a signal to stop; what is under way is finished, if that does not take long."""
    config = uvicorn.Config(
        application(service, rules),
        http=_protocol(service.limits.silent_seconds),
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=service.trust_proxy,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=_GRACE,
        limit_concurrency=_MOST_CONNECTIONS,
        lifespan="on",
    )
    for number in STOPS:  # the server restores these, and sends itself once more what it was sent
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.SIG_IGN)
    logging.getLogger("python_multipart").setLevel(logging.CRITICAL)  # it tells of single bytes of a form
    server = _Server(config, started)
    server.run(sockets=[listener])


class _Server(uvicorn.Server):
    """A server that tells when it answers."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], object]) -> None:
        super().__init__(config)
        self._tell = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        if self.started:
            self._tell()


def _protocol(seconds: float) -> type[asyncio.Protocol]:
    """HTTP whose requests have a head that comes within a time; a body has bounds of its own."""

    class TimedProtocol(H11Protocol):
        """A connection that is closed when the head of a request takes too long."""

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # the base names another type
            super().connection_made(transport)
            self._expect_head()

        def data_received(self, data: bytes) -> None:
            if self._has_answered() and self._timer is None:
                self._expect_head()
            super().data_received(data)
            if not self._has_answered():
                self._stop()

        def connection_lost(self, exc: Exception | None) -> None:
            self._stop()
            super().connection_lost(exc)

        def _expect_head(self) -> None:
            self._timer: asyncio.TimerHandle | None = self.loop.call_later(seconds, self._end)

        def _has_answered(self) -> bool:
            return self.cycle is None or self.cycle.response_complete

        def _stop(self) -> None:
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None

        def _end(self) -> None:
            self._timer = None
            if self._has_answered() and not self.transport.is_closing():
                self.transport.close()

    return TimedProtocol
