"""What belongs to a file besides its bytes, owner and mode: extended attributes, access lists among them."""

import contextlib
import errno
import os

_KEPT = ("user.", "system.posix_acl_access")
"""Attributes without which the file would not be what it was; others are the system's own, and may refuse."""
_ABSENT = tuple(getattr(errno, name, errno.ENOSYS) for name in ("ENOTSUP", "EOPNOTSUPP", "ENOSYS"))


def carry(old: str, new: str) -> None:
    """Give a file the attributes of another, and take from it those that its folder gave; raises OSError."""
    if not hasattr(os, "listxattr"):
        return
    wanted, given = _names(old), _names(new)
    for name in given - wanted:
        if name.startswith(_KEPT):
            os.removexattr(new, name)
    for name in sorted(wanted):
        with contextlib.nullcontext() if name.startswith(_KEPT) else contextlib.suppress(OSError):
            os.setxattr(new, name, os.getxattr(old, name))


def _names(path: str) -> set[str]:
    """The names of a file's attributes; none where the file system has no such thing."""
    try:
        return {*os.listxattr(path)}
    except OSError as error:
        if error.errno in _ABSENT:
            return set()
        raise
