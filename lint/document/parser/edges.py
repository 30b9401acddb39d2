"""What stands at the edges of a part: its title, recipients, closing, signature and date."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from lint.document.annex_head import ANNEX_HEAD, ANNEX_ITEM
from lint.document.automatic import head_of
from lint.document.document_number import is_number
from lint.document.imprint import NOTE, is_imprint
from lint.document.kinds import EITHER
from lint.document.markers import ARTICLE, Marker
from lint.document.parser.labels import find_label
from lint.formats.blocks import PROSE, Block, Reading
from lint.text.lazy import lazy
from lint.text.source import Span

_LABELLED = 40  # blocks below a label within which the second one stands
_SECOND = 2
STOPS = "。！？；：，、,;:.…"
TITLE_END = lazy(rf"(?:{EITHER})(?:[（(〔].*[）)〕])?$")
_MARKED_TITLE = lazy(rf"^(?!现|根据|按照|为)[^。；：]{{0,30}}(?:关于[^。；：]+的|上的)(?:{EITHER})[。；，、,;：:]$")
_MARKS = tuple("。；，、,;:：")
_HEADER = lazy(
    r"^(?:特急|加急|急件|机密|秘密|绝密|内部)[★☆].{0,6}$|^(?:特急|加急|机密|秘密|绝密)$|^签发人[：:]|^[（(](?:代拟稿|征求意见稿|草稿|初稿|送审稿)[）)]$"
)
BRACKETED = lazy(r"^[（(【〔](?:[^（()）【】〔〕]|[（(【〔][^（()）【】〔〕]*[）)】〕])*[）)】〕]$")
"""A line in one pair of brackets, which may hold others: not （一）甲（乙）."""
_SUBTITLE = lazy(r"^(?:——|—)")
DATE = lazy(
    r"^[（(]?(?:\d{2,4}|[〇○零一二三四五六七八九0-9]{4}|[Xx×]{2,4})\s*年\s*[\d一二三四五六七八九十Xx×]{0,3}\s*月\s*"
    r"[\d一二三四五六七八九十Xx×]{0,3}\s*[日号][）)]?$|^20\d\d(?P<mark>[.．/\-—])\d{1,2}(?P=mark)\d{1,2}日?$|^20\d\d年\d{1,2}月\d{1,2}$"
    r"|^[\[［【](?:成文|发文|落款)?日期[\]］】]$"
)
_CLOSING = lazy(r"^(?:特此|以上|妥否|当否|可否|请予|此复|专此|现予|此令|敬请|谢谢|我的(?:讲话|发言|报告)完)")
_FIELD = lazy(r"^(?:整改|完成|责任|牵头|配合|负责|措施|目标|时限|具体)[^：:。，]{0,8}[：:]")
_FORM_FIELD = lazy(r"^(?![（(])[^\s：:，]{2,14}[：:]")
"""A line of a form, which completes no title: 单位名称：."""
_FORM_LINE = lazy(r"[：:□_＿]|[\s\u3000]{3}|年[\s\u3000]+月")
"""A line of a form, which stands below its title: 填报单位：　　　　年　　月　　日."""
_SALUTATION = lazy(r"[：:]$")
_LEADS_IN = lazy(r"如下|以下|下列|^(?:现|因|为|根据|按照|依据|经)(?!济|营)|，现")
MAX_TITLE = 60
_LONGEST_TAIL = 40  # blocks below a date that is set right: a list of copies, notes, a form
_LINES = ("paragraph", "heading")


class Lines:
    """The blocks with their texts and head markers, computed once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.blocks = reading.blocks
        self.texts = [reading.text[block.start : block.end] for block in reading.blocks]
        labels = {label.span.start: label for label in reading.labels}
        self.heads: list[Marker | None] = [
            head_of(reading.text, block, labels.get(block.start)) if block.kind in PROSE else None
            for block in reading.blocks
        ]

    def __len__(self) -> int:
        """How many blocks there are."""
        return len(self.blocks)

    @cached_property
    def running(self) -> dict[str, list[int]]:
        """By family, the blocks that begin with a marker which is no first one."""
        found: dict[str, list[int]] = {}
        for index, head in enumerate(self.heads):
            if head is not None and (head.value or 0) > 1:
                found.setdefault(head.family.name, []).append(index)
        return found

    def goes_on(self, first: int, index: int) -> bool:
        """Whether the numbers that run from a block on go on below another: the next sure one follows the last."""
        sure, by_family = self._sure
        place = bisect_left(sure, index)
        following = self.heads[sure[place]] if place < len(sure) else None
        if following is None or (following.value or 0) < 2:
            return False
        own = by_family[following.family.name]
        before = bisect_left(own, index) - 1
        last = self.heads[own[before]] if before >= 0 and own[before] >= first else None
        return last is not None and last.value == (following.value or 0) - 1

    @cached_property
    def _sure(self) -> tuple[list[int], dict[str, list[int]]]:
        """The blocks that begin with a sure marker, all of them and by family."""
        sure = [index for index, head in enumerate(self.heads) if head is not None and not head.doubt]
        by_family: dict[str, list[int]] = {}
        for index in sure:
            head = self.heads[index]
            if head is not None:
                by_family.setdefault(head.family.name, []).append(index)
        return sure, by_family

    def is_bare(self, index: int, most: int = MAX_TITLE) -> bool:
        """Whether a block is a short line of prose without end punctuation or a sure marker."""
        text, head = self.texts[index], self.heads[index]
        return (
            0 < len(text) <= most
            and text[-1] not in STOPS
            and "。" not in text
            and self.blocks[index].kind in _LINES
            and (head is None or head.doubt > 0)
        )

    def begins_labels(self, index: int) -> bool:
        """Whether a line carries the first of several labels: 课题1, with 课题2 further below."""
        first = find_label(self.reading.text, self.blocks[index])
        if first is None or first.value != 1:
            return False
        below = (find_label(self.reading.text, block) for block in self.blocks[index + 1 : index + _LABELLED])
        return any(label.family is first.family and label.value == _SECOND for label in below if label)


def take_title(lines: Lines, kind: str, left: list[int]) -> tuple[Span | None, Span | None, list[int]]:
    """Title (over up to five lines; without the mark that it should not end in), subtitle, the blocks that remain."""
    rest = list(left)
    while rest and (
        is_number(lines.texts[rest[0]])
        or _HEADER.match(lines.texts[rest[0]])
        or lines.blocks[rest[0]].kind not in PROSE
    ):
        rest.pop(0)
    rest = _below_letterhead(lines, rest) if kind != "annex" else rest
    if kind == "annex" and rest:
        match = ANNEX_HEAD.match(lines.texts[rest[0]])
        named = rest.pop(0)
        if match and match["name"]:
            return _span(lines.blocks, [named]), None, rest
    if rest and lines.blocks[rest[0]].kind in _LINES and _is_marked_title(lines.texts[rest[0]]):
        block = lines.blocks[rest.pop(0)]
        return Span(block.start, block.end - 1), None, rest
    title = _laid_out_title(lines, rest)
    rest = rest[len(title) :]
    while (
        rest
        and not (title and lines.blocks[title[0]].role)
        and len(title) < 5
        and lines.is_bare(rest[0])
        and not _is_aside(lines.texts[rest[0]])
        and not _begins_list(lines, rest[0])
    ):
        block = lines.blocks[rest[0]]
        if title and (block.kind == "heading" or lines.blocks[title[-1]].kind == "heading"):
            break
        if title and _ends_title(lines, kind, title[-1], rest[0]):
            break
        if title and block.gap and not _is_completed(lines.texts[title[-1]], lines.texts[rest[0]]):
            break
        title.append(rest.pop(0))
    if title and rest and _is_marked_end(lines, title, rest[0]):
        span = _span(lines.blocks, [title[0], rest[0]])
        return span and Span(span.start, span.end - 1), None, rest[1:]
    subtitle: list[int] = []
    while (
        title
        and rest
        and len(subtitle) < 4
        and (_is_aside(lines.texts[rest[0]]) or (_is_byline(lines, rest[0]) and not lines.begins_labels(rest[0])))
    ):
        subtitle.append(rest.pop(0))
    return _span(lines.blocks, title), _span(lines.blocks, subtitle), rest


def _is_marked_title(text: str) -> bool:
    """Whether a line is a title that ends in a mark: 关于召开会议的通知。."""
    return text.endswith(_MARKS) and _MARKED_TITLE.match(text) is not None


def _ends_title(lines: Lines, kind: str, last: int, index: int) -> bool:
    """Whether a line goes on with the title no more: it is complete, or a label or the line of a form follows."""
    following = lines.texts[index]
    form = _FORM_FIELD.match(following) or (kind == "annex" and _FORM_LINE.search(following))
    return bool(form or TITLE_END.search(lines.texts[last])) or lines.begins_labels(index)


def _begins_list(lines: Lines, index: int) -> bool:
    """Whether a line begins the text: 第一章总则, or 1．1—苯基 with 2．3，4—亚甲基 below it."""
    head, following = (lines.heads[place] if place < len(lines) else None for place in (index, index + 1))
    if head is not None and head.family.rank < ARTICLE.rank and head.value == 1:
        return True
    return (
        head is not None
        and following is not None
        and head.family is following.family
        and head.value == 1
        and following.value == 2
    )


def _is_marked_end(lines: Lines, title: Sequence[int], index: int) -> bool:
    """Whether a line completes a title that ends in a mark: 关于实施管制 / 和禁止捕捞的通告。."""
    text, block = lines.texts[index], lines.blocks[index]
    return (
        block.kind in _LINES
        and not block.gap
        and TITLE_END.search(lines.texts[title[-1]]) is None
        and _is_marked_title("".join(lines.texts[place] for place in title) + text)
    )


def _is_completed(unfinished: str, text: str) -> bool:
    """Whether a line after a blank one completes a title that was broken: 关于做好春季学期 / 食品安全工作的通知."""
    return "关于" in unfinished and "关于" not in text and TITLE_END.search(text) is not None


def _laid_out_title(lines: Lines, rest: Sequence[int]) -> list[int]:
    """The lines that a Word draft sets as its title, when it begins with them."""
    end = 0
    while end < min(5, len(rest)) and lines.blocks[rest[end]].role == "title" and not _is_aside(lines.texts[rest[end]]):
        end += 1
    return list(rest[:end])


def _below_letterhead(lines: Lines, rest: list[int]) -> list[int]:
    """What stands below the office's name and the document's number, when the title stands there too."""
    for place in range(1, min(5, len(rest) - 1)):
        if is_number(lines.texts[rest[place]]):
            following = rest[place + 1]
            is_title = lines.is_bare(following) and not _is_aside(lines.texts[following])
            if TITLE_END.search(lines.texts[rest[place - 1]]) and not TITLE_END.search(lines.texts[following]):
                return rest  # the number stands below the title
            return rest[place + 1 :] if is_title else rest
        if not lines.is_bare(rest[place]):
            return rest
    return rest


def _is_aside(text: str) -> bool:
    return bool(BRACKETED.match(text) or _SUBTITLE.match(text) or DATE.match(text) or is_number(text))


def _is_byline(lines: Lines, index: int) -> bool:
    """Whether a line under the title names an author: bare, short, right below it."""
    return (
        lines.is_bare(index, 40)
        and "：" not in lines.texts[index]
        and not lines.blocks[index].gap
        and lines.blocks[index].kind == "paragraph"
        and lines.heads[index] is None
    )


def take_recipients(lines: Lines, left: list[int]) -> tuple[Span | None, list[int]]:
    """主送机关 or a salutation: a line that ends in a colon before the text begins."""
    for place, index in enumerate(left[:3]):
        text = lines.texts[index]
        if lines.heads[index] is not None or "。" in text:
            break
        if _SALUTATION.search(text) and len(text) <= 300 and not _LEADS_IN.search(text):
            return _span(lines.blocks, [index]), left[:place] + left[place + 1 :]
    return None, left


def take_ending(
    lines: Lines, left: list[int], *, addressed: bool = False
) -> tuple[Span | None, Span | None, Span | None, list[int]]:
    """Closing formula, signature and date at the end of a part, and the blocks that remain.

    A text that is ``addressed`` to somebody may be signed however short it is.
    """
    left, notes = _above_imprint(lines, left)
    tail = left[-8:]
    laid_out = [index for index in left[-_LONGEST_TAIL:] if lines.blocks[index].role == "ending"]
    date = next(
        (
            index
            for index in (*reversed(tail), *reversed(laid_out))
            if DATE.match(lines.texts[index]) and not lines.goes_on(left[0], index)
        ),
        None,
    )
    taken = {date} if date is not None else set()
    signature: list[int] = []
    if date is not None:
        before = left[: left.index(date)]
        while (
            before
            and len(signature) < 4
            and (lines.is_bare(before[-1], 40) or lines.blocks[before[-1]].role == "ending")
            and not ANNEX_ITEM.match(lines.texts[before[-1]])
            and not _CLOSING.match(lines.texts[before[-1]])
            and not _FIELD.match(lines.texts[before[-1]])
        ):
            signature.insert(0, before.pop())
    elif (
        tail
        and lines.is_bare(tail[-1], 30)
        and len(left) > (1 if addressed else 3)
        and lines.heads[tail[-1]] is None
        and not _FIELD.match(lines.texts[tail[-1]])
        and lines.blocks[tail[-1]].kind == "paragraph"
    ):
        signature = [tail[-1]]
    taken |= set(signature)
    closing = next(
        (i for i in reversed(tail) if i not in taken and _CLOSING.match(lines.texts[i]) and len(lines.texts[i]) <= 60),
        None,
    )
    if closing is not None:
        taken.add(closing)
    if date is not None:
        taken |= {index for index in (*left[left.index(date) :], *notes) if BRACKETED.match(lines.texts[index])}
    rest = [index for index in (*left, *notes) if index not in taken]
    return (
        _span(lines.blocks, [closing]) if closing is not None else None,
        _span(lines.blocks, signature),
        _span(lines.blocks, [date]) if date is not None else None,
        rest,
    )


def _above_imprint(lines: Lines, left: list[int]) -> tuple[list[int], list[int]]:
    """The blocks of a part without the imprint (版记) at its end, and the notes right above that."""
    end = len(left)
    while end and lines.blocks[left[end - 1]].kind in PROSE and is_imprint(lines.texts[left[end - 1]]):
        end -= 1
    start = end
    while start and NOTE.match(lines.texts[left[start - 1]]):
        start -= 1
    return left[:start], left[start:end]


def _span(blocks: Sequence[Block], indices: Sequence[int]) -> Span | None:
    return Span(blocks[indices[0]].start, blocks[indices[-1]].end) if indices else None
