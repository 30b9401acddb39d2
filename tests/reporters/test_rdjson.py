import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from lint.engine.result import FileResult
from lint.rulebook.finding import Finding, Fix
from lint.text.edit import Edit
from lint.text.source import Source, Span
from tests.reporters.written import ASTRAL, FAILED, HARD, SPREAD, written

SCHEMA = Draft202012Validator(json.loads((Path(__file__).parent / "schemas" / "rdjson.json").read_text("utf-8")))
SOURCE = {"name": "wengao-lint"}


def place(line: int, column: int, end_line: int, end_column: int) -> dict[str, dict[str, int]]:
    return {"start": {"line": line, "column": column}, "end": {"line": end_line, "column": end_column}}


@pytest.mark.parametrize("results", [(), (FileResult("a.txt"),)])
def test_nothing(results: tuple[FileResult, ...]) -> None:
    assert json.loads(written("rdjson", *results)) == {"source": SOURCE, "diagnostics": []}


def test_diagnostics() -> None:
    log = json.loads(written("rdjson", *HARD))
    SCHEMA.validate(log)
    assert log == {
        "source": SOURCE,
        "diagnostics": [
            {"message": "读不了：<\0> 100%\r\n", "location": {"path": FAILED}, "severity": "ERROR"},
            {
                "message": "“XX”未填",
                "location": {"path": ASTRAL, "range": place(1, 11, 1, 13)},
                "severity": "ERROR",
                "code": {"value": "placeholders/unfilled"},
                "suggestions": [{"range": place(1, 11, 1, 13), "text": "某"}],
            },
            {
                "message": "“，，”重复",
                "location": {"path": ASTRAL, "range": place(2, 3, 2, 9)},
                "severity": "WARNING",
                "code": {"value": "punctuation/doubled"},
            },
            {
                "message": "跨行\n“&”",
                "location": {"path": SPREAD, "range": place(1, 4, 2, 4)},
                "severity": "INFO",
                "code": {"value": "lists/spread"},
                "suggestions": [{"range": place(1, 4, 2, 4), "text": ""}],
            },
            {
                "message": "应有结尾",
                "location": {"path": SPREAD, "range": place(3, 1, 3, 1)},
                "severity": "INFO",
                "code": {"value": "lists/ended"},
                "suggestions": [{"range": place(3, 1, 3, 1), "text": "完。"}],
            },
        ],
    }


def test_fix_of_several_edits_is_one_suggestion() -> None:
    edits = tuple(Edit(Span(at, at + 1), mark) for at, mark in ((1, "“"), (4, "”")))
    finding = Finding("a.md", "a/b", "info", "引号", Span(1, 2), "practice", Fix(True, edits))
    [diagnostic] = json.loads(written("rdjson", FileResult("a.md", (finding,), Source("a.md", '甲"乙丙"。'))))[
        "diagnostics"
    ]
    assert diagnostic["suggestions"] == [{"range": place(1, 4, 1, 12), "text": "“乙丙”"}]


def test_fix_that_reaches_far_is_no_suggestion() -> None:
    edits = (Edit(Span(0, 1), "一"), Edit(Span(5000, 5001), "二"))
    finding = Finding("a.md", "a/b", "info", "序号", Span(0, 1), "practice", Fix(False, edits))
    [diagnostic] = json.loads(written("rdjson", FileResult("a.md", (finding,), Source("a.md", "甲" * 6000))))[
        "diagnostics"
    ]
    assert "suggestions" not in diagnostic
