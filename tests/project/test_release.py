"""What a release is made of: metadata, workflows and the action fit their schemas, and what they run works."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from lint import __version__
from tests.docx.making import paragraph, word

ROOT = Path(__file__).parent.parent.parent
SCRIPTS = Path(sys.executable).parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def loaded(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / name).read_text("utf-8"))
    return found


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        (".github/workflows/release.yml", "vendor.github-workflows"),
        (".github/workflows/test.yml", "vendor.github-workflows"),
        ("action.yml", "vendor.github-actions"),
    ],
)
def test_files_for_github_fit_their_schemas(name: str, schema: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, name]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (run.returncode, run.stdout + run.stderr) == (0, "ok -- validation done\n")


def test_office_is_what_word_the_report_and_the_page_take() -> None:
    extras = PROJECT["optional-dependencies"]
    assert sorted(extras["office"]) == sorted({*extras["docx"], *extras["html"], *extras["web"]})


def test_project_says_whose_it_is_and_where() -> None:
    assert PROJECT["authors"] == [{"name": "wengao-lint contributors"}]
    assert set(PROJECT["urls"]) == {"Source", "Issues", "Changelog"}


def test_a_release_is_tried_on_three_systems_and_tagged_from_the_version() -> None:
    jobs = loaded(".github/workflows/release.yml")["jobs"]
    assert jobs["try"]["strategy"]["matrix"]["os"] == ["ubuntu-latest", "macos-latest", "windows-latest"]
    assert jobs["publish"]["permissions"] == {"id-token": "write"}
    assert [jobs[name]["needs"] for name in ("try", "publish", "tag")] == [
        "build",
        ["build", "try"],
        ["build", "publish"],
    ]
    assert 'gh release create "v$VERSION"' in jobs["tag"]["steps"][-1]["run"]


def test_pages_name_the_version_that_there_is() -> None:
    pages = [*ROOT.glob("README*.md"), *ROOT.glob("docs/**/*.md")]
    named = {
        (page.name, version)
        for page in pages
        for version in re.findall(r"(?:rev: v|wengao-lint@v|wengao_lint-)(\d+\.\d+\.\d+)", page.read_text("utf-8"))
    }
    assert len(named) > 3
    assert {version for _, version in named} == {__version__}


def test_nothing_tells_to_install_what_no_index_has() -> None:
    texts = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("lint/messages/*.py")]
    assert [path.name for path in texts if "install 'wengao-lint" in path.read_text("utf-8")] == []


def test_pages_that_clone_the_project_say_that_there_is_no_release_and_what_works() -> None:
    pages = {page: page.read_text("utf-8") for page in ROOT.glob("docs/**/*.md")}
    cloning = {page.relative_to(ROOT).as_posix(): text for page, text in pages.items() if "git+https://github" in text}
    assert sorted(cloning) == [
        f"docs/{folder}integrations/{name}.md"
        for folder in ("", "zh/")
        for name in ("github-actions", "gitlab-ci", "reviewdog")
    ]
    for name, text in cloning.items():
        assert ("目前还没有发布版" if "/zh/" in name else "There is no release yet") in text
        assert f"`pip install ./wengao_lint-{__version__}-py3-none-any.whl`" in text


def test_the_wheel_is_built_and_its_description_renders(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    check = [sys.executable, "-m", "twine", "check", "--strict", str(wheel)]
    said = subprocess.run(check, check=False, capture_output=True, encoding="utf-8")
    assert (said.returncode, "PASSED" in said.stdout) == (0, True), said.stdout + said.stderr
    assert wheel.name == f"wengao_lint-{__version__}-py3-none-any.whl"


def test_every_input_of_the_action_is_described_in_both_languages() -> None:
    for name, given in loaded("action.yml")["inputs"].items():
        chinese, _, english = given["description"].partition(" / ")
        assert (name, bool(re.search("[\u4e00-\u9fff]", chinese)), bool(english)) == (name, True, True)


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs bash")
def test_the_action_checks_the_paths_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "文 稿").mkdir()
    (tmp_path / "文 稿/甲.txt").write_text("一、好。\n三、好。\n", "utf-8")
    (tmp_path / "文 稿/乙.docx").write_bytes(word(paragraph("一是好。三是好。")))
    (tmp_path / "-q.txt").write_text("一、好。\n三、好。\n", "utf-8")
    action = loaded("action.yml")
    defaults = {name: given["default"] for name, given in action["inputs"].items()}
    given = defaults | {"paths": "文 稿\n-q.txt\n", "sarif": "out.sarif", "lang": "en"}
    step = action["runs"]["steps"][-1]
    values = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: given[match[1]], text)
        for name, text in step["env"].items()
    }
    environment = {**os.environ, **values, "PATH": f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}"}
    run = subprocess.run(
        ["bash", "-e", "-c", step["run"]],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    found = re.findall(r"^::\w+ file=([^,]+),line=(\d+)", run.stdout, re.MULTILINE)
    assert (run.returncode, found) == (1, [("-q.txt", "2"), ("文 稿/乙.docx", "1"), ("文 稿/甲.txt", "2")]), run.stderr
    assert (tmp_path / "out.sarif").is_file()


def test_the_image_runs_as_nobody_in_particular_and_holds_its_rules() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith(("USER", "ENTRYPOINT"))] == [
        "USER 10001",
        'ENTRYPOINT ["wengao-lint"]',
    ]
    copied = [name for line in lines if line.startswith("COPY") and "--from" not in line for name in line.split()[1:-1]]
    assert copied == ["pyproject.toml", "README.md", "LICENSE", "lint", "rules"]
    assert all((ROOT / name).exists() for name in copied)


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_matcher_for_vs_code_keeps_every_severity(readme: str) -> None:
    text = (ROOT / readme).read_text("utf-8")
    pattern = re.search(r'"regexp": "(.*)"', text)
    assert pattern
    matcher = re.compile(pattern[1].replace("\\\\", "\\"))
    for severity in ("error", "warning", "info"):
        line = f"文 稿/甲.txt:3:14: {severity}: “一”之后缺“二” [numbering/gap]"
        found = matcher.match(line)
        assert found
        assert found.groups() == ("文 稿/甲.txt", "3", "14", severity, "“一”之后缺“二” [numbering/gap]")
