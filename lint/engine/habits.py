"""Habits of form told once a document: many findings of a rule as one, and each place of it spared for itself."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from lint.messages.language import Language, words_for
from lint.messages.plurals import filled
from lint.rulebook.finding import Finding, Fix, Habit, Related
from lint.text.bounds import BOUNDS
from lint.text.source import Span


def gathered(habit: Habit, lang: Language) -> Finding:
    """The finding that stands for a habit, at the first place of the form that is rarer.

    Its fix makes every edit of the safe fixes, or, where none is safe, of all. The message says how often the draft
    has either form; the other places are related, as many as a finding tells of.
    """
    count = len(habit.parts) + habit.more
    if count == 1:
        return habit.parts[0]
    first, rest = (habit.others[0], habit.parts) if habit.others else (habit.parts[0], habit.parts[1:])
    words = words_for(lang)
    told = words.habit if habit.right is None else words.habit_and_right
    message = filled(told, message=habit.parts[0].message, count=count, right=habit.right)
    related = [Related(part.span, part.message) for part in rest[: BOUNDS.related]]
    more = len(rest) + habit.more - len(related)
    if more and related:
        last = related.pop()
        related.append(Related(last.span, words.related_more.format(message=last.message, count=more)))
    return msgspec.structs.replace(
        habit.parts[0], span=first.span, message=message, fix=_fix(habit), related=tuple(related), habit=habit
    )


def spread(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings with each habit as the findings at its places, and at those of the rarer form that is right."""
    for finding in findings:
        if finding.habit is None:
            yield finding
        else:
            yield from finding.habit.parts
            yield from finding.habit.others


def regathered(findings: Iterable[Finding], left: Sequence[Finding], lang: Language) -> list[Finding]:
    """The findings of which something is left once some of their places are spared."""
    kept = {(finding.rule, finding.span) for finding in left}
    found = (_left(finding, kept, lang) for finding in findings)
    return [finding for finding in found if finding is not None]


def _left(finding: Finding, kept: set[tuple[str, Span]], lang: Language) -> Finding | None:
    habit = finding.habit
    if habit is None:
        return finding if (finding.rule, finding.span) in kept else None
    parts, others = (
        tuple(part for part in side if (part.rule, part.span) in kept) for side in (habit.parts, habit.others)
    )
    if (len(parts), len(others)) == (len(habit.parts), len(habit.others)):
        return finding
    return gathered(msgspec.structs.replace(habit, parts=parts, others=others), lang) if parts else None


def _fix(habit: Habit) -> Fix | None:
    fixes = [*(part.fix for part in habit.parts if part.fix is not None), *habit.beyond]
    safe = [fix for fix in fixes if fix.safe]
    edits = dict.fromkeys(edit for fix in safe or fixes for edit in fix.edits)
    return Fix(safe=bool(safe), edits=tuple(edits)) if edits else None
