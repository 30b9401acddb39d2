"""Whether as many items follow as the text announces."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

import msgspec

from lint.analysis.counts.items import counted_items, possible_counts, told_steps
from lint.analysis.counts.named_parts import absent_part, named_leads
from lint.analysis.leads import sentence_before
from lint.checks.base import Check, Hit, Place
from lint.document.markers import HEADING
from lint.document.tree import Document, Item, Series
from lint.text.lazy import lazy
from lint.text.numerals import value_of
from lint.text.source import Span
from lint.text.words import any_of

_NUMBER = "[一二三四五六七八九十]{1,3}|两|[0-9]{1,2}"
_MEASURE = "个|条|点|项|类|种|件|大|对|方面|步|招"
_LOOSE = "个大对"
"""Measures whose nouns may be any: three priorities, advantages, relations."""
_COUNTING = "项类种件条"
"""Measures whose nouns may be any at the end of a line that leads in: 会议共有四项议程：."""
_ABOUT = lazy("(?:围绕|针对|按照|根据|对照|依据|为了|通过|紧盯|聚焦|落实|对|就|为|将|把|经)[^，。；：]{0,12}$")
_MEASURED = rf"(?<![第一二三四五六七八九十百千零〇0-9.．％%—～~-])(?P<number>{_NUMBER})(?P<measure>{_MEASURE})"
_GLANCE = lazy("[一二三四五六七八九十两0-9][^\\W\\d_a-zA-Z]")
_QUANTITY = lazy(_MEASURED)
_OPEN = lazy(
    r"(?<![第一二三四五六七八九十百千零〇0-9.．％%—～~-])(?P<number>[二三四五六七八九十两]|[2-9])"
    r"(?P<measure>[^\W\d_a-zA-Z年月天日周时分秒岁人名元万亿米倍成折])(?P<noun>[^\W\d_a-zA-Z]{0,6})(?P<end>[：:。])\Z"
)
"""A number at the end of a sentence that leads in, with any measure: 分三批进行：, or 分为四级。 before 一级响应."""
_DIVIDED = lazy("(?:分|共分|划分|共|总计|合计|下设|设置|设立|成立)(?:为|成|作|有|了)?$")
_RANKS = frozenset("级期档层轮批段部季代版稿审")
"""Measures of what may be an order instead (项目二期：); they announce only after a word that divides."""
_EACH = lazy("，分别[^，。；]{1,16}$")
_FOUNDED = lazy("(?:设立|成立|组建|下设|设置|设|抽调组成)(?:了)?$")
_COUNT = lazy(rf"{_MEASURED}(?P<quote>[“‘\"])?(?P<noun>[^\W\d_a-zA-Z]{{0,6}})")
_CLOSING = {"“": "”", "‘": "’", '"': '"'}
_ELSE = lazy(
    "[0-9]|，.*(?:以下|如下|下列)(?!情况|报告|汇报)|，.*(?:做法|措施|举措|要求|建议|原因|问题|内容)(?:是|有|为)?$"
)
_NOTE = lazy("[（(](?![^（）()]*(?:一是|1|①))[^（）()]{0,40}[）)]")
_BRACKETED = lazy("[（(](?:共计?|合计|总计|计)?$")
_ONE_OF = lazy(r"[^\W\d_a-zA-Z]{0,8}?(?:之一)?的[，：:]")
"""What a rule says of the cases that it goes through: 有下列四种情形之一的，可以…."""
_PARTS = ("编", "章", "节")  # 共6章64条 measures a document
_FEWEST = 2  # characters of a noun
_LONGEST = 1000  # characters of a sentence
_MATTER = lazy("(?:等|这[一个]{0,2})?(?:方面)?的?(?:[一二三四五六七八九十0-9]个)?(?:问题|情况|意见|现象|不足)")
_TIME = lazy("月|工作日|小时|星期|百分点|季度|年")
_BACK = lazy(r"(?:上述|前述|以上|前面|另外|其余|这|该)$|(?:^|[，。；])(?:对|针对|就)[^，。；]*的$")


class Announcement(msgspec.Struct, frozen=True):
    """A number of things that a text says will follow; not ``direct`` when another clause stands between."""

    span: Span
    number: int
    text: str
    direct: bool


class AnnouncedCount(Check, frozen=True, kw_only=True):
    """Announcements anchored to the series that begins right after them: in the sentence before its first
    item, or in the heading that it stands under. Of several numbers in that sentence one must be right.

    ``nouns`` are what may be announced (三项措施), but as the beginning of one of ``not_nouns`` (两个工作组). ``cues``
    are words before the number that announce; ``tasks`` may also speak of what is named elsewhere (围绕三大任务，…) and
    announce only at the end of their sentence. ``slogans`` begin with a number that is part of their name (四个意识).
    ``reach`` is how many characters may stand between the number and the end of its sentence.
    """

    nouns: tuple[str, ...]
    not_nouns: tuple[str, ...] = ()
    cues: tuple[str, ...]
    tasks: tuple[str, ...]
    slogans: tuple[str, ...]
    reach: int = 24

    values: ClassVar[frozenset[str]] = frozenset({"announced", "counted", "text", "absent"})
    related_values: ClassVar[frozenset[str]] = frozenset({"marker"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each announcement that the items do not bear out."""
        for series in document.clock.watched((*document.series, *document.headings)):
            if series.quoted or series.base or not (series.family is HEADING or series.items[0].marker.value in (0, 1)):
                continue
            if not _may_announce(document.text, series.items[0].marker.span.start):
                continue
            found = [one for one in self._announcements(document, series) if _may_mean(document, one, series)]
            if (
                found
                and not any(_is_borne_out(announcement, document, series) for announcement in found)
                and not _is_named_besides(document, series)
            ):
                absent = _absent(document, found[-1], series)
                if series.parent is not None or not absent:  # a part of the draft: named_parts
                    yield _hit(document, found[-1], series, absent)
        for span, number, counted in told_steps(document):
            if number != counted:
                text = document.slice(span)
                yield Hit(span, {"announced": str(number), "counted": str(counted), "text": text, "absent": ""})

    def _announcements(self, document: Document, series: Series) -> Iterator[Announcement]:
        first, last = sentence_before(document, series)
        sentence = document.text[first:last]
        for count in _COUNT.finditer(sentence):
            rest = _NOTE.sub("", sentence[count.end() :]).rstrip('。：:；”’" ')
            number = value_of(count["number"])
            before = sentence[: count.start()]
            each = _EACH.search(rest) is not None and _FOUNDED.search(before) is not None
            formula = before.endswith(("以下", "下列")) and rest.startswith("，现")
            if sentence[-1:] in "）)" and _BRACKETED.search(before):
                continue  # 一、存在的问题（4个问题）: heading_count
            far = _ONE_OF.match(sentence[count.start("noun") :]) is not None and before.endswith(("以下", "下列"))
            reach = _LONGEST if far else self.reach
            if number < 2 or len(rest) > reach or (_ELSE.search(rest) and not (each or formula)):
                continue
            if each or self._is_announcement(document, series, sentence, count):
                text = count[0] if each else self._named(sentence, count)
                place = first + count.start()
                yield Announcement(Span(place, place + len(text)), number, text, "，" not in rest)
        yield from self._open(document, series, sentence, first)

    def _open(self, document: Document, series: Series, sentence: str, first: int) -> Iterator[Announcement]:
        """The number with any measure that a sentence ends with, before its ： or before ranks of that measure."""
        count = _OPEN.search(sentence)
        if count is None or count["measure"] in "个条点项类种件大对":
            return
        before = sentence[max(0, count.start() - 14) : count.start()]
        divided = _DIVIDED.search(before) is not None
        at_once = not count["noun"] and count["measure"] not in _RANKS
        if count["end"] == "。" and not (divided and _are_ranks(document, series, count["measure"])):
            return
        if (divided or at_once) and not (_BACK.search(before) or before.endswith(_PARTS)):
            span = Span(first + count.start(), first + count.end("measure"))
            yield Announcement(span, value_of(count["number"]), count["number"] + count["measure"], direct=True)

    def _is_announcement(self, document: Document, series: Series, sentence: str, count: re.Match[str]) -> bool:
        """Whether a number of the sentence before a series speaks of its items."""
        term = sentence[count.start() : count.end()].replace("“", "").replace('"', "")
        before = sentence[max(0, count.start() - 14) : count.start()]
        if _holds(self.slogans, before[-4:] + term) or _BACK.search(before) or before.endswith(_PARTS):
            return False
        named = count["measure"] in _LOOSE and len(count["noun"]) >= _FEWEST and not _TIME.match(count["noun"])
        if count["quote"] or before[-1:] in _CLOSING:
            leads_in = sentence[count.end() :] in ("”：", "”:", '"：', '":')
            is_echoed = _is_echoed(document, series, count["noun"]) and not _is_name_of_matter(sentence, count)
            return (named and leads_in) or is_echoed
        if before.endswith(("以下", "下列", "如下")):
            return True
        if count["measure"] + count["noun"][:1] in ("个方", "个部") and _is_named(document, series, count):
            return True
        counted = count["measure"] == "方面" or self._general.match(count["noun"] or count["measure"])
        if sentence[count.end() :].strip() in {"。", "：", ":"} and _is_named_by_all(document, series, count["noun"]):
            return True
        leads_in = sentence[-1:] in "：:"
        named = named or _names_line(document, series, count, before)
        at_once = leads_in and named and count.end() == len(sentence) - 1
        ends = not sentence[count.end() :].strip("。：: ")
        cued = _holds(self.cues, before) or (ends and sentence[-1:] not in "，," and _holds(self.tasks, before))
        return at_once or (bool(counted) and bool(cued or leads_in))

    def _named(self, sentence: str, count: re.Match[str]) -> str:
        """The announcement itself: number, measure and the noun that they count."""
        noun, length = count["noun"], 0
        while general := self._general.match(noun[length:]):
            length += general.end()
        opening = count["quote"] or sentence[max(0, count.start() - 1) : count.start()]
        if opening in _CLOSING:
            closing = sentence.find(_CLOSING[opening], count.end())
            return sentence[count.start() : closing + bool(count["quote"]) if closing >= 0 else count.end()]
        if count.end() == len(sentence) - 1:
            return count[0]
        return sentence[count.start() : count.start("noun") + length]

    @property
    def _general(self) -> re.Pattern[str]:
        return _noun(self.nouns, self.not_nouns)


@lru_cache(maxsize=8)
def _noun(nouns: tuple[str, ...], not_nouns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?!{any_of(not_nouns)}){any_of(nouns)}")


def _holds(words: tuple[str, ...], text: str) -> bool:
    return any(word in text for word in words)


def _items_below(series: Series) -> int:
    """How many items stand below all items of a series, each of which groups some; 0 where one does not."""
    groups = [[child for child in item.children if not child.inline] for item in series.items]
    return sum(map(len, groups)) if all(groups) else 0


def _counted(document: Document, number: int, series: Series) -> int:
    """How many items a number means: those of a series, or those in its groups where they come nearer."""
    own, below = counted_items(document, series), _items_below(series)
    return below if below and abs(below - number) < abs(own - number) else own


def _may_mean(document: Document, announcement: Announcement, series: Series) -> bool:
    """Whether headings without a number may be what is announced: at the top, others of their rank may follow them."""
    if series.family is not HEADING:
        return True
    leads_in = announcement.direct and document.text[sentence_before(document, series)[1] - 1] in "：:。"
    return leads_in and (series.parent is not None or announcement.number > len(series.items))


def _may_announce(text: str, place: int) -> bool:
    """Whether a number and a measure stand in the sentence before a place, or in more than that: most hold none."""
    end = place
    while end and text[end - 1].isspace():
        end -= 1
    start = max(0, end - _LONGEST)
    stop = max(text.rfind("。", start, end - 1), text.rfind("\n", start, end - 1), start)
    return _GLANCE.search(text, stop, end) is not None


def _is_named_besides(document: Document, series: Series) -> bool:
    """Whether the sentence also names the right number, not as a quoted word: 十项任务中，有两项滞后：一是…二是…."""
    sentence = document.text[slice(*sentence_before(document, series))]
    return any(
        value_of(found["number"]) == counted_items(document, series)
        for found in _QUANTITY.finditer(sentence)
        if sentence[: found.start()][-1:] not in _CLOSING
    )


def _is_borne_out(announcement: Announcement, document: Document, series: Series) -> bool:
    """Whether the items are as many as announced, or, after another clause, those below one of them.

    从四个方面进行查摆，现将情况报告如下: four may be the problems, under the first of three headings.
    """
    if announcement.number in (*possible_counts(document, series), _items_below(series)):
        return True
    if announcement.direct and not (series.parent is None and announcement.text.endswith("方面")):
        return False
    lengths = document.derive(_lengths_below, lambda: _lengths_below(document))
    return any(announcement.number in lengths.get(item.span.start, ()) for item in series.items)


def _names_line(document: Document, series: Series, count: re.Match[str], before: str) -> bool:
    """Whether a number with any noun may name the lines below it; not one that only says what they are about."""
    if count["measure"] not in _COUNTING or len(count["noun"]) < _FEWEST or series.items[0].inline:
        return False
    return not (_TIME.match(count["noun"]) or count["noun"].endswith("下") or _ABOUT.search(before))


def _is_name_of_matter(sentence: str, count: re.Match[str]) -> bool:
    """Whether quoted words that begin with a number are what a problem is called: 关于“两个责任压力传导不够”的问题."""
    if count["quote"]:
        return False
    closing = sentence.find(_CLOSING[sentence[count.start() - 1]], count.end())
    return closing >= 0 and _MATTER.match(sentence, closing + 1) is not None


def _is_named(document: Document, series: Series, count: re.Match[str]) -> bool:
    """Whether as many names stand before a number: 现将学习、履职、廉洁三个方面报告如下."""
    first, last = sentence_before(document, series)
    leads = named_leads(document, Span(first, last))
    return any(lead.place == first + count.start() and lead.number == len(lead.names) for lead in leads)


def _lengths_below(document: Document) -> dict[int, list[int]]:
    """How long the series below each item are, by the place where the item begins."""
    lengths: dict[int, list[int]] = {}
    for series in document.series:
        if series.parent is not None:
            lengths.setdefault(series.parent.span.start, []).append(len(series.items))
    return lengths


def _are_ranks(document: Document, series: Series, measure: str) -> bool:
    """Whether every heading of a series names a rank of a measure: 一级响应, Ⅱ级响应."""
    ranks = lazy(f"^[^，。]{{0,6}}?[一二三四五六七八九ⅠⅡⅢⅣⅤ1-9]{measure}")
    return all(ranks.search(document.slice(item.heading)) for item in series.items)


def _is_named_by_all(document: Document, series: Series, noun: str) -> bool:
    """Whether every heading of a series ends with what is counted: 组织实施六项行动 before 实施管线整治行动."""
    headings = [document.slice(item.heading) for item in series.items]
    kind = noun[-2:]
    return len(kind) == len("行动") and len(headings) > 1 and all(heading.endswith(kind) for heading in headings)


def _is_echoed(document: Document, series: Series, noun: str) -> bool:
    """Whether the items take up the word: 六个“以” before 以…, 以…; 五个着力 before 着力…."""
    stem = noun[:4]
    while stem:
        holding = sum(
            stem in document.slice(Span(item.marker.span.end, min(item.span.end, item.marker.span.end + 40)))
            for item in series.items
        )
        if 2 * holding > len(series.items):
            return True
        stem = stem[:-1]
    return False


def _absent(document: Document, announcement: Announcement, series: Series) -> str:
    """Which of the names before a number nothing that follows takes up, as the message says it; else nothing."""
    part = document.parts[series.part]
    for lead in named_leads(document, Span(*sentence_before(document, series))):
        absent = absent_part(document, part, lead) if lead.place == announcement.span.start else None
        if absent:
            return f"，缺“{document.slice(absent)}”"
    return ""


def _hit(document: Document, announcement: Announcement, series: Series, absent: str) -> Hit:
    items: tuple[Item, ...] = (series.items[0], series.items[-1]) if len(series.items) > 1 else series.items
    values = {
        "announced": str(announcement.number),
        "counted": str(_counted(document, announcement.number, series)),
        "text": announcement.text,
        "absent": absent,
    }
    return Hit(
        announcement.span,
        values,
        tuple(Place(item.sign, {"marker": document.slice(item.sign)}) for item in items),
    )
