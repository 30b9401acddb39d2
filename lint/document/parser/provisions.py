"""Provisions that an amendment adds to another text or words anew, set out below it without quotation marks."""

from collections.abc import Sequence

from lint.document.families import ARTICLE, HEADING
from lint.document.parser.runs import Candidate
from lint.formats.blocks import Reading

_COLONS = ("：", ":")
_NEAR = 2  # how far a wrong number may be from the one before it
_CHANGES = ("增加", "修改", "作为", "改为")


def split_provisions(
    reading: Reading, candidates: Sequence[Candidate]
) -> tuple[Sequence[Candidate], list[list[Candidate]]]:
    """The candidates that are the draft's own, and those of each provision that an amendment sets out.

    The amendment names the first of them: 第一条 增加一节，作为第七节…，内容如下：.
    They end where its own next item begins.
    """
    text = reading.text
    if not any(word in text for word in _CHANGES):
        return candidates, []
    own: list[Candidate] = []
    provisions: list[list[Candidate]] = []
    amending: Candidate | None = None
    for index, one in enumerate(candidates):
        if amending is not None and not (_goes_on(amending, one) or _goes_on_wrongly(amending, one, provisions[-1])):
            provisions[-1].append(one)
            continue
        own.append(one)
        following = candidates[index + 1] if index + 1 < len(candidates) else None
        amending = one if following is not None and _sets_out(reading, one, following) else None
        if amending is not None:
            provisions.append([])
    return own, provisions


def _goes_on(amending: Candidate, one: Candidate) -> bool:
    """Whether a marker is the amendment's own next one."""
    return one.key == amending.key and one.marker.value == (amending.marker.value or 0) + 1


def _goes_on_wrongly(amending: Candidate, one: Candidate, provision: Sequence[Candidate]) -> bool:
    """Whether a marker is the next one of the amendment although its number is wrong; none of the provision is of its
    family.
    """
    distance = (one.marker.value or 0) - (amending.marker.value or 0)
    return one.key == amending.key and abs(distance) <= _NEAR and all(other.key != one.key for other in provision)


def _sets_out(reading: Reading, one: Candidate, following: Candidate) -> bool:
    """Whether an item speaks of a change, ends in a colon, and names the provision that the next paragraph begins."""
    block, sign = reading.blocks[one.block], following.marker
    of_law = sign.head and sign.family.rank <= ARTICLE.rank and sign.family is not HEADING
    if not (one.marker.head and of_law) or _goes_on(one, following):
        return False
    if reading.text[block.end - 1] not in _COLONS:
        return False
    line = reading.text[one.marker.span.end : block.end]
    return reading.text[slice(*sign.span)] in line and any(word in line for word in _CHANGES)
