"""What the service goes by, as one value."""

import msgspec

DRAFT_BYTES = 20 << 20
"""The largest draft unless another bound is given."""


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds that keep one draft or one client from harming the others.

    ``draft_bytes`` are those of a draft; ``draft_seconds`` and ``draft_memory`` (bytes of address space of a worker)
    hold for its check. At most ``waiting`` drafts, of ``waiting_bytes`` together, wait for a worker or are checked.
    An upload is over after ``upload_seconds``, or when nothing came for ``silent_seconds``; so is a request's head.
    """

    draft_bytes: int = DRAFT_BYTES
    draft_seconds: float = 90.0
    draft_memory: int = 1 << 30
    waiting: int = 256
    waiting_bytes: int = 256 << 20
    upload_seconds: float = 120.0
    silent_seconds: float = 15.0


class Service(msgspec.Struct, frozen=True, kw_only=True):
    """Where the service listens, which names it answers to, and how many workers it has.

    With ``trust_proxy`` the name of the host is taken from the proxy's ``X-Forwarded-Host``.
    """

    host: str = "127.0.0.1"
    port: int = 8760
    allowed_hosts: tuple[str, ...] = ()
    jobs: int = 2
    trust_proxy: bool = False
    limits: Limits = Limits()
