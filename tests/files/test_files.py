import os
from pathlib import Path

import pytest

from lint.files.search import Found, Patterns, find_files, shown


def build(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_folder_gives_drafts_sorted_without_hidden_entries(folder: Path) -> None:
    build(
        folder,
        "乙.md",
        "甲.txt",
        "丙.MARKDOWN",
        "d.docx",
        "e.doc",
        "~$d.docx",
        "子/戊 己.txt",
        ".git/x.txt",
        ".vscode/x.md",
        "._甲.txt",
    )
    assert find_files(["."]) == Found(["d.docx", "丙.MARKDOWN", "乙.md", "子/戊 己.txt", "甲.txt"], [])


def test_named_files_are_taken_whatever_their_suffix_and_rules(folder: Path) -> None:
    build(folder, "a.log", ".hidden.txt", "skip.txt")
    (folder / ".gitignore").write_text("skip.txt\n", encoding="utf-8")
    assert find_files(["a.log", ".hidden.txt", "./skip.txt"]).paths == [".hidden.txt", "a.log", "skip.txt"]


def test_each_draft_comes_once(folder: Path) -> None:
    build(folder, "a/b.txt")
    (folder / "link.txt").symlink_to("a/b.txt")
    assert find_files(["a", "a/b.txt", "./a/../a/b.txt", str(folder / "a/b.txt"), "link.txt"]).paths == ["a/b.txt"]


def test_links_to_folders_are_not_followed_unless_named(folder: Path) -> None:
    build(folder, "a/b.txt")
    (folder / "a/loop").symlink_to("..")
    (folder / "a/loop.txt").symlink_to("..")
    assert find_files(["."]) == Found(["a/b.txt"], [])
    assert find_files(["a/loop"]).paths == ["a/loop/a/b.txt"]


@pytest.mark.parametrize(
    ("ignores", "expected"),
    [
        ({"": "*.txt\n!keep.txt\n"}, ["a.md", "keep.txt", "sub/c.md", "sub/keep.txt"]),
        ({"": "sub/\n"}, ["a.md", "b.txt", "keep.txt"]),
        ({"": "/b.txt\n"}, ["a.md", "keep.txt", "sub/b.txt", "sub/c.md", "sub/keep.txt"]),
        ({"": "*.txt\n", "sub": "!b.txt\n"}, ["a.md", "sub/b.txt", "sub/c.md"]),
        ({"": "sub\n!sub/c.md\n"}, ["a.md", "b.txt", "keep.txt"]),
        ({"sub": "*\n"}, ["a.md", "b.txt", "keep.txt"]),
    ],
)
def test_gitignore(folder: Path, ignores: dict[str, str], expected: list[str]) -> None:
    build(folder, "a.md", "b.txt", "keep.txt", "sub/b.txt", "sub/c.md", "sub/keep.txt")
    for where, text in ignores.items():
        (folder / where / ".gitignore").write_text(text, encoding="utf-8")
    assert find_files(["."]).paths == expected


def test_gitignore_above_counts_up_to_the_root_of_the_repository(folder: Path) -> None:
    build(folder, "repo/.git/HEAD", "repo/a/x.txt", "repo/a/y.txt")
    (folder / ".gitignore").write_text("y.txt\n", encoding="utf-8")
    (folder / "repo/.gitignore").write_text("a/x.txt\n", encoding="utf-8")
    assert find_files(["repo/a"]).paths == ["repo/a/y.txt"]


def test_ignored_folder_that_is_named_is_searched(folder: Path) -> None:
    build(folder, ".git/HEAD", "build/x.txt")
    (folder / ".gitignore").write_text("build/\n", encoding="utf-8")
    assert find_files(["."]).paths == []
    assert find_files(["build"]).paths == ["build/x.txt"]


def test_lines_that_are_no_patterns_are_passed_over(folder: Path) -> None:
    build(folder, "a.txt", "b.txt")
    (folder / ".gitignore").write_text("!\na.txt\n", encoding="utf-8")
    assert find_files(["."]).paths == ["b.txt"]


def test_exclude_is_relative_to_its_folder_and_stronger_than_gitignore(folder: Path) -> None:
    build(folder, "a/x.txt", "b/x.txt", "b/y.txt")
    (folder / "b/.gitignore").write_text("!x.txt\n", encoding="utf-8")
    assert find_files(["."], Patterns(str(folder), ("/b/x.txt",))).paths == ["a/x.txt", "b/y.txt"]
    assert find_files(["b/x.txt"], Patterns(str(folder), ("/b/x.txt",))).paths == ["b/x.txt"]


def test_what_is_missing_is_told_and_the_rest_found(folder: Path) -> None:
    build(folder, "a.txt")
    (folder / "gone.txt").symlink_to("nowhere")
    found = find_files(["no.txt", ".", "", "a\0b"])
    assert found.paths == ["a.txt"]
    assert [(missing.path, type(missing.error)) for missing in found.missing] == [
        ("no.txt", FileNotFoundError),
        ("gone.txt", FileNotFoundError),
        ("", FileNotFoundError),
        ("a\0b", FileNotFoundError),
    ]


def test_standard_input_stands_for_itself() -> None:
    assert find_files(["-", "-"]).paths == ["-"]


def test_name_that_is_no_utf8_is_found_and_shown_replaced(folder: Path) -> None:
    name = os.fsdecode(b"\xb8\xe5.txt")
    (folder / name).write_text("", encoding="utf-8")
    (folder / ".gitignore").write_text("no.txt\n", encoding="utf-8")
    assert find_files(["."]).paths == [name]
    assert shown(name) == "��.txt"


def test_folders_of_packages_and_programs_are_passed_over_unless_named(folder: Path) -> None:
    build(
        folder,
        "a.txt",
        "node_modules/left-pad/README.md",
        "web/node_modules/README.md",
        "lib/site-packages/x/LICENSE.txt",
        "环境/pyvenv.cfg",
        "环境/lib/notes.txt",
        "target/CACHEDIR.TAG",
        "target/notes.txt",
        "node_modules.txt",
    )
    assert find_files(["."]) == Found(["a.txt", "node_modules.txt"], [])
    assert find_files(["node_modules", "target"]).paths == ["node_modules/left-pad/README.md", "target/notes.txt"]


@pytest.mark.parametrize("argument", [".", "子", "子/孙"])
def test_what_git_ignores_in_one_copy_is_ignored(folder: Path, argument: str) -> None:
    build(folder, "子/孙/私.txt", "子/孙/公.txt", "子/孙/又.txt", ".git/info/exclude")
    (folder / ".git/info/exclude").write_text("私.txt\n又.txt\n", "utf-8")
    (folder / "子/.gitignore").write_text("!又.txt\n", "utf-8")
    assert find_files([argument]).paths == ["子/孙/公.txt", "子/孙/又.txt"]


def test_a_worktree_shares_what_its_repository_ignores(folder: Path) -> None:
    build(folder, "库/.git/info/exclude", "树/私.txt", "树/公.txt", "树/子/私.txt")
    (folder / "库/.git/info/exclude").write_text("私.txt\n", "utf-8")
    (folder / "库/.git/worktrees/树").mkdir(parents=True)
    (folder / "库/.git/worktrees/树/commondir").write_text("../..\n", "utf-8")
    (folder / "树/.git").write_text("gitdir: ../库/.git/worktrees/树\n", "utf-8")
    assert find_files(["树"]).paths == ["树/公.txt"]
    assert find_files(["树/子"]) == Found([], [])
    (folder / "树/.git").write_text("nothing of the kind\n", "utf-8")
    assert find_files(["树"]).paths == ["树/公.txt", "树/子/私.txt", "树/私.txt"]
