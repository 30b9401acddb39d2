"""Findings between runs: a draft that was checked before, by the same rules, is not checked again.

An entry is found by the seal of the draft's bytes and of everything else that its findings depend on.
"""

import contextlib
import os
from collections.abc import Iterator, Sequence

import msgspec

from lint import __version__
from lint.analysis.genres import Told, names_in
from lint.engine.kept.entry_file import EntryFile
from lint.files.private import private_files, remove_private
from lint.files.seal import SIZE, Seal, seal_for
from lint.messages.language import Language
from lint.rulebook.finding import Finding
from lint.rulebook.rulebook import Rulebook

MOST_BYTES = 20_000_000
"""Of a file: those of a hundred thousand drafts."""
MOST_OF_ONE = 100_000
"""Of one draft."""
MOST_FILES = 8
_PREFIX = "findings-"


class FindingsCache:
    """The findings that are known for one rulebook; those of a draft that could not be checked never are."""

    def __init__(self, folder: str, rulebook: Rulebook, lang: Language) -> None:
        try:
            self._seal = seal_for(folder)
        except OSError:  # nothing can be kept: what is found in this run is known in this run
            self._seal = Seal(os.urandom(SIZE))
        self._basis = _basis(rulebook, lang, self._seal)
        self._folder = folder
        self.shelf = EntryFile(folder, f"{_PREFIX}{self._basis.hex()}.bin", MOST_BYTES, self._seal)

    def key(self, data: bytes, name: str, told: Told, rulebook: Rulebook) -> str:
        """What tells a draft from others: its bytes, what its name may say, its genre if told, rules left out for it.

        A draft that was moved or copied is still known.
        """
        said = os.path.splitext(name)[1].lower(), *names_in(name)
        about = msgspec.msgpack.encode(([word.encode(errors="surrogatepass") for word in said], told, rulebook.idle))
        return self._seal.of(b"draft", self._basis, about, data).hex()

    def get(self, key: str, name: str) -> list[Finding] | None:
        """The findings under a key, in the draft of a name; None where nothing is known."""
        entry = self.shelf.get(key)
        if entry is not None:
            with contextlib.suppress(msgspec.MsgspecError):
                findings = msgspec.msgpack.decode(entry, type=list[Finding])
                return [msgspec.structs.replace(finding, path=name) for finding in findings]
        return None

    def put(self, key: str, findings: Sequence[Finding]) -> None:
        """Note the findings under a key, unless there are so many that checking again is the lesser evil."""
        entry = msgspec.msgpack.encode(findings)
        if len(entry) <= MOST_OF_ONE:
            self.shelf.put(key, entry)

    def keep(self) -> None:
        """Write what was noted, and leave the files of the rulebooks that were used last."""
        if not self.shelf.keep():
            return
        with contextlib.suppress(OSError):
            files = [(state.st_mtime, name) for name, state in private_files(self._folder) if name.startswith(_PREFIX)]
            for _, name in sorted(files, reverse=True)[MOST_FILES:]:
                remove_private(self._folder, name)


def _basis(rulebook: Rulebook, lang: Language, seal: Seal) -> bytes:
    """What tells a rulebook, and the code that runs it, from any other."""
    # Encoded in order: sets have another one in every process.
    rules = msgspec.msgpack.Encoder(order="deterministic").encode(
        (
            rulebook.rules,
            rulebook.genres,
            rulebook.lexicon.concepts,
            rulebook.idle,
        )
    )
    return seal.of(b"rules", __version__.encode(), lang.encode(), repr([*_code()]).encode(), rules)


def _code() -> Iterator[tuple[str, int, int]]:
    """The modules of the linter, with what changes when one is edited."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for folder, folders, names in os.walk(package):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            if name.endswith(".py"):
                path = os.path.join(folder, name)
                state = os.stat(path)
                yield path, state.st_size, state.st_mtime_ns
