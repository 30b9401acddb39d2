"""Whether a heading has something below it."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Hit
from lint.checks.shared.selection import Selection
from lint.document.families import DIGIT, HAN_PAREN, LABEL
from lint.document.tree import Document, Item, Series
from lint.formats.blocks import PROSE
from lint.text.patterns.lazy import lazy

_KINDS = lazy("[种类]|有|包括|包含|分为")
_TASKS = lazy("工作|任务|措施|举措|阶段|步骤|环节|要求|做法|建议|问题|原因|意见|方面")
_CLAUSE = lazy("[，；：]|其[他它]|交办|[未无禁]|不(?![断懈])|[0-9]|应当|必须|可以")
"""What says all that there is to say: 严禁酒后上岗。"""
_NOTE = lazy("[（(][^（）()\n]*[）)](?=。?$)")
"""What a heading says in brackets, often when: （二）建设阶段（4月至9月）。"""
_FEW = 2  # siblings with a text, by which one without it is told
_MANY = 6  # items of one family in a part with a text, by which a longer one without it is told
_LONGEST = 14  # characters of such a heading
_LONGEST_OF_MANY = 24  # characters of one where all others of the part go on with text
_LEAD = 40  # characters of a line that leads in a list
_COLUMNS = lazy(r"(?<=[^\s\u3000])(?:[ \u3000]*\u3000| {2,})(?=[^\s\u3000])")
"""What sets the columns of a row apart: 1　编制规划　市规划局　6月30日前."""
_ANNEXED = lazy("[表图件册录单]")
"""What the heading of an annex holds: 附表, 任务清单, 组成人员名单."""
_BLANK = "\n \u3000"
_END_MARKS = "。，；：！？、.;:!?"
_CLOSES = lazy(
    "(?:以上|上述)(?:报告|汇报|发言|(?:对照)?检查|(?:就)?是我|(?:存在的?)?问题|(?:整改)?措施|情况|意见|内容)"
    "[^\n]*(?:批评|指正|审[议阅查]|指示|监督|不[妥当]|宝贵意见)"
)
"""What looks back on all of a draft below its last heading, and is no text of that."""
_BACK = lazy("(?:以上|上述)(?:存在的?)?(?:问题|[^，。；]{0,4}措施|工作|任务|要求|事项|内容)")
_CLOSING = lazy("结[语束尾论]|表态|最后|监督|公开|意见|请")


class ItemContent(Selection, frozen=True):
    """Bare headings with neither body nor child, in a run where most siblings have one; markers alone anywhere."""

    of_headings: ClassVar[bool] = True
    values: ClassVar[frozenset[str]] = frozenset({"marker", "heading"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each empty heading."""
        for series in self.selected(document):
            empty = _empty(document, series) or _stopped(document, series)
            bare = [item for item in empty if not document.slice(item.heading).strip()]
            if empty:
                for item in (
                    empty if _stands_out(document, series, empty) and not _is_outline(document, series) else bare
                ):
                    if not _is_followed_by_figure(document, series, item):
                        values = {"marker": document.slice(item.marker.span), "heading": document.slice(item.heading)}
                        yield Hit(item.sign, values)


def _is_outline(document: Document, series: Series) -> bool:
    """Whether the series stands in an annex of headings only, such as the outline of a report to be written."""
    part = document.parts[series.part]
    return part.kind == "annex" and not any(
        item.run_in or item.body.end > item.body.start for item in document.items_of(part)
    )


def _stands_out(document: Document, series: Series, empty: list[Item]) -> bool:
    """Whether most siblings have content; one of two tells something of headings only, and not of points in a list."""
    if series.items[0].marker.listed or _lists_nouns(document, series):
        return False
    if len(series.items) == 2:
        [other] = [item for item in series.items if item is not empty[0]]
        are_headings = series.family.rank <= HAN_PAREN.rank or _are_titled_alike(document, other, empty[0])
        return len(empty) == 1 and _holds_text(document, other) and are_headings
    return 2 * sum(_holds_text(document, item) for item in series.items) > len(series.items)


def _are_titled_alike(document: Document, item: Item, other: Item) -> bool:
    """Whether two headings begin and end with the same words, and the first has text below: 关于…的问题."""
    one, two = (document.slice(heading.heading).strip() for heading in (item, other))
    return bool(_own(document, item)) and len(one) > 4 and (one[:2], one[-2:]) == (two[:2], two[-2:])


def _lists_nouns(document: Document, series: Series) -> bool:
    """Whether a series below the ranks of headings is led in as kinds of something (有以下几种：)."""
    first = series.items[0]
    if series.family.rank < DIGIT.rank or first.inline or not first.block:
        return False
    before = document.reading.blocks[first.block - 1]
    text = document.text[max(before.start, before.end - _LEAD) : before.end]
    return text[-1] in "：:" and _KINDS.search(text) is not None and not _TASKS.search(text)


def _holds_text(document: Document, item: Item) -> bool:
    """Whether something stands below or after a heading."""
    return bool(item.children) or item.run_in or bool(_own(document, item))


def _empty(document: Document, series: Series) -> list[Item]:
    """The items with nothing below or after what may be a heading; one with a pause must be the only one."""
    found = [item for item in series.items if _is_empty(document, item)]
    if len(found) == 1 and _heads_only(document, series, found[0]):
        return found
    return [item for item in found if "，" not in _text(document, item)]


def _is_empty(document: Document, item: Item) -> bool:
    if item.children or item.run_in or item.inline or _own(document, item):
        return False
    text = _text(document, item)
    is_row = len(_COLUMNS.findall(document.slice(item.heading))) > 1
    return not is_row and text[-1:] not in _END_MARKS and "：" not in text and not text.endswith(("略）", "略)"))


def _text(document: Document, item: Item) -> str:
    """An item as far as it may be a heading: 步骤一：清理 without the label."""
    is_heading = item.marker.family.name.startswith(LABEL) or _ends_draft(document, item)
    return document.slice(item.heading if is_heading else item.span)


def _heads_only(document: Document, series: Series, item: Item) -> bool:
    """Whether all siblings, two or more, are headings of two clauses (聚焦安全，防范风险) with a text of their own.

    Headings of a run differ in length, but not much: a sentence of prose is longer.
    """
    others = [other for other in series.items if other is not item]
    longest = max((other.heading.end - other.heading.start for other in others), default=0)
    return (
        len(others) > 1
        and 2 * (item.heading.end - item.heading.start) <= 3 * longest
        and all("，" in document.slice(other.heading) and _holds_text(document, other) for other in others)
    )


def _stopped(document: Document, series: Series) -> list[Item]:
    """The one item that is a heading with its full stop (（二）强化执法检查。) where all others go on with text."""
    alone = [item for item in series.items if not item.run_in]
    others = [item for item in series.items if item.run_in]
    if len(alone) != 1 or len(others) < _FEW or series.family.rank < HAN_PAREN.rank:
        return []
    [item] = alone
    text = document.slice(item.span)
    own, *headings = (_NOTE.sub("", document.slice(one.heading)) for one in (item, *others))
    steady = _all_go_on(document, series)
    is_heading = (
        not (item.inline or item.quoted or item.children)
        and text.endswith("。")
        and not {"。", "\n"} & set(text[:-1])
        and max(map(len, headings)) <= (_LONGEST_OF_MANY if steady else _LONGEST)
        and len(own) <= max(map(len, headings))
        and not any(map(_CLAUSE.search, (own, *headings)))
        and ("、" not in own or (steady and any("、" in heading for heading in headings)))
        and (steady or not any("、" in heading for heading in headings))
    )
    return [item] if is_heading else []


def _all_go_on(document: Document, series: Series) -> bool:
    """Whether many items of the family go on with text in this part, and only one does not."""
    items = document.derive(("run-in items", series.part, series.family.name), lambda: _run_in(document, series))
    return items.count(True) >= _MANY and items.count(False) == 1


def _run_in(document: Document, series: Series) -> tuple[bool, ...]:
    """Of each item of the family in the part of a series, whether it is a heading that goes on with text."""
    alike = (one for one in document.series if (one.part, one.family) == (series.part, series.family))
    return tuple(item.run_in for one in alike for item in one.items if not item.inline and not item.children)


def _own(document: Document, item: Item) -> str:
    """The text of an item, but for what ends the whole draft; and what was read as its end but speaks of the item."""
    if _ends_draft(document, item):
        return ""
    return document.slice(item.body).strip(_BLANK + _END_MARKS) or _read_as_end(document, item)


def _ends_draft(document: Document, item: Item) -> bool:
    """Whether the only paragraph below a last heading looks back on all: 以上问题和措施，请批评指正."""
    body = document.slice(item.body).strip(_BLANK)
    if item.run_in or item.children or "\n" in body or not _CLOSES.match(body):
        return False
    is_last = any(item.span.end == one.span.end for one in document.parts[0].items[-1:])
    return is_last and not _CLOSING.search(document.slice(item.heading))


def _read_as_end(document: Document, item: Item) -> str:
    """The closing line of the draft right below a heading, where that is its text: 以上问题逐条整改，每月通报."""
    closing, following = document.parts[0].closing, item.block + 1
    blocks = document.reading.blocks
    if closing is None or following >= len(blocks) or blocks[following].start != closing.start:
        return ""
    text = document.slice(closing)
    is_own = _CLOSING.search(document.slice(item.heading)) or not _CLOSES.match(text)
    return text if _BACK.match(text) and is_own else ""


def _is_followed_by_figure(document: Document, series: Series, item: Item) -> bool:
    """Whether a table, code or picture, or （略）, stands between an item's heading and what follows.

    What begins another part is none, but for the annex that the heading of a table or list announces.
    """
    following = item.block + 1
    blocks = document.reading.blocks
    if following >= len(blocks):
        return False
    if blocks[following].start >= document.parts[series.part].span.end and not _ANNEXED.search(_text(document, item)):
        return False
    text = document.text[blocks[following].start : blocks[following].end]
    return blocks[following].kind not in PROSE or text[:1] in ("图", "表", "附") or text in ("（略）", "(略)")
