"""Findings that are known and let pass: told by rule and surrounding text, so that they survive lines moving."""

import contextlib
import os
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from lint.files.search import native, shown
from lint.formats.blocks import MASK, Reading
from lint.rulebook.finding import Finding
from lint.text.jsontext import encoded
from lint.text.patterns.lazy import lazy
from lint.text.source import Source

_AROUND = 12  # characters on each side: a change further off in the paragraph leaves the finding known
_LEAST = 4  # characters of one side that tell a place once the other side has changed
_LONGEST = 40
_MOST = 100_000  # findings that one entry can stand for
_BLANK = lazy(r"\s+")


class BaselineError(ValueError):
    """A baseline file that is not what it should be; the text says what is wrong."""


class BaselineEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, order=True):
    """A known finding: the rule, the marked text, and what stands before and after it in its paragraph."""

    rule: str
    text: str
    before: str
    after: str
    count: int = 1


class Filtered(msgspec.Struct, frozen=True):
    """The findings that are new, and the entries, one a finding, that nothing answers to any more."""

    new: tuple[Finding, ...]
    gone: tuple[BaselineEntry, ...]


class _BaselineFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file: entries by path, relative to the file's folder, with slashes."""

    version: Literal[1]
    drafts: dict[str, tuple[BaselineEntry, ...]]


class Baseline(msgspec.Struct, frozen=True):
    """The known findings of drafts; paths are relative to ``folder``."""

    folder: str = os.curdir
    drafts: Mapping[str, tuple[BaselineEntry, ...]] = {}

    def of(self, path: str) -> tuple[BaselineEntry, ...]:
        """The entries of a draft."""
        return self.drafts.get(key(path, self.folder), ())


def key(path: str, folder: str) -> str:
    """The path of a draft as a baseline in a folder names it."""
    draft = os.path.realpath(native(path))
    with contextlib.suppress(ValueError):  # on another drive of Windows: by its whole path
        draft = os.path.relpath(draft, os.path.realpath(folder))
    return shown(draft).replace(os.sep, "/")


def entries(findings: Iterable[Finding], source: Source, reading: Reading) -> list[BaselineEntry]:
    """An entry for each finding of a draft."""
    return [_entry(finding, source, reading) for finding in findings]


def filtered(
    findings: Sequence[Finding], source: Source, reading: Reading, known: Iterable[BaselineEntry], rules: Iterable[str]
) -> Filtered:
    """The findings of a draft that no known entry answers to; an entry is good for ``count`` findings.

    First those go that agree on both sides, then those that agree on one, at last those that agree in the few
    characters next to the place. Entries of rules that did not run are not counted as gone.
    """
    left: Counter[BaselineEntry] = Counter()
    for entry in known:
        left[_plain(entry)] += entry.count
    new = list(zip(findings, entries(findings, source, reading), strict=True))
    for alike in (_same, _same_before, _same_after, _same_near):
        new = list(_unanswered(new, left, alike))
    ran = set(rules)
    gone = tuple(sorted(entry for entry in left.elements() if entry.rule in ran))
    return Filtered(tuple(finding for finding, _ in new), gone)


def decode(data: bytes, folder: str) -> Baseline:
    """The baseline of a file's bytes; raises BaselineError."""
    try:
        file = msgspec.json.decode(data, type=_BaselineFile)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BaselineError(" ".join(str(error).split())) from None
    if any(not 1 <= entry.count <= _MOST for found in file.drafts.values() for entry in found):
        raise BaselineError(f"count: 1—{_MOST}")
    return Baseline(folder, file.drafts)


def encode(found: Mapping[str, Iterable[BaselineEntry]]) -> bytes:
    """The bytes of a file: sorted, an entry a line, so that a change shows as one line."""
    lines = ['{"version": 1, "drafts": {']
    drafts = [(path, sorted(_counted(found[path]))) for path in sorted(found)]
    drafts = [(path, counted) for path, counted in drafts if counted]
    for number, (path, counted) in enumerate(drafts, 1):
        lines.append(f" {encoded(path)}: [")
        lines.append(",\n".join(f"  {encoded(entry)}" for entry in counted))
        lines.append(" ]," if number < len(drafts) else " ]")
    lines.append("}}")
    return ("\n".join(lines) + "\n").encode()


def _counted(found: Iterable[BaselineEntry]) -> Iterator[BaselineEntry]:
    """Entries, those that are the same as one with their number; as several where it is more than one can stand for."""
    counts: Counter[BaselineEntry] = Counter()
    for entry in found:
        counts[_plain(entry)] += entry.count
    for entry, count in counts.items():
        for done in range(0, count, _MOST):
            yield msgspec.structs.replace(entry, count=min(_MOST, count - done))


def _entry(finding: Finding, source: Source, reading: Reading) -> BaselineEntry:
    start, end = (_reading_offset(offset, reading) for offset in finding.span)
    block = max(0, bisect_right(reading.blocks, start, key=lambda block: block.start) - 1)
    first, last = (reading.blocks[block].start, reading.blocks[block].end) if reading.blocks else (0, 0)
    text = _shortened(source.text, *finding.span)
    before = _squeezed(reading.text[max(first, start - 2 * _AROUND) : start])[-_AROUND:]
    after = _squeezed(reading.text[end : min(last, end + 2 * _AROUND)])[:_AROUND]
    return BaselineEntry(finding.rule, text, before, after)


def _shortened(text: str, start: int, end: int) -> str:
    """A marked text, of a long one its ends; pairs in pairs of a whole draft must not be read once for each."""
    half, near = _LONGEST // 2, 4 * _LONGEST
    if end - start > 2 * near:
        head, tail = _squeezed(text[start : start + near]), _squeezed(text[end - near : end])
        if min(len(head), len(tail)) > half:
            return f"{head[:half]}…{tail[-half:]}"
    whole = _squeezed(text[start:end])
    return whole if len(whole) <= _LONGEST else f"{whole[:half]}…{whole[-half:]}"


def _reading_offset(offset: int, reading: Reading) -> int:
    """The offset of the reading that stands for an offset of the source, or the nearest before it."""
    index = bisect_right(reading.offsets, offset, key=lambda piece: piece[1]) - 1
    if index < 0:
        return 0
    read, source = reading.offsets[index]
    end = reading.offsets[index + 1][0] if index + 1 < len(reading.offsets) else len(reading.text)
    return min(read + offset - source, end)


def _squeezed(text: str) -> str:
    """Text whose wrapping and masked regions make no difference."""
    return _BLANK.sub("", text).replace(MASK, "")


def _plain(entry: BaselineEntry) -> BaselineEntry:
    return msgspec.structs.replace(entry, count=1)


_Alike = tuple[str, ...]


def _same(entry: BaselineEntry) -> _Alike | None:
    return (entry.rule, entry.text, entry.before, entry.after)


def _same_before(entry: BaselineEntry) -> _Alike | None:
    return (entry.rule, entry.text, entry.before) if len(entry.before) >= _LEAST else None


def _same_after(entry: BaselineEntry) -> _Alike | None:
    return (entry.rule, entry.text, entry.after) if len(entry.after) >= _LEAST else None


def _same_near(entry: BaselineEntry) -> _Alike | None:
    before, after = entry.before[-_LEAST:], entry.after[:_LEAST]
    return (entry.rule, entry.text, before, after) if len(before + after) >= _LEAST else None


def _unanswered(
    findings: Iterable[tuple[Finding, BaselineEntry]],
    left: Counter[BaselineEntry],
    alike: Callable[[BaselineEntry], _Alike | None],
) -> Iterator[tuple[Finding, BaselineEntry]]:
    """The findings that no entry left is alike to; the entries that are alike are used up."""
    index: dict[_Alike, list[BaselineEntry]] = {}
    for entry in left.elements():
        sign = alike(entry)
        if sign is not None:
            index.setdefault(sign, []).append(entry)
    for finding, own in findings:
        sign = alike(own)
        answering = index.get(sign, []) if sign is not None else []
        if answering:
            left[answering.pop()] -= 1
        else:
            yield finding, own
