"""Percentages that a sentence tells of all of something, so that they come to 100: 满意的占52%，不满意的占48%."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec

from lint.text.patterns.fragments import FIGURE, LETTER
from lint.text.patterns.lazy import lazy
from lint.text.sentences import sentence_start
from lint.text.source import Span

_PART = rf"(?:{LETTER}|[“”]){{1,16}}?(?:占比?|比例|比重)?(?:为|达到?|是)?(?:{FIGURE})[%％]"
_LIST = lazy(rf"{_PART}(?:(?:[，、；]|和){_PART}){{1,9}}(?![^，。；、]{{0,4}}[以增减])")
_RATE = lazy(rf"(?P<label>[^，、；%％]+?)(?P<rate>{FIGURE})[%％]")
_RATIO = lazy(
    rf"(?:三次产业|三产|产业)(?:增加值)?(?:结构)?(?:比例?|之比|结构)?(?:由[0-9.:：∶]+)?(?:调整|优化)?(?:为|是|达到?)?"
    rf"(?P<ratio>{FIGURE}[:：∶]{FIGURE}[:：∶]{FIGURE})(?![:：∶0-9.])"
)
_GRADE = lazy(
    "(?:非常|十分|[很较]|比较|基本|不太|不够|不|未)?(?:满意|认可|支持|反对|赞成|了解|清楚|关心|称职|合格|达标|优秀|良好|一般|差)"
    "|无所谓|说不清|弃权|不好说|不表态"
)
_GRADE_END = lazy(
    "(?:的|等[次级]|以下)?(?:受访者|群众|职工|干部|企业|同志|对象|人员?|选票)?(?:占比?|比例|比重)?(?:为|达到?|是)?$"
)
_REST = lazy("^(?:和|及)?(?:其余|其他|其它|剩余)")
_SEVERAL = lazy("[和及或]|以[上下]|合计|共|其中|率|认为|反映|希望|建议|选择|提[高升]|[增减下]|同比|比上|较")
_NO_LIST = lazy("多选|可选|选择|同比|增长|提高|下降|比上年|较上年")
_NEAR = 10  # per cent that the sum may be off by a slip
_ALL = 100
_NOTE = 20  # characters behind a list that may say that several answers were given


class Percentages(msgspec.Struct, frozen=True):
    """Percentages with their place, that ought to come to 100, and what they come to."""

    place: Span
    sum: Fraction


def share_sums(text: str, start: int, end: int) -> Iterator[Percentages]:
    """The lists of percentages in a paragraph that are told to be of all and do not come to it, but nearly."""
    several = text.count("%", start, end) + text.count("％", start, end) > 2
    for found in _LIST.finditer(text, start, end) if several else ():
        shares = [(one["label"].strip("，、；和"), one["rate"]) for one in _RATE.finditer(found[0])]
        before = text[sentence_start(text, start, found.start()) : found.start()]
        if (
            "%" in before
            or "％" in before
            or _NO_LIST.search(text, max(start, found.start() - _ALL), found.end() + _NOTE)
        ):
            continue
        if _is_whole([label for label, _ in shares]) and (off := _off([rate for _, rate in shares])):
            yield Percentages(Span(*found.span()), off)
    for found in _RATIO.finditer(text, start, end):
        off = _off(re.split("[:：∶]", found["ratio"]))
        if off:
            yield Percentages(Span(*found.span("ratio")), off)


def _is_whole(labels: Sequence[str]) -> bool:
    """Whether parts are grades that exclude each other, or the last is the rest."""
    if any(_SEVERAL.search(label) for label in labels[:-1]) or len(set(labels)) < len(labels):
        return False
    if len(labels) > 2 and _REST.search(labels[-1]):
        return True
    grades = [_grade(label) for label in labels]
    return len(labels) > 2 and all(grades) and len(set(grades)) == len(grades)


def _grade(label: str) -> str:
    """The grade that a label ends with; nothing where it ends with none."""
    bare = _GRADE_END.sub("", label)
    found = [*_GRADE.finditer(bare)]
    return found[-1][0] if found and found[-1].end() == len(bare) else ""


def _off(rates: Sequence[str]) -> Fraction | None:
    """What percentages come to, where that is neither 100, as rounded, nor far from it."""
    together = sum(map(Fraction, rates), Fraction(0))
    decimals = max(len(rate.partition(".")[2]) for rate in rates)
    rounding = Fraction(len(rates), 2 * 10**decimals)
    is_off = together - _ALL >= rounding or _ALL - together > rounding
    return together if is_off and abs(together - _ALL) <= _NEAR else None
