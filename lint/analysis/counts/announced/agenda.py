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
_TAIL = lazy(
    "等?(?:[0-9一二三四五六七八九十几多]+[项个件])?(?:有关|相关|重要|具体)?的?(?:事项|议题|事宜|汇报|文件|问题|工作|情况)?$"
)
_SHORTEST = 4  # characters that name a matter
_LEAST = 3  # matters


def absent_matter(document: Document, part: Part, lead: Span, called: PartNames) -> Span | None:
    """The one of three matters or more that neither a heading nor a paragraph below a lead takes up."""
    names = tuple(_matters(document, lead))
    absent = absent_part(document, part, NamedLead(names, 0, 0), called) if len(names) >= _LEAST else None
    below = (block for block in document.reading.blocks if lead.end <= block.start < part.span.end)
    if (
        absent is None
        or _is_in_its_place(document, part, names, absent)
        or any(is_taken_up_by(document.text[one.start : one.end], document.slice(absent)) for one in below)
    ):
        return None
    return absent


def _is_in_its_place(document: Document, part: Part, names: tuple[Span, ...], absent: Span) -> bool:
    """Whether each matter has its heading, that in the place of one being about no other: 干部任免 as 人事事项."""
    heading = heading_in_place(document, part, names, absent)
    return heading != "" and not any(is_taken_up_by(heading, document.slice(name)) for name in names if name != absent)


def _matters(document: Document, lead: Span) -> Iterator[Span]:
    for found in _MATTERS.finditer(document.text, lead.start, lead.end):
        start, stop = found.span("names")
        for between in (*_BETWEEN.finditer(document.text, start, stop), None):
            end = between.start() if between else stop
            name = _TAIL.sub("", document.text[start:end])
            if len(name) >= _SHORTEST:
                yield Span(start, start + len(name))
            start = between.end() if between else end
