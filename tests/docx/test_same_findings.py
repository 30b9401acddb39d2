"""A draft says the same in Word as in plain text. WENGAO_LINT_DRAFTS may name a folder with more drafts to try."""

import os
import re
from pathlib import Path

import pytest

from lint.analysis.genres import UNTOLD, Told
from lint.engine.linter import lint
from lint.formats import read
from lint.formats.decoding import decode
from lint.rulebook.finding import Finding
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.source import Source
from tests.docx.converting import labels_of, numbered, structured, styled, typed

SEEDS = Path(__file__).parent.parent.parent / "seeds"
FOLDERS = [SEEDS, *map(Path, filter(None, [os.environ.get("WENGAO_LINT_DRAFTS")]))]
DRAFTS = sorted(path for folder in FOLDERS for path in folder.glob("*.txt"))
MARKDOWN = sorted(path for folder in FOLDERS for path in folder.glob("*.md"))
RULEBOOK = load_rulebook([builtin_folder()])


def found(source: Source, told: Told = UNTOLD) -> list[Finding]:
    return lint(source, RULEBOOK, told=told)


def placed(source: Source, *, columns: bool) -> list[tuple[object, ...]]:
    """What is found, with its place; in a paragraph that Word numbers, columns are others."""
    return sorted(
        (
            finding.rule,
            finding.severity,
            finding.message,
            source.position(finding.span.start)[: 1 + columns],
            tuple((place.message, source.position(place.span.start)[: 1 + columns]) for place in finding.related),
        )
        for finding in found(source)
    )


def fixes(source: Source) -> list[tuple[object, ...]]:
    return [
        (finding.fix.safe, *((source.position(edit.span.start), edit.text) for edit in finding.fix.edits))
        for finding in found(source)
        if finding.fix
    ]


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_typed_markers(path: Path) -> None:
    source = decode(path.read_bytes(), path.name)
    word = decode(typed(source), path.with_suffix(".docx").name)
    assert word.text.rstrip("\n") == "\n".join(source.text.splitlines()).rstrip("\n")
    assert placed(word, columns=True) == placed(source, columns=True)
    assert fixes(word) == fixes(source)


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_automatic_numbers(path: Path) -> None:
    source = decode(path.read_bytes(), path.name)
    word = decode(numbered(source), path.with_suffix(".docx").name)
    assert placed(word, columns=False) == placed(source, columns=False)


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_titles_and_headings_by_layout(path: Path) -> None:
    source = decode(path.read_bytes(), path.name)
    word = decode(styled(source), path.with_suffix(".docx").name)
    assert placed(word, columns=True) == placed(source, columns=True)


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.name)
def test_headings_and_lists(path: Path) -> None:
    source = decode(path.read_bytes(), path.name)
    word = decode(structured(source), path.with_suffix(".docx").name)
    meta = re.search(r"^genre: (.+)$", read(source).meta, re.MULTILINE)
    told = Told(option=meta[1]) if meta else UNTOLD
    findings = [
        sorted((finding.rule, finding.severity, finding.message) for finding in found(one, told))
        for one in (word, source)
    ]
    assert findings[0] == findings[1]


def test_drafts_are_numbered_by_word() -> None:
    assert sum(labels_of(numbered(decode(path.read_bytes(), path.name))) for path in DRAFTS) > 100
