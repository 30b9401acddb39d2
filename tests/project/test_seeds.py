import json
from pathlib import Path

import msgspec
import pytest

from lint.engine.linter import lint
from lint.rulebook.finding import Finding
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.source import Source, decode

SEEDS = Path(__file__).parent.parent.parent / "seeds"
RULEBOOK = load_rulebook([builtin_folder()])
CATEGORIES = {rule.category for rule in RULEBOOK.rules}


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A deliberate defect; the quote stands on its line."""

    line: int
    category: str
    quote: str
    defect: str


LABELS = msgspec.json.decode((SEEDS / "expected.json").read_bytes(), type=dict[str, list[Label]])


def test_every_draft_is_labelled() -> None:
    assert sorted(LABELS) == sorted(path.name for path in SEEDS.iterdir() if path.suffix in {".txt", ".md"})


@pytest.mark.parametrize("name", LABELS)
def test_labels_quote_their_lines(name: str) -> None:
    source = decode((SEEDS / name).read_bytes(), name)
    assert [label.quote for label in LABELS[name] if label.quote not in source.line(label.line)] == []


@pytest.mark.parametrize("name", LABELS)
def test_findings_are_the_labelled_defects(name: str) -> None:
    source = decode((SEEDS / name).read_bytes(), name)
    findings = lint(source, RULEBOOK)
    places = {_place(source, finding) for finding in findings}
    labels = [label for label in LABELS[name] if label.category in CATEGORIES]
    expected = {(label.line, label.category) for label in labels}
    missed = [label for label in labels if (label.line, label.category) not in places]
    false = [finding for finding in findings if finding.severity != "info" and _place(source, finding) not in expected]
    assert (missed, false) == ([], [])


def _place(source: Source, finding: Finding) -> tuple[int, str]:
    return source.position(finding.span.start).line, finding.rule.partition("/")[0]


def test_labels_are_sorted() -> None:
    raw = json.loads((SEEDS / "expected.json").read_text("utf-8"))
    assert list(raw) == sorted(raw)
    assert all([row["line"] for row in rows] == sorted(row["line"] for row in rows) for rows in raw.values())
