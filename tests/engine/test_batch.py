import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lint.engine.check_file import check_file, describe
from lint.engine.processes.batch import check_files, processors
from lint.engine.processes.job import Task
from lint.engine.result import FileResult
from tests.fakes import RULEBOOK


def test_draft_without_findings_brings_no_text_back(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("好。\n", encoding="utf-8")
    assert check_file(str(path), Task(rulebook=RULEBOOK)) == FileResult(str(path))


def test_draft_that_cannot_be_read_is_a_result() -> None:
    assert check_file("no.txt", Task(rulebook=RULEBOOK, lang="en")) == FileResult(
        "no.txt", error="no such file or folder"
    )


def test_name_that_is_no_utf8(tmp_path: Path) -> None:
    name = os.path.join(tmp_path, os.fsdecode(b"\xb8\xe5.txt"))
    Path(name).write_text("XX", encoding="utf-8")
    [result] = check_files([name], Task(rulebook=RULEBOOK), jobs=1)
    assert result.path == f"{tmp_path}/\ufffd\ufffd.txt"
    assert [finding.path for finding in result.findings] == [result.path]


@pytest.mark.parametrize(
    ("error", "text"),
    [(ValueError(), "ValueError"), (ValueError("a\nb"), "ValueError: a b"), (KeyError("x"), "KeyError: 'x'")],
)
def test_unexpected_error_on_one_line(error: Exception, text: str) -> None:
    assert describe(error) == text


def test_processors() -> None:
    assert processors() >= 1


@pytest.mark.parametrize(
    "module", ["yaml", "markdown_it", "wcwidth", "pathspec", "concurrent.futures", "difflib", "json"]
)
def test_one_plain_draft_needs_no_heavy_module(module: str) -> None:
    code = f"import lint.cli.commands.check, sys; sys.exit({module!r} in sys.modules)"
    root = Path(__file__).parent.parent.parent
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


def test_what_one_run_leaves_is_not_kept_for_ever_by_the_next(tmp_path: Path) -> None:
    for name in ("甲.txt", "乙.txt"):
        (tmp_path / name).write_text("好。\n", encoding="utf-8")
    counts = []
    for _ in range(2):
        assert len([*check_files([str(path) for path in tmp_path.iterdir()], Task(rulebook=RULEBOOK), jobs=1)]) == 2
        counts.append(gc.get_freeze_count())
    assert 0 < counts[1] <= counts[0]
