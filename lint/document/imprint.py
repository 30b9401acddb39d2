"""The lines of the imprint (版记) below a text: whom it is copied to, who printed it and when."""

from lint.formats.plain.lines import PRINTED
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import holds_any

_BLANKS = r"[ \t\u3000]*"
COPIES = lazy(rf"^抄{_BLANKS}[送报]{_BLANKS}[：:]{_BLANKS}(?P<names>.*)$")
"""A line that names the offices to which a text is copied."""

_OTHERS = lazy(rf"^主{_BLANKS}送{_BLANKS}[：:]|^分{_BLANKS}送{_BLANKS}[：:]|^[（(]?共印{_BLANKS}\d+{_BLANKS}份")
NOTE = lazy(r"^[（(](?:联系|此件|此文|本文|公开|信息公开|不予公开|发至|传达)[^（）()]*[）)]$")
"""A note below the date (附注): （联系人：王明，电话：0000）."""

_WORDS = ("送", "报", "共印")
_SIGNS = ("抄", "主", "分", "共", "（", "(")


def is_imprint(line: str) -> bool:
    """Whether a line belongs to the imprint."""
    if line.endswith("发") and PRINTED.match(line):
        return True
    return line.startswith(_SIGNS) and holds_any(line, _WORDS) and bool(COPIES.match(line) or _OTHERS.match(line))
