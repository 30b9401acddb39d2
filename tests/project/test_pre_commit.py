"""The hook as a stranger's repository meets it, through the real pre-commit."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from lint.formats.decoding import decode
from lint.messages.language import words_for
from tests.docx.making import paragraph, word
from tests.reliability.running import HANGS

ROOT = Path(__file__).parent.parent.parent
DEFECTIVE = "对照检查 初稿.txt"
CLEAN = "工作 要点.md"
SWAPPED = "“一是…”序号依次为“一、三、二”，应为“一、二、三”"
INSTALLING = 600
"""Seconds after which pre-commit, which makes an environment for a hook first, hangs."""
PRE_COMMIT = [sys.executable, "-m", "pre_commit"]


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=test", "-c", "user.email=test@localhost", "-c", f"safe.directory={folder}"]
    command = ["git", *identity, *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, timeout=HANGS).stdout


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
    return pre_commit(folder, home, "try-repo", str(project), hook, "--all-files")


def pre_commit(folder: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A run of pre-commit; one that hangs is killed with all that it has started."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT"))}
    environment |= {"PRE_COMMIT_HOME": str(home), "PRE_COMMIT_COLOR": "never", "NO_COLOR": "1"}
    command = [*PRE_COMMIT, *arguments]
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        try:
            out, error = process.communicate(timeout=INSTALLING)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    return subprocess.CompletedProcess(command, process.returncode, out, error)


def findings_in(lines: list[str]) -> list[str]:
    """The lines of findings in what a hook printed."""
    return [line for line in lines if re.search(r":\d+:\d+: (?:error|warning|info): ", line)]


def test_hook_reports_the_defective_draft_and_not_the_clean_one(
    project: Path, repository: Path, tmp_path: Path
) -> None:
    tried = try_hook(project, "wengao-lint", repository, tmp_path / "home")
    lines = tried.stdout.splitlines()
    assert (tried.returncode, "- exit code: 1" in lines) == (1, True), tried.stdout + tried.stderr
    assert findings_in(lines) == [f"{DEFECTIVE}:1:10: error: {SWAPPED} [numbering/out-of-order]"]
    assert any(line.startswith("检查 2 份文稿") for line in lines)


def test_fixing_hook_fixes_the_draft_and_stops_the_commit(project: Path, repository: Path, tmp_path: Path) -> None:
    (repository / DEFECTIVE).write_bytes("一是抓学习，，抓作风。\r\n二是抓落实。\r\n".encode("gb18030"))
    git(repository, "commit", "--quiet", "--all", "--message", "a draft that can be fixed safely")
    tried = try_hook(project, "wengao-lint-fix", repository, tmp_path / "home")
    lines = tried.stdout.splitlines()
    assert (tried.returncode, "- files were modified by this hook" in lines) == (1, True), tried.stdout + tried.stderr
    assert not [line for line in lines if line.startswith("- exit code")]
    assert findings_in(lines) == []
    assert [line.partition("用时")[0] for line in lines if line.startswith("检查 ")] == ["检查 2 份文稿，"]
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
    quoted = "（“一是学习不够深入。三是作风不够扎实。二是担当不够…”）"
    assert findings_in(lines) == [f"对照检查 初稿.docx:1:10: error: {SWAPPED}{quoted} [numbering/out-of-order]"]
    assert any(line.startswith("检查 1 份文稿") for line in lines)


TRICKY = ("--output-file=README", "-q", "--fix", "-")
"""Names that are options where nothing says that they are files, each to be followed by a suffix."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps the environments of the hooks, made once."""
    return tmp_path_factory.mktemp("home")


@pytest.mark.parametrize("own", [None, ["--lang", "en", "--"], ["--lang", "en"]], ids=["none", "ended", "open"])
@pytest.mark.parametrize("hook", ["wengao-lint", "wengao-lint-fix", "wengao-lint-docx", "wengao-lint-docx-fix"])
def test_names_of_files_are_no_options(
    project: Path, tmp_path: Path, home: Path, hook: str, own: list[str] | None
) -> None:
    suffix, text = (".docx", word(paragraph("一、好，，"))) if "docx" in hook else (".md", "一、好，，\n".encode())
    names = [f"{name}{suffix}" for name in TRICKY]
    for name in (*names, f"README{suffix}"):
        (tmp_path / name).write_bytes(text)
    arguments = {} if own is None else {"args": own}
    revision = git(project, "rev-parse", "HEAD").strip()
    settings = {"repos": [{"repo": str(project), "rev": revision, "hooks": [{"id": hook, **arguments}]}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings), "utf-8")
    commit(tmp_path)
    run = pre_commit(tmp_path, home, "run", "--all-files")
    lines = [line for line in run.stdout.splitlines() if line.partition(":")[0] in names]
    after = {(tmp_path / name).read_bytes() for name in (*names, f"README{suffix}")}
    if own == ["--lang", "en"]:
        said = words_for("en").option_or_file
        assert (run.returncode, "- exit code: 2" in run.stdout) == (1, True), run.stdout + run.stderr
        assert (lines, after) == ([f"{name}: {said}" for name in sorted(names)], {text})
    elif hook.endswith("fix"):
        assert (run.returncode, lines) == (1, []), run.stdout + run.stderr
        read = ((tmp_path / name).read_bytes() for name in (*names, f"README{suffix}"))
        assert [decode(data, f"x{suffix}").text.rstrip() for data in read] == ["一、好，"] * (len(names) + 1)
    else:
        assert (run.returncode, "- exit code: 1" in run.stdout) == (1, True), run.stdout + run.stderr
        doubled = "“，，”重复，应为“，”" if own is None else "doubled ，，, expected ，"
        doubled += {".md": "", ".docx": "（“一、好，，”）" if own is None else ' ("一、好，，")'}[suffix]
        found = sorted(f"{name}:1:4: error: {doubled} [punctuation/doubled-mark]" for name in names)
        assert ([line for line in lines if "doubled-mark" in line], after) == (found, {text})


def test_every_hook_ends_its_options() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["args"] for hook in hooks] == [["--"]] * 4


def shown() -> list[dict[str, Any]]:
    """The settings that the page shows, the hooks of the project in them."""
    page = (ROOT / "docs/integrations/pre-commit.md").read_text("utf-8")
    return [yaml.safe_load(piece.split("```")[0]) for piece in page.split("```yaml\n")[1:]]


def test_page_shows_hooks_that_there_are() -> None:
    page = (ROOT / "docs/integrations/pre-commit.md").read_text("utf-8")
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    names = {hook["id"] for hook in hooks}
    assert [[hook["id"] for hook in settings["repos"][0]["hooks"]] for settings in shown()] == [
        ["wengao-lint-fix", "wengao-lint-docx-fix"],
        ["wengao-lint-fix"],
    ]
    assert set(re.findall(r"^\| `([\w-]+)` \|", page, re.MULTILINE)) == names


def test_page_leaves_out_text_files_that_are_no_drafts() -> None:
    excluded = re.compile(shown()[1]["repos"][0]["hooks"][0]["exclude"])
    none = [
        "requirements.txt",
        "requirements-dev.txt",
        "README.md",
        "docs/README.zh-CN.md",
        "robots.txt",
        "LICENSE.txt",
    ]
    drafts = ["文稿/请示.txt", "对照检查材料.md", "docs/工作总结.md", "关于readme的说明.md"]
    assert [name for name in (*none, *drafts) if not excluded.search(name)] == drafts


def test_settings_of_the_page_report_each_finding_once_from_a_tag(project: Path, tmp_path: Path, home: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", str(project), str(clone))
    (settings, _) = shown()
    (tmp_path / "库/文稿").mkdir(parents=True)
    settings["repos"][0]["repo"] = str(clone)
    git(clone, "tag", settings["repos"][0]["rev"])
    texts = {
        "文稿/甲.md": "一是抓学习，，抓作风。三是抓落实。\n".encode(),
        "文稿/乙.docx": word(paragraph("一是抓学习，，抓作风。三是抓落实。")),
        "requirements.txt": "一是抓学习，，抓作风。三是抓落实。\n".encode(),
    }
    for name, data in texts.items():
        (tmp_path / "库" / name).write_bytes(data)
    (tmp_path / "库/.pre-commit-config.yaml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    commit(tmp_path / "库")
    run = pre_commit(tmp_path / "库", home, "run", "--all-files")
    gap = "“一是…”序号依次为“一、三”，缺“二”；如无漏写，应为“一、二”"
    assert (run.returncode, findings_in(run.stdout.splitlines())) == (
        1,
        [
            f"文稿/甲.md:1:11: error: {gap} [numbering/gap]",
            f"文稿/乙.docx:1:11: error: {gap}（“一是抓学习，抓作风。三是抓落实。”） [numbering/gap]",
        ],
    )
    assert (tmp_path / "库/文稿/甲.md").read_text("utf-8") == "一是抓学习，抓作风。三是抓落实。\n"
    assert (tmp_path / "库/requirements.txt").read_bytes() == texts["requirements.txt"]
