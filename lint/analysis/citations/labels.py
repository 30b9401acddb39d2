"""Citations of labelled blocks (问题1：, 任务二：) by their label, where the labels end before the number."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.patterns.fragments import SMALL
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_NUMBER = rf"(?:\d{{1,3}}|{SMALL})"
_LABEL = lazy(
    r"(?:^|(?<=[\n\t|【]))[ \u3000#*【（(-]*"
    rf"(?P<place>(?P<word>[^\W\d_一二三四五六七八九十第附]{{2,4}})(?P<number>{_NUMBER}))"
    r"(?=[：:】）)、\s\u3000（(*|]|[.．]\D|$)"
)
_BEFORE = r"(?:按照?|依照|参照|对照|比照|参见|详见|见|同|与|和|及|将|对|针对|结合|如|[（(、])"
_BEGINS = r"(?<=[。；\n.．）)])"
"""What stands before a citation that begins its sentence: 2.问题11涉及的事项."""
_NO_LABELS = frozenset(("附件", "附表", "附图", "附录", "表格", "图表"))
_LEAST = 3
"""How many labels make a list of them."""
_MOST = 8
"""How many words a draft may label its blocks with; further ones are not looked for."""
_OF_ANOTHER = lazy(r"》|文件|来[文函]|上级|(?:通报|报告|清单|台账|意见)(?:中|所列|的|里)")
_NEAR = 200  # characters of the sentence before a citation that are read for another text


class AbsentLabel(msgspec.Struct, frozen=True):
    """A citation of a label that is not there, and the last of those that are."""

    cited: Span
    last: Span


class _Labels(msgspec.Struct):
    """The labels of one word: where each number first stands, and how many there are with those told twice."""

    places: dict[int, Span] = {}
    count: int = 0
    highest: int = 0

    def add(self, number: int, place: Span) -> None:
        """Take in one more label."""
        self.places.setdefault(number, place)
        self.count += 1
        self.highest = max(self.highest, number)

    @property
    def is_list(self) -> bool:
        """Whether they begin at one and leave out no more than one number."""
        return len(self.places) >= _LEAST and 1 in self.places and self.highest <= len(self.places) + 1


def absent_labels(document: Document) -> Iterator[AbsentLabel]:
    """Every 见问题16 and 对照第16个问题 in a draft whose blocks are labelled 问题1 to 问题15."""
    lists = _lists(document)
    for match in _citation(lists).finditer(document.text) if lists else ():
        labels = lists[match["word"] or match["counted"]]
        if value_of(match["number"] or match["ordinal"]) <= max(labels.highest, labels.count):
            continue
        if not _is_of_another(document, match.start("place")):
            yield AbsentLabel(Span(*match.span("place")), labels.places[labels.highest])


def _lists(document: Document) -> dict[str, _Labels]:
    """The first few words whose labels form a list."""
    found: dict[str, _Labels] = {}
    for match in _LABEL.finditer(document.text):
        if match["word"] not in _NO_LABELS and not document.is_quoted(match.start("place")):
            found.setdefault(match["word"], _Labels()).add(value_of(match["number"]), Span(*match.span("place")))
    return dict(islice(((word, labels) for word, labels in found.items() if labels.is_list), _MOST))


def _citation(words: Iterable[str]) -> re.Pattern[str]:
    """What cites a label: 按问题16的措施, （见任务三）, 对照第16个问题."""
    known = "|".join(words)
    return re.compile(
        rf"(?:{_BEFORE}|{_BEGINS})(?P<place>(?P<word>{known})(?P<number>{_NUMBER})|第(?P<ordinal>{_NUMBER})[个项](?P<counted>{known}))"
        r"(?=[的所中，。；、）)和与及至一相]|要求|整改|执行|落实|办理|涉及|$)"
    )


def _is_of_another(document: Document, place: int) -> bool:
    start = max(0, place - _NEAR)
    sentence = document.last_of("。\n", start, place)
    return document.is_quoted(place) or bool(_OF_ANOTHER.search(document.text, max(start, sentence), place))
