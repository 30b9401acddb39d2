"""Findings in a Word draft as its author meets them: messages quote the place, and comments explain the rule."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from lint.formats.docx.source import BREAK, WordSource
from lint.messages.language import Language, words_for
from lint.messages.words import Words
from lint.rulebook.finding import Finding
from lint.rulebook.rule import Rule
from lint.text.source import Span

_LONGEST = 24
_BEFORE = 8


class Remark(NamedTuple):
    """What is to be said of a span of the source; newlines part paragraphs."""

    span: Span
    text: str


def quoted(findings: Iterable[Finding], source: WordSource, words: Words) -> Iterator[Finding]:
    """The findings with their places in their messages: nobody counts paragraphs in Word."""
    for finding in findings:
        place = _place(finding.span, source)
        message = words.quoted.format(message=finding.message, place=place) if place else finding.message
        yield msgspec.structs.replace(finding, message=message)


def remarks(
    findings: Iterable[Finding], source: WordSource, rules: Mapping[str, Rule], lang: Language
) -> Iterator[Remark]:
    """A remark for each finding: title and message, why the rule is there, its id and source."""
    words = words_for(lang)
    for finding in findings:
        rule = rules.get(finding.rule)
        message = finding.message
        if source.paragraphs[source.position(finding.span.start).line - 1].place not in ("body", "cell"):
            message = words.quoted.format(message=message, place=_place(finding.span, source))
        lines = [words.joined.format(head=rule.titled(lang), text=message) if rule else message]
        if rule and lang == "zh":
            lines.append(rule.why)
        yield Remark(finding.span, "\n".join([*lines, f"[{finding.rule}] {finding.source}"]))


def _place(span: Span, source: WordSource) -> str:
    """The words at a place, with those before it that are near, and the automatic number of the paragraph."""
    line, column = source.position(span.start)
    text = source.line(line).replace(BREAK, " ").replace("\t", " ")
    first = 0 if column <= _BEFORE + _BEFORE else column - 1 - _BEFORE
    label = source.paragraphs[line - 1].label.text if first == 0 else "…"
    shown = text[first : first + _LONGEST]
    return f"{label}{shown.strip()}{'…' if first + _LONGEST < len(text) else ''}".strip()
