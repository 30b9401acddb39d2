"""Whether an amount in words is the one in figures beside it: no 1250万元（大写：壹仟贰佰伍拾元整）."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.counts.quantities.quantity import last_digit, scaled, shown
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.capitals import AMOUNT, PLAIN_AMOUNT, fen_of
from lint.text.patterns.fragments import FIGURE, GROUPED
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import holds_any, places_of
from lint.text.source import Span

_FIGURE = rf"(?<![0-9.,．—～~－–-])(?P<number>{GROUPED}|{FIGURE})(?![0-9]|[.,][0-9])(?P<scale>(?:万亿|亿|百?万|千万)?)"
_GAP = "[ \u3000]{0,4}"
_SAID = "(?:人民币|大写|小写|金额|为|即|[）)：: \u3000]){0,6}"
_MONEY = rf"(?P<sign>[¥￥]{_GAP}|小写{_SAID})?{_FIGURE}(?(sign)元?|元)整?"
_EXACT = "(?<![数几好上近约超逾过破足至到余多—～~－-]|[零〇一二两三四五六七八九十百千万亿])"
"""What an amount in ordinary numerals does not stand behind where it is no round one: 近五百万元（498万元）."""
_BESIDE = (
    lazy(rf"{_FIGURE}元整?{_GAP}[（(]{_SAID}(?P<words>{AMOUNT})(?=[）)，,；;。])"),
    lazy(rf"(?P<words>{AMOUNT}){_GAP}[（(]{_SAID}{_FIGURE}元"),
    lazy(rf"(?P<words>{AMOUNT}){_GAP}[）)，,；;]?{_GAP}[（(]?(?:{_SAID}[¥￥]{_GAP}|小写{_SAID}){_FIGURE}"),
    lazy(rf"{_EXACT}(?P<words>{PLAIN_AMOUNT}){_GAP}[（(]{_SAID}{_MONEY}{_GAP}[）)]"),
    lazy(rf"{_EXACT}{_MONEY}{_GAP}[（(]{_SAID}(?P<words>{PLAIN_AMOUNT}){_GAP}[）)]"),
)
_UNITS = ("元", "圆")
_DIGITS = frozenset("一二两兩三四五六七八九十壹贰叁肆伍陆柒捌玖拾")
_NUMERALS = _DIGITS | frozenset("零〇百千佰仟万萬亿億")
_BY_WORDS = ("（", "(", "¥", "￥", "小写")
"""What stands between an amount in words and its figure."""
_BY_FIGURE = frozenset("0123456789")
_LONGEST = 24  # numerals of an amount in words
_NEAR = 80  # characters around an amount in words that may hold its figure
_FEN = 1000  # of the units in which figures are counted


class CapitalAmount(Check, frozen=True):
    """Amounts of yuan in words that are not the figure in the brackets behind them, or before their own.

    Those in ordinary numerals stand beside the figure and nothing else. A figure may be rounded to its last digit.
    """

    values: ClassVar[frozenset[str]] = frozenset({"found", "figure", "meant"})

    def signs(self) -> tuple[str, ...]:
        """The unit."""
        return _UNITS

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such amount in words, related to the figure."""
        text = document.typed
        found = {
            match.start("words"): match
            for near in _near_amounts(text)
            for pattern in _BESIDE
            for match in pattern.finditer(text, near.start, near.end)
        }
        for _, match in sorted(found.items()):
            fen = fen_of(match["words"])
            if fen is None:
                continue
            number, scale = match["number"], match["scale"]
            if abs(fen * _FEN - scaled(number, scale)) >= last_digit(number, scale):
                figure = Span(match.start("number"), match.end("scale"))
                words = Span(*match.span("words"))
                values = {
                    "found": match["words"],
                    "figure": document.typed[figure.start : figure.end],
                    "meant": shown(fen * _FEN, ""),
                }
                yield Hit(words, values, (Place(figure),))


def _near_amounts(text: str) -> Iterator[Span]:
    """The stretches around amounts in words that may hold their figures, those that meet as one.

    To look at the units first spares nearly every draft the large patterns.
    """
    start = end = 0
    for unit in sorted(place for sign in _UNITS for place in places_of(sign, text)):
        first = unit
        while unit - first < _LONGEST and first and text[first - 1] in _NUMERALS:
            first -= 1
        if _DIGITS.isdisjoint(text[first:unit]):  # 125万元
            continue
        if first - _NEAR > end:
            yield from _with_figure(text, start, end)
            start = max(0, first - _NEAR)
        end = unit + _NEAR
    yield from _with_figure(text, start, end)


def _with_figure(text: str, start: int, end: int) -> Iterator[Span]:
    near = text[start:end]
    if holds_any(near, _BY_WORDS) and not _BY_FIGURE.isdisjoint(near):
        yield Span(start, min(end, len(text)))
