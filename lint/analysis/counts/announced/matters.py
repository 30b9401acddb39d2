"""A number of matters that the headings below take up: 研究了甲、乙和丙等四个议题，形成如下意见：."""

import re
from collections.abc import Iterator

import msgspec

from lint.analysis.counts.announced.named_parts import is_taken_up_by
from lint.document.tree import Document, Series
from lint.text.patterns.lazy import lazy

_LEADS_IN = lazy("，[^，。；：]{0,12}(?:如下|以下)[^，。；：]{0,8}[：:]?$|[：:]$")
"""What may stand between the number and the headings: ，形成如下意见：."""
_MEASURES = frozenset("个项件")
_CLAUSE = lazy("[^，。；：]*$")
_FEWEST = 2  # headings
_SHORTEST = 4  # characters of a matter


class MatterWords(msgspec.Struct, frozen=True):
    """The words that a heading has before the matter that it is about, and those behind it."""

    before: tuple[str, ...]
    behind: tuple[str, ...]

    def stripped(self, heading: str) -> str:
        """What a heading is about."""
        start = next((len(word) for word in self.before if heading.startswith(word)), 0)
        matter = heading[start:]
        end = next((len(word) for word in self.behind if matter.endswith(word)), 0)
        return matter[: len(matter) - end].removesuffix("的") if end else matter


def is_of_matters(document: Document, series: Series, sentence: str, count: re.Match[str], words: MatterWords) -> bool:
    """Whether a number counts names before it, each of the headings below being one of them."""
    if count["measure"] not in _MEASURES or not _LEADS_IN.search(sentence, count.end("measure")):
        return False
    clause = _CLAUSE.search(sentence, 0, count.start())
    matters = [*_matters(document, series, words)]
    return (
        clause is not None
        and "、" in clause[0]
        and len(matters) == len(series.items) >= _FEWEST
        and all(is_taken_up_by(clause[0], matter) for matter in matters)
    )


def _matters(document: Document, series: Series, words: MatterWords) -> Iterator[str]:
    """What the headings of a series are about, each long enough to be told from others."""
    for item in series.items:
        matter = words.stripped(document.slice(item.heading).strip())
        if len(matter) >= _SHORTEST and not item.inline:
            yield matter
