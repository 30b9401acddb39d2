"""Which requests are let in, and the headers that every answer carries: plain ASGI around the whole application.

A page of another site can make a browser send requests here, and a name of its own can be made to resolve to this
machine (DNS rebinding). So the name in ``Host`` must be one of ours, and a page that posts must come from there.
"""

import ipaddress
import logging
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lint.web.answers import told
from lint.web.languages import preferred
from lint.web.settings import Service
from lint.web.words import web_words

_log = logging.getLogger(__name__)
LOOPBACK = ("127.0.0.1", "localhost", "::1")
_AUTHORITY = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<name>[^\[\]:/@\s]+))(?::(?P<port>\d{1,5}))?\Z")
_DEFAULT_PORTS = {"http": "80", "https": "443"}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
"""What every answer says; one that may be kept says so itself."""


class Guard:
    """The application behind its guard."""

    def __init__(self, app: ASGIApp, service: Service) -> None:
        self._app = app
        self._names = frozenset(allowed_names(service))
        self._trusts_proxy = service.trust_proxy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        begun = False

        async def send_guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        headers = Headers(scope=scope)
        words = web_words(preferred(headers.get("accept-language", "")))
        refused = self._refused(headers)
        if refused:
            await told(403, words.refusals[refused])(scope, receive, send_guarded)
            return
        try:
            await self._app(scope, receive, send_guarded)
        except Exception as error:  # its message, and those of what it came from, might quote a draft
            kind = type(error).__name__
            _log.error("unexpected error: %s", kind)
            if not begun:
                await told(500, words.internal.format(kind=kind))(scope, receive, send_guarded)

    def _refused(self, headers: Headers) -> str:
        """Why a request is not let in: ``host`` or ``origin``; nothing for one that is."""
        hosts, origins = self._hosts(headers), headers.getlist("origin")
        host = _authority(hosts[0]) if len(hosts) == 1 else None
        if host is None or host[0] not in self._names:
            return "host"
        if not origins:
            return ""
        return "" if len(origins) == 1 and _is_from(origins[0], host) else "origin"

    def _hosts(self, headers: Headers) -> list[str]:
        forwarded = headers.getlist("x-forwarded-host") if self._trusts_proxy else []
        return forwarded or headers.getlist("host")


def allowed_names(service: Service) -> Iterable[str]:
    """The names of hosts that the service answers to."""
    yield from LOOPBACK
    if not is_everywhere(service.host):
        yield _name(service.host)
    yield from map(_name, service.allowed_hosts)


def is_everywhere(host: str) -> bool:
    """Whether an address means all addresses of the machine."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_unspecified
    except ValueError:
        return not host


def _authority(text: str) -> tuple[str, str] | None:
    """The name and the port of a ``host:port``; None for what is none."""
    match = _AUTHORITY.match(text.strip())
    return (_name(match["six"] or match["name"]), match["port"] or "") if match else None


def _name(text: str) -> str:
    """A name or address in one spelling."""
    name = text.strip().strip("[]").rstrip(".").lower()
    try:
        return ipaddress.ip_address(name).compressed
    except ValueError:
        return name


def _is_from(origin: str, host: tuple[str, str]) -> bool:
    """Whether an origin is a page of this service: the same name and port, however the scheme spells the port."""
    try:
        scheme, authority = urlsplit(origin)[:2]
    except ValueError:
        return False
    found = _authority(authority)
    default = _DEFAULT_PORTS.get(scheme)
    if found is None or default is None:
        return False
    return (found[0], found[1] or default) == (host[0], host[1] or default)
