"""Marks that a heading or title should not end in."""

from lint.checks.base import Hit
from lint.document.tree import Document, Item, Series
from lint.text.edit import Edit
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

WRONG_ENDS = "。，；、,;"
_NO_PAUSE = "；;"  # such a mark ends no sentence, and what goes on in the next line has none
_LEADS_IN = "：:—"  # what follows such an ending belongs to the sentence: it is no heading
_PROVISION = "的，"  # 原有规定与本规定不一致的，以本规定为准。 is a clause of its own
_COLONS = ("：", ":")
_ANNOUNCES = lazy("[，；]|如下|以下|下列|包括|要求|内容|时间|地点|电话|单位|[人员名]$|有$|为$|是$")
"""What makes a line with ： at its end lead in what it announces, or a field."""
_TEXT = lazy(r"[^：\n]{15,}。")
_FEW = 2  # siblings
_MANY = 4  # times as many headings without a mark tell that the marked are slips where half of a series is
_LONGEST = 60  # characters of a heading


def bare_headings(document: Document, series: Series) -> list[Item]:
    """The items of a series whose paragraph is the heading and nothing else."""
    return [item for item in series.items if _is_bare(document, item)]


def marked_headings(document: Document, bare: list[Item]) -> list[Item]:
    """Those of some bare headings that end in a mark which they should not have."""
    return [item for item in bare if _last(document, item) in WRONG_ENDS]


def colon_headings(document: Document, series: Series) -> list[Item]:
    """The one heading of a series that ends in ： above a paragraph of text, where no sibling's does."""
    colons = [item for item in series.items if document.text[item.heading.end : item.heading.end + 1] in _COLONS]
    if len(colons) != 1 or len(series.items) <= _FEW:
        return []
    [item] = colons
    heading = document.slice(item.heading)
    is_heading = (
        not (item.run_in or item.inline or item.quoted or item.children)
        and item.heading.end + 1 == _end(document, item)
        and not _ANNOUNCES.search(heading)
        and len(heading) <= max(_length(other) for other in series.items if other is not item) + _FEW
    )
    return colons if is_heading and _TEXT.fullmatch(document.slice(item.body).strip("：:\n \u3000")) else []


def ends_unlike_its_kind(document: Document, series: Series, marked: list[Item], bare: list[Item]) -> bool:
    """Whether the marked headings are the fewer of their series, or, no longer than others, of those of the part."""
    if 2 * len(marked) < len(bare):
        return True
    alike = document.derive(
        ("bare headings", series.part, series.family.name),
        lambda: [item for one in _alike(document, series) for item in bare_headings(document, one)],
    )
    others = marked_headings(document, alike)
    longest = max((_length(item) for item in alike if item not in others), default=0)
    return _MANY * len(others) <= len(alike) and all(
        _length(item) <= longest and "，" not in document.slice(item.heading) for item in marked
    )


def _length(item: Item) -> int:
    return item.heading.end - item.heading.start


def _alike(document: Document, series: Series) -> list[Series]:
    """The series of a family in a part."""
    return [one for one in document.series if (one.part, one.family) == (series.part, series.family)]


def heading_hit(document: Document, item: Item) -> Hit:
    """A hit at the mark that a heading ends in."""
    end = _end(document, item)
    return end_mark_hit(document, Span(end - 1, end), item.heading)


def end_mark_hit(document: Document, place: Span, heading: Span) -> Hit:
    """A hit at a mark that is cut: of a sentence, or of a title over two lines, it may be the right one."""
    values = {"found": document.slice(place), "heading": document.slice(heading)}
    return Hit(place, values, edits=(Edit(place, ""),), certain=values["found"] in _NO_PAUSE)


def _is_bare(document: Document, item: Item) -> bool:
    """Whether an item is a heading alone in its paragraph with text or items below it."""
    return (
        not (item.run_in or item.inline or item.quoted)
        and item.heading.end - item.heading.start <= _LONGEST
        and item.heading.end <= _end(document, item) <= item.heading.end + 1
        and _end(document, item) < item.span.end
        and _last(document, item) not in _LEADS_IN
        and _PROVISION not in document.slice(item.heading)
    )


def _end(document: Document, item: Item) -> int:
    return document.reading.blocks[item.block].end


def _last(document: Document, item: Item) -> str:
    return document.text[_end(document, item) - 1]
