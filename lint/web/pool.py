"""The workers: each has a thread that hands it drafts and ends it, and starts another, when one takes too long."""

import contextlib
import logging
import multiprocessing
import queue
import sys
import tempfile
import threading
import time
from concurrent.futures import Future
from multiprocessing.connection import Connection, Listener
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess

import msgspec

from lint.messages.language import Language
from lint.web.answers import JSON, Problem, encoded
from lint.web.requests import Job, Reply
from lint.web.settings import Limits
from lint.web.words import web_words
from lint.web.work import Rules
from lint.web.worker import work

_log = logging.getLogger(__name__)
_METHOD = "forkserver" if sys.platform == "linux" else "spawn"
"""How a worker is started: never forked from this process, whose threads may hold a lock."""
_LOOK = 1.0
"""Seconds after which a thread sees whether its answer is still waited for."""
_GRACE = 2.0
"""Seconds for a worker to end."""


class BusyError(Exception):
    """So many drafts wait that one more would wait too long."""


class Answer(Future[Reply]):
    """What will come of a job, unless nobody waits for it any more."""

    is_abandoned = False

    def abandon(self) -> None:
        """Let it go: a job that waits is not begun, one that is under way is stopped."""
        self.is_abandoned = True
        self.cancel()


class _Waiting(msgspec.Struct, frozen=True):
    job: Job
    answer: Answer


class Pool:
    """Workers with a queue before them."""

    def __init__(self, rules: Rules, jobs: int, limits: Limits) -> None:
        self._limits = limits
        self._queue: queue.Queue[_Waiting | None] = queue.Queue()
        self._lock = threading.Lock()
        self._drafts = 0
        self._bytes = 0
        self._closed = False
        self._context = multiprocessing.get_context(_METHOD)
        if _METHOD == "forkserver":
            self._context.set_forkserver_preload(["lint.web.worker"])
        self._workers = [_Worker(self._context, rules, limits) for _ in range(jobs)]
        self._threads = [threading.Thread(target=self._serve, args=(worker,), daemon=True) for worker in self._workers]

    def start(self) -> None:
        """Start the workers."""
        for thread in self._threads:
            thread.start()

    @property
    def waiting(self) -> int:
        """Drafts that wait or are checked."""
        return self._drafts

    def submit(self, job: Job) -> Answer:
        """What will come of a job; raises BusyError."""
        size = len(job.data)
        with self._lock:
            if self._drafts >= self._limits.waiting or self._bytes + size > self._limits.waiting_bytes:
                raise BusyError
            self._drafts += 1
            self._bytes += size
        answer = Answer()
        answer.add_done_callback(lambda _: self._left(size))
        self._queue.put(_Waiting(job, answer))
        return answer

    def close(self) -> None:
        """End the workers; what waits is not checked any more."""
        self._closed = True
        for worker in self._workers:
            self._queue.put(None)
            worker.kill()
        for thread in self._threads:
            thread.join(_GRACE)

    def _left(self, size: int) -> None:
        with self._lock:
            self._drafts -= 1
            self._bytes -= size

    def _serve(self, worker: "_Worker") -> None:
        """Hand drafts to one worker after the other, for as long as the service runs."""
        with contextlib.suppress(OSError):  # it is tried again for the first draft
            worker.begin()
        while (waiting := self._queue.get()) is not None and not self._closed:
            if waiting.answer.set_running_or_notify_cancel():
                waiting.answer.set_result(worker.reply(waiting.job, waiting.answer))
        worker.end()


def require_sockets() -> None:
    """Raise OSError where no worker could be reached, as below a temporary folder too long for the path of a socket."""
    if _METHOD == "forkserver":
        with tempfile.TemporaryDirectory(prefix="pymp-") as folder:  # as long as the path that multiprocessing chooses
            Listener(f"{folder}/listener-12345678", "AF_UNIX").close()


class _Worker:
    """A process that is started when it is needed, and again when it was ended."""

    def __init__(self, context: BaseContext, rules: Rules, limits: Limits) -> None:
        self._context = context
        self._rules = rules
        self._limits = limits
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def reply(self, job: Job, answer: Answer) -> Reply:
        """What a worker makes of a job, or why it could not."""
        try:
            connection = self._connection or self.begin()
            connection.send_bytes(msgspec.msgpack.encode(job))
            if not self._comes(connection, answer):
                _log.warning("a draft took too long or was given up; its worker was ended")
                self.end()
                return _failed(job, "slow")
            reply = msgspec.msgpack.decode(connection.recv_bytes(), type=Reply)
        except (EOFError, OSError):
            _log.warning("a worker ended amid a draft; another takes its place")
            self.end()
            return _failed(job, "killed")
        if reply.spent:
            self.end()
        return reply

    def _comes(self, connection: Connection, answer: Answer) -> bool:
        """Whether something comes in time, while somebody waits for it."""
        end = time.monotonic() + self._limits.draft_seconds
        while not answer.is_abandoned and (left := end - time.monotonic()) > 0:
            if connection.poll(min(left, _LOOK)):
                return True
        return False

    def begin(self) -> Connection:
        """Start a process."""
        ours, theirs = self._context.Pipe()
        arguments = (theirs, self._rules, self._limits.draft_memory)
        process = self._context.Process(target=work, args=arguments, daemon=True)  # type: ignore[attr-defined] # of every context but the base
        process.start()
        theirs.close()
        self._process, self._connection = process, ours
        return ours

    def kill(self) -> None:
        """Stop the process at once, whatever it does; from another thread."""
        if self._process:
            self._process.kill()

    def end(self) -> None:
        """End the process and let go of it."""
        if self._connection:
            self._connection.close()
        if self._process:
            self._process.kill()
            self._process.join(_GRACE)
        self._process = self._connection = None


def _failed(job: Job, why: str) -> Reply:
    lang: Language = job.choice.lang
    return Reply(422, JSON, encoded([Problem(web_words(lang).failures[why], job.name)]))
