"""Blocks become a document: frames, quotations, markers, runs, and at last the frozen tree."""

from bisect import bisect_left
from collections.abc import Sequence

from lint.document.markers import find_inline
from lint.document.parser.candidates import Inline, candidates_of
from lint.document.parser.freezing import freeze
from lint.document.parser.levels import find_levels, with_ranks
from lint.document.parser.lists import find_lists
from lint.document.parser.nesting import nest
from lint.document.parser.parts.frames import Frame, find_frames
from lint.document.parser.provisions import split_provisions
from lint.document.parser.quotations import find_quotations
from lint.document.parser.runs import Candidate
from lint.document.tree import Document, Levels, Part, Series
from lint.formats.blocks import Reading
from lint.text.source import Span


def parse(reading: Reading) -> Document:
    """Build the tree of a reading; any text has one."""
    frames, heads = find_frames(reading)
    quotations = find_quotations(reading.text)
    inline = Inline(find_inline(reading.typed()))
    starts = [span.start for span in quotations]
    parts: list[Part] = []
    series: list[Series] = []
    for number, frame in enumerate(frames):
        candidates = candidates_of(reading, frame, heads, inline)
        part, own = _part(reading, frame, number, _split_quoted(candidates, quotations, starts))
        parts.append(part)
        series += own
    series.sort(key=lambda one: one.items[0].span)
    return Document(reading, tuple(parts), tuple(series), quotations)


def _part(
    reading: Reading, frame: Frame, number: int, candidates: tuple[list[Candidate], list[list[Candidate]]]
) -> tuple[Part, list[Series]]:
    plain, provisions = split_provisions(reading, candidates[0])
    quoted = [*candidates[1], *provisions]
    lists = find_lists(reading.text, plain)
    levels = find_levels(reading.text, plain, lists)
    nesting = nest(reading.text, with_ranks(plain, levels), levels, lists)
    quotes = [nest(reading.text, group, Levels(), find_lists(reading.text, group)) for group in quoted]
    end = reading.blocks[frame.body[-1]].end if frame.body else 0
    items, series = freeze(reading, number, nesting, quotes, end)
    first = items[0].span.start if items else end
    preamble = [index for index in frame.body if reading.blocks[index].start < first]
    part = Part(
        kind=frame.kind,
        span=Span(reading.blocks[frame.first].start, reading.blocks[frame.last].end) if reading.blocks else Span(0, 0),
        title=frame.title,
        subtitle=frame.subtitle,
        recipients=frame.recipients,
        preamble=Span(reading.blocks[preamble[0]].start, min(first, reading.blocks[preamble[-1]].end))
        if preamble
        else None,
        items=items,
        closing=frame.closing,
        signature=frame.signature,
        date=frame.date,
        contents=frame.contents,
        annex_list=frame.annex_list,
        levels=levels,
    )
    return part, series


def _split_quoted(
    candidates: Sequence[Candidate], quotations: Sequence[Span], starts: Sequence[int]
) -> tuple[list[Candidate], list[list[Candidate]]]:
    """The candidates outside quotation marks, and those inside by quotation; ``starts`` are those of quotations.

    A marker that Markdown's list or heading gives stands before the mark that its text begins with.
    """
    if not quotations:
        return list(candidates), []
    plain: list[Candidate] = []
    quoted: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        place = bisect_left(starts, candidate.marker.span.start) - 1
        if place >= 0 and candidate.marker.span.start < quotations[place].end:
            quoted.setdefault(place, []).append(candidate)
        else:
            plain.append(candidate)
    return plain, list(quoted.values())
