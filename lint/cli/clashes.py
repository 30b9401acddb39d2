"""Files that a run would write over: what it writes is held against all that it reads, before anything is written.

Files are compared by what they are: the resolved path, and the device and inode, which links share.
"""

import os
import stat
import sys
from collections.abc import Hashable, Iterator

import msgspec

from lint.cli.check_options import Options
from lint.cli.failure import Failure
from lint.cli.outputs import files
from lint.config.settings import Settings
from lint.engine.kept.own_copies import OwnCopies
from lint.files.private import cache_folder
from lint.files.search import STDIN, Found, is_copy, shown
from lint.messages.words import Words
from lint.rulebook.rulebook import builtin_folder, state_of

_WORD = ".docx"


class _File(msgspec.Struct, frozen=True):
    """A file of a run and what it is to it: a draft, rule, settings or baseline that is read; an output, a copy with
    comments or the renewal of a baseline that is written.
    """

    path: str
    kind: str


def require_apart(found: Found, settings: Settings, options: Options, words: Words) -> None:
    """Raise Failure with a line for each file that a run would write and reads or writes besides."""
    written = [*_written(found, settings, options)]
    if not any(file.kind != "copy" for file in written):
        return  # a copy has a name that no file has, or takes the place of an earlier one that is no draft of the run
    known: dict[Hashable, _File] = {}
    for file in _read(found, settings, options):
        for sign in _signs(file.path):
            known.setdefault(sign, file)
    errors = []
    for file in written:
        signs = _signs(file.path)
        clash = next((known[sign] for sign in signs if sign in known), None)
        if clash and not (clash.kind == "baseline" and file.kind == "renewal"):
            errors.append(f"{shown(file.path)}: {words.clashes[clash.kind].format(path=shown(clash.path))}")
        known |= dict.fromkeys(signs, file)
    if errors:
        raise Failure(errors)


def is_cache_read(options: Options) -> bool:
    """Whether a run names something in the folder of its own cache, which it must not write over."""
    folder = cache_folder(options.cache_dir)
    if folder is None:
        return False
    inside = os.path.join(os.path.realpath(folder), "")
    named = (*options.paths, *options.rules, options.config, options.baseline)
    return any(os.path.realpath(path).startswith(inside) for path in named if path and path != STDIN)


def own_copies(found: Found, settings: Settings) -> OwnCopies:
    """The copies with comments that a run may write over: none of the drafts that it reads."""
    return OwnCopies(settings.cache, frozenset(os.path.realpath(path) for path in found.paths if is_copy(path)))


def _written(found: Found, settings: Settings, options: Options) -> Iterator[_File]:
    """The files that a run writes besides fixed drafts and its cache."""
    if options.mode == "annotate":
        copies = own_copies(found, settings)
        yield from (_File(copies.place(path)[0], "copy") for path in found.paths if path.lower().endswith(_WORD))
    yield from (_File(path, "output") for path in files(options.outputs))
    if options.write_baseline:
        yield _File(options.write_baseline, "renewal")


def _read(found: Found, settings: Settings, options: Options) -> Iterator[_File]:
    """The files that a run reads; the baseline, which alone may be written as well, last."""
    yield from (_File(path, "draft") for path in found.paths)
    yield from (_File(path, "rule") for path, *_ in state_of([builtin_folder(), *settings.rules]))
    if settings.config:
        yield _File(settings.config, "settings")
    if options.baseline:
        yield _File(options.baseline, "baseline")


def _signs(path: str) -> tuple[Hashable, ...]:
    """What tells a file from others; nothing of a device, which holds nothing that could be lost."""
    names = () if path == STDIN else (os.path.realpath(path),)
    try:
        state = os.fstat(sys.stdin.fileno()) if path == STDIN else os.stat(path)
    except (OSError, ValueError):
        return names
    return () if stat.S_ISCHR(state.st_mode) else (*names, (state.st_dev, state.st_ino))
