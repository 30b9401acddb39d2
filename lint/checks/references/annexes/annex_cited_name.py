"""Whether an annex is cited by the number that the list gives its name: no 《登记表》（附件2） where it is 附件3."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.citations.annexes import Annexes, Citation, annexes_of
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.comparison.compare import letters
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_MARKED = lazy(r"《(?P<name>[^《》\n]{3,40})》[（(](?:详?见|参见|附|样式见|格式见)?$")
_PLAIN = lazy(
    r"(?:^|[（(，。；、：\n])(?P<name>[^，。；、：（）()《》\n]{4,24}?)(?:，?详?见|，?参见|[（(](?:详?见|参见)?)$"
)
_AFTER = lazy(
    r"《(?P<name>[^《》\n]{3,40})》"
    r"|(?:所?(?:明确|列明|列出|列|确定|规定|附|载明|示))的(?P<told>[^，。；、：（）()《》\n的]{4,16}?)(?=[，。；、：（）]|$)"
)
_REACH = 60  # characters before a citation in which the name stands
_LEAST = 4  # letters of a name that can be told from others


class AnnexCitedName(Check, frozen=True):
    """Names beside the number of another annex than the only one whose entry holds them."""

    values: ClassVar[frozenset[str]] = frozenset({"name", "found", "expected"})

    def signs(self) -> tuple[str, ...]:
        """The first sign of an annex."""
        return ("附",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such number, related to the entry that has the name."""
        for annexes in annexes_of(document):
            for citation in annexes.citations if len(annexes.entries) > 1 else ():
                found = _name(document, citation)
                words = found.groupdict().get("told") or found["name"] if found else ""
                entry = _other(document, annexes, citation, words)
                if entry:
                    number, name = entry
                    values = {"name": words, "found": f"附件{citation.numbers[0]}", "expected": f"附件{number}"}
                    yield Hit(citation.span, values, (Place(name),))


def _name(document: Document, citation: Citation) -> re.Match[str] | None:
    """The name beside a citation of one annex, before or behind it."""
    if len(citation.numbers) != 1 or document.is_quoted(citation.span.start):
        return None
    text, (start, end) = document.text, citation.span
    near = max(0, start - _REACH)
    return _AFTER.match(text, end) or _MARKED.search(text, near, start) or _PLAIN.search(text, near, start)


def _other(document: Document, annexes: Annexes, citation: Citation, name: str) -> tuple[int, Span] | None:
    """The number and the name of the only entry that holds a name, where it is not the one cited."""
    wanted = letters(name)
    names = {
        entry.number: (letters(document.slice(entry.name)), entry.name)
        for entry in annexes.entries
        if entry.number is not None
    }
    if len(wanted) < _LEAST or citation.numbers[0] not in names:
        return None
    holding = [
        (number, span)
        for number, (known, span) in names.items()
        if wanted in known or (len(known) >= _LEAST and known in wanted)
    ]
    return holding[0] if len(holding) == 1 and holding[0][0] != citation.numbers[0] else None


def _is_held(wanted: str, known: str) -> bool:
    """Whether one of two names is a part of the other."""
    return wanted in known or (len(known) >= _LEAST and known in wanted)
