"""The rule of a finding, explained where the pointer rests."""

from lsprotocol.types import Hover, MarkupContent, MarkupKind, Position

from lint.rulebook.rule import Rule
from lint.server.places import Places
from lint.server.session import Analysis
from lint.server.suppressing import comment


def hover(analysis: Analysis, position: Position, places: Places) -> Hover | None:
    """The rules of the findings at a position, each once."""
    at = places.offset(position)
    found = [one for one in analysis.findings if one.span.start <= at < max(one.span.end, one.span.start + 1)]
    rules = {finding.rule: rule for finding in found if (rule := analysis.rule(finding))}
    if not rules:
        return None
    text = "\n\n---\n\n".join(_explained(rule, analysis) for rule in rules.values())
    return Hover(MarkupContent(MarkupKind.Markdown, text), places.range(found[0].span))


def _explained(rule: Rule, analysis: Analysis) -> str:
    words = analysis.words
    why = " ".join(rule.why.split()) if analysis.lang == "en" else "".join(rule.why.splitlines())
    lines = {
        words.severity: words.severities[rule.severity],
        words.source: f"{rule.source}{words.aside.format(text=words.tiers[rule.source.tier])}",
        words.fix: words.fixes[rule.fix],
        words.ignored_by: f"`{comment(analysis.source.path, rule.id)}`",
    }
    head = f"**{rule.titled(analysis.lang)}** `{rule.id}`"
    return "\n\n".join([head, why, *(words.joined.format(head=key, text=text) for key, text in lines.items())])
