import json
from pathlib import Path

from jsonschema import Draft202012Validator

from lint.engine.result import FileResult
from tests.reporters.written import ASTRAL, FAILED, HARD, SPREAD, written

SCHEMA = Draft202012Validator(json.loads((Path(__file__).parent / "schemas" / "gitlab.json").read_text("utf-8")))


ISSUES = [
    ("读不了：<\0> 100%\r\n", "wengao-lint", "60b866ee448a52c24f7ff0e4d8ab0cfa", "blocker", FAILED, 1),
    ("“XX”未填", "placeholders/unfilled", "d18afd80a0a8dd2d32150f147483ee18", "major", ASTRAL, 1),
    ("“，，”重复", "punctuation/doubled", "c2f218795ccab56679f4663171a0db4a", "minor", ASTRAL, 2),
    ("跨行\n“&”", "lists/spread", "741dc4a1374dc8790671b2b9a5d3878f", "info", SPREAD, 1),
    ("应有结尾", "lists/ended", "b61bcaf8a6f5d9a0544d40dcb393065b", "info", SPREAD, 3),
]


def test_nothing() -> None:
    assert written("gitlab") == written("gitlab", FileResult("a.txt")) == "[]\n"


def test_issues() -> None:
    issues = json.loads(written("gitlab", *HARD))
    SCHEMA.validate(issues)
    assert issues == [
        {
            "description": description,
            "check_name": check_name,
            "fingerprint": fingerprint,
            "severity": severity,
            "location": {"path": path, "lines": {"begin": line}},
        }
        for description, check_name, fingerprint, severity, path, line in ISSUES
    ]
