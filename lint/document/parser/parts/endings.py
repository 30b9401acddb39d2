"""How a part ends: closing formula, signature and date, above the imprint."""

from collections.abc import Sequence

from lint.document.annex_head import ANNEX_ITEM
from lint.document.imprint import NOTE, is_imprint
from lint.document.parser.parts.edge_lines import BRACKETED, DATE, STOPS, Lines, span_of
from lint.formats.blocks import PROSE
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_CLOSING = lazy(r"^(?:特此|以上|妥否|当否|可否|请予|此复|专此|现予|此令|敬请|谢谢|我的(?:讲话|发言|报告)完)")
_FIELD = lazy(r"^(?:整改|完成|责任|牵头|配合|负责|措施|目标|时限|具体)[^：:。，]{0,8}[：:]")
_LONGEST_TAIL = 40  # blocks below a date that is set right: a list of copies, notes, a form


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
            and not _is_entry(lines, before)
            and not (signature and _is_content(lines, before))
        ):
            signature.insert(0, before.pop())
    elif (
        tail
        and lines.is_bare(tail[-1], 30)
        and len(left) > (1 if addressed else 3)
        and lines.heads[tail[-1]] is None
        and not _FIELD.match(lines.texts[tail[-1]])
        and not ANNEX_ITEM.match(lines.texts[tail[-1]])
        and not _is_entry(lines, left)
        and not _is_content(lines, left)
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
        span_of(lines.blocks, [closing]) if closing is not None else None,
        span_of(lines.blocks, signature),
        span_of(lines.blocks, [date]) if date is not None else None,
        rest,
    )


def _is_entry(lines: Lines, left: Sequence[int]) -> bool:
    """Whether the last block, a line in brackets right below a heading, is what a form asks for: （由验收单位填写）."""
    return len(left) > 1 and lines.heads[left[-2]] is not None and bool(BRACKETED.match(lines.texts[left[-1]]))


def _is_content(lines: Lines, left: Sequence[int]) -> bool:
    """Whether the last block is what a heading holds, as the one before it of its family holds a line."""
    head = lines.heads[left[-2]] if len(left) > 1 else None
    if head is None or lines.texts[left[-2]][-1] in STOPS:
        return False
    heads = [lines.heads[index] for index in left]
    before = [place for place, one in enumerate(heads[:-2]) if one and one.family is head.family]
    return bool(before) and heads[before[-1] + 1] is None


def _above_imprint(lines: Lines, left: list[int]) -> tuple[list[int], list[int]]:
    """The blocks of a part without the imprint (版记) at its end, and the notes right above that."""
    end = len(left)
    while end and lines.blocks[left[end - 1]].kind in PROSE and is_imprint(lines.texts[left[end - 1]]):
        end -= 1
    start = end
    while start and NOTE.match(lines.texts[left[start - 1]]):
        start -= 1
    return left[:start], left[start:end]
