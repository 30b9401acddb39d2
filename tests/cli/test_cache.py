import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint.cli.main import main

OURS = [
    "key",
    "rules-2bd890e9.bin",
    "findings-f2488970c1aaa8f3df60c0f4fcb0ffb0.bin",
    "rules-2bd890e9.json",
    "copy-f2488970c1aaa8f3df60c0f4fcb0ffb0.bin",
    "patterns-cpython-311-30b07f0.bin",
    "patterns-regex-cpython-311-30b07f0.bin",
    ".key.35b9cae1bd95f200.tmp",
    ".rules-2bd890e9.bin.35b9cae1bd95f200.tmp",
]
OTHERS = ["keys", "notes.txt", "rules-x.yaml", ".rules-2bd890e9.bin", "key.tmp", "my-findings-1.bin"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = tmp_path / "wengao-lint"
    folder.mkdir(0o700)
    for name in OURS + OTHERS:
        (folder / name).write_bytes(b"x" * 200)
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["cache", *arguments])


@pytest.mark.parametrize(
    ("lang", "shown", "cleared", "empty"),
    [
        ("zh", "：9 个文件，1,800 字节", "：已清除 9 个文件，1,800 字节", "：0 个文件，0 字节"),
        ("en", ": 9 files, 1,800 bytes", ": removed 9 files, 1,800 bytes", ": 0 files, 0 bytes"),
    ],
)
def test_own_files_are_counted_and_removed(folder: Path, lang: str, shown: str, cleared: str, empty: str) -> None:
    said = [run(*arguments, "--lang", lang) for arguments in ([], ["--clear"], [])]
    assert [one.exit_code for one in said] == [0, 0, 0]
    assert [one.output for one in said] == [f"{folder}{words}\n" for words in (shown, cleared, empty)]
    assert sorted(os.listdir(folder)) == sorted(OTHERS)


@pytest.mark.parametrize("arguments", [[], ["--clear"]])
def test_no_cache_is_no_error(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "none"))
    words = "：已清除 0 个文件，0 字节" if arguments else "：0 个文件，0 字节"
    result = run(*arguments)
    assert (result.exit_code, result.output) == (0, f"{tmp_path}/none/wengao-lint{words}\n")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    result = run(*arguments)
    assert (result.exit_code, result.output) == (0, "没有缓存：XDG_CACHE_HOME 或 HOME 不是绝对路径\n")


@pytest.mark.parametrize("arguments", [[], ["--clear"]])
def test_a_folder_that_is_not_used_is_told_and_left_alone(folder: Path, arguments: list[str]) -> None:
    folder.chmod(0o777)
    result = run(*arguments)
    words = "不用作缓存：属于其他用户，或其他用户可以写入，应为本用户独有的文件夹"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"{folder}: {words}\n")
    folder.chmod(0o700)
    aside = folder.rename(folder.with_name("aside"))
    folder.symlink_to(aside)
    result = run(*arguments)
    words = "不用作缓存：应为文件夹，不能是链接或文件"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"{folder}: {words}\n")
    assert sorted(os.listdir(aside)) == sorted(OURS + OTHERS)


def test_links_are_left_alone(folder: Path) -> None:
    (folder / "rules-2bd890e9.bin").unlink()
    (folder / "rules-2bd890e9.bin").symlink_to("notes.txt")
    assert run("--clear").output == f"{folder}：已清除 8 个文件，1,600 字节\n"
    assert sorted(os.listdir(folder)) == sorted([*OTHERS, "rules-2bd890e9.bin"])


def test_a_file_that_cannot_be_removed_is_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "unlink", refused)
    result = run("--clear")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{folder}: ")
    assert result.stderr.count("\n") == 1


def test_the_cache_may_stand_in_a_folder_that_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "甲.txt").write_text("好。\n", "utf-8")
    mode = tmp_path.stat().st_mode
    result = CliRunner().invoke(main, ["check", "甲.txt", "--isolated", "--cache-dir", "."])
    assert (result.exit_code, tmp_path.stat().st_mode) == (0, mode)
    kept = sorted(path.name.partition("-")[0] for path in (tmp_path / "wengao-lint").iterdir())
    assert kept == ["key", "rules"]
    assert run("--cache-dir", ".").output.startswith(f"{tmp_path}/wengao-lint：2 个文件，")
    assert run("--cache-dir", ".", "--clear").output.startswith(f"{tmp_path}/wengao-lint：已清除 2 个文件，")
    assert list((tmp_path / "wengao-lint").iterdir()) == []
