"""The parts of a total side by side: whether they are named alike, exclude each other or may overlap."""

from collections.abc import Sequence

from lint.analysis.counts.quantities.quantity import Share
from lint.analysis.counts.totals.opposites import exclude_each_other
from lint.analysis.counts.totals.part_words import PartWords
from lint.text.patterns.lazy import lazy

_OPEN_ENDS = (lazy("[0-9][^0-9]{0,6}以[上外]"), lazy("[0-9][^0-9]{0,6}以[下内]"))
_BEGUN = lazy("(?<!未)(?<!待)(?P<verb>开工|动工|启动|立项|受理|签约|签订|报名|进场|登记|申报|摸排)$")
"""The end of a part of what has been begun, which may be in another part of what has not been finished."""
_NOT_YET = lazy("(?:尚未|未|待)(?P<verb>[^\\W\\d_a-zA-Z]{2})$")
_GRADE = lazy(
    "(?:优秀|良好|一般|(?:较|很)?差|(?:基本|不|较)?(?:合格|称职|满意|达标)|较?好|[优良中差])"
    "(?:等[次级]|档次?)?的?(?:共?有|为|是)?$"
)
"""The last words of a part that is a grade of a scale, such as 处于优秀等次的."""


def are_alike(shares: Sequence[Share], words: PartWords, unequal: int = 0) -> bool:
    """Whether parts are named alike: as long as each other, or with the same last word; or all tell how far it is.

    Two names may differ by ``unequal`` characters, more of them by one more.
    """
    names = [share.label for share in shares if not share.is_rest]
    if all(words.tells_status(share.label) or share.is_rest for share in shares):
        return True
    if len({name[-1:] for name in names}) == 1:
        return True
    return max(map(len, names)) - min(map(len, names)) <= unequal + (len(names) > 2)


def are_grades(shares: Sequence[Share]) -> bool:
    """Whether parts are grades of one scale, of which a person or a thing has but one."""
    grades = [_GRADE.search(share.label) for share in shares]
    return all(grades) and len({grade[0] for grade in grades if grade}) == len(grades)


def overlap(shares: Sequence[Share], words: PartWords) -> bool:
    """Whether one and the same person or thing may be of two parts: some have a quality, others none or another.

    Or two are open at the same end: those above 60 hold those above 80.
    """
    if exclude_each_other(shares):
        return False
    if any(sum(bool(end.search(share.label)) for share in shares) > 1 for end in _OPEN_ENDS) or are_stages(shares):
        return True
    are_sums = "元" in shares[0].quantity.unit
    qualities = [words.qualities_of(share.label, works=not are_sums) for share in shares]
    named = set().union(*qualities)
    return bool(named) and (len(named) > 1 or not all(quality == named for quality in qualities))


def are_stages(shares: Sequence[Share]) -> bool:
    """Whether what is begun in one part may be what another has not seen finished: 已开工40家、未投产30家."""
    begun, pending = (
        {found["verb"] for share in shares if (found := words.search(share.label))} for words in (_BEGUN, _NOT_YET)
    )
    return bool(begun and pending - begun)
