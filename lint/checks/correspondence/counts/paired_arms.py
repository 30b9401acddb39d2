"""Whether 分别 joins as many values as there are things."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.checks.shared.counted_arms import unequal_figures
from lint.document.tree import Document
from lint.text.numerals import value_of
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
_NAMED = lazy(rf"..{LETTER}{{1,6}}?(?P<values>“[^“”]{{1,24}}”(?:、?“[^“”]{{1,24}}”)+)(?![、和及与以并“]|等)")
_QUOTED = lazy("(?<=”)、?(?=“)")
_BY = lazy(
    rf"(?P<number>[二三四五六七八九]|两|[2-9])个{LETTER}{{1,8}}，分别由(?P<names>{LETTER}{{2,20}}(?:、{LETTER}{{2,20}})+)"
    "(?:牵头|负责|承担|担任|带队|主持|分管|联系)[^，。；\n]{0,10}(?P<rest>[，。；][^。；\n]*)"
)
"""Things of a told number, each done by one: 三个工作组，分别由甲局、乙局、丙局牵头."""
_SHARED = lazy("每|各|分头|同时|兼|另|其余|其他|两个|等")
_AND_MORE = lazy("(?<![一二三四五六七八九特优头上中下平同高初])等(?![级次])")
_APART = lazy("[；。\n]")
# Things are counted up to sixty: without a bound, a list without end would be gone through from each of its things.
_THINGS = lazy(r"(?P<things>[^，。；：！？、\n]{1,16}(?:、[^，。；：！？、\n]{1,12}){1,60})，?\Z")
_LONGEST = 16 + 60 * 13 + 1  # characters of things
_JOINT = lazy("、|和|及")
_ALSO = lazy("和|及|与")
_COUNT = lazy(
    f"(?<={LETTER})(?<!第)(?P<number>[二三四五六七八九十]|两|[2-9])[个项大类种家名条位县区镇乡村处支级档批期]"
)


class PairedArms(Check, frozen=True):
    """甲、乙、丙分别为1、2: things joined by 、 and figures, or names in quotation marks, of unequal number.

    And things of a told number that are each somebody's, with fewer or more of those: 三个工作组，分别由甲局、乙局牵头.
    """

    values: ClassVar[frozenset[str]] = frozenset({"things", "figures", "text"})

    def signs(self) -> tuple[str, ...]:
        """The words that pair."""
        return _WORDS

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such clause."""
        yield from sorted((*_paired(document), *_by_whom(document)), key=lambda hit: hit.span)


def _paired(document: Document) -> Iterator[Hit]:
    """A hit at each list of things that meets more or fewer values."""
    text, end = document.text, 0
    for place in sorted(place for word in _WORDS for place in places_of(word, text)):
        values = _VALUES.match(text, place) or _ALLOTTED.match(text, place) or _NAMED.match(text, place)
        things = _THINGS.search(text, max(end, place - _LONGEST), place) if values else None
        if not values or not things:
            continue
        end = values.end("values")
        names = things["things"]
        figures = (_QUOTED if values["values"].startswith("“") else _JOINT).split(values["values"])
        least = names.count("、") + 1
        most = least + len(_ALSO.findall(names.rpartition("、")[2]))
        counted = unequal_figures(text, place) or _are_counted_before(names)
        if counted or _AND_MORE.search(names, names.rfind("、")) or _is_told_apart(text, names, end):
            continue
        if not least <= len(figures) <= most:
            span = Span(things.start(), end)
            yield Hit(span, {"things": str(most), "figures": str(len(figures)), "text": document.slice(span)})


def _by_whom(document: Document) -> Iterator[Hit]:
    """A hit where a told number of things are each done by one and there are not as many; two may share six evenly."""
    for match in _BY.finditer(document.text):
        number, names = value_of(match["number"]), match["names"]
        least = names.count("、") + 1
        if _SHARED.search(names + match["rest"]) or number % least == 0:
            continue
        if not least <= number <= least + len(_ALSO.findall(names)):
            span = Span(match.start(), match.end("names"))
            yield Hit(span, {"things": str(number), "figures": str(least), "text": document.slice(span)})


def _are_counted_before(names: str) -> bool:
    """Whether a number sums up the first of some names, so that figures are of the others: 甲、乙两个镇粮食、油料."""
    told = names.split("、")
    for place, name in enumerate(told, 1):
        count = _COUNT.search(name)
        if count is None or place < 2 or (place == len(told) and not _ALSO.search(name, count.end())):
            continue
        if place <= value_of(count["number"]) <= place + len(_ALSO.findall("".join(told[:place]))):
            return True
    return False


def _is_told_apart(text: str, names: str, end: int) -> bool:
    """Whether the sentence goes on about the last of some things: 一等、二等、三等分别奖励3万元、2万元，三等发证书."""
    stop = _APART.search(text, end)
    return names.rpartition("、")[2] in text[end : stop.start() if stop else len(text)]
