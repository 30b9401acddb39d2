"""Ranges of quantities, with one unit behind both numbers or behind each: 2600—1500元, 3元至1元, 35%～15%."""

import re
from collections.abc import Iterator
from itertools import pairwise

from lint.text.numerals import SCALES
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import holds_any, places_of

_LINKS = "至到～~—–－\\-"  # for a class of a pattern
_UNIT = (
    r"(?P<unit>[%％‰℃]|个(?:工作日|月|星期|百分点)?(?![税体])|年(?![级代月度份])|小时|分钟|秒|倍|天(?![津然])|周岁|岁"
    r"|美?元(?!件)|(?:平方|立方)?(?:公里|千米|厘米|毫米|分米|米)|公里|海里|公顷|亩(?!产)|升(?![级学降])|毫升|摄氏度|分贝"
    r"|公斤|千克|毫克|克(?!服)|吨(?!位)|斤|兆?瓦|千瓦时?|千伏|帕|千帕|兆帕"
    r"|人次|人(?![民大才行社力])|名(?![录单称额])|户(?![型口籍])|家(?![庭族])|头|只|台(?![风湾账])|套|件|辆|艘|架|株|棵"
    r"|粒|袋|箱|桶|瓶|本(?![科级])|册|份(?!额)|篇|处(?![罚理])|座(?!位)|所(?![列述示])|支(?![部队出])|枚|眼|间(?![距隔])|次(?!日)"
    r"|(?:mm|cm|km|kg|mg|kW|MW|kV|mL|ml|dB|Pa|MPa|[mgtL])(?![A-Za-z0-9²³/]))"
)
"""What quantities are counted in; not 条, 页, 号, 层, 级, 班, 组, 分, 票 and 局, which number, name or score."""
_NUMBER = r"(?P<{0}>\d{{1,6}}(?:\.\d+)?)(?P<{0}_scale>[万亿]?)"
_ALONE = r"(?<![\d.])(?<![A-Za-z第由从自月年\-—–－～~至到/:：×*+＋−.负号§#〔（(图表式例题页])"
_SHARED = lazy(
    rf"{_ALONE}(?P<first>\d{{1,6}}(?:\.\d+)?)(?P<first_scale>(?!))?(?P<link>(?:——?|[{_LINKS}]))"
    rf"{_NUMBER.format('last')}{_UNIT}(?![×/{_LINKS}]\d)"
)
_EACH = lazy(
    rf"{_ALONE}{_NUMBER.format('first')}{_UNIT}(?P<link>(?:——?|[{_LINKS}])){_NUMBER.format('last')}(?P=unit)"
    rf"(?![×/{_LINKS}]\d)"
)
_YEAR = lazy(r"(?:19|20)\d\d")
_NUMBERED = lazy(
    r"(?:编?号|型号?|规格|代码|电话|比[分例]|得分|坐标|桩|标段|楼|座位?|版|气温|海拔|高程|埋?深|标高|零下|负|低温|[一二三四五1-5][等档级])"
    r"[^，。；、\n]{0,8}$|[A-Za-z][ \u3000]$"
)
"""What tells that numbers are names, or count downwards on purpose."""
_CHANGE_BEFORE = lazy(
    r"(?:由|从(?!事)|自(?![筹愿行来然主理付费缴])|降(?![雨水])|减|缩|下调|调整|压(?![力强])|退|递)[^。；，\n]{0,12}$"
)
_DOWN = lazy("(?:退坡|递减|逐[年步级月]|由[大高多强厚]到[小低少弱薄])[^。\n]*$")
_CHANGE_BEHIND = lazy(r"[^。；，、\n]{0,6}?(?:递减|逐步|逐年|逐级|下[调降浮]|降|缩|减|收窄|回落|变)")
_BEFORE = lazy(r"(?P<number>\d+(?:\.\d+)?)\D*\Z")
_BEHIND = lazy(r"\D{1,2}(?P<number>\d+(?:\.\d+)?)")
_SCALED = ("万", "亿")
_DIGITS_OF_SUM = 3  # 2024—25年 ends in two
_BACK = 14
_AHEAD = 18
_NEAR = 40  # characters in which other ranges tell that this one counts down
_ALIKE = 5  # times by which the numbers of a range may differ that have one scale: 800—500万元, not 500—1万元


def falling_ranges_in(text: str) -> Iterator[tuple[tuple[int, int], float, float]]:
    """The places of ranges of quantities that may end below their beginning, with the values of both ends.

    Changes, names and scores are left out, and so are those that count down
    one after another: 一档5000—3000元，二档3000—1000元.
    """
    found = sorted(_find(text), key=lambda one: one[0].start())
    down = [match for match, first, last in found if last < first]
    steps = {
        step
        for one, other in pairwise(down)
        if one["unit"] == other["unit"] and other.start() - one.end() <= _NEAR
        for step in (one.start(), other.start())
    }
    yield from ((match.span(), first, last) for match, first, last in found if match.start() not in steps)


def _find(text: str) -> Iterator[tuple[re.Match[str], float, float]]:
    for link in "至到～~—–－-":
        for place in places_of(link, text):
            if _may_fall(text, place):
                match = _range_at(text, place)
                ends = None if match is None or _is_otherwise(match) else _ends(match)
                if match is not None and ends is not None:
                    yield match, *ends


def _may_fall(text: str, place: int) -> bool:
    """Whether the number behind a link may be smaller than the one before it; most ranges rise, and need no pattern."""
    behind = _BEHIND.match(text, place)
    before = _BEFORE.search(text, max(0, place - _BACK), place)
    if behind is None or before is None:
        return False
    scaled = holds_any(text[before.start() : place + _AHEAD], _SCALED)
    return scaled or float(before["number"]) > float(behind["number"])


def _range_at(text: str, place: int) -> re.Match[str] | None:
    """The range whose link begins at a place."""
    pattern = _SHARED if text[place - 1 : place].isdecimal() else _EACH
    matches = pattern.finditer(text, max(0, place - _BACK), place + _AHEAD)
    return next((match for match in matches if match.start("link") == place), None)


def _is_otherwise(match: re.Match[str]) -> bool:
    """Whether numbers are told as a change, or name something: 由10元至5元, 编号12—5, 2024—25年."""
    text, before = match.string, (max(0, match.start() - _BACK), match.start())
    if _CHANGE_BEFORE.search(text, *before) or _DOWN.search(text, max(0, match.start() - _NEAR), match.start()):
        return True
    if _NUMBERED.search(text, *before):
        return True
    is_year = _YEAR.fullmatch(match["first"]) and (len(match["last"]) < _DIGITS_OF_SUM or match["unit"] == "年")
    return bool(is_year) or _CHANGE_BEHIND.match(text, match.end()) is not None


def _ends(match: re.Match[str]) -> tuple[float, float] | None:
    """The values of both ends; None where only one of them may have the scale that stands behind the second."""
    first, last = float(match["first"]), float(match["last"])
    if match["first_scale"] == match["last_scale"]:
        return first, last
    if match["first_scale"] is None:
        return (first, last) if first <= last * _ALIKE else None
    return first * SCALES[match["first_scale"]], last * SCALES[match["last_scale"]]
