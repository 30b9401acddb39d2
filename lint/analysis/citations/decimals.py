"""References to sections with decimal numbers (见3.2节) that are not there."""

import re
from collections.abc import Iterator

from lint.analysis.citations.reference import Reference
from lint.document.families import DOTTED
from lint.document.kinds import EITHER
from lint.document.markers import dotted_numbers, numbers_of
from lint.document.tree import Document
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_SECTION = r"\d{1,2}(?:[.．]\d{1,2}){1,3}"
_SAID = "规定|要求|程序|内容|职责|标准|流程|措施|条件|办法|方法|原则|分工|权限|约定|执行|办理|实施|处置"
_OWN = f"本(?:{EITHER}|手册|规范|文件|研究|可研|文)"
_DECIMAL = lazy(
    rf"""
    (?:见|详见|参见|按照?|依照|{_OWN})第?
    (?P<place>(?P<number>{_SECTION})(?:节|条|款|项(?!目)|部分|(?=的?规定)))
    |{_OWN}第?(?P<own>{_SECTION})(?=的?(?:{_SAID})|[）)。；，、])
    |(?:见|详见|参见)(?P<bare>{_SECTION})(?=[）)。；，、])
    """,
    re.VERBOSE,
)
_DECIMALS = frozenset(family.name for family in DOTTED)


def broken_decimals(document: Document) -> Iterator[Reference]:
    """见3.2节 in a draft that is numbered in decimals and has no 3.2."""
    if document.families.isdisjoint(_DECIMALS):
        return
    items = [item for item in document.items if item.marker.family in DOTTED and not item.inline]
    numbered = [(numbers_of(document.text, item.marker), item) for item in items]
    known = {numbers for numbers, _ in numbered}
    if sum(len(numbers) > 1 for numbers in known) < 4:
        return
    last_of = {numbers[:-1]: item for numbers, item in numbered}
    for match in _DECIMAL.finditer(document.text):
        group = next(name for name in ("place", "own", "bare") if match[name])
        numbers = dotted_numbers(match["number"] or match[group])
        if numbers in known or document.is_quoted(match.start()):
            continue
        last = last_of.get(numbers[:-1], items[-1])
        yield Reference("decimal", Span(*match.span(group)), last.marker.span)
