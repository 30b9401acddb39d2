"""Files read whole and bounded: no pipe is waited for, no device read for ever."""

import errno
import os
import stat
from typing import IO, NamedTuple

MOST_BYTES = 100 << 20
"""The largest draft; the largest baseline."""
MOST_SETTINGS = 1_000_000
"""The largest file of settings, rules or patterns, in bytes."""

_CHUNK = 1 << 20
_UNWAITING = getattr(os, "O_NONBLOCK", 0)
_GIVEN = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
"""What is named so was opened by whoever started the process: ``<(command)`` in a shell."""
_STREAMS = {"/dev/stdout": 1, "/dev/stderr": 2}


class Loaded(NamedTuple):
    """The bytes of a file, and what the system said of it when they were read; nothing of a stream."""

    data: bytes
    state: os.stat_result | None = None


class NotRegularError(OSError):
    """A pipe, a device, a socket: nothing whose content has an end, or can be put in place at once."""


class NoReaderError(OSError):
    """A pipe that nothing reads from."""


class TooLargeError(OSError):
    """A file of more than ``most`` bytes."""

    def __init__(self, most: int) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG))
        self.most = most


def is_given(path: str) -> bool:
    """Whether a path names what the process was given open."""
    return path.startswith(_GIVEN)


def open_stream(path: str) -> int | None:
    """A descriptor to write to what is no regular file: a pipe, a terminal, ``/dev/null``, what came open.

    None for a file, there already or not. Raises OSError: NoReaderError for a pipe without a reader, which would have
    to be waited for, NotRegularError for what is neither a file nor a stream.
    """
    given = _STREAMS.get(path, -1)
    if is_given(path):
        given = int(digits) if (digits := path.rpartition("/")[2]).isascii() and digits.isdigit() else 0
    if given >= 0:
        return os.dup(given)
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    if not (stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)):
        raise NotRegularError
    try:
        file = os.open(path, os.O_WRONLY | _UNWAITING | getattr(os, "O_CLOEXEC", 0))
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise NoReaderError from error
        raise
    if _UNWAITING:  # else it blocks anyway, and Windows knows no other way before Python 3.12
        os.set_blocking(file, True)
    return file


def open_file(path: str) -> int:
    """A descriptor of a regular file, or of a pipe that came open; raises OSError."""
    try:
        file = os.open(path, os.O_RDONLY | _UNWAITING | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
    except OSError as error:
        if error.errno == errno.ENXIO:  # a socket
            raise NotRegularError from error
        raise
    mode = os.fstat(file).st_mode
    if stat.S_ISREG(mode) or (stat.S_ISFIFO(mode) and is_given(path)):
        return file
    os.close(file)
    raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path) if stat.S_ISDIR(mode) else NotRegularError


def load(path: str, most: int) -> Loaded:
    """The bytes and the state of a regular file, or of a pipe that came open; raises OSError."""
    with open(open_file(path), "rb") as file:
        state = os.fstat(file.fileno())
        if stat.S_ISFIFO(state.st_mode):
            if _UNWAITING:
                os.set_blocking(file.fileno(), True)
            return Loaded(read_stream(file, most), state)
        data = b"" if state.st_size > most else file.read()
        if max(state.st_size, len(data)) > most:
            raise TooLargeError(most)
        return Loaded(data, state)


def read_file(path: str, most: int) -> bytes:
    """The bytes of a regular file, or of a pipe that came open; raises OSError."""
    return load(path, most).data


def read_stream(stream: IO[bytes], most: int) -> bytes:
    """The bytes of a stream up to its end; raises TooLargeError where that does not come."""
    data = bytearray()
    while chunk := stream.read(_CHUNK):
        data += chunk
        if len(data) > most:
            raise TooLargeError(most)
    return bytes(data)
