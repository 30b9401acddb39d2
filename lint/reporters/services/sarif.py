"""SARIF 2.1.0, which code hosts and editors read: the run with its rules, results and drafts that failed."""

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TextIO
from urllib.parse import quote

import msgspec

from lint import __version__
from lint.engine.linted import GENRES, complaints, notices
from lint.engine.result import FileResult
from lint.messages.language import Language, words_for
from lint.messages.words import Words
from lint.reporters.base import Style, slashed
from lint.reporters.services.fingerprint import fingerprinted
from lint.rulebook.finding import Finding, Fix, Related, Severity
from lint.rulebook.rule import Rule
from lint.rulebook.rule_site import rule_page
from lint.text.jsontext import indented
from lint.text.source import Source, Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_Level = Literal["error", "warning", "note"]
_LEVELS: dict[Severity, _Level] = {"error": "error", "warning": "warning", "info": "note"}
_LANGUAGES: dict[Language, str] = {"zh": "zh-CN", "en": "en-US"}


class Message(msgspec.Struct, frozen=True):
    """Words for people."""

    text: str


class ArtifactLocation(msgspec.Struct, frozen=True):
    """A draft."""

    uri: str


class Region(msgspec.Struct, frozen=True, rename="camel"):
    """A range of a draft, from line 1 and column 1, the end exclusive."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int


class PhysicalLocation(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """A draft, or a range of it."""

    artifact_location: ArtifactLocation
    region: Region | None = None


class SarifLocation(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """A place and what to say of it."""

    physical_location: PhysicalLocation
    message: Message | None = None


class ArtifactContent(msgspec.Struct, frozen=True):
    """A piece of a draft."""

    text: str


class Replacement(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """A text for a range; without one the range is deleted."""

    deleted_region: Region
    inserted_content: ArtifactContent | None = None


class ArtifactChange(msgspec.Struct, frozen=True, rename="camel"):
    """What changes in a draft."""

    artifact_location: ArtifactLocation
    replacements: tuple[Replacement, ...]


class SarifFix(msgspec.Struct, frozen=True, rename="camel"):
    """How to mend a result."""

    description: Message
    artifact_changes: tuple[ArtifactChange, ...]


class Result(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """A finding."""

    rule_id: str
    level: _Level
    message: Message
    locations: tuple[SarifLocation, ...]
    partial_fingerprints: dict[str, str]
    rule_index: int = -1
    related_locations: tuple[SarifLocation, ...] = ()
    fixes: tuple[SarifFix, ...] = ()


class Configuration(msgspec.Struct, frozen=True):
    """How a rule is set."""

    level: _Level


class Descriptor(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """A rule, with its page where there is one."""

    id: str
    name: str
    short_description: Message
    full_description: Message
    help: Message
    default_configuration: Configuration
    help_uri: str = ""


class Driver(msgspec.Struct, frozen=True, rename="camel"):
    """The linter."""

    name: str
    version: str
    semantic_version: str
    rules: tuple[Descriptor, ...]


class Tool(msgspec.Struct, frozen=True):
    """The linter and nothing else."""

    driver: Driver


class RuleReference(msgspec.Struct, frozen=True, omit_defaults=True):
    """A rule of the run."""

    id: str
    index: int = -1


class Notification(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """A draft that could not be checked, or a rule that did not finish on it or found more than is told."""

    level: _Level
    message: Message
    locations: tuple[SarifLocation, ...]
    associated_rule: RuleReference | None = None


class Invocation(msgspec.Struct, frozen=True, rename="camel"):
    """Whether every draft was checked."""

    execution_successful: bool
    tool_execution_notifications: tuple[Notification, ...]


class SarifRun(msgspec.Struct, frozen=True, rename="camel"):
    """One run of the linter."""

    tool: Tool
    invocations: tuple[Invocation, ...]
    language: str
    newline_sequences: tuple[str, ...]
    column_kind: Literal["unicodeCodePoints"]
    results: list[Result]


class Log(msgspec.Struct, frozen=True):
    """The file."""

    schema: str = msgspec.field(name="$schema")
    version: Literal["2.1.0"]
    runs: tuple[SarifRun, ...]


def report(results: Iterable[FileResult], out: TextIO, style: Style) -> None:
    """Write the one object once all drafts are checked."""
    words = words_for(style.lang)
    indexes = {rule.id: index for index, rule in enumerate(style.rules)}
    found: list[Result] = []
    told: list[Notification] = []
    for result in results:
        told += _notices(result, indexes, words)
        if result.source:
            for finding, fingerprint in fingerprinted(result):
                index = indexes.get(finding.rule, -1)
                found.append(_result(finding, fingerprint, index, result.source, words))
    run = SarifRun(
        tool=Tool(Driver("wengao-lint", __version__, __version__, tuple(_rule(rule, style) for rule in style.rules))),
        invocations=(Invocation(all(one.level != "error" for one in told), tuple(told)),),
        language=_LANGUAGES[style.lang],
        newline_sequences=("\r\n", "\r", "\n"),
        column_kind="unicodeCodePoints",
        results=found,
    )
    out.write(f"{indented(Log(SCHEMA, '2.1.0', (run,)))}\n")


def _notices(result: FileResult, indexes: Mapping[str, int], words: Words) -> Iterator[Notification]:
    """What could not be checked of a draft, rule by rule, and of which rules there is more than is told."""
    place = (SarifLocation(_place(result.path)),)
    if result.error:
        yield Notification("error", Message(result.error), place)
    for stopped in result.stopped:
        rule = None if stopped.rule == GENRES else RuleReference(stopped.rule, indexes.get(stopped.rule, -1))
        yield from (Notification("error", Message(line), place, rule) for line in complaints([stopped], words))
    for hidden in result.hidden:
        rule = RuleReference(hidden.rule, indexes.get(hidden.rule, -1))
        yield from (Notification("note", Message(line), place, rule) for line in notices([hidden], words))


def uri(path: str) -> str:
    """The URI of a path, relative where the path is."""
    quoted = quote(slashed(path), errors="surrogatepass")
    if not os.path.isabs(path):
        return quoted
    return f"file://{quoted}" if quoted.startswith("/") else f"file:///{quoted}"


def _rule(rule: Rule, style: Style) -> Descriptor:
    title = rule.titled(style.lang)
    basis = words_for(style.lang).basis.format(source=rule.source)
    return Descriptor(
        id=rule.id,
        name=title,
        short_description=Message(title),
        full_description=Message(rule.why),
        help=Message(f"{rule.why}\n{basis}"),
        default_configuration=Configuration(_LEVELS[rule.severity]),
        help_uri=rule_page(style.site_url, rule.id),
    )


def _result(finding: Finding, fingerprint: str, index: int, source: Source, words: Words) -> Result:
    return Result(
        rule_id=finding.rule,
        level=_LEVELS[finding.severity],
        message=Message(finding.message),
        locations=(SarifLocation(_place(finding.path, _region(finding.span, source))),),
        partial_fingerprints={"wengaoLint/v1": fingerprint},
        rule_index=index,
        related_locations=tuple(dict.fromkeys(_related(finding.path, place, source) for place in finding.related)),
        fixes=(_mending(finding.path, finding.fix, source, words),) if finding.fix else (),
    )


def _related(path: str, related: Related, source: Source) -> SarifLocation:
    message = Message(related.message) if related.message else None
    return SarifLocation(_place(path, _region(related.span, source)), message)


def _mending(path: str, fix: Fix, source: Source, words: Words) -> SarifFix:
    replacements = tuple(
        Replacement(_region(edit.span, source), ArtifactContent(edit.text) if edit.text else None) for edit in fix.edits
    )
    description = Message(words.fixes["safe" if fix.safe else "unsafe"])
    return SarifFix(description, (ArtifactChange(ArtifactLocation(uri(path)), replacements),))


def _place(path: str, region: Region | None = None) -> PhysicalLocation:
    return PhysicalLocation(ArtifactLocation(uri(path)), region)


def _region(span: Span, source: Source) -> Region:
    return Region(*source.position(span.start), *source.position(span.end))
