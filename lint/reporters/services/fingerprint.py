"""A name for each finding that outlives moved lines: its rule and draft, its text and what stands around it."""

import hashlib
from collections import Counter
from collections.abc import Iterator

import msgspec

from lint.engine.result import FileResult
from lint.reporters.base import placed, slashed
from lint.rulebook.finding import Finding
from lint.text.source import Source, Span

_AROUND = 12  # characters on each side in the line: a change further off leaves the name

_NEAR = 60  # characters that mostly hold as many that are no blanks


def fingerprinted(result: FileResult) -> Iterator[tuple[Finding, str]]:
    """The findings of a draft by place, each with its name; of findings that are alike, the order tells."""
    alike: Counter[tuple[str, ...]] = Counter()
    if result.source is None:
        return
    for finding in placed(result):
        sign = (finding.rule, slashed(finding.path), *_context(finding.span, result.source))
        alike[sign] += 1
        yield finding, hashlib.sha256(msgspec.json.encode((*sign, alike[sign]))).hexdigest()[:32]


def _context(span: Span, source: Source) -> tuple[str, str, str]:
    """The marked text, and what is before and after it in its line, without white space."""
    first, last = source.position(span.start), source.position(span.end)
    before = _solid(source.text[max(span.start - first.column + 1, span.start - _NEAR) : span.start])
    after = _solid(source.text[span.end : span.end + _NEAR].partition("\n")[0].partition("\r")[0])
    if min(len(before), len(after)) < _AROUND:
        before = _solid(source.line(first.line)[: first.column - 1])
        after = _solid(source.line(last.line)[last.column - 1 :])
    return _solid(source.text[span.start : span.end]), before[-_AROUND:], after[:_AROUND]


def _solid(text: str) -> str:
    return "".join(text.split())
