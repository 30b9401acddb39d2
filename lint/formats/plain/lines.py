"""The lines of a draft, and how one tells where a paragraph ends and an item begins."""

import re

import msgspec

from lint.text.patterns.lazy import lazy
from lint.text.source import Source

STOPS = "。！？：；…!?:;"
_STOPS = frozenset(STOPS)
HAN_DIGITS = "一二三四五六七八九十百千零〇"
_CLOSERS = "”’」』）)】》〉〕\"'"
_SOLID = lazy(r"\S[^\n]*")
_SOLID_BEFORE_RETURN = lazy(r"\S[^\r\n]*")
_ENDS = ("\n", "\r\n", "\r")
_NARROW = lazy("[\0-\u10ff]")
_ITEM = lazy(
    rf"""[{HAN_DIGITS}]+[、．.]
    |[（(](?:[{HAN_DIGITS}]+|\d{{1,3}})[）)]
    |第(?:[{HAN_DIGITS}]+|\d{{1,4}})(?:条|章|节|编|分编|部分|[，、])
    |\d{{1,3}}[．.、）)](?!\d)|\d{{1,3}}(?:[.．]\d{{1,2}}){{1,3}}[\s\u3000]
    |[①-⑳⑴-⑽⒈-⒑㈠-㈩•●■◆▲]
    |——|附件|[图表]\d""",
    re.VERBOSE,
)
_COUNTER = lazy(rf"[{HAN_DIGITS}]+[是要]|其[{HAN_DIGITS}]，|(?:首先|其次|再次|最后)[，、]?|另?一方面")

_BLANKS = r"[ \t\u3000]*"
_DIGIT = r"[\d〇○零一二三四五六七八九十]"
PRINTED = lazy(
    rf"^.{{0,40}}?(?P<date>(?:{_DIGIT}{{4}}|\d\d){_BLANKS}年{_BLANKS}{_DIGIT}{{1,3}}{_BLANKS}月{_BLANKS}"
    rf"{_DIGIT}{{1,3}}{_BLANKS}日){_BLANKS}印{_BLANKS}发$"
)
"""The last line of a paper, which names the office that printed it, and the date (印发日期)."""


class TextLine(msgspec.Struct, frozen=True, gc=False):
    """A line that is not blank: its text without blanks around, where the text starts, what stood before it.

    ``lead`` counts the characters of the indent, ``indent`` its columns.
    """

    text: str
    start: int
    lead: int
    indent: int
    gap: bool

    @property
    def end(self) -> int:
        """Source offset of the end of the text."""
        return self.start + len(self.text)


def split_lines(source: Source) -> list[TextLine]:
    """The lines of a source that are not blank; the blank ones, of which there may be millions, make no object."""
    text = source.text
    newlines = "\r\n" if "\r" in text else "\n"
    lines: list[TextLine] = []
    end = 0
    for match in (_SOLID if len(newlines) == 1 else _SOLID_BEFORE_RETURN).finditer(text):
        start = first = match.start()
        gap = False
        if first != end + 1 or not end:  # it does not begin right after the end of the line before
            start = max([text.rfind(newline, end, first) for newline in newlines]) + 1 or end
            gap = start > end and (not end or text[end : min(start, end + 3)] not in _ENDS)
        indent = columns(text[start:first]) if first > start else 0
        lines.append(TextLine(match[0].rstrip(), first, first - start, indent, gap))
        end = match.end()
    return lines


def columns(indent: str) -> int:
    """Columns of an indent: an ideographic space counts two, a tab four."""
    return len(indent) + indent.count("\u3000") + 3 * indent.count("\t")


def width(text: str) -> int:
    """Columns of a text in a Chinese typeface, in which dashes and quotation marks are wide."""
    return 2 * len(text) - len(_NARROW.findall(text))


def is_finished(text: str) -> bool:
    """Whether a line ends as a sentence ends, quotation marks and brackets aside."""
    return text.rstrip(_CLOSERS)[-1:] in _STOPS


def begins_item(text: str) -> bool:
    """Whether a line begins with a marker that stands at the head of paragraphs only, or stands alone below a paper."""
    return _ITEM.match(text) is not None or (text.endswith("发") and PRINTED.match(text) is not None)


def begins_counted(text: str) -> bool:
    """Whether a line begins with any marker, those included that also stand inside paragraphs (一是)."""
    return begins_item(text) or _COUNTER.match(text) is not None
