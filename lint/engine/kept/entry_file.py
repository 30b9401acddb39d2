"""A file of entries by key, kept between runs, bounded, sealed, and worthless to anyone else.

Of a file only what is asked for is read. A missing, damaged or foreign file is an empty one, a folder that cannot be
written is left alone; of two runs at once the last one's entries stay.
"""

import contextlib
import os
from collections.abc import Iterator
from functools import cached_property

import msgspec

from lint.files.private import open_private, write_private
from lint.files.seal import SIZE, Seal

_WORD = 4  # bytes of a length
_HEAD = SIZE + _WORD  # the seal and the length of the index
_HEADS = 20 + SIZE
"""Bytes, at the most, that an index has for an entry besides its key."""

Entries = dict[str, bytes]


class _EntryPlace(msgspec.Struct, frozen=True, array_like=True):
    """Where an entry is in its file, and the seal of it and its key."""

    start: int
    size: int
    seal: bytes


class _OpenFile:
    """A file of entries that is open: its index, and the entries as they are asked for.

    Raises OSError, ValueError or MsgspecError for what is no such file.
    """

    def __init__(self, folder: str, name: str, most: int, seal: Seal) -> None:
        self._file = -1
        self._file = open_private(folder, name)
        self._seal = seal
        self._size = os.fstat(self._file).st_size
        head = self._read(0, _HEAD)
        length = int.from_bytes(head[SIZE:], "big")
        index = self._read(_HEAD, min(length, most))
        if _of_index(name, index, seal) != head[:SIZE]:
            raise ValueError
        self.places = msgspec.msgpack.decode(index, type=dict[str, _EntryPlace])
        self._begin = _HEAD + length

    def __del__(self) -> None:
        """Let go of the file."""
        if self._file >= 0:
            with contextlib.suppress(OSError):
                os.close(self._file)

    def entry(self, key: str) -> bytes | None:
        """The entry under a key, if it is there and whole."""
        place = self.places.get(key)
        if place is not None and 0 <= place.start <= place.start + place.size <= self._size:
            with contextlib.suppress(OSError):
                entry = self._read(self._begin + place.start, place.size)
                return entry if _of_entry(key, entry, self._seal) == place.seal else None
        return None

    def _read(self, start: int, size: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(self._file, size, start)
        os.lseek(self._file, start, os.SEEK_SET)
        return os.read(self._file, size)


class EntryFile:
    """The entries of a file of ``most`` bytes at the most, opened when the first is asked for."""

    def __init__(self, folder: str, name: str, most: int, seal: Seal) -> None:
        self._folder = folder
        self._name = name
        self._most = most
        self._seal = seal
        self._used: set[str] = set()
        self._new: Entries = {}
        self._size = 0
        self._fresh: list[str] = []

    @cached_property
    def _known(self) -> "_OpenFile | None":
        try:
            return _OpenFile(self._folder, self._name, self._most, self._seal)
        except (OSError, ValueError, msgspec.MsgspecError, RecursionError):
            return None

    def __getstate__(self) -> dict[str, object]:
        """What another process needs of it: the file is opened there."""
        return {name: value for name, value in vars(self).items() if name != "_known"}

    @property
    def empty(self) -> bool:
        """Whether no earlier run left anything."""
        return not (self._known and self._known.places)

    def get(self, key: str) -> bytes | None:
        """The entry under a key."""
        if key in self._new:
            return self._new[key]
        entry = self._known.entry(key) if self._known else None
        if entry is not None:
            self._used.add(key)
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
        fitting = self._fitting()
        vars(self).pop("_known", None)  # closed: Windows replaces no file that is open
        with contextlib.suppress(OSError):
            write_private(self._folder, self._name, _written(self._name, fitting, self._seal))
            return True
        return False

    def _fitting(self) -> Entries:
        """The entries that a file has room for, those that were not used the first to be left out."""
        room = self._most
        fitting: list[tuple[str, bytes]] = []
        for key, entry in self._last_first():
            room -= len(key.encode()) + len(entry) + _HEADS
            if room < 0:
                break
            fitting.append((key, entry))
        return dict(reversed(fitting))

    def _last_first(self) -> Iterator[tuple[str, bytes]]:
        """Every entry, the new ones first."""
        yield from reversed(self._new.items())
        known = self._known
        old = [key for key in reversed(known.places) if key not in self._new] if known else []
        for key in sorted(old, key=self._used.__contains__, reverse=True):
            entry = known.entry(key) if known else None
            if entry is not None:
                yield key, entry


def _written(name: str, entries: Entries, seal: Seal) -> bytes:
    """The bytes of a file."""
    places: dict[str, _EntryPlace] = {}
    start = 0
    for key, entry in entries.items():
        places[key] = _EntryPlace(start, len(entry), _of_entry(key, entry, seal))
        start += len(entry)
    index = msgspec.msgpack.encode(places)
    return b"".join((_of_index(name, index, seal), len(index).to_bytes(_WORD, "big"), index, *entries.values()))


def _of_index(name: str, index: bytes, seal: Seal) -> bytes:
    return seal.of(b"index", name.encode(), index)


def _of_entry(key: str, entry: bytes, seal: Seal) -> bytes:
    return seal.of(b"entry", key.encode(), entry)
