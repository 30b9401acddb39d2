"""The rules of a run, with the genres and words that they use: found in folders, loaded strictly, cached."""

import os
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from lint.document.genre import Genre
from lint.document.lexicon import NO_WORDS, Lexicon, LexiconExamples
from lint.files.loading import MOST_SETTINGS, NotRegularError, TooLargeError, read_file
from lint.messages import rule_mistakes as mistakes
from lint.messages.language import Language
from lint.messages.rule_mistakes import Said
from lint.rulebook import rule_cache as rulecache
from lint.rulebook.rule import Rule
from lint.rulebook.rule_cache import RuleSource, Signature, Stored
from lint.text.patterns.known import KNOWN

PathLike = str | os.PathLike[str]
_Unread = tuple[str, Said]
"""A file or folder that cannot be read, and why."""

RULE_SUFFIXES = (".yaml", ".yml")
_MOST_ENTRIES = 100_000


class RulebookError(Exception):
    """Rule files that cannot be loaded; ``errors`` are lines that say where and what."""

    def __init__(self, errors: Sequence[str]) -> None:
        super().__init__("\n".join(errors))
        self.errors = tuple(errors)


class Rulebook(msgspec.Struct, frozen=True):
    """Rules sorted by id, with the genres and the lexicon of the same folders; ``idle`` are ids of rules left out."""

    rules: tuple[Rule, ...]
    genres: tuple[Genre, ...] = ()
    lexicon: Lexicon = NO_WORDS
    lexicons: tuple[LexiconExamples, ...] = ()
    idle: tuple[str, ...] = ()

    def select(self, select: Collection[str], ignore: Collection[str]) -> "Rulebook":
        """The rules whose id or category is selected (empty: all) and not ignored."""
        selected, ignored = frozenset(select), frozenset(ignore)
        rules = tuple(
            rule
            for rule in self.rules
            if (not selected or rule.id in selected or rule.category in selected)
            and rule.id not in ignored
            and rule.category not in ignored
        )
        return self.keep(rules)

    def keep(self, rules: tuple[Rule, ...]) -> "Rulebook":
        """The rulebook with other rules, those that are not among them idle."""
        kept = {rule.id for rule in rules}
        idle = (*self.idle, *(rule.id for rule in self.rules if rule.id not in kept))
        return msgspec.structs.replace(self, rules=rules, idle=idle)


def builtin_folder() -> str:
    """The folder of the rules that come with the linter: in the installed package, or beside it in a checkout."""
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(here, "rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(here), "rules")


def load_rulebook(folders: Sequence[PathLike], cache_dir: PathLike | None = None, *, lang: Language = "zh") -> Rulebook:
    """The rulebook of folders, later ones replacing or changing rules of earlier ones.

    With a cache directory, what was loaded and validated once is read from there while no file has changed;
    examples, which only manuals and tests need, are left out then.
    Raises RulebookError that names every file that is wrong, in a language.
    """
    unread: list[_Unread] = []
    paths = [(os.fspath(folder), *found) for folder in folders for found in _paths(os.fspath(folder), unread)]
    cache = os.fspath(cache_dir) if cache_dir and not unread else None
    signature = _signature(folders, paths) if cache else ()
    kept = _kept(cache, signature) if cache else None
    if kept:
        return kept
    from lint.rulebook.loader import load_files  # noqa: PLC0415 - a run with a cache needs no YAML

    stored, errors = load_files(list(_sources(paths, unread)), lang)
    if unread or errors:
        raise RulebookError([*(f"{path}: {said.told(lang)}" for path, said in unread), *errors])
    if cache:
        stored = rulecache.for_runs(stored)
        rulecache.write(cache, signature, stored)
    return _rulebook(stored)


def stems_of(folder: PathLike) -> frozenset[str]:
    """What a folder brings: ids of rules, and genres and lexicons with the name of their subfolder before them."""
    return frozenset(stem for _, stem in _paths(os.fspath(folder), []))


def state_of(folders: Sequence[PathLike]) -> Signature:
    """What tells the rule files of folders from themselves once one is changed, added or taken away."""
    return _signature(
        folders, [(os.fspath(folder), *found) for folder in folders for found in _paths(os.fspath(folder), [])]
    )


def _rulebook(stored: Stored) -> Rulebook:
    return Rulebook(stored.rules, stored.genres, Lexicon(stored.concepts), stored.lexicons)


def _kept(cache_dir: str, signature: Signature) -> Rulebook | None:
    """The rulebook of a cache entry; None when there is none that this version understands."""
    stored = rulecache.read(cache_dir, signature)
    if stored:
        KNOWN.learn(stored.known)
    return _rulebook(stored) if stored else None


def _paths(folder: str, unread: list[_Unread]) -> Iterator[tuple[str, str]]:
    """The rule files of a folder, each with its path inside the folder without suffix, sorted."""
    if not os.path.isdir(folder):
        unread.append((folder, mistakes.NO_FOLDER))
        return
    if _holds_everything(folder):
        unread.append((folder, mistakes.EVERYTHING))
        return

    def failed(error: OSError) -> None:
        unread.append((str(error.filename), mistakes.UNREADABLE.filled(reason=error.strerror)))

    entries = 0
    for parent, folders, names in os.walk(folder, onerror=failed):
        entries += len(folders) + len(names)
        if entries > _MOST_ENTRIES:  # a folder of other things by mistake: who waits for that waits long
            unread.append((folder, mistakes.TOO_MANY.filled(most=_MOST_ENTRIES)))
            return
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = os.path.relpath(parent, folder).replace(os.sep, "/")
        before = "" if inside == os.curdir else f"{inside}/"
        for name in sorted(names):
            if name.endswith(RULE_SUFFIXES) and not name.startswith("."):
                yield os.path.join(parent, name), before + name.rpartition(".")[0]


def _holds_everything(folder: str) -> bool:
    """Whether a folder is a whole disk or the user's home folder."""
    real = os.path.realpath(folder)
    return real in (os.path.dirname(real), os.path.realpath(os.path.expanduser("~")))


def _sources(paths: Iterable[tuple[str, str, str]], unread: list[_Unread]) -> Iterator[RuleSource]:
    """The files with their bytes; those that cannot be read are noted."""
    for folder, path, stem in paths:
        try:
            yield RuleSource(folder, path, stem, read_file(path, MOST_SETTINGS))
        except (FileNotFoundError, NotRegularError):
            unread.append((path, mistakes.UNREADABLE.filled(reason=mistakes.NO_FILE)))
        except TooLargeError as error:
            reason = mistakes.TOO_LARGE.filled(most=error.most)
            unread.append((path, mistakes.UNREADABLE.filled(reason=reason)))
        except OSError as error:
            unread.append((path, mistakes.UNREADABLE.filled(reason=error.strerror or error)))


def _signature(folders: Sequence[PathLike], paths: Sequence[tuple[str, str, str]]) -> Signature:
    """What tells these files from any others and from themselves once they are written anew."""
    states = [_state(path) for _, path, _ in paths]
    return (
        *((os.path.abspath(folder), 0, 0, 0) for folder in folders),
        *(
            (path, state.st_size, state.st_mtime_ns, state.st_ctime_ns)
            for (_, path, _), state in zip(paths, states, strict=True)
            if state
        ),
    )


def _state(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)
    except OSError:
        return None
