import json

from lint.engine.linter import lint
from lint.engine.result import FileResult
from lint.reporters.base import Style
from lint.text.source import Source
from tests.fakes import RULEBOOK
from tests.reporters.written import result, written

RECORDS = [
    {
        "path": "甲.txt",
        "rule": "placeholders/unfilled",
        "severity": "error",
        "message": "“XX”未填",
        "line": 1,
        "column": 4,
        "end_line": 1,
        "end_column": 6,
        "source": "GB/T 9704-2012 7.3.3",
        "fix": {"safe": False, "edits": [{"line": 1, "column": 4, "end_line": 1, "end_column": 6, "text": "某"}]},
        "related": [{"line": 2, "column": 1, "end_line": 2, "end_column": 3, "message": "又见“XX”"}],
    },
    {
        "path": "乙.txt",
        "rule": "punctuation/doubled",
        "severity": "warning",
        "message": "“，，”重复",
        "line": 1,
        "column": 2,
        "end_line": 1,
        "end_column": 4,
        "source": "practice",
        "fix": None,
        "related": [],
    },
]
RESULTS = (result("　一𠮷XX\r\nXX", "甲.txt"), FileResult("无.txt"), result("好，，", "乙.txt"))


def test_json_is_one_array() -> None:
    text = written("json", *RESULTS)
    assert json.loads(text) == RECORDS
    assert [list(record) for record in json.loads(text)] == [list(record) for record in RECORDS]
    assert "“XX”未填" in text


def test_jsonl_is_one_object_a_line() -> None:
    assert [json.loads(line) for line in written("jsonl", *RESULTS).splitlines()] == RECORDS


def test_columns_are_code_points_whatever_the_unit_wanted() -> None:
    assert json.loads(written("json", *RESULTS, style=Style(unit="byte"))) == RECORDS


def test_findings_at_one_place_come_by_rule() -> None:
    source = Source("a.txt", "XX，，")
    findings = tuple(reversed(lint(source, RULEBOOK)))
    rows = json.loads(written("json", FileResult("a.txt", findings, source)))
    assert [row["rule"] for row in rows] == ["placeholders/unfilled", "punctuation/doubled"]
