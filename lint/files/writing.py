"""Files written whole or not at all."""

import contextlib
import os
import stat

from lint.files.loading import NotRegularError
from lint.files.signals import undisturbed

_NEW_FILE = 0o666


class UnwritableError(Exception):
    """A file that could not be written, and the ``reason``."""

    def __init__(self, reason: OSError) -> None:
        super().__init__(reason)
        self.reason = reason


def replace_file(path: str, data: bytes) -> None:
    """Put new bytes in the place of a file, or make it; its mode and, where allowed, its owner stay.

    A symbolic link stays a link: what it names is replaced. Raises OSError and leaves the file as it was.
    """
    import tempfile  # noqa: PLC0415 - slow to load, and few runs write

    target = os.path.realpath(path)
    before = _state(target)
    folder, name = os.path.split(target)
    with undisturbed():
        handle, temporary = tempfile.mkstemp(prefix=f".{name[:40]}.", suffix=".tmp", dir=folder)
        try:
            with open(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            _dress(temporary, before)
            os.replace(temporary, target)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
            raise


def _state(target: str) -> os.stat_result | None:
    """What is known of the file to replace; raises OSError for what must not be replaced."""
    try:
        before = os.stat(target)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(before.st_mode):
        raise NotRegularError
    if not os.access(target, os.W_OK):
        raise PermissionError
    return before


def _dress(temporary: str, before: os.stat_result | None) -> None:
    """Give a new file the owner and mode of the old one; a file that is made gets what the process gives."""
    if before is None:
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, _NEW_FILE & ~mask)
        return
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(temporary, before.st_uid, before.st_gid)
    os.chmod(temporary, stat.S_IMODE(before.st_mode))
