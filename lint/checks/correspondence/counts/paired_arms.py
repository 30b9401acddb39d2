"""Whether 分别 joins as many values as there are things."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.patterns.fragments import LETTER
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of
from lint.text.source import Span

_WORDS = ("分别", "依次")
_VALUE = rf"[0-9０-９][0-9０-９.．,，万亿]*\s*(?:%|％|‰|{LETTER}{{0,4}}?)"
_VALUES = lazy(f"..{LETTER}{{0,6}}?(?P<values>{_VALUE}(?:(?:、|和|及){_VALUE})+)(?=[，。；])")
_UNIT = r"\s*(?:%|％|‰|[万亿]?(?![年月日号时点周])[^\W\d_a-zA-Z和与及由])"
_MEASURED = rf"[0-9０-９][0-9０-９.．,，]*{_UNIT}"
_ALLOTTED = lazy(
    rf"..(?:(?![和与及由自从于在]){LETTER}){{0,8}}?(?P<values>{_MEASURED}(?:(?:、|和|及){_MEASURED})+)"
    rf"(?:(?![和与及]){LETTER}){{1,12}}(?=[，。；])"
)
"""Figures by which something is done to each: 分别按照标准的120%、100%发放补贴."""
_AND_MORE = lazy("(?<![一二三四五六七八九特优头上中下平同高初])等(?![级次])")
_APART = lazy("[；。\n]")
# Things are counted up to sixty: without a bound, a list without end would be gone through from each of its things.
_THINGS = lazy(r"(?P<things>[^，。；：！？、\n]{1,16}(?:、[^，。；：！？、\n]{1,12}){1,60})，?\Z")
_LONGEST = 16 + 60 * 13 + 1  # characters of things
_JOINT = lazy("、|和|及")
_ALSO = lazy("和|及|与")


class PairedArms(Check, frozen=True):
    """甲、乙、丙分别为1、2: things joined by 、 and figures joined by 、 of unequal number."""

    values: ClassVar[frozenset[str]] = frozenset({"things", "figures", "text"})

    def signs(self) -> tuple[str, ...]:
        """The words that pair."""
        return _WORDS

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such clause."""
        text, end = document.text, 0
        for place in sorted(place for word in _WORDS for place in places_of(word, text)):
            values = _VALUES.match(text, place) or _ALLOTTED.match(text, place)
            things = _THINGS.search(text, max(end, place - _LONGEST), place) if values else None
            if not values or not things:
                continue
            end = values.end("values")
            names, figures = things["things"], _JOINT.split(values["values"])
            least = names.count("、") + 1
            most = least + len(_ALSO.findall(names.rpartition("、")[2]))
            if _AND_MORE.search(names, names.rfind("、")) or _is_told_apart(text, names, end):
                continue
            if not least <= len(figures) <= most:
                span = Span(things.start(), end)
                yield Hit(span, {"things": str(most), "figures": str(len(figures)), "text": document.slice(span)})


def _is_told_apart(text: str, names: str, end: int) -> bool:
    """Whether the sentence goes on about the last of some things: 一等、二等、三等分别奖励3万元、2万元，三等发证书."""
    stop = _APART.search(text, end)
    return names.rpartition("、")[2] in text[end : stop.start() if stop else len(text)]
