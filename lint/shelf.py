"""A file of entries by key, kept between runs, bounded, and worthless to anyone else.

A missing, damaged or foreign file is an empty one, a folder that cannot be written is left alone; of two runs at once
the last one's entries stay.
"""

import contextlib
import os
import zlib
from functools import cached_property

import msgspec

from lint.loading import read_file

_SUM = 4
_HEADS = 16
"""Bytes, at the most, by which msgpack tells the length of a key and of an entry."""

Entries = dict[str, bytes]


class Shelf:
    """The entries of a file of ``most`` bytes at the most, read when the first is asked for."""

    def __init__(self, path: str, most: int) -> None:
        self._path = path
        self._most = most
        self._used: Entries = {}
        self._new: Entries = {}
        self._size = 0
        self._fresh: list[str] = []

    @cached_property
    def _known(self) -> Entries:
        with contextlib.suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            data = read_file(self._path, self._most + _SUM)
            if zlib.crc32(data[_SUM:]).to_bytes(_SUM, "big") == data[:_SUM]:
                return msgspec.msgpack.decode(data[_SUM:], type=Entries)
        return {}

    @property
    def empty(self) -> bool:
        """Whether no earlier run left anything."""
        return not self._known

    def get(self, key: str) -> bytes | None:
        """The entry under a key."""
        if key in self._new:
            return self._new[key]
        entry = self._known.get(key)
        if entry is not None:
            self._used[key] = entry
        return entry

    def put(self, key: str, entry: bytes) -> None:
        """Note an entry for later runs."""
        self.add({key: entry})
        self._fresh.append(key)

    def take(self) -> Entries:
        """What was noted since the last time, for the process that keeps it."""
        fresh, self._fresh = self._fresh, []
        return {key: self._new[key] for key in fresh if key in self._new}

    def add(self, entries: Entries) -> None:
        """Note what another process took, and forget what was noted first when there is no room."""
        for key, entry in entries.items():
            self._size += len(entry) - len(self._new.pop(key, b""))
            self._new[key] = entry
        while self._size > self._most:
            self._size -= len(self._new.pop(next(iter(self._new))))

    def keep(self) -> bool:
        """Write what was noted, and of what was known what there is room for, the used last to go; whether it was."""
        if not self._new:
            return False
        from lint.writing import replace_file  # noqa: PLC0415 - most runs note nothing

        unused = {key: entry for key, entry in self._known.items() if key not in self._used}
        data = msgspec.msgpack.encode(self._fitting(unused | self._used | self._new))
        with contextlib.suppress(OSError):
            os.makedirs(os.path.dirname(self._path), exist_ok=True)
            replace_file(self._path, zlib.crc32(data).to_bytes(_SUM, "big") + data)
            return True
        return False

    def _fitting(self, entries: Entries) -> Entries:
        """The last entries that a file has room for."""
        room = self._most
        fitting: list[tuple[str, bytes]] = []
        for key, entry in reversed(entries.items()):
            room -= len(key.encode()) + len(entry) + _HEADS
            if room < 0:
                break
            fitting.append((key, entry))
        return dict(reversed(fitting))
