"""The hook as a stranger's repository meets it, through the real pre-commit."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.docx.making import paragraph, word

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


def try_hook(project: Path, hook: str, folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """What a hook of the project does to all the files of a repository."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT"))}
    environment |= {"PRE_COMMIT_HOME": str(home), "PRE_COMMIT_COLOR": "never", "NO_COLOR": "1"}
    command = [*PRE_COMMIT, "try-repo", str(project), hook, "--all-files"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_hook_reports_the_defective_draft_and_not_the_clean_one(
    project: Path, repository: Path, tmp_path: Path
) -> None:
    tried = try_hook(project, "wengao-lint", repository, tmp_path / "home")
    lines = tried.stdout.splitlines()
    assert (tried.returncode, "- exit code: 1" in lines) == (1, True), tried.stdout + tried.stderr
    findings = [line for line in lines if " error: " in line or " warning: " in line]
    assert [line.partition(": ")[0] for line in findings] == [f"{DEFECTIVE}:1:10"]
    assert "[numbering/" in findings[0]
    assert any(line.startswith("检查 2 份文稿") for line in lines)


def test_fixing_hook_fixes_the_draft_and_stops_the_commit(project: Path, repository: Path, tmp_path: Path) -> None:
    (repository / DEFECTIVE).write_bytes("一是抓学习，，抓作风。\r\n二是抓落实。\r\n".encode("gb18030"))
    git(repository, "commit", "--quiet", "--all", "--message", "a draft that can be fixed safely")
    tried = try_hook(project, "wengao-lint-fix", repository, tmp_path / "home")
    lines = tried.stdout.splitlines()
    assert (tried.returncode, "- files were modified by this hook" in lines) == (1, True), tried.stdout + tried.stderr
    assert not [line for line in lines if line.startswith("- exit code")]
    assert (repository / DEFECTIVE).read_bytes() == "一是抓学习，抓作风。\r\n二是抓落实。\r\n".encode("gb18030")
    assert git(repository, "-c", "core.quotePath=false", "diff", "--name-only") == f"{DEFECTIVE}\n"


def test_hook_for_word_reports_word_drafts_only(project: Path, repository: Path, tmp_path: Path) -> None:
    draft = word(paragraph("一是学习不够深入。三是作风不够扎实。二是担当不够有力。"))
    for name in ("对照检查 初稿.docx", "~$照检查 初稿.docx", "对照检查 初稿.批注.docx"):
        (repository / name).write_bytes(draft)
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--no-verify", "--message", "Word drafts")
    tried = try_hook(project, "wengao-lint-docx", repository, tmp_path / "home")
    lines = tried.stdout.splitlines()
    assert (tried.returncode, "- exit code: 1" in lines) == (1, True), tried.stdout + tried.stderr
    findings = [line for line in lines if " error: " in line or " warning: " in line]
    assert [line.partition(": ")[0] for line in findings] == ["对照检查 初稿.docx:1:10"]
    assert any(line.startswith("检查 1 份文稿") for line in lines)


def test_page_shows_hooks_that_there_are() -> None:
    page = (ROOT / "docs/integrations/pre-commit.md").read_text("utf-8")
    shown = yaml.safe_load(page.split("```yaml\n")[1].split("```")[0])
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    names = {hook["id"] for hook in hooks}
    assert {hook["id"] for repository in shown["repos"] for hook in repository["hooks"]} == names
    assert set(re.findall(r"^\| `([\w-]+)` \|", page, re.MULTILINE)) == names
