"""The VS Code extension: what it says of itself, and what it shows with the real client and server when it is built."""

import json
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lint import __version__
from lint.server.actions import FIX_ALL
from tests.integrations.pages import DRAFTS, drafts, expected, fenced, lacking, need, run

FOLDER = Path(__file__).parent.parent.parent / "editors" / "vscode"
PACKAGE: dict[str, Any] = json.loads((FOLDER / "package.json").read_text("utf-8"))
EDITOR = Path(__file__).parent / "vscode_editor.js"
NAME = "对照检查 初稿.txt"
SEVERITIES = "ewi"


def built(name: str) -> Path:
    path = FOLDER / "dist" / name
    return path if path.exists() else lacking(f"npm run package in editors/vscode (dist/{name})")


def test_lock_file_names_no_registry() -> None:
    lock = json.loads((FOLDER / "package-lock.json").read_text("utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if "integrity" not in entry] == []
    assert "omit-lockfile-registry-resolved=true" in (FOLDER / ".npmrc").read_text("utf-8").splitlines()


def test_extension_has_the_version_of_the_linter() -> None:
    assert PACKAGE["version"] == __version__


def test_licence_is_the_project_s() -> None:
    assert (FOLDER / "LICENSE").read_text("utf-8") == (FOLDER.parent.parent / "LICENSE").read_text("utf-8")


def test_names_and_settings_are_described_in_chinese() -> None:
    chinese = re.compile("[一-龥]")
    settings = PACKAGE["contributes"]["configuration"]["properties"]
    told = [each["description"] for each in settings.values()]
    told += [each["title"] for each in PACKAGE["contributes"]["commands"]]
    assert all(chinese.search(text) for text in told), told
    readme = (FOLDER / "README.md").read_text("utf-8")
    assert [name for name in settings if f"`{name}`" not in readme] == []
    assert [each["title"] for each in PACKAGE["contributes"]["commands"] if each["title"] not in readme] == []
    assert f'"{FIX_ALL}"' in readme


def test_commands_declared_are_those_registered() -> None:
    source = "".join(path.read_text("utf-8") for path in (FOLDER / "src").glob("*.ts"))
    declared = [each["command"] for each in PACKAGE["contributes"]["commands"]]
    assert re.findall(r'registerCommand\("([^"]+)"', source) == declared


def test_matcher_is_that_of_the_task_on_the_page() -> None:
    [tasks] = (json.loads(block) for block in fenced("vscode.md", "json") if "tasks" in block)
    [matcher] = PACKAGE["contributes"]["problemMatchers"]
    assert matcher["pattern"] == tasks["tasks"][0]["problemMatcher"]["pattern"]
    assert matcher["applyTo"] == "closedDocuments"


def test_extension_shows_what_check_finds(tmp_path: Path) -> None:
    extension = built("extension.js")
    folder = drafts(tmp_path)
    ended = run(folder, need("node"), str(EDITOR), str(extension), str(folder / NAME), DRAFTS[NAME])
    assert ended.returncode == 0, ended.stderr
    assert [
        (each["line"] + 1, each["character"] + 1, SEVERITIES[each["severity"]], f"{each['message']} [{each['code']}]")
        for each in json.loads(ended.stdout)
    ] == [tuple(each) for each in expected(folder, NAME, "utf16")]


def test_extension_says_why_the_server_does_not_start(tmp_path: Path) -> None:
    extension = built("extension.js")
    folder = drafts(tmp_path)
    (folder / ".wengao-lint.yaml").write_text("lang: zh\n", "utf-8")
    program = tmp_path / "wengao-lint"
    program.write_text("#!/bin/sh\necho 没有安装 pygls >&2\nexit 2\n", "utf-8")
    program.chmod(0o755)
    script = f'PATH="{tmp_path}:$PATH" node "{EDITOR}" "{extension}" "{folder / NAME}" ""'
    need("node")
    ended = run(folder, script, shell=True)
    assert json.loads(ended.stdout) == {"message": "wengao-lint 的语言服务器没有启动：没有安装 pygls"}


def test_package_is_lean() -> None:
    assert sorted(ZipFile(built("wengao-lint.vsix")).namelist()) == [
        "[Content_Types].xml",
        "extension.vsixmanifest",
        "extension/LICENSE.txt",
        "extension/dist/NOTICES.txt",
        "extension/dist/extension.js",
        "extension/package.json",
        "extension/readme.md",
    ]
