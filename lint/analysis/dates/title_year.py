"""The year that the title of a text names."""

import re

from lint.document.tree import Document, Part
from lint.text.patterns.lazy import lazy

YEAR = lazy(r"(?<![\d〔\[（(—～~至-])(?P<year>20\d\d)年(?P<whole>度?)(?P<words>[^\d，。；：、》（）()\n]{0,24})(?!\d)")
"""A year, with ``whole`` (2025年度) and the ``words`` behind it."""
PLAIN_YEAR = lazy(r"(?<!\d)(?P<year>20\d\d)年")
"""A year wherever it stands."""
_RANGE = lazy(r"20\d\d年?(?:[—～~至-]|度?和)")


def year_of_title(document: Document, part: Part) -> re.Match[str] | None:
    """The year of a title that names one and no other."""
    if part.title is None or _RANGE.search(document.typed, *part.title):
        return None
    years = [*YEAR.finditer(document.typed, *part.title)]
    return years[0] if len(years) == 1 else None
