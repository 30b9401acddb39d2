"""Copies with comments that an earlier run wrote and nobody has touched since: the next run writes over them.

A copy is known by the hash of its bytes, kept with the cache under the hash of its path. One in which somebody saved
an answer to a comment has other bytes, and stays.
"""

import contextlib
import os

import msgspec

from lint.files.loading import MOST_BYTES, Loaded, load
from lint.files.private import private_files, read_private, remove_private, write_private
from lint.files.seal import SIZE, Seal, known_seal, seal_for
from lint.files.search import copy_names

MOST_FILES = 1000
"""Copies that are remembered."""
_PREFIX = "copy-"


class OwnCopies(msgspec.Struct, frozen=True):
    """The copies known in a cache folder, None for none; ``spared`` are real paths that are never written over."""

    folder: str | None = None
    spared: frozenset[str] = frozenset()

    def place(self, draft: str) -> tuple[str, Loaded | None]:
        """The name for a copy of a draft: the first that no file has or a copy of our own, which comes as read."""
        for name in copy_names(draft):
            if not os.path.lexists(name):
                return name, None
            if own := self._own(name):
                return name, own
        raise AssertionError("names never end")

    def write(self, draft: str, data: bytes) -> str:
        """Write a copy of a draft beside it and return its name; raises UnwritableError."""
        from lint.files.writing import LeftAloneError, UnwritableError, create_file, replace_draft  # noqa: PLC0415 - few runs write

        while True:
            name, own = self.place(draft)
            try:
                if own is None:
                    create_file(name, data)
                else:
                    replace_draft(name, own, data)
            except (FileExistsError, LeftAloneError):  # somebody was quicker: it is not ours, or no longer
                continue
            except OSError as error:
                raise UnwritableError(error) from error
            self._note(name, data)
            return name

    def tidy(self) -> None:
        """Forget all but the copies that were written last."""
        if self.folder is None:
            return
        with contextlib.suppress(OSError):
            files = [(state.st_mtime, name) for name, state in private_files(self.folder) if name.startswith(_PREFIX)]
            for _, name in sorted(files, reverse=True)[MOST_FILES:]:
                remove_private(self.folder, name)

    def _own(self, name: str) -> Loaded | None:
        """A copy as read, if it may be written over and its bytes are those that were written last."""
        seal = known_seal(self.folder) if self.folder else None
        if not (self.folder and seal) or os.path.islink(name) or os.path.realpath(name) in self.spared:
            return None
        with contextlib.suppress(OSError):
            noted = read_private(self.folder, _entry(name, seal), SIZE)
            copy = load(name, MOST_BYTES)
            return copy if seal.of(b"copy", copy.data) == noted else None
        return None

    def _note(self, name: str, data: bytes) -> None:
        if self.folder is not None:
            with contextlib.suppress(OSError):
                seal = seal_for(self.folder)
                write_private(self.folder, _entry(name, seal), seal.of(b"copy", data))


def _entry(name: str, seal: Seal) -> str:
    """The file in which the hash of a copy is kept."""
    return f"{_PREFIX}{seal.of(b'path', os.fsencode(os.path.realpath(name))).hex()}.bin"
