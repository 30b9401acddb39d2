"""Which paragraphs hold or begin lists of a shape that also occurs as ordinary words or figures."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lint.document.families import DIGIT, DIGIT_HALF_PAREN, DOTTED, HAN_HALF_PAREN, IS, LATIN, VERB
from lint.document.markers import Marker, dotted_numbers
from lint.document.parser.runs import Candidate, Lists
from lint.document.parser.short_lines import is_unmeasured, rest_of_line
from lint.text.patterns.lazy import lazy

_SECOND = 2
_NEAR = 2  # how far a wrong number may be from the right one
_APART = " \u3000"  # what may set items of one line apart
_SAYING = lazy("一不做[，、]?二不休")
_LIST_SHAPES = frozenset({DIGIT_HALF_PAREN.name, HAN_HALF_PAREN.name, LATIN.name})


def find_lists(text: str, candidates: Sequence[Candidate]) -> Lists:
    """The paragraphs that hold or begin lists of a doubtful shape, each with the key of these."""
    return frozenset(
        (
            *_within_paragraphs(text, candidates),
            *_over_paragraphs(text, candidates),
            *_of_verbs(text, candidates),
            *_through_part(candidates),
            *_bare_headings(text, candidates),
        )
    )


def _bare_headings(text: str, candidates: Sequence[Candidate]) -> Iterator[tuple[int, tuple[str, bool]]]:
    """The short lines with a bare number that head the texts of a part: 1 目标, text, 2 任务, text, 4 保障."""
    heads = [one for one in candidates if one.marker.family is DOTTED[0] and one.marker.head]
    if len(heads) <= _NEAR or any(after.block < before.block + _NEAR for before, after in pairwise(heads)):
        return
    if not all(is_unmeasured(rest_of_line(text, one.marker)) for one in heads):
        return
    values = [one.marker.value or 0 for one in heads]
    steps = sum(after == before + 1 for before, after in pairwise(values))
    if values[0] in (1, _SECOND) and (2 * steps >= len(values) - 1 or sorted(values) == [*range(1, len(values) + 1)]):
        yield from ((one.block, one.key) for one in heads)


def _through_part(candidates: Sequence[Candidate]) -> Iterator[tuple[int, tuple[str, bool]]]:
    """The heads of paragraphs of a doubtful shape where a part numbers its paragraphs in it: 1）甲, text, 2）乙."""
    heads: dict[str, list[Candidate]] = {}
    for one in candidates:
        if one.marker.head and one.marker.doubt == 1 and one.marker.family.name in _LIST_SHAPES:
            heads.setdefault(one.marker.family.name, []).append(one)
    for name, places in heads.items():
        values = [one.marker.value or 0 for one in places]
        steps = sum(after == before + 1 or after == 1 for before, after in pairwise(values))
        counts = len(values) > _NEAR and 2 * steps >= len(values) - 1
        if 1 in values and (counts or (name != LATIN.name and _counts_nearly(values))):
            yield from ((one.block, (name, True)) for one in places)


def _over_paragraphs(text: str, candidates: Sequence[Candidate]) -> Iterator[tuple[int, tuple[str, bool]]]:
    """Lists of paragraphs in a row that count up: 1）甲, 3）乙, 4）丙; 1.80周岁的, 2.独居的."""
    group: list[tuple[int, str, int, int]] = []
    for one in (*(_counted(text, candidate) for candidate in candidates if candidate.marker.head), None):
        if one and group and one[:2] == (group[-1][0] + 1, group[-1][1]) and _goes_on(one, group[-1]):
            group.append(one)
            continue
        values = [value for _, _, value, _ in group]
        sure = any(doubt == 0 for _, _, _, doubt in group)
        counts_up = sure and (values == [*range(1, len(values) + 1)] or _leaves_out_one(values))
        doubtful = all(doubt == 1 for _, _, _, doubt in group) and len(group) > 2 and _may_be_listed(group[0][1])
        if len(group) > 1 and (counts_up or (doubtful and values[0] <= 2 and max(values) <= 2 * len(values))):
            yield from ((block, (name, True)) for block, name, _, _ in group)
        group = [one] if one else []


def _of_verbs(text: str, candidates: Sequence[Candidate]) -> Iterator[tuple[int, tuple[str, bool]]]:
    """Paragraphs that count with the word that they repeat: 一不迟到，二不早退，三不旷工; the last may be 四是."""
    found: dict[tuple[int, tuple[str, bool]], list[int]] = {}
    spoken: dict[int, list[int]] = {}
    for one in candidates:
        if one.marker.family.name.startswith(VERB):
            if not _SAYING.match(text, one.marker.span.start):
                found.setdefault((one.block, one.key), []).append(one.marker.value or 0)
        elif one.marker.family is IS:
            spoken.setdefault(one.block, []).append(one.marker.value or 0)
    for (block, key), values in found.items():
        after = [value for value in spoken.get(block, ()) if value > max(values)]
        if 1 in values and any(map(_counts_words, (values, [*values, *after]))):
            yield block, key


def _counts_words(values: Sequence[int]) -> bool:
    """Whether the last numbers from a 1 on count up but for one: 1, 2, 3; 1, 3, 4; 1, 2, 2, 4."""
    begin = len(values) - 1 - [*reversed(values)].index(1)
    counted = values[begin:]
    return _counts_nearly(counted) and (_SECOND in counted or len(counted) > _SECOND)


def _counts_on(values: Sequence[int]) -> bool:
    """Whether numbers go up from any one on, by one in most steps: 12, 13, 14, 16."""
    steps = [after - before for before, after in pairwise(values)]
    return values[0] > 1 and 2 * steps.count(1) >= len(steps) and all(0 <= step <= _NEAR + 1 for step in steps)


def _counts_nearly(values: Sequence[int]) -> bool:
    """Whether numbers from 1 on leave out or repeat one, or are in another order: 1, 3, 2, 4."""
    return len(values) > 1 and 1 < max(values) <= len(values) + 1 and len(set(values)) >= len(values) - 1


def _goes_on(one: tuple[int, str, int, int], before: tuple[int, str, int, int]) -> bool:
    """Whether a marker belongs to the list of the one before it: it is higher, or is out of place: 1）, 3）, 2）."""
    return one[2] > before[2] or (_may_be_listed(one[1]) and one[2] > 1)


def _may_be_listed(family: str) -> bool:
    """Whether paragraphs in a row may be a list although every one begins with a doubtful shape: 1）, b., 二不."""
    return family in _LIST_SHAPES or family.startswith(VERB)


def _leaves_out_one(values: Sequence[int]) -> bool:
    """Whether numbers that count up from 1 and 2 leave out one later on: 1, 2, 4."""
    return len(values) > _SECOND and [*values[:2]] == [1, 2] and values[-1] == len(values) + 1


def _counted(text: str, candidate: Candidate) -> tuple[int, str, int, int] | None:
    """Block, family, number and doubt of a marker in a row; of 1.80周岁 those of 1."""
    marker = candidate.marker
    if marker.family is DOTTED[1] and marker.doubt:
        return candidate.block, DIGIT.name, dotted_numbers(text[slice(*marker.numeral)])[0], 2
    return candidate.block, marker.family.name, marker.value or 0, marker.doubt


def _within_paragraphs(text: str, candidates: Sequence[Candidate]) -> Iterator[tuple[int, tuple[str, bool]]]:
    """Paragraphs that hold a list of a doubtful shape, though numbers be out of place: 1.甲；2.乙；4.丙；3.丁."""
    heads: dict[int, Marker] = {}
    found: dict[tuple[int, tuple[str, bool]], list[Marker]] = {}
    for candidate in candidates:
        if candidate.marker.head:
            heads[candidate.block] = candidate.marker
        elif candidate.marker.doubt < 2 and not candidate.marker.family.name.startswith(VERB):
            found.setdefault((candidate.block, candidate.key), []).append(candidate.marker)
    for where, markers in found.items():
        before, *marks = [text[marker.span.start - 1] for marker in markers]
        values = [marker.value or 0 for marker in markers]
        head = heads.get(where[0])
        headed = head is not None and head.family is markers[0].family and head.mark not in ("，", ",")
        if head is not None and headed:
            values, marks = [head.value or 0, *values], [before, *marks]
        announced = before in "：:"
        led_in = len(values) > 1 and ((headed and set(marks) == {"；"}) or (announced and len(set(marks)) == 1))
        begins = values[0] == 1 or (values[0] == _SECOND and announced and not headed)
        alike = len(values) > 2 and len(set(marks)) == 1
        near = begins and max(values) <= 2 * len(values)
        if ((led_in or alike) and near) or (headed and alike and marks[0] in _APART and _counts_on(values)):
            yield where
            if headed:
                yield where[0], (where[1][0], True)
