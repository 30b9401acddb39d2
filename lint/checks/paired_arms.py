"""Whether 分别 joins as many values as there are things."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.document import Document
from lint.lazy import lazy
from lint.source import Span

_VALUE = r"[0-9０-９][0-9０-９.．,，万亿]*\s*(?:%|％|‰|[\u4e00-\u9fff]{0,4}?)"
_JOINT = lazy("、|和|及")
_ALSO = lazy("和|及|与")
# Things are counted up to sixty: without a bound, a list without end would be gone through from each of its things.
_ARMS = lazy(
    rf"(?P<things>[^，。；：！？、\n]{{1,16}}(?:、[^，。；：！？、\n]{{1,12}}){{1,60}})，?(?:分别|依次)[\u4e00-\u9fff]{{0,6}}?(?P<values>{_VALUE}(?:(?:、|和|及){_VALUE})+)(?=[，。；])"
)


class PairedArms(Check, frozen=True):
    """甲、乙、丙分别为1、2: things joined by 、 and figures joined by 、 of unequal number."""

    values: ClassVar[frozenset[str]] = frozenset({"things", "figures", "text"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such clause."""
        if "分别" not in document.text and "依次" not in document.text:
            return
        for match in _ARMS.finditer(document.text):
            names, figures = match["things"], _JOINT.split(match["values"])
            least = names.count("、") + 1
            most = least + len(_ALSO.findall(names.rpartition("、")[2]))
            if not least <= len(figures) <= most:
                values = {"things": str(most), "figures": str(len(figures)), "text": match[0]}
                yield Hit(Span(*match.span()), values)
