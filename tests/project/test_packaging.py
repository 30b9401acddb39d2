import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    (path,) = folder.glob("wengao_lint-*-py3-none-any.whl")
    return zipfile.ZipFile(path)


def test_wheel_has_every_rule(wheel: zipfile.ZipFile) -> None:
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / "rules").rglob("*") if path.is_file()}
    packed = {name.removeprefix("lint/") for name in wheel.namelist() if name.startswith("lint/rules/")}
    assert packed == files
    assert any(name.startswith("rules/numbering/") for name in packed)


def test_wheel_has_every_module(wheel: zipfile.ZipFile) -> None:
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / "lint").rglob("*.py")}
    assert {name for name in wheel.namelist() if name.endswith(".py")} == files


@pytest.mark.parametrize("folder", ["lint/reporters/html/page", "lint/web/page"])
def test_wheel_has_the_files_of_the_pages(folder: str, wheel: zipfile.ZipFile) -> None:
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
    assert {name for name in wheel.namelist() if name.startswith(f"{folder}/")} == files
    assert files


def test_wheel_has_the_command_and_the_licence(wheel: zipfile.ZipFile) -> None:
    info = next(name.partition("/")[0] for name in wheel.namelist() if ".dist-info/" in name)
    assert "wengao-lint = lint.__main__:run" in wheel.read(f"{info}/entry_points.txt").decode()
    assert f"{info}/licenses/LICENSE" in wheel.namelist()


def test_hook_manifest() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {hook["id"]: hook["entry"] for hook in hooks} == {
        "wengao-lint": "wengao-lint check",
        "wengao-lint-fix": "wengao-lint check --fix",
        "wengao-lint-docx": "wengao-lint check",
        "wengao-lint-docx-fix": "wengao-lint check --fix",
    }
    assert {hook["language"] for hook in hooks} == {"python"}
    assert all(hook["require_serial"] for hook in hooks)
    assert {hook["id"]: hook.get("types_or", hook.get("files")) for hook in hooks} == {
        "wengao-lint": ["plain-text", "markdown"],
        "wengao-lint-fix": ["plain-text", "markdown"],
        "wengao-lint-docx": r"\.docx$",
        "wengao-lint-docx-fix": r"\.docx$",
    }


def test_rule_documentation_is_current() -> None:
    subprocess.run([sys.executable, str(ROOT / "docs" / "generate.py"), "--check"], check=True)
