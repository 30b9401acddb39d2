"""Files kept between runs: this user's own, closed to others, read only if nobody else can have put them there.

Folder and files are opened without following a link and looked at through their descriptors. Systems without users of
that kind (Windows) guard the folder themselves.
"""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator

from lint.files.loading import NotRegularError, TooLargeError
from lint.files.signals import undisturbed

_CHECKED = hasattr(os, "geteuid") and hasattr(os, "O_NOFOLLOW") and os.open in os.supports_dir_fd
_FLAGS = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY", "O_NONBLOCK"))
_FOLDER, _FILE = 0o700, 0o600
_NAME = "wengao-lint"
_IS_LINUX = sys.platform == "linux" and not hasattr(sys, "getandroidapilevel")
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class ForeignError(PermissionError):
    """A folder or file that is another user's, or that others may write to."""


def cache_folder(parent: str | None = None) -> str | None:
    """Where rules and findings are kept between runs: in a folder of their own inside ``parent``, or else where the
    system keeps such things; None where the environment names no absolute path.
    """
    if parent is not None:
        return os.path.join(os.path.abspath(parent), _NAME)
    named = os.environ.get("XDG_CACHE_HOME", "").strip() or os.environ.get("HOME")
    if os.name == "posix" and named and not os.path.isabs(named):
        return None
    folder = os.path.join(_xdg_folder(), _NAME) if _IS_LINUX else _system_folder()
    return folder if os.path.isabs(folder) else None


def _xdg_folder() -> str:
    """The user's folder of caches by the XDG Base Directory Specification."""
    return os.environ.get("XDG_CACHE_HOME", "").strip() or os.path.expanduser(os.path.join("~", ".cache"))


def _system_folder() -> str:
    """The folder of this program's caches where the system has rules of its own."""
    from platformdirs import user_cache_dir  # noqa: PLC0415 - slow to import: as slow as a tenth of a run on one draft

    return user_cache_dir(_NAME, appauthor=False)


def open_private(folder: str, name: str) -> int:
    """A descriptor of a file; raises OSError, ForeignError for what is not this user's own."""
    with _entered(folder) as place:
        file = os.open(_path(folder, name, place), os.O_RDONLY | _FLAGS, dir_fd=place)
    try:
        state = os.fstat(file)
        if not stat.S_ISREG(state.st_mode):
            raise NotRegularError
        _require_own(state)
    except BaseException:
        os.close(file)
        raise
    return file


def read_private(folder: str, name: str, most: int) -> bytes:
    """The bytes of a file of at most so many; raises OSError."""
    with open(open_private(folder, name), "rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise TooLargeError(most)
    return data


def write_private(folder: str, name: str, data: bytes, *, new: bool = False) -> None:
    """Put a file in place, whole, in a folder that is made if need be; raises OSError.

    With ``new``, FileExistsError is raised where there is one.
    """
    _make(folder)
    temporary = f".{name}.{os.urandom(8).hex()}.tmp"
    with undisturbed(), _entered(folder) as place:
        if place is not None and os.fstat(place).st_mode & _OTHERS:
            os.fchmod(place, _FOLDER)
        source = _path(folder, temporary, place)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS
        try:
            with open(os.open(source, flags, _FILE, dir_fd=place), "wb") as file:
                file.write(data)
            _put(source, _path(folder, name, place), place, new=new)
        finally:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(source, dir_fd=place)


def private_files(folder: str) -> list[tuple[str, os.stat_result]]:
    """The names of this user's own files in a folder, with their states; raises OSError."""
    found = []
    with _entered(folder) as place:
        for name in sorted(os.listdir(folder if place is None else place)):
            with contextlib.suppress(OSError):
                state = os.stat(_path(folder, name, place), dir_fd=place, follow_symlinks=False)
                if stat.S_ISREG(state.st_mode):
                    _require_own(state)
                    found.append((name, state))
    return found


def remove_private(folder: str, name: str) -> None:
    """Remove a file; raises OSError."""
    with _entered(folder) as place:
        os.unlink(_path(folder, name, place), dir_fd=place)


@contextlib.contextmanager
def _entered(folder: str) -> Iterator[int | None]:
    """The descriptor of a folder, for ``dir_fd``; None where the system has no such thing. Raises OSError."""
    if not _CHECKED:
        yield None
        return
    place = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | _FLAGS)
    try:
        _require_own(os.fstat(place))
        yield place
    finally:
        os.close(place)


def _require_own(state: os.stat_result) -> None:
    if _CHECKED and (state.st_uid != os.geteuid() or state.st_mode & _OTHERS_WRITE):
        raise ForeignError(errno.EPERM, os.strerror(errno.EPERM))


def _path(folder: str, name: str, place: int | None) -> str:
    return os.path.join(folder, name) if place is None else name


def _make(folder: str) -> None:
    os.makedirs(os.path.dirname(folder) or os.curdir, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        os.mkdir(folder, _FOLDER)


def _put(source: str, target: str, place: int | None, *, new: bool) -> None:
    """Give a written file its name."""
    if not new:
        os.replace(source, target, src_dir_fd=place, dst_dir_fd=place)
    elif not _CHECKED:
        os.rename(source, target)  # which refuses on Windows to replace
    else:
        os.link(source, target, src_dir_fd=place, dst_dir_fd=place, follow_symlinks=False)
