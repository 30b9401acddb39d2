"""Whether the parts of a total add up to it: 27条，其中班子提出11条，基层提出9条，服务对象提出8条."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from lint.analysis.counts.digit_slips import is_digit_slip
from lint.analysis.counts.quantities import Quantity, Share, shown
from lint.analysis.counts.stated import Statement
from lint.analysis.counts.statements import statements
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.lazy import lazy
from lint.text.source import Span

_ATTRIBUTES = (
    lazy("学历|大专|本科|硕士|博士|研究生|文化程度"),
    lazy("职称|高级工程师|技师|持证"),
    lazy("党员|团员|群众|民主党派|无党派"),
    lazy("[男女]"),
    lazy("少数民族|汉族|[^民]族(?!谱)"),
    lazy("以上|以下|以内|[0-9][^0-9]{0,4}[至到—–～~－-][0-9]|岁|青年|老年|[中老]年|儿童|未成年"),
    lazy("退休|在职|在编|离休"),
    lazy("脱贫|贫困|低保|特困|监测户|困难|残疾"),
    lazy("重点|[较重]大|一般|普通|骨干|优秀|示范|标杆|龙头|高标准|优质|典型|核心|亿元|规模"),
    lazy("新增|新建|新办|续建|[改扩重迁]建|改造|维修"),
    lazy("涉(?!农类)|跨"),
)
"""Qualities that one and the same person or thing may have together: women among the members of the party."""
_OPEN_ENDS = (lazy("[0-9][^0-9]{0,6}以[上外]"), lazy("[0-9][^0-9]{0,6}以[下内]"))
_SLIP = 10  # per cent of the total that a slip comes to; more than that, and the parts may overlap
_FEW_MISSING = 5  # per cent of the total that two parts lack by a slip
_UNIT = 3  # characters of a unit with its noun, as messages show it
_STATUS = lazy("完成|办结|整改|销号|开工|竣工|化解|解决|验收|落实|推进|进行|坚持|办理|实施|启动|待|未|尚|正在")
_RESULT = lazy("同比|环比|上年|去年|增|减|占|较|超|达到?$|提高|下降|带动|撬动|拉动|惠及|覆盖|人均|平均|每")
_GRADE = lazy(
    "(?:优秀|良好|一般|(?:较|很)?差|(?:基本|不|较)?(?:合格|称职|满意|达标)|较?好|[优良中差])"
    "(?:等[次级]|档次?)?的?(?:共?有|为|是)?$"
)
"""The last words of a part that is a grade of a scale, such as 处于优秀等次的."""
_SOME = lazy("主要|重点|最多|最大|最高|就|仅|尤其|特别|包括")
_NEXT = {"、": "，；"}
"""Marks that end a list whose parts are joined by another."""


class StatedTotal(Check, frozen=True, kw_only=True):
    """Totals whose parts come to ``report``: ``more`` or ``less`` than they say.

    More is a slip wherever the parts exclude each other. Parts of which some name a quality (党员56人) and others
    none or another one may overlap; so may parts of unlike names that exceed the total by far. Less is one only where
    the parts look exhaustive, for 其中 may name some parts only. Rounded figures may differ by their last place.
    """

    report: Literal["more", "less"]

    values: ClassVar[frozenset[str]] = frozenset({"total", "sum", "text"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such total."""
        for statement in document.clock.watched(statements(document)):
            listed = _more(statement) if self.report == "more" else _less(statement)
            if listed:
                yield _hit(document, statement, listed)


def _more(statement: Statement) -> list[Share]:
    """The parts that exceed a total; none where a reading of the list bears it out."""
    lists = [shares for shares in statement.lists if len(shares) > 1]
    if _is_borne_out(statement):
        return []
    exceeding = (shares for shares in lists if _exceeds(statement, shares) > 0)
    return next((shares for shares in exceeding if _exclude(statement, shares)), [])


def _exclude(statement: Statement, shares: list[Share]) -> bool:
    """Whether parts that exceed a total exclude each other, so that one of the figures is wrong."""
    if statement.is_exhaustive or _are_grades(shares):
        return True
    slip = 100 * _sum(shares) <= (100 + _SLIP) * statement.total.value
    told_in_turn = slip and len(shares) > 2 and shares[0].link == "、"
    if _overlap(shares) and not told_in_turn:
        return False
    if any(map(_tells_result, shares[1:])) and not _tells_result(shares[0]):
        return False
    likely = shares[0].link == "、" or (len(shares) > 2 and "元" in shares[0].quantity.unit)
    return _alike(shares) or (slip and likely)


def _less(statement: Statement) -> list[Share]:
    """The parts of a list that looks exhaustive and falls short of its total."""
    if _is_borne_out(statement):
        return []
    shares = statement.lists[-1] if statement.is_whole else statement.lists[0]
    ends = statement.is_whole or shares[-1].link in _NEXT.get(shares[0].link, "")
    if not ends or len(shares) < 2 or _exceeds(statement, shares) >= 0:
        return []
    if statement.is_exhaustive or shares[-1].is_rest:
        return shares if 2 * _sum(shares) > statement.total.value else []
    missing = 100 * (statement.total.value - _sum(shares))
    if len(shares) > 2 and _are_grades(shares):
        return shares if missing <= _SLIP * statement.total.value else []
    if _overlap(shares) or any(map(_tells_result, shares)) or _SOME.match(shares[0].label):
        return []
    few = _SLIP if len(shares) > 2 else _FEW_MISSING
    named = _alike(shares, 2) or (len(shares) > 2 and "元" in shares[0].quantity.unit)
    told = named or (len(shares) > 2 and _may_have_slip(statement, shares))
    return shares if missing <= few * statement.total.value and told else []


def _may_have_slip(statement: Statement, shares: list[Share]) -> bool:
    """Whether all parts are told, a digit of one figure being wrong: 14620户，其中4130户、10080户、310户."""
    told_apart = not any("等" in share.label for share in shares)
    return told_apart and is_digit_slip(statement.total.value, [share.quantity.value for share in shares])


def _is_borne_out(statement: Statement) -> bool:
    """Whether the parts, as one may read them, add up to the total, to another quantity before them or to the first.

    64个村中，建成51个，正常运行33个，间歇开放12个，闲置6个: the first is a further total.
    """
    totals = (statement.total, *statement.others)
    first, *rest = statement.lists[-1]
    if len(rest) > 1 and _differs(first.quantity, rest) == 0:
        return True
    if statement.is_precise:
        return any(_exceeds(statement, shares) == 0 for shares in statement.lists)
    return any(_differs(total, shares) == 0 for total in totals for shares in statement.lists)


def _sum(shares: list[Share]) -> int:
    return sum(share.quantity.value for share in shares)


def _exceeds(statement: Statement, shares: list[Share]) -> int:
    """By how much parts exceed the total of their statement, whose figures may be no rounded ones."""
    if statement.is_precise and all(one.exact for one in (statement.total, *(share.quantity for share in shares))):
        return _sum(shares) - statement.total.value
    return _differs(statement.total, shares)


def _differs(total: Quantity, shares: list[Share]) -> int:
    """By how much parts exceed their total, if by more than rounding makes; 0 where a figure is no exact one."""
    figures = [total, *(share.quantity for share in shares)]
    if not all(figure.exact for figure in figures):
        return 0
    differing = _sum(shares) - total.value
    return differing if abs(differing) > _rounding(total, shares) else 0


def _rounding(total: Quantity, shares: list[Share]) -> int:
    """What rounding may come to: half a last place of the total and some of the parts; counts and budgets have none."""
    last_places = {total.last_digit, *(share.quantity.last_digit for share in shares)}
    if max(last_places) == min(last_places) and ("." not in total.written or total.scale in ("", "万")):
        return 0
    if all("." not in figure.written for figure in (total, *(share.quantity for share in shares))):
        return 0
    some = 1 if len(shares) < 6 else 3
    return (total.last_digit + some * max(share.quantity.last_digit for share in shares)) // 2


def _alike(shares: list[Share], unequal: int = 0) -> bool:
    """Whether parts are named alike: as long as each other, or with the same last word; or all tell how far it is.

    Two names may differ by ``unequal`` characters, more of them by one more.
    """
    names = [share.label for share in shares if not share.is_rest]
    if all(_STATUS.search(share.label) or share.is_rest for share in shares):
        return True
    if len({name[-1:] for name in names}) == 1:
        return True
    return max(map(len, names)) - min(map(len, names)) <= unequal + (len(names) > 2)


def _are_grades(shares: list[Share]) -> bool:
    """Whether parts are grades of one scale, of which a person or a thing has but one."""
    grades = [_GRADE.search(share.label) for share in shares]
    return all(grades) and len({grade[0] for grade in grades if grade}) == len(grades)


def _tells_result(share: Share) -> bool:
    return _RESULT.search(share.label) is not None


def _overlap(shares: list[Share]) -> bool:
    """Whether one and the same person or thing may be of two parts: some have a quality, others none or another.

    Or two are open at the same end: those above 60 hold those above 80.
    """
    if any(sum(bool(end.search(share.label)) for share in shares) > 1 for end in _OPEN_ENDS):
        return True
    qualities = [{index for index, words in enumerate(_ATTRIBUTES) if words.search(share.label)} for share in shares]
    named = set().union(*qualities)
    return bool(named) and (len(named) > 1 or not all(quality == named for quality in qualities))


def _hit(document: Document, statement: Statement, shares: list[Share]) -> Hit:
    total = statement.total
    unit = total.unit if len(total.unit) <= _UNIT else _common(shares[0].quantity.unit, total.unit)
    first, last = shares[0].quantity, shares[-1].quantity
    span = Span(min(total.start, first.start), max(last.end, total.start + len(total.written) + len(unit)))
    values = {
        "total": f"{total.written}{unit}",
        "sum": f"{shown(_sum(shares), total.scale)}{unit}",
        "text": document.slice(span),
    }
    return Hit(span, values)


def _common(one: str, other: str) -> str:
    """The shorter of two units of which one begins with the other."""
    return min(one, other, key=len)
