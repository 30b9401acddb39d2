"""A part that a preamble promises besides its subject: 现将问题和措施报告如下, 并结合反面典型案例作专题剖析."""

from collections.abc import Iterator
from itertools import pairwise

from lint.document.tree import Document
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_BESIDES = lazy(
    "(?:并|还|同时|一并|另外?)，?(?:"
    "(?:就|对|将|结合|围绕|针对)(?P<about>[^，。；：、\\n]{4,20}?)(?:作|进行|开展)[出了]?"
    "(?:专题|专门|专项|深刻|深入|认真|重点|逐一|简要)*的?"
    "|(?:作|进行|开展)[出了]?(?P<name>[^，。；：、\\n]{4,20}?)的?)(?:剖析|说明|检视|反思|报告|汇报)(?=[，。；])"
)
_DONE = lazy(
    "(?:选取|选择|选定|结合|围绕|针对)(?P<about>[^，。；：、\\n]{4,24}?)(?:为例)?，?(?:作|进行|开展)了?"
    "(?:专题|专门|专项|深刻|深入|认真|重点|逐一|简要)*的?剖析(?=[，。；])"
)
_OF_THE_TEXT = lazy("(?:查摆|检视|查找)[^。\\n]*剖析[^。\\n]*(?:根源|原因|方向|措施)")
"""A sentence that goes through what the draft holds: 认真查摆问题，…作了专题剖析，深挖思想根源，明确整改方向。"""
_BEFORE = lazy("会前|此前|先后|期间")
_CASE = lazy("(?:案|典型|事件)[^。\\n]{0,80}(?:剖析|反思|教训|折射|反映|暴露|敲响)")
"""Where a text tells of a case, under whatever heading."""
_LEADS = lazy("如下|现(?:将|就|作|从|向)|下面")
_SENTENCE = lazy("[^。\\n]+")


def further_parts(document: Document, preamble: Span) -> Iterator[Span]:
    """The names of such parts, in the sentence that leads in what follows."""
    for sentence in _SENTENCE.finditer(document.text, preamble.start, preamble.end):
        if _LEADS.search(sentence[0]):
            for found in _BESIDES.finditer(document.text, sentence.start(), sentence.end()):
                yield Span(*found.span("about" if found["about"] else "name"))


def analysed_case(document: Document, preamble: Span, end: int) -> Span | None:
    """What a preamble that goes through the draft says is analysed (选取典型案例作了剖析); None where it is told."""
    sentences = [*_SENTENCE.finditer(document.text, *preamble)]
    for sentence, following in pairwise(sentences):
        found = _DONE.search(document.text, *sentence.span()) if _LEADS.search(following[0]) else None
        if found is None or not _OF_THE_TEXT.search(sentence[0]) or _BEFORE.search(sentence[0]):
            continue
        return None if _CASE.search(document.text, preamble.end, end) else Span(*found.span("about"))
    return None
