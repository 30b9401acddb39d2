"""Rules as a person wants to read them: one in full, or all in a list."""

import re
from collections.abc import Iterator

from lint.messages.words import Words
from lint.reporters.base import Style
from lint.rulebook.rule import Example, Rule
from lint.text.display import line, printable, visible, width
from lint.text.patterns.lazy import lazy

_PLACE = lazy(r"⟦(.*?)⟧", re.DOTALL)


def listing(rules: tuple[Rule, ...], style: Style) -> Iterator[str]:
    """A line for each rule: id, severity, title."""
    longest = max((width(rule.id) for rule in rules), default=0)
    for rule in rules:
        severity = style.paint(f"{rule.severity:<7}", rule.severity)
        yield f"{line(rule.id):<{longest}}  {severity}  {printable(rule.titled(style.lang))}"


def manual(rule: Rule, style: Style, words: Words) -> Iterator[str]:
    """The whole rule: what it says, why, where it comes from, and its examples with the places marked."""
    english = style.lang == "en"
    yield f"{style.paint(line(rule.id), 'bold')}  {printable(rule.titled(style.lang))}"
    entries = {
        words.source: f"{rule.source}{words.aside.format(text=words.tiers[rule.source.tier])}",
        **({words.genre: words.comma.join(rule.genres)} if rule.genres else {}),
        words.why: rule.why,
        words.message: (english and rule.message_en) or rule.message,
        words.fix: words.fixes[rule.fix],
    }
    severity = style.paint(words.severities[rule.severity], rule.severity)
    yield words.joined.format(head=words.severity, text=severity)
    for head, text in entries.items():
        flat = " ".join(text.split()) if english else "".join(text.splitlines())
        yield words.joined.format(head=head, text=printable(flat))
    if any(example.invalid is not None for example in rule.examples):
        yield ""
        yield words.places_explained
    for example in rule.examples:
        yield ""
        yield from _example(example, style, words)


def _example(example: Example, style: Style, words: Words) -> Iterator[str]:
    kind, text = (words.valid, example.valid) if example.valid is not None else (words.invalid, example.invalid or "")
    yield words.joined.format(head=kind, text="").rstrip()
    yield from _indented(_PLACE.sub(lambda match: style.paint(match[0], "error"), visible(text or "")))
    if example.message:
        yield "  " + words.joined.format(head=words.message, text=printable(example.message))
    if example.fixed is not None:
        yield "  " + words.joined.format(head=words.fixed, text="").rstrip()
        yield from _indented(visible(example.fixed))


def _indented(text: str) -> Iterator[str]:
    for each in text.splitlines():
        yield f"    {each}".rstrip()
