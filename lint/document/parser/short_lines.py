"""Lines short enough for a heading, by which numbers without a sure mark are known."""

from lint.document.markers import Marker
from lint.text.patterns.lazy import lazy

_SHORT = 16  # characters of a heading
_SENTENCE = lazy("[，。；0-9]")
_MEASURED = lazy(
    "[号栋座户吨亿%％]|名(?![称单录义])|个(?![人体性案])|台(?!账)|期(?![限间望])|家(?!庭)|[年月](?!度)|日(?![常程])|万"
)


def rest_of_line(text: str, marker: Marker) -> str:
    """The rest of the line that a marker begins, cut where it is too long for a heading."""
    return text[marker.span.end : marker.span.end + 2 * _SHORT].partition("\n")[0].strip()


def is_short(line: str) -> bool:
    """Whether a line is short enough for a heading."""
    return len(line) <= _SHORT


def is_plain(line: str) -> bool:
    """Whether a short line has no mark of a sentence in it and no figure."""
    return is_short(line) and not _SENTENCE.search(line)


def is_unmeasured(line: str) -> bool:
    """Whether a plain line does not begin with what a bare number before it would measure: 3 台抽水泵."""
    return is_plain(line) and not _MEASURED.match(line)
