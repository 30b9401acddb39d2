"""Figures that are no sum of others: averages, prices and rates, of which a part may be above the whole."""

from collections.abc import Sequence

from lint.analysis.counts.quantities.quantity import Quantity, Share
from lint.text.patterns.lazy import lazy

_GAP = "[^，。；：、！？0-9\n]"
_MEAN = lazy(
    f"(?:平均|[人户日月年亩村校班站项单次家件台]均|中位数?){_GAP}{{0,12}}$"
    f"|(?:均价|单价|[^\\W\\d_]率|密度|浓度|指数){_GAP}{{0,4}}$"
)
_NAMED = lazy("平均(?!主义)|[人户日月年亩]均|均价|单价")
_BEFORE = 16  # characters before a figure that say what it is


def is_mean(text: str, start: int, figure: Quantity) -> bool:
    """Whether the words of its clause before a figure say that it is no sum: 51家机构平均得分78.6分."""
    return _MEAN.search(text, max(start, figure.start - _BEFORE), figure.start) is not None


def are_means(shares: Sequence[Share]) -> bool:
    """Whether one of some parts is named as an average, which does not add up with others."""
    return any(_NAMED.search(share.label) for share in shares)
