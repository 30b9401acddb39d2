"""Lines below a text that head its notes: 附：有关名词解释, 注释. They belong to none of its sections."""

from collections.abc import Sequence

from lint.document.families import HEADING
from lint.document.parser.runs import Candidate
from lint.text.patterns.lazy import lazy

_END_NOTE = lazy(
    "附[：:]|(?:[^，。；：\n]{0,20}(?:名词|术语|词语|用语|概念|缩略语)[^，。；：\n]{0,4}(?:解释|释义|注释|注解|说明)"
    "|附注|尾注|注释|注解|注)[：:]?(?=\n|$)"
)


def end_notes(text: str, candidates: Sequence[Candidate]) -> frozenset[int]:
    """The places of the bare lines that head notes by their words, with nothing below that ranks above their list."""
    lines = [index for index, one in enumerate(candidates) if _is_bare(one) and _heads_notes(text, one)]
    return frozenset(_last(candidates, lines)) if lines else frozenset()


def _is_bare(candidate: Candidate) -> bool:
    return candidate.marker.family is HEADING and not candidate.level


def _heads_notes(text: str, line: Candidate) -> bool:
    return _END_NOTE.match(text, line.marker.span.start) is not None


def _last(candidates: Sequence[Candidate], lines: Sequence[int]) -> list[int]:
    """Those of some lines below which no number ranks above the first one."""
    wanted, found = set(lines), []
    highest = nearest = HEADING.rank
    for index in range(len(candidates) - 1, lines[0] - 1, -1):
        marker = candidates[index].marker
        if index in wanted and nearest and nearest <= highest:
            found.append(index)
        elif marker.head and not marker.family.inline and marker.family is not HEADING:
            nearest = candidates[index].rank
            highest = min(highest or nearest, nearest)
    return found
