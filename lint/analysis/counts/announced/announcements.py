"""Numbers by which a sentence announces the items that follow it: 主要有以下三点原因：."""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from lint.analysis.counts.announced.announced_items import (
    are_ranks,
    is_echoed,
    is_named,
    is_named_by_all,
    is_noun,
    names_lines,
)
from lint.analysis.counts.announced.matters import MatterWords, is_of_matters
from lint.analysis.leads import sentence_before
from lint.document.tree import Document, Series
from lint.text.numerals import value_of
from lint.text.patterns.fragments import COUNT, LETTER, NOT_WITHIN
from lint.text.patterns.lazy import lazy
from lint.text.patterns.words import any_of
from lint.text.source import Span

_MEASURE = "个|条|点|项|类|种|件|大|对|方面|步|招"
_LOOSE = "个大对"
"""Measures whose nouns may be any: three priorities, advantages, relations."""
_MEASURED = f"{NOT_WITHIN}(?P<number>{COUNT})(?P<measure>{_MEASURE})"
_GLANCE = lazy(f"[一二三四五六七八九十两0-9]{LETTER}")
_QUANTITY = lazy(_MEASURED)
_OPEN = lazy(
    f"{NOT_WITHIN}(?P<number>[二三四五六七八九十两]|[2-9])"
    rf"(?P<measure>[^\W\d_a-zA-Z年月天日周时分秒岁人名元万亿米倍成折])(?P<noun>{LETTER}{{0,6}})(?P<end>[：:。])\Z"
)
"""A number at the end of a sentence that leads in, with any measure: 分三批进行：, or 分为四级。 before 一级响应."""
_RANKS = frozenset("级期档层轮批段部季代版稿审")
"""Measures of what may be an order instead (项目二期：); they announce only after a word that divides."""
_EACH = lazy("，分别[^，。；]{1,16}$")
_COUNT = lazy(rf"{_MEASURED}(?P<quote>[“‘\"])?(?P<noun>{LETTER}{{0,6}})")
_CLOSING = {"“": "”", "‘": "’", '"': '"'}
_POINTS_ELSEWHERE = lazy("[0-9]|，.*(?:以下|如下|下列)(?!情况|报告|汇报)")
_SOME_DONE = lazy(r"完成\d")
_NOTE = lazy("[（(](?![^（）()]*(?:一是|1|①))[^（）()]{0,40}[）)]")
_BRACKETED = lazy("[（(](?:共计?|合计|总计|计)?$")
_ONE_OF = lazy(f"{LETTER}{{0,8}}?(?:之一)?的[，：:]")
"""What a rule says of the cases that it goes through: 有下列四种情形之一的，可以…."""
_PARTS = ("编", "章", "节")  # 共6章64条 measures a document
_LONGEST = 1000  # characters of a sentence
_MATTER = lazy("(?:等|这[一个]{0,2})?(?:方面)?的?(?:[一二三四五六七八九十0-9]个)?(?:问题|情况|意见|现象|不足)")
_JOINED = "(?:和|与|及|以及)"
_JOINED_BEFORE = lazy(f"{NOT_WITHIN}(?:{COUNT})(?:{_MEASURE}){LETTER}{{1,12}}?{_JOINED}$")
_JOINED_BEHIND = lazy(f"{LETTER}{{1,12}}?{_JOINED}(?:{COUNT})(?:{_MEASURE})")
"""Another number that a number is joined to, either of which a part of its own takes up: 9项任务和7项要求."""
_FAR_MORE = 3
"""How many times as many as the items a number of what was done is: 提出建议47条。 before four headings."""
_BACK = lazy(r"(?:上述|前述|以上|前面|另外|其余|这|该|一式)$|(?:^|[，。；])(?:对|针对|就)[^，。；]*的$")
_FACED = "(?:针对|对照|围绕|对)[^，。；：]{0,10}?"
_PROBLEMS = "(?:个|项|条|类)(?:方面)?的?(?:突出|主要|具体|共性)?(?:问题|不足|短板|差距|意见|建议)"
_ONE_BY_ONE = "(?:逐一|逐项|逐条|逐个|一一)(?!分解|落实到人)"
_ANSWER = "(?:(?:制定|提出|采取|研究提出)[^。；：]{0,8}(?:措施|对策|建议)|剖析|分析)"
_ANSWERED = lazy(
    f"{_FACED}{NOT_WITHIN}(?P<text>(?P<number>{COUNT}){_PROBLEMS})，?[^。；：]{{0,16}}{_ONE_BY_ONE}"
    f"[^。；：]{{0,6}}{_ANSWER}[^。；：]{{0,8}}[。：]?\\s*$"
)
"""What is answered one by one: 针对以上四个方面的问题，逐一制定整改措施。"""
_SHORTEST_NAME = 4  # characters of a heading that a sentence may take up


class Announcement(msgspec.Struct, frozen=True):
    """A number of things that a text says will follow; not ``direct`` when another clause stands between."""

    span: Span
    number: int
    text: str
    direct: bool


class AnnouncingWords(msgspec.Struct, frozen=True):
    """The words that tell announcements from other numbers; what each is for, the check that takes them says."""

    nouns: tuple[str, ...]
    not_nouns: tuple[str, ...]
    cues: tuple[str, ...]
    tasks: tuple[str, ...]
    slogans: tuple[str, ...]
    reach: int
    divided: tuple[str, ...]
    founded: tuple[str, ...]
    instead: tuple[str, ...]
    handed_in: tuple[str, ...]
    of_more: tuple[str, ...]
    matters: MatterWords

    def announcements(self, document: Document, series: Series) -> Iterator[Announcement]:
        """The announcements in the sentence before a series."""
        first, last = sentence_before(document, series)
        sentence = document.text[first:last]
        for count in _COUNT.finditer(sentence):
            rest = _NOTE.sub("", sentence[count.end() :]).rstrip('。：:；”’" ')
            number = value_of(count["number"])
            before = sentence[: count.start()]
            place = first + count.start()
            each = _EACH.search(rest) is not None and _ends_in(before, self.founded, "了")
            formula = before.endswith(("以下", "下列")) and rest.startswith("，现")
            if sentence[-1:] in "）)" and _BRACKETED.search(before):
                continue  # 一、存在的问题（4个问题）: heading_count
            if number > 1 and is_of_matters(document, series, sentence, count, self.matters):
                yield Announcement(Span(place, place + len(count[0])), number, count[0], direct=False)
                continue
            far = _ONE_OF.match(sentence[count.start("noun") :]) is not None and before.endswith(("以下", "下列"))
            reach = _LONGEST if far else self.reach
            if number < 2 or len(rest) > reach or (self._is_of_else(rest) and not (each or formula)):
                continue
            if not (each or self._is_announcement(document, series, sentence, count)):
                continue
            if not (_is_one_of_two(sentence, count) or _is_done_already(series, sentence, count)):
                text = count[0] if each else self._named(sentence, count)
                yield Announcement(Span(place, place + len(text)), number, text, "，" not in rest)
        yield from self._open(document, series, sentence, first)
        yield from self._as_headed(document, series, sentence, first)
        yield from _one_by_one(series, sentence, first)

    def _open(self, document: Document, series: Series, sentence: str, first: int) -> Iterator[Announcement]:
        """The number with any measure that a sentence ends with, before its ： or before ranks of that measure."""
        count = _OPEN.search(sentence)
        if count is None or count["measure"] in "个条点项类种件大对":
            return
        before = sentence[max(0, count.start() - 14) : count.start()]
        divided = _ends_in(before, self.divided, "为成作有了")
        at_once = not count["noun"] and count["measure"] not in _RANKS
        if count["end"] == "。" and not (divided and are_ranks(document, series, count["measure"])):
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
        named = count["measure"] in _LOOSE and is_noun(count["noun"])
        if count["quote"] or before[-1:] in _CLOSING:
            leads_in = sentence[count.end() :] in ("”：", "”:", '"：', '":')
            echoed = is_echoed(document, series, count["noun"]) and not _is_name_of_matter(sentence, count)
            heads = before.endswith("的“") and sentence[count.end() :] == "”" and self._general.match(count["noun"])
            return (named and leads_in) or echoed or bool(heads)
        if before.endswith(("以下", "下列", "如下")):
            return True
        if count["measure"] + count["noun"][:1] in ("个方", "个部") and is_named(document, series, count):
            return True
        counted = count["measure"] == "方面" or self._general.match(count["noun"] or count["measure"])
        if sentence[count.end() :].strip() in {"。", "：", ":"} and is_named_by_all(document, series, count["noun"]):
            return True
        leads_in = sentence[-1:] in "：:"
        named = named or names_lines(document, series, count, before)
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

    def _as_headed(self, document: Document, series: Series, sentence: str, first: int) -> Iterator[Announcement]:
        """The number of what the heading above a series is called: 聚焦8项重点任务，逐项明确责任。 below 重点任务."""
        heading = document.slice(series.parent.heading).strip() if series.parent else ""
        for count in _COUNT.finditer(sentence) if len(heading) >= _SHORTEST_NAME else ():
            number, clause = value_of(count["number"]), sentence[: count.start()]
            is_own = count["noun"] == heading or (
                len(count["noun"]) >= _SHORTEST_NAME and heading.endswith(count["noun"])
            )
            if (
                number < 2
                or not is_own
                or count["quote"]
                or not sentence[count.end() :].startswith(("，", "：", "。", "；"))
            ):
                continue
            if not (self._is_of_more(sentence) or clause.endswith("的") or _BACK.search(clause[-14:])):
                text = count[0]
                yield Announcement(
                    Span(first + count.start(), first + count.start() + len(text)), number, text, direct=True
                )

    def _is_of_else(self, rest: str) -> bool:
        """Whether what follows a number in its sentence counts or points to something else."""
        last = rest.rpartition("\n")[2].partition("，")[2]
        told = last.endswith(self.handed_in) or _ends_in(last, self.instead, "是有为")
        return told or _POINTS_ELSEWHERE.search(rest) is not None

    def _is_of_more(self, sentence: str) -> bool:
        """Whether the number of a sentence may be of more than stands below."""
        return _holds(self.of_more, sentence) or _SOME_DONE.search(sentence) is not None

    @property
    def _general(self) -> re.Pattern[str]:
        return _noun(self.nouns, self.not_nouns)


def _is_one_of_two(sentence: str, count: re.Match[str]) -> bool:
    """Whether a number is joined to a different one, so that the items need not be as many as either."""
    if sentence.endswith(("：", ":")):
        return False
    before = _JOINED_BEFORE.search(sentence, 0, count.start())
    return before is not None or _JOINED_BEHIND.match(sentence, count.end("measure")) is not None


def _is_done_already(series: Series, sentence: str, count: re.Match[str]) -> bool:
    """Whether a number at a sentence's end tells how much was done: 提出审计建议47条."""
    ends = not count["noun"] and sentence[count.end() :].strip() == "。" and sentence[: count.start()][-1:].isalpha()
    return ends and value_of(count["number"]) > _FAR_MORE * len(series.items)


def _one_by_one(series: Series, sentence: str, first: int) -> Iterator[Announcement]:
    """The number of problems that a sentence says are answered one by one, where one item less follows it."""
    found = _ANSWERED.search(sentence) if series.parent is not None or series.items[0].inline else None
    if found and len(series.items) == value_of(found["number"]) - 1:
        place = first + found.start("text")
        yield Announcement(
            Span(place, place + len(found["text"])), value_of(found["number"]), found["text"], direct=True
        )


@lru_cache(maxsize=8)
def _noun(nouns: tuple[str, ...], not_nouns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?!{any_of(not_nouns)}){any_of(sorted(nouns, key=len, reverse=True))}")


def _ends_in(text: str, words: tuple[str, ...], auxiliaries: str) -> bool:
    """Whether a text ends in one of some words, with or without an auxiliary of one character behind it."""
    return text.endswith(words) or (text[-1:] in auxiliaries and text[:-1].endswith(words))


def _holds(words: tuple[str, ...], text: str) -> bool:
    return any(word in text for word in words)


def unquoted_numbers(sentence: str) -> Iterator[int]:
    """The numbers of a sentence that have a measure and are no quoted word: 十项任务中，有两项滞后."""
    for found in _QUANTITY.finditer(sentence):
        if sentence[: found.start()][-1:] not in _CLOSING:
            yield value_of(found["number"])


def may_announce(text: str, place: int) -> bool:
    """Whether a number and a measure stand in the sentence before a place, or in more than that: most hold none."""
    end = place
    while end and text[end - 1].isspace():
        end -= 1
    start = max(0, end - _LONGEST)
    stop = max(text.rfind("。", start, end - 1), text.rfind("\n", start, end - 1), start)
    return _GLANCE.search(text, stop, end) is not None


def _is_name_of_matter(sentence: str, count: re.Match[str]) -> bool:
    """Whether quoted words that begin with a number are what a problem is called: 关于“两个责任压力传导不够”的问题."""
    if count["quote"]:
        return False
    closing = sentence.find(_CLOSING[sentence[count.start() - 1]], count.end())
    return closing >= 0 and _MATTER.match(sentence, closing + 1) is not None
