"""Seals of what is kept between runs: a keyed hash, whose key is this user's own and stands beside it."""

import contextlib
import os

from lint.files.private import read_private, write_private

SIZE = 16
"""Bytes of a seal."""

KEY_FILE = "key"
_KEY = 32
_LENGTH = 8


class Seal:
    """The seal of one key."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(self, *parts: bytes) -> bytes:
        """The seal of parts, each in its place."""
        from hashlib import blake2b  # noqa: PLC0415 - OpenSSL, which it brings, is slow to load

        digest = blake2b(key=self._key, digest_size=SIZE)
        for part in parts:
            digest.update(len(part).to_bytes(_LENGTH, "big"))
            digest.update(part)
        return digest.digest()


def known_seal(folder: str) -> Seal | None:
    """The seal of a folder; None where there is none, or none of this user's own."""
    with contextlib.suppress(OSError):
        key = read_private(folder, KEY_FILE, _KEY)
        return Seal(key) if len(key) == _KEY else None
    return None


def seal_for(folder: str) -> Seal:
    """The seal of a folder, which gets a key where it has none that is whole; raises OSError.

    Of several processes that give it one at once, the first wins, and all have the same.
    """
    known = known_seal(folder)
    if known:
        return known
    key = os.urandom(_KEY)
    try:
        write_private(folder, KEY_FILE, key, new=True)
    except OSError:  # it is there meanwhile, or damaged, or the system of files has no links
        known = known_seal(folder)
        if not known:
            write_private(folder, KEY_FILE, key)
    return known or Seal(key)
