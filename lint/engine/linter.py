"""One draft against one rulebook: a pure function of values, for the command, a batch engine or an editor."""

from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from lint.analysis.genres import UNTOLD, Told, kinds_of
from lint.checks.base import Hit
from lint.document.parser import parse
from lint.document.tree import Document
from lint.engine.edits import to_source
from lint.formats import is_markdown, read
from lint.formats.blocks import MASK
from lint.formats.markup import keeps_markup
from lint.messages.language import Language
from lint.rulebook.finding import Finding, Fix, Related
from lint.rulebook.rule import Rule
from lint.rulebook.rulebook import Rulebook
from lint.text.addresses import addresses_in, touches
from lint.text.lazy import lazy
from lint.text.literals import holds_any
from lint.text.patterns import PatternTimeout
from lint.text.source import Source

_OLD_NUMBER: dict[Language, str] = {
    "zh": "“{found}”可能指现在的“{marker}”，改号后须核对",
    "en": '"{found}" may refer to what is now "{marker}": check it once renumbered',
}
_COMMENT = "wengao-lint:"
_NEWLINES = lazy(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


class LintError(RuntimeError):
    """A rule that could not finish on a draft."""

    def __init__(self, path: str, rule: str, reason: str) -> None:
        super().__init__(path, rule, reason)
        self.path = path
        self.rule = rule
        self.reason = reason

    def __str__(self) -> str:
        """Draft, rule and reason on one line."""
        return f"{self.path}: rule {self.rule}: {self.reason}"


def lint(source: Source, rulebook: Rulebook, *, lang: Language = "zh", told: Told = UNTOLD) -> list[Finding]:
    """Every finding of a rulebook in a draft, sorted by place and rule; spans are of the source.

    ``told`` is what is known of the draft's genre besides what stands in it.
    Raises LintError when a rule ran into its time limit, UnknownGenreError when the draft names no known genre.
    """
    reading = read(source)
    document = parse(reading)
    try:
        kinds = kinds_of(document, rulebook.genres, source.path, told)
    except PatternTimeout as error:
        raise LintError(source.path, "genres", str(error)) from error
    document = document.known_as(tuple(kind.genre if kind else None for kind in kinds), rulebook.lexicon)
    findings: list[Finding] = []
    genres = {genre.id for genre in document.genres if genre}
    for rule in rulebook.rules:
        if rule.genres and genres.isdisjoint(rule.genres):
            continue
        signs = rule.check.signs()
        if signs and not holds_any(document.text, signs):
            continue
        try:
            findings += [_finding(rule, hit, source, document, lang) for hit in _hits(rule, document)]
        except PatternTimeout as error:
            raise LintError(source.path, rule.id, str(error)) from error
    document.forget()
    if _COMMENT in source.text:
        findings = list(_silenced(findings, source, document, rulebook, lang))
    return sorted(findings, key=lambda finding: (finding.span, finding.rule))


def _hits(rule: Rule, document: Document) -> Iterator[Hit]:
    """The hits of a rule; of a rule for some genres, those in the parts that are of these."""
    return _hits_within(rule, document.within(rule.genres)) if rule.genres else rule.check.run(document)


def _hits_within(rule: Rule, document: Document) -> Iterator[Hit]:
    parts = [part.span for part in document.parts]
    for hit in rule.check.run(document) if parts else ():
        place = bisect_right(parts, hit.span.start, key=itemgetter(0)) - 1
        if place >= 0 and hit.span.start <= parts[place].end:
            yield hit


def _silenced(
    findings: list[Finding], source: Source, document: Document, rulebook: Rulebook, lang: Language
) -> Iterator[Finding]:
    """The findings that the draft's comments leave, and those about the comments themselves."""
    from lint.checks.suppression import Suppression  # noqa: PLC0415 - few drafts have comments for the linter
    from lint.engine.directives import directives  # noqa: PLC0415 - the same
    from lint.engine.suppressions import Known, silence, unknown, unused  # noqa: PLC0415 - the same

    comments = tuple(directives(source, document))
    if not comments:
        yield from findings
        return
    kept, used = silence(findings, comments)
    yield from kept
    known = Known(frozenset(rule.id for rule in rulebook.rules), frozenset(rulebook.idle))
    for rule in rulebook.rules:
        check = rule.check.ready()
        if isinstance(check, Suppression):
            if check.report == "unused":
                places = [(name, {"found": name.text}) for name in unused(comments, used, known)]
            else:
                places = [(name, {"found": name.text, "nearest": near}) for name, near in unknown(comments, known)]
            for name, values in places:
                message = _words(rule.message_en if lang == "en" else rule.message, values)
                yield Finding(source.path, rule.id, rule.severity, message, name.span, str(rule.source))


def _finding(rule: Rule, hit: Hit, source: Source, document: Document, lang: Language) -> Finding:
    message, related = (rule.message_en, rule.related_en) if lang == "en" else (rule.message, rule.related)
    reading = document.reading
    fix = _fix(rule, hit, source, document)
    return Finding(
        path=source.path,
        rule=rule.id,
        severity=rule.severity,
        message=_words(message, hit.values),
        span=reading.to_source(hit.span),
        source=str(rule.source),
        fix=fix,
        related=(
            *(
                Related(reading.to_source(place.span), _words(related, hit.values | place.values))
                for place in hit.related
            ),
            *(_references(hit, document, lang) if fix and not fix.safe else ()),
        ),
    )


def _references(hit: Hit, document: Document, lang: Language) -> Iterator[Related]:
    """The places that may refer to a number that the fix of a hit changes, without those that it names itself."""
    from lint.analysis.renumbering import references_to_changed  # noqa: PLC0415 - most drafts have no number to change

    named = {place.span for place in hit.related}
    for reference in references_to_changed(document, hit.edits):
        if reference.span not in named:
            values = {"found": reference.found, "marker": reference.marker}
            yield Related(document.reading.to_source(reference.span), _words(_OLD_NUMBER[lang], values))


def _fix(rule: Rule, hit: Hit, source: Source, document: Document) -> Fix | None:
    """The fix of a hit, if all of it can be made in the file without harm to addresses and markup."""
    if rule.fix == "none" or not hit.edits:
        return None
    edits = tuple(edit for edit in (to_source(edit, document.reading, source) for edit in hit.edits) if edit)
    addresses = document.derive(addresses_in, lambda: addresses_in(source.text))
    if len(edits) < len(hit.edits) or any(touches(addresses, edit.span) for edit in edits):
        return None
    if is_markdown(source) and not all(keeps_markup(edit, source.text) for edit in edits):
        return None
    return Fix(safe=rule.fix == "safe" and hit.certain, edits=edits)


def _words(template: str, values: dict[str, str]) -> str:
    """A message of one line: the draft's own newlines and masked regions must not break it."""
    return _NEWLINES.sub(" ", template.format_map(values)).replace(MASK, "…")
