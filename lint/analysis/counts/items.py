"""How many items a run holds: steps told after ，, and one that its author marked as of another level, counted."""

from collections.abc import Iterator

from lint.document.families import ORDER
from lint.document.tree import Document, Item, Series
from lint.text.numerals import value_of
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of
from lint.text.source import Span

_STEP = lazy("(?:首先|其次|再次|然后|随后|继而|接着|接下来|之后|其后|再者|再|进而|最后|最终)(?![次度三])|(?:其次|再次)")
_LEAD = lazy(
    "(?:分|按|通过|经过|采取|实行)(?:成|为|作|以下)*(?P<text>(?P<number>[二三四五六七八九十两]|[2-9])"
    "(?:步走?|个(?:步骤|阶段|环节|层次|时段|步)))[^，。；：\\n]{0,12}[：:，,。]\\Z"
)
_LONGEST_LEAD = 30
_BETWEEN = lazy("[，；。]")
_END = lazy("[。\n]")
_FIRST, _LAST = "首先", ("最后", "最终")


def counted_items(document: Document, series: Series) -> int:
    """The number of a series' items; where it is one of words (首先) in one sentence, that of the steps it tells.

    A lone 4、 below （三） counts as the fourth.
    """
    first, last = series.items[0], series.items[-1]
    strays = int(len(series.items) > 1 == len(last.children) and _continues(last, last.children[0]))
    if series.family is not ORDER or not first.inline:
        return len(series.items) + strays
    start = first.marker.span.start
    end = _END.search(document.text, start)
    sentence = document.slice(Span(start, end.start() if end else last.span.end))
    if last.marker.span.start >= start + len(sentence):
        return len(series.items)
    return max(len(series.items), _steps(sentence))


def _continues(last: Item, below: Item) -> bool:
    """Whether an only item below the last has the next number, as no first of a level has."""
    return not below.inline and bool(last.marker.value) and below.marker.value == (last.marker.value or 0) + 1


def possible_counts(document: Document, series: Series) -> tuple[int, ...]:
    """The numbers that a series may have: one more where below its last item a lone marker repeats that number.

    四是 in a paragraph of its own below （四） is the fifth, or a remark on the fourth.
    """
    counted, last = counted_items(document, series), series.items[-1]
    if len(series.items) > 1 == len(last.children) and _repeats(last, last.children[0]):
        return counted, counted + 1
    return (counted,)


def _repeats(last: Item, below: Item) -> bool:
    """Whether an only item below the last has its number, which is not the first of any level."""
    return not below.inline and (last.marker.value or 0) > 1 and below.marker.value == last.marker.value


def told_steps(document: Document) -> Iterator[tuple[Span, int, int]]:
    """Where a sentence announces the steps after it (分三步推进：首先…，最后…), how many, and how many it tells.

    Only those that are no items of a run: 最后 after a ， is no marker.
    """
    text = document.text
    items = {series.items[0].marker.span.start for series in document.series if series.family is ORDER}
    for place in places_of(_FIRST, text):
        start = max(0, place - _LONGEST_LEAD)
        lead = None if place in items else _LEAD.search(text[start:place])
        if lead:
            end = _END.search(text, place)
            steps = _steps(text[place : end.start() if end else len(text)])
            if steps > 1:
                yield Span(start + lead.start("text"), start + lead.end("text")), value_of(lead["number"]), steps


def _steps(sentence: str) -> int:
    """The steps from 首先 to 最后; 0 where the sentence does not go so far."""
    steps = [clause for clause in _BETWEEN.split(sentence) if _STEP.match(clause)]
    return len(steps) if steps and steps[0].startswith(_FIRST) and steps[-1].startswith(_LAST) else 0
