"""Whether as many items follow as the text announces."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.counts.announced.announced_sums import (
    absent_name,
    counted_of,
    is_borne_out,
    is_named_besides,
    may_mean,
)
from lint.analysis.counts.announced.announcements import Announcement, AnnouncingWords, may_announce
from lint.analysis.counts.announced.matters import MatterWords
from lint.analysis.counts.announced.named_parts import PartNames, Synonyms
from lint.analysis.counts.announced.taken_up import taken_up, turns_taken_up
from lint.analysis.counts.items import told_steps
from lint.checks.base import Check, Hit, Place
from lint.document.families import HEADING
from lint.document.tree import Document, Item, Series


class AnnouncedCount(Check, frozen=True, kw_only=True):
    """Announcements anchored to the series that begins right after them: in the sentence before its first
    item, or in the heading that it stands under. Of several numbers in that sentence one must be right.

    ``nouns`` are what may be announced (三项措施), but as the beginning of one of ``not_nouns`` (两个工作组). ``cues``
    are words before the number that announce; ``tasks`` may also speak of what is named elsewhere (围绕三大任务，…) and
    announce only at the end of their sentence. ``slogans`` begin with a number that is part of their name (四个意识).
    ``reach`` is how many characters may stand between the number and the end of its sentence. Which of the names before
    it has no item is told but where an item names it by another word of one of the groups of ``alike``,
    or any line by one of ``unheaded``; what is about one of ``times``, by a day.

    ``divided`` are words before a number with any measure that announces (分三批), ``founded`` those before what is set
    up (成立三个组，分别…). What one of ``instead`` or ``handed_in`` ends is announced in place of the number before it.
    ``of_more`` words say that a number may be of more than stands below. A heading is about what stands between one of
    ``before_matter`` (关于, 审议) and one of ``behind_matter`` (问题, 事项).
    """

    nouns: tuple[str, ...]
    not_nouns: tuple[str, ...] = ()
    cues: tuple[str, ...]
    tasks: tuple[str, ...]
    slogans: tuple[str, ...]
    reach: int = 24
    alike: Synonyms = ()
    unheaded: Synonyms = ()
    times: tuple[str, ...] = ()
    divided: tuple[str, ...] = ()
    founded: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    handed_in: tuple[str, ...] = ()
    of_more: tuple[str, ...] = ()
    before_matter: tuple[str, ...] = ()
    behind_matter: tuple[str, ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"announced", "counted", "text", "absent"})
    related_values: ClassVar[frozenset[str]] = frozenset({"marker"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each announcement that the items do not bear out."""
        words = self._words
        for series in document.clock.watched((*document.series, *document.headings)):
            if series.quoted or series.base or not (series.family is HEADING or series.items[0].marker.value in (0, 1)):
                continue
            hit = self._led_in(document, series, words) or _taken_up(document, series)
            if hit:
                yield hit
        for span, number, counted in told_steps(document):
            if number != counted:
                text = document.slice(span)
                yield Hit(span, {"announced": str(number), "counted": str(counted), "text": text, "absent": ""})

    @property
    def _called(self) -> PartNames:
        return PartNames(self.unheaded, self.times, self.alike)

    @property
    def _words(self) -> AnnouncingWords:
        return AnnouncingWords(
            nouns=self.nouns,
            not_nouns=self.not_nouns,
            cues=self.cues,
            tasks=self.tasks,
            slogans=self.slogans,
            reach=self.reach,
            divided=self.divided,
            founded=self.founded,
            instead=self.instead,
            handed_in=self.handed_in,
            of_more=self.of_more,
            matters=MatterWords(self.before_matter, self.behind_matter),
        )

    def _led_in(self, document: Document, series: Series, words: AnnouncingWords) -> Hit | None:
        """What is wrong with the announcements in the sentence right before a series."""
        if not may_announce(document.text, series.items[0].marker.span.start):
            return None
        found = [one for one in words.announcements(document, series) if may_mean(document, one, series)]
        if (
            not found
            or any(is_borne_out(announcement, document, series) for announcement in found)
            or is_named_besides(document, series)
        ):
            return None
        absent = absent_name(document, found[-1], series, self._called)
        is_part = series.parent is None and absent  # named_parts tells it
        return None if is_part else _hit(document, found[-1], series, absent)


def _taken_up(document: Document, series: Series) -> Hit | None:
    """What is wrong with a number anywhere in the text that leads in a series whose headings take up its noun."""
    found = [*taken_up(document, series)] or [*turns_taken_up(document, series)]
    if not found or any(is_borne_out(one, document, series) for one in found):
        return None
    return _hit(document, found[-1], series, "")


def _hit(document: Document, announcement: Announcement, series: Series, absent: str) -> Hit:
    items: tuple[Item, ...] = (series.items[0], series.items[-1]) if len(series.items) > 1 else series.items
    values = {
        "announced": str(announcement.number),
        "counted": str(counted_of(document, announcement.number, series)),
        "text": announcement.text,
        "absent": absent,
    }
    return Hit(
        announcement.span,
        values,
        tuple(Place(item.sign, {"marker": document.slice(item.sign)}) for item in items),
    )
