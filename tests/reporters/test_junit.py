from typing import NamedTuple

from hypothesis import given
from junitparser import JUnitXml, TestCase, TestSuite

from tests.reporters.written import ANY, ASTRAL, FAILED, HARD, SPREAD, found, possible, written


class Case(NamedTuple):
    """A test case as junitparser reads it; ``verdict`` is empty for one that passes."""

    name: str
    path: str
    verdict: str = ""
    kind: str = ""
    message: str = ""
    text: str = ""


def suites(text: str) -> list[TestSuite]:
    report = JUnitXml.fromstring(text.encode())
    assert report.name == "wengao-lint"
    return list(report)


def cases(suite: TestSuite) -> list[Case]:
    """The cases of a suite, its counts being theirs."""
    read = [Case(case.name, case.classname, *verdict(case)) for case in suite]
    kinds = [case.verdict for case in read]
    counts = (len(kinds), kinds.count("Failure"), kinds.count("Error"), 0)
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == counts
    return read


def verdict(case: TestCase) -> tuple[str, ...]:
    """What became of a case: nothing when it passed."""
    return next(((type(v).__name__, v.type, v.message, v.text or "") for v in case.result), ())


def test_nothing() -> None:
    assert suites(written("junit")) == []


def test_suites() -> None:
    read = [(suite.name, cases(suite)) for suite in suites(written("junit", *HARD))]
    assert read == [
        ("空.txt", [Case("wengao-lint", "空.txt")]),
        (FAILED, [Case("wengao-lint", FAILED, "Error", "error", "读不了：<␀> 100%\r\n")]),
        (
            ASTRAL,
            [
                failed(ASTRAL, "placeholders/unfilled", "1:4", "error", "“XX”未填"),
                failed(ASTRAL, "punctuation/doubled", "2:3", "warning", "“，，”重复"),
            ],
        ),
        (
            SPREAD,
            [
                failed(SPREAD, "lists/spread", "1:2", "info", "跨行\n“&”"),
                failed(SPREAD, "lists/ended", "3:1", "info", "应有结尾"),
            ],
        ),
    ]


def failed(path: str, rule: str, place: str, severity: str, message: str) -> Case:
    text = f"{path}:{place}: {severity}: {message} [{rule}]"
    return Case(f"{rule} {place}", path, "Failure", severity, message, text)


def test_as_written() -> None:
    assert written("junit", HARD[0], found("<好>", "甲 乙.txt")) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="wengao-lint">\n'
        '  <testsuite name="空.txt" tests="1" failures="0" errors="0" skipped="0">\n'
        '    <testcase name="wengao-lint" classname="空.txt" file="空.txt"/>\n'
        "  </testsuite>\n"
        '  <testsuite name="甲 乙.txt" tests="1" failures="1" errors="0" skipped="0">\n'
        '    <testcase name="a/b 1:1" classname="甲 乙.txt" file="甲 乙.txt" line="1">\n'
        '      <failure message="&lt;好&gt;" type="info">甲 乙.txt:1:1: info: &lt;好&gt; [a/b]</failure>\n'
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )


@given(path=ANY, message=ANY)
def test_any_text_survives_escaping(path: str, message: str) -> None:
    path_read, message_read = possible(path), possible(message)
    [suite] = suites(written("junit", found(message, path)))
    assert suite.name == path_read
    assert cases(suite) == [failed(path_read, "a/b", "1:1", "info", message_read)]
