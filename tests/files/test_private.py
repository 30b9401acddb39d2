import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lint.files import private
from lint.files.loading import NotRegularError, TooLargeError
from lint.files.private import ForeignError, cache_folder, private_files, read_private, remove_private, write_private


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that holds one file."""
    write_private(str(tmp_path / "own"), "file", b"data")
    return tmp_path / "own"


@pytest.fixture(params=[0o000, 0o022, 0o077])
def mask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def read(folder: Path) -> bytes:
    return read_private(str(folder), "file", 100)


def assert_refused(folder: Path) -> None:
    """A folder is neither read nor written to nor listed."""
    with pytest.raises(ForeignError):
        read(folder)
    with pytest.raises(ForeignError):
        write_private(str(folder), "file", b"x")
    with pytest.raises(ForeignError):
        private_files(str(folder))


@pytest.mark.usefixtures("mask")
def test_folder_and_files_are_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "own"
    write_private(str(folder), "file", b"1")
    write_private(str(folder), "file", b"2")
    assert (mode(folder), mode(folder / "file"), read(folder)) == (0o700, 0o600, b"2")
    assert os.listdir(folder) == ["file"]


def test_an_older_folder_is_closed_by_the_next_write(folder: Path) -> None:
    folder.chmod(0o755)
    (folder / "file").chmod(0o644)
    write_private(str(folder), "file", b"new")
    assert (mode(folder), mode(folder / "file")) == (0o700, 0o600)


@pytest.mark.parametrize("bits", [0o720, 0o702, 0o770, 0o777, 0o1777])
def test_a_folder_that_others_may_write_to_is_not_used(folder: Path, bits: int) -> None:
    folder.chmod(bits)
    assert_refused(folder)
    folder.chmod(0o700)
    assert (os.listdir(folder), read(folder)) == (["file"], b"data")


@pytest.mark.parametrize("bits", [0o620, 0o602])
def test_a_file_that_others_may_write_to_is_not_read(folder: Path, bits: int) -> None:
    (folder / "file").chmod(bits)
    with pytest.raises(ForeignError):
        read(folder)
    assert private_files(str(folder)) == []
    write_private(str(folder), "file", b"new")
    assert read(folder) == b"new"


def test_what_is_another_user_s_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    me = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: me + 1)
    assert_refused(folder)
    monkeypatch.undo()
    assert (os.listdir(folder), read(folder)) == (["file"], b"data")


def test_a_file_of_another_user_in_one_s_own_folder_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = os.fstat

    def state(descriptor: int) -> os.stat_result:
        found = seen(descriptor)
        other = [*found]
        other[stat.ST_UID] += stat.S_ISREG(found.st_mode)
        return os.stat_result(other)

    monkeypatch.setattr(os, "fstat", state)
    with pytest.raises(ForeignError):
        read(folder)


LINKS: dict[str, Callable[[Path], Path]] = {
    "the folder": lambda folder: link(folder.parent / "link", folder),
    "the file": lambda folder: link(folder / "file", aside(folder / "file")).parent,
    "a file elsewhere": lambda folder: link(folder / "file", aside(folder / "file", folder.parent / "there")).parent,
}


def link(path: Path, target: Path) -> Path:
    path.symlink_to(target)
    return path


def aside(path: Path, target: Path | None = None) -> Path:
    return path.rename(target or path.with_name("aside"))


@pytest.mark.parametrize("arrange", LINKS.values(), ids=LINKS)
def test_links_are_not_followed(folder: Path, arrange: Callable[[Path], Path]) -> None:
    with pytest.raises(OSError, match=r"symbolic links|Not a directory"):
        read(arrange(folder))


def test_nothing_is_written_through_a_link(folder: Path) -> None:
    victim = aside(folder / "file", folder.parent / "victim")
    link(folder / "file", victim)
    write_private(str(folder), "file", b"new")
    assert (victim.read_bytes(), read(folder), (folder / "file").is_symlink()) == (b"data", b"new", False)
    with pytest.raises(OSError, match=r"symbolic links|Not a directory"):
        write_private(str(link(folder.parent / "link", folder)), "file", b"x")
    assert read(folder) == b"new"


def test_parents_may_be_links(folder: Path, tmp_path: Path) -> None:
    parent = link(tmp_path / "link", folder.parent)
    write_private(str(parent / "own"), "file", b"new")
    assert read(parent / "own") == read(folder) == b"new"


def test_what_is_no_file_is_not_waited_for(folder: Path) -> None:
    (folder / "file").unlink()
    os.mkfifo(folder / "file")
    with pytest.raises((NotRegularError, OSError)):
        read(folder)
    assert private_files(str(folder)) == []


def test_a_file_too_large_is_refused(folder: Path) -> None:
    with pytest.raises(TooLargeError):
        read_private(str(folder), "file", 3)


def test_a_new_file_takes_no_other_s_place(folder: Path) -> None:
    with pytest.raises(FileExistsError):
        write_private(str(folder), "file", b"x", new=True)
    write_private(str(folder), "other", b"x", new=True)
    assert sorted(os.listdir(folder)) == ["file", "other"]
    assert [name for name, _ in private_files(str(folder))] == ["file", "other"]
    remove_private(str(folder), "other")
    assert (os.listdir(folder), read(folder)) == (["file"], b"data")


def test_what_cannot_be_written_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_private(str(folder), "file", b"x")
    assert (os.listdir(folder), read(folder)) == (["file"], b"data")


def test_a_system_without_such_users_guards_the_folder_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(private, "_CHECKED", False)
    folder = tmp_path / "own"
    write_private(str(folder), "file", b"1", new=True)
    write_private(str(folder), "file", b"data")
    folder.chmod(0o777)
    assert ([name for name, _ in private_files(str(folder))], read(folder)) == (["file"], b"data")
    remove_private(str(folder), "file")
    assert os.listdir(folder) == []


@pytest.mark.parametrize(
    ("named", "home", "folder"),
    [
        ("/tmp/xdg", "/home/a", "/tmp/xdg/wengao-lint"),
        ("", "/home/a", "/home/a/.cache/wengao-lint"),
        (None, "/home/a", "/home/a/.cache/wengao-lint"),
        ("cache", "/home/a", None),
        ("./cache", "/home/a", None),
        ("~/cache", "/home/a", None),
        (None, "home", None),
        (None, ".", None),
        ("/tmp/xdg", "home", "/tmp/xdg/wengao-lint"),
    ],
)
def test_a_folder_at_a_relative_path_is_none(
    named: str | None, home: str, folder: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", home)
    if named is None:
        monkeypatch.delenv("XDG_CACHE_HOME")
    else:
        monkeypatch.setenv("XDG_CACHE_HOME", named)
    assert cache_folder() == folder
