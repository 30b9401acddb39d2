"""A part that a preamble promises besides its subject: 现将问题和措施报告如下, 并结合反面典型案例作专题剖析."""

from collections.abc import Iterator

from lint.document.tree import Document
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_BESIDES = lazy(
    "(?:并|还|同时|一并|另外?)，?(?:"
    "(?:就|对|将|结合|围绕|针对)(?P<about>[^，。；：、\\n]{4,20}?)(?:作|进行|开展)[出了]?"
    "(?:专题|专门|专项|深刻|深入|认真|重点|逐一|简要)*的?"
    "|(?:作|进行|开展)[出了]?(?P<name>[^，。；：、\\n]{4,20}?)的?)(?:剖析|说明|检视|反思|报告|汇报)(?=[，。；])"
)
_LEADS = lazy("如下|现(?:将|就|作|从|向)|下面")
_SENTENCE = lazy("[^。\\n]+")


def further_parts(document: Document, preamble: Span) -> Iterator[Span]:
    """The names of such parts, in the sentence that leads in what follows."""
    for sentence in _SENTENCE.finditer(document.text, preamble.start, preamble.end):
        if _LEADS.search(sentence[0]):
            for found in _BESIDES.finditer(document.text, sentence.start(), sentence.end()):
                yield Span(*found.span("about" if found["about"] else "name"))
