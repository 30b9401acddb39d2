"""The hook as a stranger's repository meets it, through the real pre-commit."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DEFECTIVE = "对照检查 初稿.txt"
CLEAN = "工作 要点.md"
PRE_COMMIT = [sys.executable, "-m", "pre_commit"]


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=test", "-c", "user.email=test@localhost", "-c", f"safe.directory={folder}"]
    command = ["git", *identity, *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of the working tree as it stands, committed or not."""
    folder = tmp_path_factory.mktemp("project")
    listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return commit(folder)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of drafts with Chinese and spaced names, and of a file that the hook has no business with."""
    folder = tmp_path / "文稿 库"
    folder.mkdir()
    (folder / DEFECTIVE).write_text("一是学习不够深入。三是作风不够扎实。二是担当不够有力。\n", "utf-8")
    (folder / CLEAN).write_text("# 工作要点\n\n一是抓学习。二是抓作风。三是抓落实。\n", "utf-8")
    (folder / "table.csv").write_text("一是,三是,XX\n", "utf-8")
    return commit(folder)


def commit(folder: Path) -> Path:
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--no-verify", "--message", "drafts")
    return folder


def test_hook_reports_the_defective_draft_and_not_the_clean_one(
    project: Path, repository: Path, tmp_path: Path
) -> None:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT"))}
    environment |= {"PRE_COMMIT_HOME": str(tmp_path / "home"), "PRE_COMMIT_COLOR": "never", "NO_COLOR": "1"}

    command = [*PRE_COMMIT, "try-repo", str(project), "wengao-lint", "--all-files"]
    tried = subprocess.run(command, cwd=repository, env=environment, capture_output=True, encoding="utf-8", check=False)
    lines = tried.stdout.splitlines()
    assert (tried.returncode, "- exit code: 1" in lines) == (1, True), tried.stdout + tried.stderr
    findings = [line for line in lines if " error: " in line or " warning: " in line]
    assert [line.partition(": ")[0] for line in findings] == [f"{DEFECTIVE}:1:10"]
    assert "[numbering/" in findings[0]
    assert any(line.startswith("检查 2 份文稿") for line in lines)
