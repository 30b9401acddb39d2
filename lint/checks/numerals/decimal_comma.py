"""Whether a decimal point was typed as a full-width comma, which parts the figure in two: 培训1，2万人次."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.edit import Edit
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of
from lint.text.source import Span

_COMMA = "，"
_LONGEST = 3  # digits before the comma
_NAMED = 120  # characters around a figure in which another may have the same name
_ENDS = "(?=[，。；、）)\n]|左右|以上|$)"
_SCALED = lazy(
    "，(?P<rest>[0-9]?[1-9])[余多]?[万亿](?:元|人次?|户次?|亩|吨|公斤|千克|斤|平方(?:米|公里)|公顷|立方米|公里|千米"
    f"|千瓦时?|株|头|只|羽|件|家|个|台|套|辆|册){_ENDS}"
)
_RATE = lazy(f"，(?P<rest>[0-9]{{1,2}})(?:[%％]|个百分点){_ENDS}")
_WHOLE = lazy("(?P<name>[^\\W\\d_a-zA-Z]{2})(?P<whole>0|[1-9][0-9]?)\\Z")
_RANKED = lazy("[第表图件号类级档组名比分为是至到奖得居列每各之年月日期版章节条款项步班路线楼层排位座别]\\Z")
"""The end of a word that a bare number may stand behind: 居全省第4，20万群众受益."""
_CHANGED = lazy("(?:增长|增加|提高|提升|上升|上涨|下降|下滑|降低|减少|回落|占比|率|达到?)\\Z")
_EACH = lazy("分别|依次|各(?![类级地种项行])")


class DecimalComma(Check, frozen=True):
    """A number without a unit before a full-width comma, and one or two figures with a scale or a per cent behind it.

    Numbers of rank, and those that a name has where another stands with it nearby (项目1，3万元，项目2，5万元), are
    none.
    """

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def signs(self) -> tuple[str, ...]:
        """The comma."""
        return (_COMMA,)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such figure."""
        text = document.typed
        for comma in places_of(_COMMA, text):
            if not (text[comma - 1 : comma].isdecimal() and text[comma + 1 : comma + 2].isdecimal()):
                continue
            span = _figure(text, comma)
            if span and not document.is_quoted(span.start):
                point = Edit(Span(comma, comma + 1), ".")
                found = document.typed[span.start : span.end]
                yield Hit(span, {"found": found, "expected": found.replace(_COMMA, ".")}, edits=(point,))


def _figure(text: str, comma: int) -> Span | None:
    """The figure around a comma."""
    before = text[max(0, comma - _LONGEST - _NAMED) : comma]
    whole = _WHOLE.search(before)
    if whole is None:
        return None
    said = before[: whole.start("whole")]
    clause = said[max(said.rfind(mark) for mark in "，。；\n") + 1 :]
    if _EACH.search(clause):
        return None
    scaled, rate = _SCALED.match(text, comma), _RATE.match(text, comma)
    if scaled and not _RANKED.search(said) and not _is_counted_on(text, comma, said, whole["name"]):
        return Span(comma - len(whole["whole"]), scaled.end("rest"))
    if rate and _CHANGED.search(said):
        return Span(comma - len(whole["whole"]), rate.end("rest"))
    return None


def _is_counted_on(text: str, comma: int, before: str, name: str) -> bool:
    """Whether a name has another number in the same line: 项目1，3万元，项目2，5万元."""
    line = before[before.rfind("\n") + 1 : -len(name)] + "\n" + text[comma : comma + _NAMED].partition("\n")[0]
    return re.search(f"{name}[0-9]", line) is not None
