"""Findings between runs: a draft that was checked before, by the same rules, is not checked again.

An entry is found by the sum of the draft's bytes and of everything else that its findings depend on. A missing,
damaged or foreign file is an empty one, a folder that cannot be written is left alone; of two runs at once the last
one's entries stay.
"""

import contextlib
import os
import zlib
from collections.abc import Iterator, Sequence

import msgspec

from lint import __version__
from lint.finding import Finding, Language
from lint.genres import Told
from lint.loading import MOST_BYTES as LARGEST
from lint.loading import read_file
from lint.rulebook import Rulebook
from lint.writing import replace_file

MOST_ENTRIES = 20_000
MOST_BYTES = 100_000
MOST_FILES = 8
_SUM = 4
_KEY = 16
_PREFIX = "findings-"

Entries = dict[bytes, bytes]


class FindingsCache:
    """The findings that are known for one rulebook; those of a draft that could not be checked never are."""

    def __init__(self, folder: str, rulebook: Rulebook, lang: Language) -> None:
        self._basis = _basis(rulebook, lang)
        self._path = os.path.join(folder, f"{_PREFIX}{self._basis.hex()}.bin")
        self._known = _read(self._path)
        self._used: Entries = {}
        self._new: Entries = {}

    @property
    def empty(self) -> bool:
        """Whether nothing is known from an earlier run."""
        return not self._known

    def key(self, data: bytes, name: str, told: Told, rulebook: Rulebook) -> bytes:
        """What tells a draft from any other: its bytes, its name, its genre if told, rules left out for it."""
        about = msgspec.msgpack.encode((name.encode(errors="surrogatepass"), told, rulebook.idle))
        return _sum(self._basis, len(about).to_bytes(8, "big"), about, data)

    def get(self, key: bytes) -> list[Finding] | None:
        """The findings under a key; None where nothing is known."""
        entry = self._new.get(key) or self._known.get(key)
        if entry is None:
            return None
        with contextlib.suppress(msgspec.MsgspecError):
            findings = msgspec.msgpack.decode(entry, type=list[Finding])
            self._used[key] = entry
            return findings
        return None

    def put(self, key: bytes, findings: Sequence[Finding]) -> None:
        """Note the findings under a key, unless there are so many that checking again is the lesser evil."""
        entry = msgspec.msgpack.encode(findings)
        if len(entry) <= MOST_BYTES:
            self._new[key] = entry

    def take(self) -> Entries:
        """What was noted since the last time, for the process that keeps it."""
        new, self._new = self._new, {}
        return new

    def add(self, entries: Entries) -> None:
        """Note what another process took."""
        self._new.update(entries)

    def keep(self) -> None:
        """Write what was noted, and of what was known what there is room for, the used last to go."""
        if not self._new:
            return
        unused = {key: entry for key, entry in self._known.items() if key not in self._used}
        entries = [*(unused | self._used | self._new).items()][-MOST_ENTRIES:]
        data = msgspec.msgpack.encode(dict(entries))
        folder = os.path.dirname(self._path)
        with contextlib.suppress(OSError):
            os.makedirs(folder, exist_ok=True)
            replace_file(self._path, zlib.crc32(data).to_bytes(_SUM, "big") + data)
            for stale in sorted(_files(folder), reverse=True)[MOST_FILES:]:
                os.unlink(stale[1])


def _read(path: str) -> Entries:
    with contextlib.suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        data = read_file(path, LARGEST)
        if zlib.crc32(data[_SUM:]).to_bytes(_SUM, "big") == data[:_SUM]:
            return msgspec.msgpack.decode(data[_SUM:], type=Entries)
    return {}


def _basis(rulebook: Rulebook, lang: Language) -> bytes:
    """What tells a rulebook, and the code that runs it, from any other."""
    # Encoded in order: sets have another one in every process.
    rules = msgspec.msgpack.Encoder(order="deterministic").encode(
        (
            [(type(rule.check).__name__, rule) for rule in rulebook.rules],
            rulebook.genres,
            rulebook.lexicon.concepts,
            rulebook.idle,
        )
    )
    return _sum(__version__.encode(), lang.encode(), repr([*_code()]).encode(), rules)


def _code() -> Iterator[tuple[str, int, int]]:
    """The modules of the linter, with what changes when one is edited."""
    package = os.path.dirname(os.path.abspath(__file__))
    for folder, folders, names in os.walk(package):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            if name.endswith(".py"):
                path = os.path.join(folder, name)
                state = os.stat(path)
                yield path, state.st_size, state.st_mtime_ns


def _files(folder: str) -> Iterator[tuple[float, str]]:
    """The files of findings in a folder, each with the time when it was written."""
    for entry in os.scandir(folder):
        if entry.name.startswith(_PREFIX):
            yield entry.stat().st_mtime, entry.path


def _sum(*parts: bytes) -> bytes:
    from hashlib import blake2b  # noqa: PLC0415 - one draft needs no cache, and OpenSSL is slow to load

    digest = blake2b(digest_size=_KEY)
    for part in parts:
        digest.update(part)
    return digest.digest()
