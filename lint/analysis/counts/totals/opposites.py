"""Parts of a total of which one is what the other is not: 规模以上企业29家、规模以下企业37家."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, permutations

from lint.analysis.counts.quantities.quantity import Share

_HALVES = (
    ("以上", "以下"),
    ("以内", "以外"),
    ("规上", "规下"),
    ("限上", "限下"),
    ("地上", "地下"),
    ("上半", "下半"),
    ("内", "外"),
    ("男", "女"),
    ("已", "未"),
    ("已", "尚未"),
    ("有", "无"),
    ("在", "非"),
    ("在", "不在"),
    ("具备", "不具备"),
    ("", "非"),
    ("", "不"),
    ("", "未"),
)
"""Words of which one is said of whatever the other is not said of."""
_KINDS = (
    ("城镇", "农村", "乡村"),
    ("城市", "农村", "乡村"),
    ("城区", "农村", "乡镇", "郊区"),
    ("城", "乡", "村"),
    ("大", "中", "小", "微"),
    ("新", "老", "旧"),
    ("主", "次", "支"),
    ("正", "副"),
    ("公", "民", "私"),
    ("本", "外"),
)
"""Words of which a thing has one at most, but perhaps none."""
_SEXES = ("男", "女")


def exclude_each_other(shares: Sequence[Share]) -> bool:
    """Whether no two of the parts can hold the same thing: their names differ in opposite words only."""
    names = [share.label for share in shares]
    return len(names) > 1 and all(_are_apart(one, other) for one, other in combinations(names, 2))


def are_halves(shares: Sequence[Share]) -> bool:
    """Whether two parts are all that there is, the one being whatever the other is not."""
    if len(shares) != len(_SEXES):
        return False
    one, other = (share.label for share in shares)
    return _are_of_sexes(one, other) or any(_differ_by(one, other, *pair) for pair in _ordered(_HALVES))


def _are_apart(one: str, other: str) -> bool:
    pairs = _ordered((*_HALVES, *_KINDS))
    return _are_of_sexes(one, other) or any(_differ_by(one, other, *pair) for pair in pairs)


def _are_of_sexes(one: str, other: str) -> bool:
    """Whether parts are men and women, whatever else they are: 男职工、女性."""
    return {one[:1], other[:1]} == set(_SEXES)


def _ordered(alternatives: Iterable[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Every two words of each group, both ways round."""
    for words in alternatives:
        yield from permutations(words, 2)


def _differ_by(one: str, other: str, word: str, opposite: str) -> bool:
    """Whether two names are alike but for a word in the one and its opposite in the other."""
    if word not in one or opposite not in other:
        return False
    return any(
        _is_same_head(head, other_head) and (tail == other_tail if tail and other_tail else bool(word and head))
        for head, tail in _around(one, word)
        for other_head, other_tail in _around(other, opposite)
    )


def _is_same_head(head: str, other: str) -> bool:
    """Whether what stands before is alike; before the first part there may be more, as in 其中走访规模以上企业."""
    return head == other or (head.endswith(other) and other != "") or (other.endswith(head) and head != "")


def _around(name: str, word: str) -> Iterator[tuple[str, str]]:
    """What stands before and behind each place of a word in a name."""
    for place in range(len(name) - len(word) + 1):
        if name.startswith(word, place):
            yield name[:place], name[place + len(word) :]
