"""Words that say what the parts of a total are: how far they are, and which may be of one and the same thing."""

import msgspec

from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import holds_any

_REACHED = lazy("达到?$")
_SHAPES = (
    lazy("少数民族|汉族|[^民]族(?!谱)"),
    lazy("以上|以下|以内|[0-9][^0-9]{0,4}[至到—–～~－-][0-9]|岁|青年|老年|[中老]年|儿童|未成年"),
    lazy("涉(?!农类)|跨"),
)
"""Qualities that are told by the shape of their words: peoples, ages and sizes, what crosses a border."""


class PartWords(msgspec.Struct, frozen=True):
    """The words of the rules; what each list is for, the checks that take them say."""

    finished: tuple[str, ...]
    status: tuple[str, ...]
    under_way: tuple[str, ...]
    put_right: tuple[str, ...]
    narrower: tuple[str, ...]
    matters: tuple[str, ...]
    qualities: tuple[tuple[str, ...], ...]
    works: tuple[str, ...]
    results: tuple[str, ...]

    def tells_status(self, label: str) -> bool:
        """Whether a part is told by how far it is."""
        return holds_any(label, self.finished) or holds_any(label, self.status)

    def tells_result(self, label: str) -> bool:
        """Whether a part tells how its number grew or what came of it, rather than a share."""
        return holds_any(label, self.results) or _REACHED.search(label) is not None

    def qualities_of(self, label: str, *, works: bool) -> set[int]:
        """Which qualities a part has, as numbers; what was done to a thing is one only of parts that are no sums."""
        groups = (*self.qualities, self.works) if works else self.qualities
        told = {index for index, words in enumerate(groups) if holds_any(label, words)}
        return told | {-1 - index for index, shape in enumerate(_SHAPES) if shape.search(label)}
