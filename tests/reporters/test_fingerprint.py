import pytest

from lint.engine.linter import lint
from lint.engine.result import FileResult
from lint.reporters.services.fingerprint import fingerprinted
from lint.text.source import Source
from tests.fakes import RULEBOOK
from tests.reporters.written import result

TEXT = "零一二三四五六七八九十百，报XX单位，零一二三四五六七八九十百\n"


def names(text: str, path: str = "稿.txt") -> list[str]:
    return [name for _, name in fingerprinted(result(text, path))]


@pytest.mark.parametrize(
    "text",
    [
        "前段。\r\r\n" + TEXT + "后段。",
        TEXT.replace("报XX", "报 XX\t"),
        "甲" + TEXT[1:],
        TEXT[:-2],
    ],
)
def test_lines_blanks_and_what_is_far_make_no_difference(text: str) -> None:
    assert names(text) == names(TEXT)


@pytest.mark.parametrize(
    ("text", "path"), [(TEXT.replace("单位", "部门"), "稿.txt"), (TEXT.replace("报", "由"), "稿.txt"), (TEXT, "b.txt")]
)
def test_other_surroundings_or_another_path_do(text: str, path: str) -> None:
    assert names(text, path) != names(TEXT)


def test_alike_findings_are_told_by_their_order() -> None:
    source = Source("稿.txt", "报XX。\n")
    thrice = FileResult("稿.txt", tuple(lint(source, RULEBOOK) * 3), source)
    fingerprints = [name for _, name in fingerprinted(thrice)]
    assert len(set(fingerprints)) == 3
    assert fingerprints[:1] == names("报XX。\n")


def test_a_draft_that_failed_has_none() -> None:
    assert list(fingerprinted(FileResult("a.txt", error="没有"))) == []
