"""The parts of a total side by side: whether they are named alike, exclude each other or may overlap."""

from collections.abc import Sequence

from lint.analysis.counts.quantities.quantity import Share
from lint.analysis.counts.totals.opposites import exclude_each_other
from lint.text.patterns.lazy import lazy

_ATTRIBUTES = (
    lazy("学历|大专|本科|硕士|博士|研究生|文化程度"),
    lazy("职称|高级工程师|技师|持证"),
    lazy("党员|团员|群众|民主党派|无党派"),
    lazy("[男女]"),
    lazy("党纪"),
    lazy("政务|政纪"),
    lazy("少数民族|汉族|[^民]族(?!谱)"),
    lazy("以上|以下|以内|[0-9][^0-9]{0,4}[至到—–～~－-][0-9]|岁|青年|老年|[中老]年|儿童|未成年"),
    lazy("退休|在职|在编|离休"),
    lazy("脱贫|贫困|低保|特困|监测户|困难|残疾"),
    lazy("重点|[较重]大|一般|普通|骨干|优秀|示范|标杆|龙头|高标准|优质|典型|核心|亿元|规模"),
    lazy("规[上下]|限[上下]|小微|[大中小]型"),
    lazy("高危"),
    lazy("线上"),
    lazy("线下"),
    lazy("涉(?!农类)|跨"),
)
"""Qualities that one and the same person or thing may have together: women among the members of the party."""
_WORKS = lazy("新增|新建|新办|续建|[改扩重迁]建|改造|维修")
"""What was done to a thing; the sums that works of these kinds cost have nothing in common."""
_OPEN_ENDS = (lazy("[0-9][^0-9]{0,6}以[上外]"), lazy("[0-9][^0-9]{0,6}以[下内]"))
DONE = "完成|完工|办结|整改|销号|开工|竣工|化解|解决|验收|落实|办理"
"""Words for a part of a task that has been done."""
_STATUS = lazy(f"{DONE}|推进|进行|坚持|实施|启动|待|未|尚|正在")
_BEGUN = lazy("(?<!未)(?<!待)(?P<verb>开工|动工|启动|立项|受理|签约|签订|报名|进场|登记|申报|摸排)$")
"""The end of a part of what has been begun, which may be in another part of what has not been finished."""
_NOT_YET = lazy("(?:尚未|未|待)(?P<verb>[^\\W\\d_a-zA-Z]{2})$")
_RESULT = lazy("同比|环比|上年|去年|增|减|占|较|超|达到?$|提高|下降|带动|撬动|拉动|惠及|覆盖|人均|平均|每")
_GRADE = lazy(
    "(?:优秀|良好|一般|(?:较|很)?差|(?:基本|不|较)?(?:合格|称职|满意|达标)|较?好|[优良中差])"
    "(?:等[次级]|档次?)?的?(?:共?有|为|是)?$"
)
"""The last words of a part that is a grade of a scale, such as 处于优秀等次的."""


def are_alike(shares: Sequence[Share], unequal: int = 0) -> bool:
    """Whether parts are named alike: as long as each other, or with the same last word; or all tell how far it is.

    Two names may differ by ``unequal`` characters, more of them by one more.
    """
    names = [share.label for share in shares if not share.is_rest]
    if all(_STATUS.search(share.label) or share.is_rest for share in shares):
        return True
    if len({name[-1:] for name in names}) == 1:
        return True
    return max(map(len, names)) - min(map(len, names)) <= unequal + (len(names) > 2)


def are_grades(shares: Sequence[Share]) -> bool:
    """Whether parts are grades of one scale, of which a person or a thing has but one."""
    grades = [_GRADE.search(share.label) for share in shares]
    return all(grades) and len({grade[0] for grade in grades if grade}) == len(grades)


def tells_result(share: Share) -> bool:
    """Whether a part tells how its number grew or what came of it, rather than a share."""
    return _RESULT.search(share.label) is not None


def overlap(shares: Sequence[Share]) -> bool:
    """Whether one and the same person or thing may be of two parts: some have a quality, others none or another.

    Or two are open at the same end: those above 60 hold those above 80.
    """
    if exclude_each_other(shares):
        return False
    if any(sum(bool(end.search(share.label)) for share in shares) > 1 for end in _OPEN_ENDS) or are_stages(shares):
        return True
    attributes = _ATTRIBUTES if "元" in shares[0].quantity.unit else (*_ATTRIBUTES, _WORKS)
    qualities = [{index for index, words in enumerate(attributes) if words.search(share.label)} for share in shares]
    named = set().union(*qualities)
    return bool(named) and (len(named) > 1 or not all(quality == named for quality in qualities))


def are_stages(shares: Sequence[Share]) -> bool:
    """Whether what is begun in one part may be what another has not seen finished: 已开工40家、未投产30家."""
    begun, pending = (
        {found["verb"] for share in shares if (found := words.search(share.label))} for words in (_BEGUN, _NOT_YET)
    )
    return bool(begun and pending - begun)
