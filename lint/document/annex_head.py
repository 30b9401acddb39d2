"""The head of an annex, 附件2, and the parts of which its patterns are made."""

import re

from lint.text.patterns.lazy import lazy

HAN = "一二三四五六七八九十"
BLANKS = r"[\s\u3000]*"
NUMBER = rf"(?P<number>\d{{1,2}}|[{HAN}]{{1,3}})?"
WORD = rf"附{BLANKS}件"
END = rf"{BLANKS}(?P<colon>[：:])?{BLANKS}"
"""What stands between the number and the name."""

ANNEX_HEAD = lazy(
    rf"""
    ^附{BLANKS}(?:件|录|表){BLANKS}{NUMBER}(?:-\d{{1,2}})?
    {END}
    (?P<name>.{{0,60}})$
    """,
    re.VERBOSE,
)
ANNEX_ITEM = lazy(rf"^(?:{WORD}{BLANKS})?\d{{1,2}}[.．、：:]?{BLANKS}\S|^{WORD}")
NAMED_ANNEX = lazy(rf"^{WORD}{BLANKS}\d{{1,2}}[\s\u3000]+[^\s。，；：]{{2,50}}$")
"""A line that may be the head of an annex, or one of several in a list without a colon: 附件1　检查表."""
