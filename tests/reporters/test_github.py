import re
from typing import NamedTuple

from hypothesis import given

from lint.engine.result import FileResult
from lint.text.display import visible
from tests.reporters.written import ANY, HARD, found, written


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    message: str


def parsed(line: str) -> Command:
    """A workflow command as GitHub's runner reads it."""
    match = re.fullmatch(r"::(\w+) ([^\r\n]*?)::([^\r\n]*)", line)
    assert match
    pairs = (pair.partition("=") for pair in match[2].split(","))
    properties = {key: re.sub("%(25|0D|0A|3A|2C)", _char, value) for key, _, value in pairs}
    return Command(match[1], properties, re.sub("%(25|0D|0A)", _char, match[3]))


def _char(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def test_nothing() -> None:
    assert written("github") == written("github", FileResult("a.txt")) == ""


def test_annotations() -> None:
    assert written("github", *HARD) == (
        "::error file=坏，稿%3A.txt,title=wengao-lint::读不了：<␀> 100%25%0D%0A\n"
        "::error file=目录 一/第1稿#a%25.txt,line=1,col=4,endLine=1,endColumn=6,"
        "title=wengao-lint (placeholders/unfilled)::“XX”未填\n"
        "::warning file=目录 一/第1稿#a%25.txt,line=2,col=3,endLine=2,endColumn=5,"
        "title=wengao-lint (punctuation/doubled)::“，，”重复\n"
        "::notice file=b.md,line=1,endLine=2,title=wengao-lint (lists/spread)::跨行%0A“&”\n"
        "::notice file=b.md,line=3,col=1,endLine=3,endColumn=1,title=wengao-lint (lists/ended)::应有结尾\n"
    )


@given(path=ANY, message=ANY)
def test_any_text_survives_escaping(path: str, message: str) -> None:
    text = written("github", found(message, path))
    place = {
        "file": visible(path),
        "line": "1",
        "col": "1",
        "endLine": "1",
        "endColumn": "2",
        "title": "wengao-lint (a/b)",
    }
    assert parsed(text.removesuffix("\n")) == Command("notice", place, visible(message))
