"""A worker: a process of its own that checks one draft after the other, within a bound of memory."""

import gc
from multiprocessing.connection import Connection

import msgspec

from lint.engine.processes.batch import collect_rarely
from lint.files.signals import default_at_stop
from lint.web.requests import Job
from lint.web.work import Rules, worked


def work(connection: Connection, rules: Rules, memory: int) -> None:
    """Answer jobs until the service has no more, or is gone."""
    default_at_stop()
    _confine(memory)
    gc.collect()
    collect_rarely()
    jobs, replies = msgspec.msgpack.Decoder(Job), msgspec.msgpack.Encoder()
    try:
        while True:
            reply = worked(jobs.decode(connection.recv_bytes()), rules)
            connection.send_bytes(replies.encode(reply))
            if reply.spent:
                return
    except (EOFError, OSError):
        return


def _confine(memory: int) -> None:
    """No more memory than that, where the system can see to it, and no core file: it would hold a draft."""
    try:
        import resource  # noqa: PLC0415 - no such thing on Windows
    except ModuleNotFoundError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    bound = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (bound, hard))
