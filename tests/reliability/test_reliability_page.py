"""docs/reliability.md promises nothing that no test shows."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROWS = re.findall(r"^\| (?!Promise |---)(.+) \|$", (ROOT / "docs/reliability.md").read_text("utf-8"), re.MULTILINE)
PROMISES = [re.split(r"(?<!\\) \| ", row) for row in ROWS]


def written_in(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}


@pytest.mark.parametrize("row", PROMISES, ids=lambda row: str(row[0]))
def test_each_promise_names_a_test_that_exists(row: list[str]) -> None:
    assert len(row) == 2
    named = re.fullmatch(r"`(tests/[\w/]+\.py)::(test_\w+)`", row[1])
    assert named
    assert named[2] in written_in(named[1])


def test_no_promise_and_no_test_stands_twice() -> None:
    assert len({row[0] for row in PROMISES}) == len({row[1] for row in PROMISES}) == len(PROMISES) > 50


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readmes_link_to_the_page(readme: str) -> None:
    assert "(docs/reliability.md)" in (ROOT / readme).read_text("utf-8")
