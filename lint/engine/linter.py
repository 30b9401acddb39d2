"""One draft against one rulebook: a pure function of values, for the command, a batch engine or an editor."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter

from lint.analysis.draft import Draft, draft_of
from lint.analysis.genres import UNTOLD, Told
from lint.checks.base import Hit
from lint.document.tree import Document
from lint.engine.findings import Findings
from lint.engine.habits import regathered, spread
from lint.engine.linted import GENRES, Hidden, Linted, Stopped, bounded
from lint.messages.language import Language, words_for
from lint.rulebook.finding import Finding
from lint.rulebook.rule import SUPPRESSION, Rule
from lint.rulebook.rulebook import Rulebook
from lint.text.bounds import BOUNDS, Bounds
from lint.text.clock import Overrun
from lint.text.patterns.literals import holds_any
from lint.text.source import Source

_COMMENT = "wengao-lint:"


class CancelledError(RuntimeError):
    """A check that is no longer wanted: the draft has changed."""


class LintError(RuntimeError):
    """Rules that could not finish on a draft; ``findings`` are those of the others, ``reason`` says why in words."""

    def __init__(self, path: str, stopped: Sequence[Stopped], findings: Sequence[Finding] = ()) -> None:
        super().__init__(path, stopped, findings)
        self.path = path
        self.stopped = tuple(stopped)
        self.findings = tuple(findings)

    @property
    def reason(self) -> str:
        """Why each of them did not finish, in English."""
        return "; ".join(f"rule {one.rule}: {one.reason(words_for('en'))}" for one in self.stopped)

    def __str__(self) -> str:
        """Draft, rules and reasons on one line."""
        return f"{self.path}: {self.reason}"


def never() -> bool:
    """That a check is wanted to its end."""
    return False


def lint(source: Source, rulebook: Rulebook, *, lang: Language = "zh", told: Told = UNTOLD) -> list[Finding]:
    """Every finding of a rulebook in a draft, sorted by place and rule; spans are of the source.

    ``told`` is what is known of the draft's genre besides what stands in it.
    Raises LintError when a rule ran out of time or memory, UnknownGenreError when the draft names no known genre.
    """
    linted = examine(source, rulebook, lang=lang, told=told, bounds=BOUNDS.whole)
    if linted.stopped:
        raise LintError(source.path, linted.stopped, linted.findings)
    return list(linted.findings)


def examine(
    source: Source,
    rulebook: Rulebook,
    *,
    lang: Language = "zh",
    told: Told = UNTOLD,
    bounds: Bounds = BOUNDS,
    cancelled: Callable[[], bool] = never,
) -> Linted:
    """What a rulebook finds in a draft within bounds; a rule that runs out of time or memory costs its own findings.

    ``cancelled`` is asked before each rule.
    Raises UnknownGenreError when the draft names no known genre, CancelledError as soon as ``cancelled``.
    """
    draft = draft_of(source, rulebook.genres, rulebook.lexicon, told, bounds)
    return run_rules(draft, rulebook, lang=lang, bounds=bounds, cancelled=cancelled)


def run_rules(
    draft: Draft,
    rulebook: Rulebook,
    *,
    lang: Language = "zh",
    bounds: Bounds = BOUNDS,
    cancelled: Callable[[], bool] = never,
) -> Linted:
    """What a rulebook finds in a draft that was read for it; raises as ``examine`` does, but for its genre."""
    source, document = draft.source, draft.document
    document.clock.stop()
    features = document.features  # found while no rule's time runs
    document.clock.restart(len(document.text), bounds)
    stopped = [Stopped.by(draft.overrun, GENRES)] if draft.overrun else []
    findings: list[Finding] = []
    hidden: list[Hidden] = []
    commented = _COMMENT in source.text
    writer = Findings(source, document, lang, bounds)
    hits_of = _Runner(document)
    for rule in _fitting(rulebook, document, features):
        if cancelled():
            raise CancelledError
        try:
            document.clock.start()
            own, more = writer.of(rule, hits_of(rule), None if commented else bounds.findings)
        except Overrun as error:
            stopped.append(Stopped.by(error, rule.id))
        else:
            findings += own
            hidden += [more] if more else []
    document.clock.stop()
    if commented:
        idle = frozenset(one.rule for one in stopped)
        findings = list(_silenced(findings, source, document, rulebook, writer, idle))
    findings.sort(key=lambda finding: (finding.span, finding.rule))
    told_of, more_of = bounded(findings, bounds.findings)
    return Linted(told_of, (*hidden, *more_of), tuple(stopped))


def _fitting(rulebook: Rulebook, document: Document, features: frozenset[str]) -> Iterator[Rule]:
    """The rules that may find something in a document."""
    genres = {genre.id for genre in document.genres if genre}
    for rule in rulebook.rules:
        if rule.genres and genres.isdisjoint(rule.genres):
            continue
        if rule.kind == SUPPRESSION or not all(features.intersection(group) for group in rule.features):
            continue
        if not rule.signs or holds_any(document.text, rule.signs):
            yield rule


class _Runner:
    """The hits of rules in a document; of a rule for some genres, those in the parts that are of these."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._parts: dict[tuple[str, ...], Document] = {}

    def __call__(self, rule: Rule) -> Iterator[Hit]:
        """The hits of one rule."""
        if not rule.genres:
            return rule.check.run(self._document)
        if rule.genres not in self._parts:
            self._parts[rule.genres] = self._document.within(rule.genres)
        return _hits_within(rule, self._parts[rule.genres])


def _hits_within(rule: Rule, document: Document) -> Iterator[Hit]:
    parts = [part.span for part in document.parts]
    for hit in rule.check.run(document) if parts else ():
        place = bisect_right(parts, hit.span.start, key=itemgetter(0)) - 1
        if place >= 0 and hit.span.start <= parts[place].end:
            yield hit


def _silenced(
    found: list[Finding],
    source: Source,
    document: Document,
    rulebook: Rulebook,
    writer: Findings,
    idle: frozenset[str],
) -> Iterator[Finding]:
    """The findings that the draft's comments leave, and those about the comments; rules that stopped were ``idle``."""
    from lint.engine.spared.directives import directives  # noqa: PLC0415 - few drafts have comments for the linter
    from lint.engine.spared.suppressions import Known, silence, unknown, unused  # noqa: PLC0415 - the same

    comments = tuple(directives(source, document))
    if not comments:
        yield from found
        return
    kept, used = silence(list(spread(found)), comments)
    yield from regathered(found, kept, writer.lang)
    ids = frozenset(rule.id for rule in rulebook.rules)
    known = Known(ids, (ids if GENRES in idle else ids & idle) | frozenset(rulebook.idle))
    for rule in rulebook.rules:
        if rule.kind == SUPPRESSION:
            if rule.suppression.report == "unused":
                places = [(name, {"found": name.text}) for name in unused(comments, used, known)]
            else:
                places = [(name, {"found": name.text, "nearest": near}) for name, near in unknown(comments, known)]
            for name, values in places:
                yield writer.plain(rule, name.span, values)
