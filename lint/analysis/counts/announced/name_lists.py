"""Lists of names, one a line and mostly without numbers, as annexes hold them: 先进集体名单（共8个）."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from lint.analysis.paragraphs import lines as lines_of
from lint.document.tree import Document, Part
from lint.text.patterns.fragments import SMALL, SOME
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_STATED = lazy(
    f"[（(](?P<count>共?计?(?P<number>[0-9]{{1,3}}|{SOME})[个名人位家项所支户]"
    "(?:单位|集体|个人|同志)?)(?:[，,；;][^（）()\\n]{0,20})?[）)]\\s*\\Z"
)
LIST = "名单(?:[（(][^（）()\\n]*[）)])?\\s*\\Z"
"""How the line ends that heads a list of names."""
_LIST = lazy(LIST)
_END = lazy("[\\s　]*(?:[0-9]{4}年[0-9]{1,2}月|[—-]{2,}|.{0,20}(?:印发|办公室)\\s*[0-9]{4}年)")
"""A line that is a date, a rule or the imprint."""
_GROUP = lazy(f"[\\s　]*(?:{SMALL}、|[（(]{SMALL}[）)])")
_NOTE = lazy("[\\s　]*[（(][^（）()\\n]*[）)]\\s*\\Z")
_PROSE = lazy("[。；;：:，,！？|\\t]")
_NAME = lazy("[\\u4e00-\\u9fff·]{2,4}")
_LONGEST = 40  # characters of a line
_FEWEST = 3
_FEWEST_STATED = 2  # below a head that says how many


class NameList(msgspec.Struct, frozen=True):
    """A list of names: the line that heads it, the number told there (0 where none is), its place, and its names."""

    head: Span
    number: str
    place: Span
    first: Span
    counted: int


def name_lists(document: Document, part: Part, ends: tuple[str, ...]) -> Iterator[NameList]:
    """The lists of names of a part, each with the line that says what it is; what begins with ``ends`` is below."""
    starts = [table.rows[0][0].at for table in document.reading.tables if table.rows and table.rows[0]]
    if any(part.span.start <= at < part.span.end for at in starts):
        return
    lines = [line for line in lines_of(document, part) if document.slice(line).strip()]
    for index, line in enumerate(lines):
        text = document.slice(line)
        stated = _STATED.search(text) if text.rstrip().endswith(("）", ")")) else None
        note = index > 0 and _NOTE.match(text) is not None
        head = lines[index - 1] if note else line
        if (stated or _LIST.search(text)) and not _PROSE.search(text[: stated.start() if stated else len(text)]):
            follows = index + 1 < len(lines) and _NOTE.match(document.slice(lines[index + 1])) is not None
            names = [] if follows and not stated else list(_names(document, islice(lines, index + 1, None), text, ends))
            counted = _counted([document.slice(name) for name in names])
            if counted >= (_FEWEST_STATED if stated else _FEWEST):
                place = Span(*(line.start + at for at in stated.span("count"))) if stated else head
                yield NameList(head, stated["number"] if stated else "", place, names[0], counted)


def _names(document: Document, lines: Iterable[Span], head: str, ends: tuple[str, ...]) -> Iterator[Span]:
    """The lines from a head on up to what is none; nothing where prose follows them."""
    names: list[Span] = []
    grouped = _GROUP.match(head) is not None
    for line in lines:
        text = document.slice(line)
        if text.lstrip().startswith(ends) or _END.match(text):
            break
        if _STATED.search(text) or (grouped and _GROUP.match(text)):
            break
        if len(text.strip()) > _LONGEST or _PROSE.search(text) or _LIST.search(text):
            return
        if not _NOTE.match(text):
            names.append(line)
    yield from names


def _counted(lines: Sequence[str]) -> int:
    """How many names stand in lines: as many as lines, or as names where lines hold several; 0 if unclear."""
    rows = [re.split("[\\s　、]+", line.strip()) for line in lines]
    several = [len(row) > _FEWEST - 1 and all(map(_NAME.fullmatch, row)) for row in rows]
    if not any(several):
        return len(rows) if not any(len(word) == 1 for row in rows for word in row) else 0
    return sum(map(len, rows)) if all(all(map(_NAME.fullmatch, row)) for row in rows) else 0
