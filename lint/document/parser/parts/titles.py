"""How a part begins: its title and subtitle, its recipients."""

from collections.abc import Sequence

from lint.document.annex_head import ANNEX_HEAD
from lint.document.document_number import is_number
from lint.document.families import ARTICLE
from lint.document.kinds import EITHER
from lint.document.parser.parts.edge_lines import LINES, TITLE_END, Lines, is_aside, span_of
from lint.formats.blocks import PROSE
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_MARKED_TITLE = lazy(rf"^(?!现|根据|按照|为)[^。；：]{{0,30}}(?:关于[^。；：]+的|上的)(?:{EITHER})[。；，、,;：:]$")
_MARKS = tuple("。；，、,;:：")
_HEADER = lazy(
    r"^(?:特急|加急|急件|机密|秘密|绝密|内部)[★☆].{0,6}$|^(?:特急|加急|机密|秘密|绝密)$|^签发人[：:]|^[（(](?:代拟稿|征求意见稿|草稿|初稿|送审稿)[）)]$"
)
_FORM_FIELD = lazy(r"^(?![（(])[^\s：:，]{2,14}[：:]")
"""A line of a form, which completes no title: 单位名称：."""
_FORM_LINE = lazy(r"[：:□_＿]|[\s\u3000]{3}|年[\s\u3000]+月")
"""A line of a form, which stands below its title: 填报单位：　　　　年　　月　　日."""
_SALUTATION = lazy(r"[：:]$")
_LEADS_IN = lazy(r"如下|以下|下列|^(?:现|因|为|根据|按照|依据|经)(?!济|营)|，现")


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
            return span_of(lines.blocks, [named]), None, rest
    if rest and lines.blocks[rest[0]].kind in LINES and _is_marked_title(lines.texts[rest[0]]):
        block = lines.blocks[rest.pop(0)]
        return Span(block.start, block.end - 1), None, rest
    title = _laid_out_title(lines, rest)
    rest = rest[len(title) :]
    while (
        rest
        and not (title and lines.blocks[title[0]].role)
        and len(title) < 5
        and lines.is_bare(rest[0])
        and not is_aside(lines.texts[rest[0]])
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
        span = span_of(lines.blocks, [title[0], rest[0]])
        return span and Span(span.start, span.end - 1), None, rest[1:]
    subtitle: list[int] = []
    while (
        title
        and rest
        and len(subtitle) < 4
        and (_stands_aside(lines, rest[0]) or (_is_byline(lines, rest[0]) and not lines.begins_labels(rest[0])))
    ):
        subtitle.append(rest.pop(0))
    return span_of(lines.blocks, title), span_of(lines.blocks, subtitle), rest


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
        block.kind in LINES
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
    while end < min(5, len(rest)) and lines.blocks[rest[end]].role == "title" and not is_aside(lines.texts[rest[end]]):
        end += 1
    return list(rest[:end])


def _below_letterhead(lines: Lines, rest: list[int]) -> list[int]:
    """What stands below the office's name and the document's number, when the title stands there too."""
    for place in range(1, min(5, len(rest) - 1)):
        if is_number(lines.texts[rest[place]]):
            following = rest[place + 1]
            is_title = lines.is_bare(following) and not is_aside(lines.texts[following])
            if TITLE_END.search(lines.texts[rest[place - 1]]) and not TITLE_END.search(lines.texts[following]):
                return rest  # the number stands below the title
            return rest[place + 1 :] if is_title else rest
        if not lines.is_bare(rest[place]):
            return rest
    return rest


def _stands_aside(lines: Lines, index: int) -> bool:
    """Whether a line under the title is set off from the text, and no number that Word computes: ——1——."""
    head = lines.heads[index]
    return is_aside(lines.texts[index]) and (head is None or head.automatic is None)


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
            return span_of(lines.blocks, [index]), left[:place] + left[place + 1 :]
    return None, left
