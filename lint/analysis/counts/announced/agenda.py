"""The matters that minutes say a meeting dealt with: 研究背街小巷整治、中转站改造、内控制度修订等事项."""

from collections.abc import Iterator

from lint.analysis.counts.announced.named_parts import (
    NamedLead,
    PartNames,
    absent_part,
    heading_in_place,
    is_taken_up_by,
)
from lint.document.tree import Document, Part
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_DEALT = (
    "(?:会议)?(?:专题|集体|分别|依次|重点|主要|还|并|先后|共同|逐项)*"
    "(?:传达|学习|听取|研究|审议|讨论|审定|审核|审查|通报|部署|安排|通过)+了?"
)
_MATTERS = lazy(f"(?:(?<![^，；。：\\n]){_DEALT})(?P<names>[^，。；：\\n]{{4,200}})")
_BETWEEN = lazy("、(?=[^、]{4})|以及")
_LAST = lazy("(?<=[^、]{4})[和及与](?=[^、和及与]{4,}\\Z)")
"""What joins the last name of a row to the one before: 甲、乙和丙."""
_HEARD = lazy("[^，。；：]{0,8}?听取了?[^，。；：]{2,12}?关于")
_TAIL = lazy(
    "等?(?:[0-9一二三四五六七八九十几多]+[项个件])?(?:有关|相关|重要|具体)?的?(?:事项|议题|事宜|汇报|文件|问题|工作|情况)?$"
)
_SHORTEST = 4  # characters that name a matter
_LEAST = 3  # matters


def absent_matter(document: Document, part: Part, lead: Span, called: PartNames) -> Span | None:
    """The one of three matters or more that neither a heading nor a paragraph below a lead takes up.

    They are all that the lead tells, or those of its longest clause. What the meeting heard an office say of something
    (听取了水利局关于…的汇报) is none beside a row of matters.
    """
    found = [*_MATTERS.finditer(document.text, lead.start, lead.end)]
    rows = {one: tuple(_names(document, Span(*one.span("names")))) for one in found}
    is_row = any(len(row) >= _LEAST for row in rows.values())
    clauses = [row for one, row in rows.items() if not (is_row and _HEARD.match(one[0]))]
    told = tuple(name for clause in clauses for name in clause)
    row = max(clauses, key=len, default=told)
    tried = (told, row) if len(row) < len(told) else (told,)
    return next(filter(None, (_absent(document, part, lead, names, called) for names in tried)), None)


def _absent(document: Document, part: Part, lead: Span, names: tuple[Span, ...], called: PartNames) -> Span | None:
    absent = absent_part(document, part, NamedLead(names, 0, 0), called) if len(names) >= _LEAST else None
    below = (block for block in document.reading.blocks if lead.end <= block.start < part.span.end)
    if (
        absent is None
        or _is_in_its_place(document, part, names, absent)
        or _is_joined_below(document, part, names, absent)
        or any(is_taken_up_by(document.text[one.start : one.end], document.slice(absent)) for one in below)
    ):
        return None
    return absent


def _is_in_its_place(document: Document, part: Part, names: tuple[Span, ...], absent: Span) -> bool:
    """Whether a heading about no other matter stands in the place of one: 干部任免 as 人事事项.

    That is the one of its number, or the one between those of the matters beside it.
    """
    others = [document.slice(name) for name in names if name != absent]
    tops = [document.slice(item.heading) for item in part.items if not item.inline]
    about = [next((place for place, other in enumerate(others) if is_taken_up_by(top, other)), -1) for top in tops]
    place, heading = names.index(absent), heading_in_place(document, part, names, absent)
    if heading and about[tops.index(heading)] < 0:
        return True
    behind = about.index(place) if place in about else len(about)
    before = about.index(place - 1) if place - 1 in about else -1
    return -1 in about[before + 1 : behind]


def _is_joined_below(document: Document, part: Part, names: tuple[Span, ...], absent: Span) -> bool:
    """Whether one heading takes up the last two matters as a row joins them: 集中配餐和校园食堂."""
    whole = document.slice(Span(names[-2].start, names[-1].end))
    is_of_both = absent in names[-2:] and "、" not in whole
    return is_of_both and any(is_taken_up_by(document.slice(item.heading), whole) for item in document.items_of(part))


def _names(document: Document, row: Span) -> Iterator[Span]:
    """The names of a row; its last two may be joined by 和."""
    start = row.start
    borders = [found.span() for found in _BETWEEN.finditer(document.text, *row)]
    last = _LAST.search(document.text, borders[-1][1], row.end) if len(borders) > 1 else None
    for end, following in [*borders, *([last.span()] if last else ()), (row.end, row.end)]:
        name = _TAIL.sub("", document.text[start:end])
        if len(name) >= _SHORTEST:
            yield Span(start, start + len(name))
        start = following
