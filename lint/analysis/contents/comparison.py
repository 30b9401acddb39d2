"""A table of contents beside the headings that it lists."""

from collections.abc import Iterator

import msgspec

from lint.analysis.contents.lines import ContentsLine, entries_of, headings_of, is_plain_line
from lint.analysis.contents.pairs import Pairing, pair_lines
from lint.analysis.contents.shifts import ContentsRow, unexplained
from lint.document.tree import Document


class Contents(msgspec.Struct, frozen=True):
    """What a table of contents and the text do not have in common, each cause once.

    ``different`` are entries with headings in other words or of another number, where nothing that is missing before
    explains the number; ``entries`` have no heading, ``headings`` no entry. Of the headings only those count that
    stand where others of their level are listed, of the entries none below an absent one.
    """

    different: tuple[tuple[ContentsLine, ContentsLine], ...]
    entries: tuple[ContentsLine, ...]
    headings: tuple[ContentsLine, ...]


def contents_of(document: Document) -> Contents | None:
    """The table of contents of a draft against its headings; None where most entries find no heading."""
    if not any(part.contents for part in document.parts):
        return None
    whole = document.whole
    return whole.derive("contents", lambda: _compare(whole))


def _compare(document: Document) -> Contents | None:
    headings = list(headings_of(document))
    entries = list(entries_of(document, {heading.words for heading in headings}))
    pairing = pair_lines(entries, headings) if len(entries) > 1 else None
    if pairing is None:
        return None
    different, absent = unexplained([row for row in _rows(pairing) if not _stands_plain(document, row)])
    return Contents(different, absent, pairing.unlisted)


def _stands_plain(document: Document, row: ContentsRow) -> bool:
    """Whether an entry without a heading is a line of the text that was not read as one."""
    return row.entry is not None and row.heading is None and is_plain_line(document, row.entry)


def _rows(pairing: Pairing) -> Iterator[ContentsRow]:
    """Entries and headings side by side in text order."""
    moved = {pairing.headings[place].span for place in pairing.moved.values()}
    alone = {heading.span for heading in pairing.unlisted} | moved
    at = 0
    for index, entry in enumerate(pairing.entries):
        place = pairing.partner.get(index)
        if place is not None:
            yield from (ContentsRow(None, one) for one in pairing.headings[at:place] if one.span in alone)
            yield ContentsRow(entry, pairing.headings[place])
            at = place + 1
        elif index in pairing.moved:
            yield ContentsRow(entry, pairing.headings[pairing.moved[index]], moved=True)
        else:
            yield ContentsRow(entry, None)
