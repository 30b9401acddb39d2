"""The YAML and the commands of the pages on CI services: they load, and what they run of wengao-lint is run."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.integrations.pages import DRAFTS, ROOT, drafts, expected, fenced, findings, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return drafts(tmp_path)


@pytest.fixture
def total(folder: Path) -> int:
    return sum(len(findings(folder, name)) for name in DRAFTS)


def loaded(page: str) -> Any:
    [block] = fenced(page, "yaml")
    return yaml.safe_load(block)


def steps(page: str) -> list[dict[str, Any]]:
    [job] = loaded(page)["jobs"].values()
    found: list[dict[str, Any]] = job["steps"]
    return found


def ours(page: str) -> Iterator[str]:
    """The commands of a page's workflow that run wengao-lint."""
    return (step["run"].strip() for step in steps(page) if step.get("run", "").startswith("wengao-lint "))


def installed(command: str) -> str | None:
    """The version that a command installs from the project's repository."""
    found = re.fullmatch(r"pip install (?:--quiet )?git\+https://github\.com/wengao-lint/wengao-lint@(\S+)", command)
    return found and found[1]


def test_github_annotates_and_writes_what_is_uploaded(folder: Path, total: int) -> None:
    page = "github-actions.md"
    [command] = ours(page)
    checked = run(folder, command, shell=True)
    assert (checked.returncode, checked.stderr.count("Usage")) == (1, 0)
    assert len(re.findall(r"^::(?:error|warning|notice) file=", checked.stdout, re.MULTILINE)) == total
    upload = steps(page)[-1]
    assert upload["uses"].startswith("github/codeql-action/upload-sarif@")
    report = json.loads((folder / upload["with"]["sarif_file"]).read_text("utf-8"))
    assert [len(each["results"]) for each in report["runs"]] == [total]


def test_workflows_install_before_they_check() -> None:
    for page in ["github-actions.md", "reviewdog.md"]:
        commands = [step["run"] for step in steps(page) if "run" in step]
        assert installed(commands[0])
        assert commands[1].startswith("wengao-lint check ")


def test_gitlab_writes_the_report_it_names(folder: Path, total: int) -> None:
    job = loaded("gitlab-ci.md")["wengao-lint"]
    install, command = job["script"]
    assert installed(install)
    checked = run(folder, command, shell=True)
    assert checked.returncode == 1
    assert len(checked.stdout.splitlines()) == total
    report = json.loads((folder / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert sorted((each["location"]["path"], each["location"]["lines"]["begin"]) for each in report) == sorted(
        (name, each.line) for name in DRAFTS for each in expected(folder, name, "char")
    )
    assert run(folder, f"{command} --exit-zero", shell=True).returncode == 0


def test_reviewdog_is_given_what_it_reads(folder: Path, total: int) -> None:
    [local] = fenced("reviewdog.md", "sh")
    schema = json.loads((ROOT / "tests/reporters/schemas/rdjson.json").read_text("utf-8"))
    for command in [local, *ours("reviewdog.md")]:
        checking, reviewing = command.split(" | ")
        assert reviewing.startswith("reviewdog -f=rdjson ")
        checked = run(folder, checking, shell=True)
        assert checked.returncode == 0
        report = json.loads(checked.stdout)
        Draft202012Validator(schema).validate(report)
        assert len(report["diagnostics"]) == total


def test_index_runs_and_names_every_page(folder: Path, total: int) -> None:
    [command] = fenced("README.md", "sh")
    checked = run(folder, command, shell=True)
    assert (checked.returncode, len(checked.stdout.splitlines())) == (1, total)
    assert (folder / "wengao-lint.xml").is_file()
    text = (ROOT / "docs/integrations/README.md").read_text("utf-8")
    pages = {page.name for page in (ROOT / "docs/integrations").iterdir()}
    assert set(re.findall(r"\]\(([\w-]+\.md)\)", text)) == pages - {"README.md"}
