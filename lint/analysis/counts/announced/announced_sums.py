"""Whether the items of a run, or those in its groups, are as many as announced."""

from lint.analysis.counts.announced.announcements import Announcement, unquoted_numbers
from lint.analysis.counts.announced.named_parts import PartNames, absent_part, named_leads
from lint.analysis.counts.items import counted_items, possible_counts
from lint.analysis.leads import sentence_before
from lint.document.families import HEADING
from lint.document.tree import Document, Series
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_PROSE = lazy("[，。；：\\n]|[^、]{17}")
"""What is no row of short names."""


def _items_below(series: Series) -> int:
    """How many items stand below all items of a series, each of which groups some; 0 where one does not."""
    groups = [[child for child in item.children if not child.inline] for item in series.items]
    return sum(map(len, groups)) if all(groups) else 0


def _names_in(document: Document, series: Series) -> int:
    """How many names the items hold, where nothing else stands in them: 1.县财政局、县教育局."""
    items = [document.slice(Span(item.marker.span.end, item.span.end)).strip("。；; \n") for item in series.items]
    return 0 if any(_PROSE.search(item) for item in items) else sum(item.count("、") + 1 for item in items)


def counted_of(document: Document, number: int, series: Series) -> int:
    """How many items a number means: those of a series, or those in its groups where they come nearer."""
    own, below = counted_items(document, series), _items_below(series)
    return below if below and abs(below - number) < abs(own - number) else own


def may_mean(document: Document, announcement: Announcement, series: Series) -> bool:
    """Whether headings without a number may be what is announced: at the top, others of their rank may follow them."""
    if series.family is not HEADING:
        return True
    leads_in = announcement.direct and document.text[sentence_before(document, series)[1] - 1] in "：:。"
    return leads_in and (series.parent is not None or announcement.number > len(series.items))


def is_named_besides(document: Document, series: Series) -> bool:
    """Whether the sentence also names the right number, not as a quoted word: 十项任务中，有两项滞后：一是…二是…."""
    sentence = document.text[slice(*sentence_before(document, series))]
    return counted_items(document, series) in unquoted_numbers(sentence)


def is_borne_out(announcement: Announcement, document: Document, series: Series) -> bool:
    """Whether the items are as many as announced, or, after another clause, those below one of them.

    从四个方面进行查摆，现将情况报告如下: four may be the problems, under the first of three headings.
    """
    told = (*possible_counts(document, series), _items_below(series), _names_in(document, series))
    if announcement.number in told:
        return True
    if announcement.direct and not (series.parent is None and announcement.text.endswith("方面")):
        return False
    lengths = document.derive(_lengths_below, lambda: _lengths_below(document))
    return any(announcement.number in lengths.get(item.span.start, ()) for item in series.items)


def _lengths_below(document: Document) -> dict[int, list[int]]:
    """How long the series below each item are, by the place where the item begins."""
    lengths: dict[int, list[int]] = {}
    for series in document.series:
        if series.parent is not None:
            lengths.setdefault(series.parent.span.start, []).append(len(series.items))
    return lengths


def absent_name(document: Document, announcement: Announcement, series: Series, called: PartNames) -> str:
    """Which of the names before a number nothing that follows takes up, as the message says it; else nothing."""
    part = document.parts[series.part]
    for lead in named_leads(document, Span(*sentence_before(document, series))):
        absent = absent_part(document, part, lead, called) if lead.place == announcement.span.start else None
        if absent:
            return f"，缺“{document.slice(absent)}”"
    return ""
