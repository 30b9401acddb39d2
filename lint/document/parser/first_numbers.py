"""What a first number begins: a run below the one that is open, beside it, or in place of what ended."""

from lint.document.families import ARTICLE, DOTTED
from lint.document.markers import numbers_of
from lint.document.parser.open_items import OpenItems
from lint.document.parser.runs import Candidate, Run

_SECOND = 2
_BEFORE = 20  # characters within which the end of the text before a marker stands


class FirstNumbers:
    """Tells of a marker with the number 1 what it begins among the items that are open."""

    def __init__(self, items: OpenItems) -> None:
        self.items = items
        self.text = items.text
        self.candidates = items.candidates

    def meant_below(self, index: int, run: Run) -> Candidate | None:
        """The second item of the lower run that a 1 with an upper sign begins: 一、, （二）, then the upper 三、."""
        candidate = self.candidates[index]
        ahead = (one for one in self.items.ahead(index, candidate.rank) if not one.inside)
        following = None if candidate.inside else next(ahead, None)
        if following is None:
            return None
        below = following.marker.family.kin == candidate.marker.family.kin and following.rank > candidate.rank
        if not below or following.marker.value != _SECOND or self.items.continues(following):
            return None
        resumed = next((one.marker.value for one in ahead if one.key == candidate.key), None)
        return following if resumed == run.last + 1 else None

    def stands_within(self, index: int, depth: int) -> int | None:
        """How deep the item is that holds a 1 of an upper family by mistake: （二）, 1., 2., 一、, then （三）.

        The next marker goes on with the run of that item, and the family at ``depth`` counts no second.
        """
        candidate = self.candidates[index]
        ahead = (one for one in self.candidates[index + 1 :] if not one.inside)
        following = None if candidate.inside or candidate.marker.automatic else next(ahead, None)
        if following is None or following.rank <= candidate.rank or following.marker.value == 1:
            return None
        within = [place for place, _ in self.items.continued(following) if place > depth]
        if not within or self.items.next_value(index, candidate) == _SECOND:
            return None
        return within[0] + 1

    def stands_in_article(self, depth: int, candidate: Candidate) -> bool:
        """Whether an article is open below an item at a depth, so that a first marker counts what the article holds."""
        between = self.items.stack[depth + 1 :] if candidate.rank > ARTICLE.rank else ()
        return any(node.candidate.marker.family is ARTICLE for node in between)

    def is_counted_anew(self, candidate: Candidate, run: Run) -> bool:
        """Whether Word began a level of its list again below a higher one that stands after the items of a run."""
        number = candidate.marker.automatic
        if number is None:
            return False
        last = run.nodes[-1].candidate.block
        above = (node.candidate.marker.automatic for node in self.items.stack if node.candidate.block > last)
        return any(one and one.list == number.list and one.level < number.level for one in above)

    def is_embedded(self, index: int, depth: int, run: Run) -> bool:
        """Whether a 1 of a family that is open begins a list inside the deepest item."""
        candidate = self.candidates[index]
        deepest = self.items.stack[-1]
        if len(self.items.stack) - 1 > depth + 1 and self.items.resumes(deepest, index, candidate.rank):
            return True
        key = candidate.key
        last = run.nodes[-1].candidate.marker
        if not candidate.marker.head and (last.automatic or (last.head and self._is_resumed(index, run))):
            return True
        if self._is_led_in_anew(candidate, run):
            return False
        values = (c.marker.value for c in self.items.ahead(index, candidate.rank) if c.key == key)
        if next(values, None) != 2:
            return False
        if next((value for wanted, value in enumerate(values, 3) if value != wanted), None) == run.last + 1:
            return True
        announced = run.last > 1 or self._is_announced(candidate)
        return candidate.inside and candidate.block == run.nodes[-1].candidate.block and announced

    def begins_anew(self, index: int, run: Run) -> bool:
        """Whether a 1 begins another run beside the one that is open, rather than breaking it."""
        candidate = self.candidates[index]
        if candidate.inside and candidate.block != run.nodes[-1].candidate.block:
            return not self._repeats(index, run)
        return run.last > 1 and self.items.next_value(index, candidate) == 2

    def begins_section(self, index: int, run: Run) -> bool:
        """Whether a decimal belongs to another section than a run, and the next one does not come back to that."""
        if run.family not in DOTTED[1:]:
            return False
        other = section_of(self.text, run.nodes[-1].candidate)
        if section_of(self.text, self.candidates[index]) == other:
            return False
        key = self.candidates[index].key
        ahead = self.items.ahead(index, self.candidates[index].rank)
        return next((section_of(self.text, one) for one in ahead if one.key == key), None) != other

    def _is_announced(self, candidate: Candidate) -> bool:
        """Whether a colon stands before a marker."""
        start = candidate.marker.span.start
        return self.text[max(0, start - _BEFORE) : start].rstrip(" \u3000“‘\n")[-1:] in ("：", ":")

    def _is_led_in_anew(self, candidate: Candidate, run: Run) -> bool:
        """Whether a paragraph of an article, below the list that is open, leads in another one with a colon."""
        last = run.nodes[-1].candidate
        apart = candidate.marker.head and candidate.block > last.block + 1
        in_article = run.parent.candidate.marker.family is ARTICLE
        return apart and in_article and self._is_announced(candidate)

    def _is_resumed(self, index: int, run: Run) -> bool:
        """Whether a run of paragraphs goes on in the first later paragraph that begins like it: 一是 and 二是 between.

        A number that it leaves out is no reason against it, unless the markers between lead up to that number.
        """
        reached = 1
        for one in self.items.ahead(index, self.candidates[index].rank):
            if one.marker.family is not run.family:
                continue
            value = one.marker.value or 0
            if one.marker.head:
                return run.is_followed_by(one.marker) or (value > run.last and value != reached + 1)
            reached = value
        return False

    def _repeats(self, index: int, run: Run) -> bool:
        """Whether a 1 stands where the next number should: 一是, 一是, 三是."""
        following = self.items.next_value(index, self.candidates[index])
        return run.last > 0 and following == run.last + 2 and following != 2


def section_of(text: str, candidate: Candidate) -> tuple[int, ...]:
    """The numbers of the section that a decimal belongs to."""
    return numbers_of(text, candidate.marker)[:-1]
