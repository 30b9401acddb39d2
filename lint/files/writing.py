"""Files written whole or not at all; a draft only in the place of the very file that was read."""

import contextlib
import os
import stat
import threading
from collections.abc import Callable, Iterator
from typing import IO, Any, Literal, TypeVar

from lint.files.belongings import carry
from lint.files.loading import MOST_BYTES, Loaded, NotRegularError, load
from lint.files.signals import at_stop, undisturbed

Why = Literal["changed", "linked", "outside"]

_File = TypeVar("_File", bound=IO[Any])

_NEW_FILE = 0o666
_WRITING = threading.RLock()


class UnwritableError(Exception):
    """A file that could not be written, and the ``reason``."""

    def __init__(self, reason: OSError) -> None:
        super().__init__(reason)
        self.reason = reason


class LeftAloneError(Exception):
    """A draft that could be written and is not: ``changed`` since it was read, ``linked`` from elsewhere, or found
    behind a link that leads ``outside`` the folder that was searched.
    """

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


def replace_file(path: str, data: bytes, *, follow: bool = True) -> None:
    """Put new bytes in the place of a file, or make it; what belongs to the file stays.

    A symbolic link stays a link: what it names is replaced; without ``follow`` the link itself is.
    Raises OSError and leaves the file as it was.
    """
    with at_rest(), replacing(path, follow=follow) as file:
        file.write(data)


def replace_draft(path: str, read: Loaded, data: bytes) -> None:
    """Put new bytes in the place of a draft that is still what was read.

    A draft that holds the new bytes already, because another run wrote them, is left as it is.
    Raises OSError, and LeftAloneError for a draft that was changed or has more than one link.
    """
    if read.state is None or not stat.S_ISREG(read.state.st_mode):
        raise NotRegularError
    target = os.path.realpath(path)
    try:
        with at_rest(), replacing(target, lambda: _require_still(target, read)) as file:
            file.write(data)
    except LeftAloneError:
        if not _holds(target, data):
            raise


def create_file(path: str, data: bytes) -> None:
    """Make a file that is not there yet; raises OSError, FileExistsError where it is."""
    with at_rest():
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _NEW_FILE))
        try:
            replace_file(path, data, follow=False)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(path)
            raise


@contextlib.contextmanager
def replacing(path: str, confirm: Callable[[], None] = lambda: None, *, follow: bool = True) -> Iterator[IO[bytes]]:
    """A file to write that is put in the place of another at the end of the block, once ``confirm`` raises nothing.

    Whatever fails leaves the old file, and nothing beside it. Raises OSError.
    """
    import tempfile  # noqa: PLC0415 - slow to load, and few runs write

    target = os.path.realpath(path) if follow else path
    _state(target, follow)
    folder, name = os.path.split(target)
    temporary = ""

    def remove() -> None:
        with contextlib.suppress(OSError):
            os.unlink(temporary)

    try:
        with at_stop(remove):
            with undisturbed():
                handle, temporary = tempfile.mkstemp(prefix=f".{name[:40]}.", suffix=".tmp", dir=folder or os.curdir)
            with closing(open(handle, "wb")) as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            with at_rest():
                _dress(temporary, target, _state(target, follow))
                confirm()
                os.replace(temporary, target)
    except BaseException:
        remove()
        raise


@contextlib.contextmanager
def closing(file: _File) -> Iterator[_File]:
    """A file that is closed at the end of the block; after a failure, what hinders that is passed over."""
    try:
        yield file
    except BaseException:
        with contextlib.suppress(OSError):
            file.close()
        raise
    file.close()


@contextlib.contextmanager
def at_rest() -> Iterator[None]:
    """A block in which no signal and no other thread of this module leaves a write half done."""
    with _WRITING, undisturbed():
        yield


def _require_still(target: str, read: Loaded) -> None:
    """Raise LeftAloneError unless a path names the file that was read, its bytes the same and no link beside it."""
    try:
        now = load(target, MOST_BYTES)
    except OSError as error:
        raise LeftAloneError("changed") from error
    if now.state is None or read.state is None or not os.path.samestat(now.state, read.state) or now.data != read.data:
        raise LeftAloneError("changed")
    if now.state.st_nlink > 1:
        raise LeftAloneError("linked")


def _holds(target: str, data: bytes) -> bool:
    """Whether a file has these bytes."""
    try:
        return load(target, MOST_BYTES).data == data
    except OSError:
        return False


def _state(target: str, follow: bool) -> os.stat_result | None:
    """What is known of the file to replace, nothing of a link that is; raises OSError for what must stay."""
    try:
        before = os.stat(target, follow_symlinks=follow)
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(before.st_mode):
        return None
    if not stat.S_ISREG(before.st_mode):
        raise NotRegularError
    if not os.access(target, os.W_OK):
        raise PermissionError
    return before


def _dress(temporary: str, target: str, before: os.stat_result | None) -> None:
    """Give a new file what belongs to the old one; a file that is made gets what the process gives."""
    if before is None:
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, _NEW_FILE & ~mask)
        return
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(temporary, before.st_uid, before.st_gid)
    carry(target, temporary)  # before the mode, whose group bits mean the mask of an access list
    os.chmod(temporary, stat.S_IMODE(before.st_mode))
