import os
import stat
from pathlib import Path

import pytest

from lint.files.loading import NotRegularError
from lint.files.writing import replace_file

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def test_a_file_is_made_with_the_mode_that_the_process_gives(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        replace_file(str(tmp_path / "稿.txt"), b"new")
    finally:
        os.umask(before)
    assert (tmp_path / "稿.txt").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "稿.txt").stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["稿.txt"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o664, 0o755])
def test_mode_stays(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(b"old")
    path.chmod(mode)
    replace_file(str(path), b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", mode)


@pytest.mark.parametrize("name", ["稿" * 80 + ".txt", ".稿", " 稿 ", "-", os.fsdecode(b"\xb8\xe5.txt")])
def test_any_name_that_a_file_can_have(tmp_path: Path, name: str) -> None:
    path = os.path.join(tmp_path, name)
    replace_file(path, b"old")
    replace_file(path, b"new")
    with open(path, "rb") as file:
        assert file.read() == b"new"
    assert os.listdir(tmp_path) == [name]


def test_name_without_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    replace_file("稿.txt", b"new")
    assert (tmp_path / "稿.txt").read_bytes() == b"new"


def test_symbolic_links_stay_links_and_what_they_name_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "甲").mkdir()
    (tmp_path / "乙").mkdir()
    target = tmp_path / "甲" / "稿.txt"
    target.write_bytes(b"old")
    target.chmod(0o640)
    (tmp_path / "乙" / "近.txt").symlink_to(Path("..", "甲", "稿.txt"))
    (tmp_path / "远.txt").symlink_to(tmp_path / "乙" / "近.txt")
    replace_file(str(tmp_path / "远.txt"), b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert os.readlink(tmp_path / "远.txt") == str(tmp_path / "乙" / "近.txt")
    assert os.readlink(tmp_path / "乙" / "近.txt") == os.path.join("..", "甲", "稿.txt")
    assert sorted(os.listdir(tmp_path / "乙")) == ["近.txt"]
    assert sorted(os.listdir(tmp_path / "甲")) == ["稿.txt"]


@pytest.mark.parametrize("step", ["os.replace", "os.fsync", "os.chmod"])
@pytest.mark.parametrize(
    "error", [PermissionError(13, "Permission denied"), OSError(28, "No space left"), KeyboardInterrupt]
)
def test_whatever_fails_leaves_the_file_as_it_was_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException | type[BaseException]
) -> None:  # fmt: skip
    def fail(*_: object) -> None:
        raise error

    path = tmp_path / "稿.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    monkeypatch.setattr(step, fail)
    with pytest.raises(type(error) if isinstance(error, BaseException) else error):
        replace_file(str(path), b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"old", 0o640)
    assert os.listdir(tmp_path) == ["稿.txt"]


def test_an_owner_that_cannot_be_kept_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise PermissionError

    path = tmp_path / "稿.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr("os.chown", fail)
    replace_file(str(path), b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_what_is_no_regular_file_is_refused(tmp_path: Path, make: object) -> None:
    path = tmp_path / "稿.txt"
    assert callable(make)
    make(path)
    with pytest.raises(NotRegularError):
        replace_file(str(path), b"new")
    assert os.listdir(tmp_path) == ["稿.txt"]


@pytest.mark.skipif(AS_ROOT, reason="root may write everything")
def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(b"old")
    path.chmod(0o440)
    with pytest.raises(PermissionError):
        replace_file(str(path), b"new")
    assert path.read_bytes() == b"old"


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        replace_file(str(tmp_path / "无" / "稿.txt"), b"new")


def test_a_link_that_leads_in_a_circle_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").symlink_to("乙.txt")
    (tmp_path / "乙.txt").symlink_to("甲.txt")
    with pytest.raises(OSError, match="symbolic links"):
        replace_file(str(tmp_path / "甲.txt"), b"new")
    assert sorted(os.listdir(tmp_path)) == ["乙.txt", "甲.txt"]
