"""Every Chinese page has an English one beside it, with the same headings, code and commands."""

import runpy
from pathlib import Path

import pytest

from tests.pages.reading import CHINESE, DOCS, ROOT, blocks, headings, name

PAIRS = [(path, DOCS / path.relative_to(CHINESE)) for path in sorted(CHINESE.rglob("*.md"))]
PAIRS.append((ROOT / "README.zh-CN.md", ROOT / "README.md"))
ENGLISH_ALONE = ["reliability.md", "rules.md", "spark.md", "index.md"]
"""Pages for developers, one that is generated, and the site's own first page."""


@pytest.mark.parametrize(("chinese", "english"), PAIRS, ids=[name(chinese) for chinese, _ in PAIRS])
def test_both_have_the_same_headings_and_code(chinese: Path, english: Path) -> None:
    assert headings(chinese) == headings(english)
    assert blocks(chinese) == blocks(english)


def test_every_page_for_users_is_there_in_chinese() -> None:
    english = {
        path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md") if not {"zh", "decisions"} & {*path.parts}
    }
    chinese = {path.relative_to(CHINESE).as_posix() for path in CHINESE.rglob("*.md")}
    assert english - {*ENGLISH_ALONE} == chinese


def test_code_is_copied_from_the_english_page() -> None:
    with_code_of = runpy.run_path(str(DOCS / "pages.py"))["with_code_of"]
    english = "# A\n\n```sh\none\n```\n\n````text\n```\n````\n"
    chinese = "# 甲\n\n```sh\n旧\n```\n\n再看：\n\n```text\n旧\n```\n"
    assert with_code_of(english, chinese) == "# 甲\n\n```sh\none\n```\n\n再看：\n\n````text\n```\n````\n"
    assert with_code_of("```sh\none\n```\n", chinese) == chinese
