import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from lint.result import FileResult
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
