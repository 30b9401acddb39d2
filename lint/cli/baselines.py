"""Baselines as files: read before a run, written after it, and what is gone from them told."""

import os
from collections.abc import Iterable, Iterator

from lint.cli.failure import Failure, tell
from lint.engine.spared.baseline import Baseline, BaselineEntry, BaselineError, decode, encode, key
from lint.files.loading import MOST_BYTES, read_file
from lint.files.search import native, shown
from lint.files.writing import replace_file
from lint.messages.failures import why_unreadable, why_unwritable
from lint.messages.plurals import filled
from lint.messages.words import Words


def read_baseline(path: str, words: Words) -> Baseline:
    """The baseline in a file; raises Failure."""
    try:
        return decode(read_file(path, MOST_BYTES), os.path.dirname(path) or os.curdir)
    except OSError as error:
        raise Failure([f"{shown(path)}: {why_unreadable(error, words)}"]) from error
    except BaselineError as error:
        raise Failure([f"{shown(path)}: {words.not_a_baseline.format(reason=error)}"]) from error


def write_baseline(
    path: str, found: Iterable[tuple[str, BaselineEntry]], unchecked: Iterable[str], words: Words
) -> str:
    """Write the entries of drafts to a file; the line that says so. Raises Failure.

    Drafts that could not be checked, or not by all rules, keep the entries that they have in the file.
    """
    drafts: dict[str, list[BaselineEntry]] = {}
    for draft, entry in found:
        drafts.setdefault(key(draft, os.path.dirname(path) or os.curdir), []).append(entry)
    drafts.update(_kept(path, unchecked, words))
    try:
        replace_file(path, encode(drafts))
    except OSError as error:
        raise Failure([f"{shown(path)}: {why_unwritable(error, words)}"]) from error
    count = sum(entry.count for entries in drafts.values() for entry in entries)
    return filled(words.baseline_written, path=shown(path), count=count, drafts=len(drafts))


def _kept(path: str, unchecked: Iterable[str], words: Words) -> Iterator[tuple[str, list[BaselineEntry]]]:
    """The entries that a file has of some drafts."""
    unchecked = list(unchecked)
    if not (unchecked and os.path.exists(path)):
        return
    before = read_baseline(path, words)
    for draft in unchecked:
        if entries := before.of(draft):
            yield key(draft, before.folder), list(entries)


def tell_gone(path: str, baseline: Baseline, gone: Iterable[tuple[str, BaselineEntry]], words: Words) -> None:
    """List on standard error what a baseline lets pass in vain, lost drafts included."""
    entries = [(key(draft, baseline.folder), entry) for draft, entry in gone]
    entries += _of_lost_drafts(baseline)
    if not entries:
        return
    tell(filled(words.baseline_gone, path=shown(path), count=sum(entry.count for _, entry in entries)))
    for draft, entry in sorted(entries):
        tell(
            words.baseline_entry.format(
                draft=draft, rule=entry.rule, before=entry.before, text=entry.text, after=entry.after
            ),
            indent="  ",
        )


def _of_lost_drafts(baseline: Baseline) -> Iterator[tuple[str, BaselineEntry]]:
    for draft, entries in baseline.drafts.items():
        if not os.path.exists(os.path.join(baseline.folder, native(draft))):
            yield from ((draft, entry) for entry in entries)
