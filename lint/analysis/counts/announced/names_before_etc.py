"""Names that a text goes through before it counts them: 市水利局、市财政局和市应急局等3个单位."""

from collections.abc import Iterator

import msgspec

from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.patterns.fragments import COUNT
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of
from lint.text.source import Span

_COUNTED = lazy(
    f"等(?:共计?)?(?P<number>{COUNT})(?P<measure>[个家项类种所名位座条件支])(?!以[上下内外]|左右|一体)"
    "(?P<noun>(?:单位|部门|地区|科室|处室|乡镇|镇街|街道|县区|市州|企业|公司|学校|医院|领域|行业|方面|环节|同志|[县区镇村])?)"
)
_APART = lazy("(?<=[（(])[^（）()\n]+(?=[）)])|(?<=《)[^《》\n]+(?=》)|(?<=“)[^“”\n]+(?=”)")
"""What holds no mark between names: the words in a bracket, a title, a quotation."""
_MASK = "＊"
_BRACKET = lazy("[（(]＊*[）)]$")
_MARKS = "，。；：:;！？\n"
_BETWEEN = lazy("、|(?<=》)(?=《)|(?<=”)(?=“)")
_JOINED = lazy("、|以及|[和及与]")
_LONGEST = 400  # characters of a list
_PLURAL = lazy(
    "各|等|有关|相关|其[他它余]|所有|若干|(?:多|[0-9两二三四五六七八九十]+[余多]?)[个家名类种所]|全[市县区省镇乡部体]"
)
"""What a name holds that stands for several: 各县区政府."""
_ACTS = lazy(
    "会同|带领|召集|召开|邀请|走访|深入|抽调|分?赴|听取|出席|参加|主持|提出|开展|(?:组织|联合|率)(?=[省市县区镇各有])"
)
_TITLED = lazy("(?:[省市县区镇乡村厅局处科股部司院校厂队组会站所]长|主任|书记|[委成]员|主席|领导)[^、]{0,3}$")
"""How a name ends that is a person's: 副市长王某."""
_PEOPLE = frozenset("名位")
_PLACES = frozenset("县区镇村")
_FEWEST = 2


class NamesBeforeEtc(msgspec.Struct, frozen=True):
    """Names before 等 and their number: how many there may be, how many are said, and where.

    ``place`` is that of the number with its measure and ``noun``, ``whole`` from the first name to there. ``is_open``
    tells that a name stands for several, or that the list may have begun before.
    """

    fewest: int
    most: int
    number: int
    noun: str
    place: Span
    whole: Span
    is_open: bool


def names_before_etc(document: Document) -> tuple[NamesBeforeEtc, ...]:
    """The lists of a document that end in 等N个, two names or more and each of them one thing, in text order."""
    return document.derive("names before etc", lambda: tuple(_lists(document)))


def _lists(document: Document) -> Iterator[NamesBeforeEtc]:
    text = document.text
    for at in places_of("等", text):
        found = _COUNTED.match(text, at)
        number = value_of(found["number"]) if found else 0
        if found is None or number < _FEWEST:
            continue
        line = max(text.rfind("\n", 0, at) + 1, at - _LONGEST)
        before = _APART.sub(lambda one: _MASK * len(one[0]), text[line:at])
        start = max(before.rfind(mark) for mark in _MARKS) + 1
        names = _BETWEEN.split(before[start:])
        if len(names) < _FEWEST or _are_parts_of_places(names, found["noun"][-1:]) or _runs_on(names, found["measure"]):
            continue
        yield NamesBeforeEtc(
            len(names),
            len(_JOINED.split("、".join(names))),
            number,
            found["noun"],
            Span(found.start("number"), found.end()),
            Span(line + start, found.end()),
            _PLURAL.search(before, start) is not None or _goes_on(before[:start], names),
        )


def _are_parts_of_places(names: list[str], kind: str) -> bool:
    """Whether names are no places of the kind that is counted: 甲镇一村、二村 are one 镇."""
    return kind in _PLACES and any(not _BRACKET.sub("", name).endswith(kind) for name in names)


def _runs_on(names: list[str], measure: str) -> bool:
    """Whether names before the list belong to another: 副县长、公安局局长王某率县水利局、县应急局."""
    titled = measure not in _PEOPLE and any(map(_TITLED.search, names[:-1]))
    return titled or any(map(_ACTS.search, names[1:]))


def _goes_on(before: str, names: list[str]) -> bool:
    """Whether the list goes on from the clause before: 甲局、乙局，丙县、丁县."""
    clause = before[:-1].rstrip(_MARKS)
    return before[-1:] == "，" and clause[-1:] in {name[-1:] for name in names}
