"""The frame of a draft: where its parts begin, and the title, recipients, signature and date of each."""

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from lint.document.annex_head import ANNEX_HEAD, ANNEX_ITEM, NAMED_ANNEX
from lint.document.document_number import is_number
from lint.document.families import ARTICLE, CHAPTER, HAN
from lint.document.markers import Marker
from lint.document.parser.parts.annex_lists import annex_list, begins_annex_list
from lint.document.parser.parts.edge_lines import DATE, MAX_TITLE, STOPS, TITLE_END, Lines
from lint.document.parser.parts.endings import take_ending
from lint.document.parser.parts.titles import take_recipients, take_title
from lint.formats.blocks import PROSE, Reading
from lint.text.comparison.compare import letters
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_ENDS_DATE = frozenset("日）)0123456789")
_LONE = lazy(r"^附[ \u3000]*[：:]$")
_IN_BRACKETS = lazy(r"^[（(【〔]")
"""A note below the date (附注), also one whose bracket nobody closed; no title begins so."""
_ISSUING = lazy("印发|发布|公布|下发|颁发|转发")
_NAME = lazy("《([^《》]{6,})》")
_HEAD = 8  # lines that hold the title of a notice
_TITLE = 2  # lines of a title
_CONTENTS = lazy(r"^目[\s\u3000]*[录次]$")
_LEADERS = lazy(r"(?:[\s\u3000.．·…—-]+[ivxIVXⅠ-Ⅻ]+|[\s\u3000.．·…—-]*\d*)$")
_PAGED = lazy(r"[\s\u3000.．·…—-](?:\d{1,3}|[ivxIVXⅠ-Ⅻ]+)[\s\u3000—-]*$")


class Frame(msgspec.Struct, frozen=True):
    """One part of the draft in blocks: its edges, its named pieces, and the blocks that hold its text.

    ``annex_list`` are the blocks of 附件：1. … 2. …; ``body`` the blocks in which markers are looked for.
    """

    kind: str
    first: int
    last: int
    title: Span | None
    subtitle: Span | None
    recipients: Span | None
    contents: tuple[int, ...]
    annex_list: tuple[int, ...]
    closing: Span | None
    signature: Span | None
    date: Span | None
    body: tuple[int, ...]


def find_frames(reading: Reading) -> tuple[list[Frame], list[Marker | None]]:
    """Split the reading into parts; the head marker of every block comes with them."""
    lines = Lines(reading)
    contents = _find_contents(lines)
    starts = _find_parts(lines, set(contents))
    frames = []
    for (kind, first), (_, following) in zip(starts, [*starts[1:], ("", len(lines))], strict=True):
        frames.append(_frame(lines, kind, first, following, contents))
    return frames, lines.heads


def _find_contents(lines: Lines) -> list[int]:
    """Blocks of every table of contents: its heading and its entries."""
    laid_out = {index for index, block in enumerate(lines.blocks) if block.role == "contents"}
    headings = [index for index, text in enumerate(lines.texts) if text.startswith("目") and _CONTENTS.match(text)]
    found: set[int] = set()
    for index in headings:
        if index + 1 in laid_out:
            found.add(index)
        elif index not in found and index not in laid_out:
            found.update(range(index, _contents_end(lines, index)))
    return sorted(found | laid_out)


def _entry(text: str) -> str:
    return "".join(_LEADERS.sub("", text).split())


def _contents_end(lines: Lines, start: int) -> int:
    """The block after the last entry: where the first entry comes again, or any without its page, or entries stop."""
    if start + 1 >= len(lines):
        return start + 1
    first, head = _entry(lines.texts[start + 1]), lines.heads[start + 1]
    listed = lines.blocks[start + 1].kind == "list_item"
    paged = {first} if _PAGED.search(lines.texts[start + 1]) else set()
    for index in range(start + 2, len(lines)):
        text, marker = lines.texts[index], lines.heads[index]
        if _entry(text) == first:
            return index
        if _PAGED.search(text):
            paged.add(_entry(text))
        elif _entry(text) in paged:
            return index
        if listed and lines.blocks[index].kind != "list_item":
            return index
        again = head is not None and marker is not None and (marker.family, marker.value) == (head.family, head.value)
        if again or len(text) > MAX_TITLE or text[-1:] in "。；，：:":
            return index
    return start + 1


def _find_parts(lines: Lines, contents: set[int]) -> list[tuple[str, int]]:
    """First block and kind of every part: the draft, its annexes, texts under a second title."""
    starts = [("main", 0)]
    dated = False
    for index in range(1, len(lines)):
        if index in contents:
            continue
        text = lines.texts[index]
        below = dated or starts[-1][0] == "annex"
        if text.startswith("附") and (_begins_annex(lines, index, below=below) or _is_lone(lines, index)):
            starts.append(("annex", index))
            dated = False
        elif _begins_text(lines, index, starts[-1][1], dated=dated):
            starts.append(("text", index))
            dated = False
        elif index > starts[-1][1] + 2 and text[-1:] in _ENDS_DATE and DATE.match(text):
            dated = True
    return starts


def _is_lone(lines: Lines, index: int) -> bool:
    """Whether 附： stands alone above the title of an annex, and not above a list of several."""
    following = index + 1
    above_title = following < len(lines) and lines.is_bare(following) and not ANNEX_ITEM.match(lines.texts[following])
    return above_title and _LONE.match(lines.texts[index]) is not None


def _begins_annex(lines: Lines, index: int, *, below: bool) -> bool:
    """Whether an annex begins here; only below a dated text or another annex may its head be 附件1：名称."""
    match = ANNEX_HEAD.match(lines.texts[index])
    listed = NAMED_ANNEX.match(lines.texts[index]) and NAMED_ANNEX.match(lines.texts[index - 1])  # without a colon
    if match is None or listed or lines.blocks[index].kind not in ("paragraph", "heading"):
        return False
    if lines.blocks[index].kind == "heading":
        return True
    name = match["name"]
    if name[-1:] in tuple(STOPS) or (match["colon"] and not match["number"]):
        return False
    if match["colon"] and name and not (below and not ANNEX_ITEM.match(lines.texts[index - 1])):
        return False
    if name and not match["number"]:
        return False
    following = lines.texts[index + 1] if index + 1 < len(lines) else ""
    return bool(following) and (not name or not ANNEX_ITEM.match(following))


def _begins_text(lines: Lines, index: int, first: int, *, dated: bool) -> bool:
    """Whether a second title stands here: after a dated signature, or where the numbering begins anew."""
    if index - first < 3 or not lines.is_bare(index) or _IN_BRACKETS.match(lines.texts[index]):
        return False
    block = lines.blocks[index]
    if block.kind == "heading":
        return block.level == 1 and any(
            lines.blocks[i].kind == "heading" and lines.blocks[i].level == 1 for i in range(first, index)
        )
    if DATE.match(lines.texts[index]) or is_number(lines.texts[index]) or begins_annex_list(lines.texts[index]):
        return False
    if dated:
        return index + 1 < len(lines) and not lines.goes_on(first, index)
    if _is_issued(lines, index, first):
        return True
    return bool(TITLE_END.search(lines.texts[index])) and _restarts_after(lines, index, first)


def _is_issued(lines: Lines, index: int, first: int) -> bool:
    """Whether a line, or two, is the name in marks of what the title above issues: 关于印发《…方案》的通知, undated."""
    above = "".join(lines.texts[first : min(first + _HEAD, index)])
    if not _ISSUING.search(above) or lines.texts[index - 1].startswith("附") or index + _TITLE >= len(lines):
        return False
    names = {letters(name) for name in _NAME.findall(above)}
    one, two = letters(lines.texts[index]), letters("".join(lines.texts[index : index + 2]))
    return bool(names) and (one in names or two in names)


def _restarts_after(lines: Lines, index: int, first: int) -> bool:
    """Whether the next top marker is a first one of a family that was already running."""
    following = next((head for head in lines.heads[index + 1 : index + 6] if head is not None and not head.doubt), None)
    if following is None or following.value != 1 or following.family not in (HAN, ARTICLE, CHAPTER):
        return False
    running = lines.running.get(following.family.name, ())
    return bisect_left(running, first) < bisect_left(running, index)


def _frame(lines: Lines, kind: str, first: int, following: int, contents: Sequence[int]) -> Frame:
    own_contents = tuple(contents[bisect_left(contents, first) : bisect_left(contents, following)])
    apart = {*own_contents, *(index for index in range(first, following) if lines.blocks[index].kind == "aside")}
    left = [index for index in range(first, following) if index not in apart]
    title, subtitle, left = take_title(lines, kind, left)
    recipients, left = take_recipients(lines, left) if kind != "annex" else (None, left)
    closing, signature, date, left = take_ending(lines, left, addressed=recipients is not None)
    listed = annex_list(lines, left)
    apart = {*listed}
    body = tuple(index for index in left if index not in apart and lines.blocks[index].kind in PROSE)
    return Frame(
        kind,
        first,
        following - 1,
        title,
        subtitle,
        recipients,
        own_contents,
        listed,
        closing,
        signature,
        date,
        body,
    )
