from xml.etree import ElementTree as ET

from hypothesis import given

from tests.reporters.written import ANY, ASTRAL, FAILED, HARD, SPREAD, found, possible, written

Row = dict[str, str]


def parsed(text: str) -> list[tuple[str, list[Row]]]:
    """Each file of a report with its errors."""
    root = ET.fromstring(text.encode())
    assert (root.tag, root.attrib, {file.tag for file in root} <= {"file"}) == ("checkstyle", {"version": "4.3"}, True)
    assert {error.tag for error in root.iterfind("*/*")} <= {"error"}
    return [(file.attrib["name"], [error.attrib for error in file]) for file in root]


def row(line: int, column: int, severity: str, message: str, source: str) -> Row:
    place = {"line": str(line), "column": str(column), "severity": severity}
    return {**place, "message": message, "source": source}


def test_nothing() -> None:
    assert parsed(written("checkstyle")) == []


def test_files_and_errors() -> None:
    failure = {"line": "1", "severity": "error", "message": "读不了：<␀> 100%\r\n", "source": "wengao-lint"}
    assert parsed(written("checkstyle", *HARD)) == [
        ("空.txt", []),
        (FAILED, [failure]),
        (
            ASTRAL,
            [
                row(1, 4, "error", "“XX”未填", "placeholders/unfilled"),
                row(2, 3, "warning", "“，，”重复", "punctuation/doubled"),
            ],
        ),
        (
            SPREAD,
            [
                row(1, 2, "info", "跨行\n“&”", "lists/spread"),
                row(3, 1, "info", "应有结尾", "lists/ended"),
            ],
        ),
    ]


def test_as_written() -> None:
    assert written("checkstyle", HARD[0], found("<好>", "甲 乙.txt")) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<checkstyle version="4.3">\n'
        '  <file name="空.txt"/>\n'
        '  <file name="甲 乙.txt">\n'
        '    <error line="1" column="1" severity="info" message="&lt;好&gt;" source="a/b"/>\n'
        "  </file>\n"
        "</checkstyle>\n"
    )


@given(path=ANY, message=ANY)
def test_any_text_survives_escaping(path: str, message: str) -> None:
    report = written("checkstyle", found(message, path))
    assert parsed(report) == [(possible(path), [row(1, 1, "info", possible(message), "a/b")])]
