import os
import stat
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from lint.files.loading import MOST_BYTES, NotRegularError, load
from lint.files.writing import LeftAloneError, create_file, replace_draft, replace_file

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


def test_a_link_that_is_not_followed_is_replaced_itself(tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_bytes(b"old")
    (tmp_path / "近").symlink_to("稿.txt")
    replace_file(str(tmp_path / "近"), b"new", follow=False)
    assert ((tmp_path / "近").read_bytes(), (tmp_path / "近").is_symlink()) == (b"new", False)
    assert (tmp_path / "稿.txt").read_bytes() == b"old"


@pytest.mark.parametrize("there", ["file", "link"])
def test_a_file_is_made_only_where_none_is(tmp_path: Path, there: str) -> None:
    path = tmp_path / "稿.txt"
    if there == "file":
        path.write_bytes(b"old")
    else:
        path.symlink_to("无.txt")
    with pytest.raises(FileExistsError):
        create_file(str(path), b"new")
    assert os.listdir(tmp_path) == ["稿.txt"]
    create_file(str(tmp_path / "另.txt"), b"new")
    assert (tmp_path / "另.txt").read_bytes() == b"new"


def test_a_file_that_cannot_be_made_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        create_file(str(tmp_path / "稿.txt"), b"new")
    assert os.listdir(tmp_path) == []


# What belongs to a file

USER, GROUP, OTHERS, SOMEBODY, MASK = 1, 4, 32, 2, 16
NOBODY = 0xFFFFFFFF


def access_list(*entries: tuple[int, int, int]) -> bytes:
    """An access list as Linux keeps it: of each entry the tag, the permissions and whose they are."""
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


PRIVATE = access_list(
    (USER, 6, NOBODY), (SOMEBODY, 6, 12345), (GROUP, 0, NOBODY), (MASK, 6, NOBODY), (OTHERS, 0, NOBODY)
)
LISTS = ("system.posix_acl_access", "system.posix_acl_default")


def give(path: Path, name: str, value: bytes) -> None:
    """Set an attribute, or skip the test where the file system has none."""
    if not hasattr(os, "setxattr"):
        pytest.skip("no extended attributes here")
    try:
        os.setxattr(path, name, value)
    except OSError as error:
        pytest.skip(f"no {name} here: {error}")


def test_extended_attributes_and_access_list_stay(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(b"old")
    path.chmod(0o600)
    give(path, "user.来源", "本院".encode())
    give(path, LISTS[0], PRIVATE)
    assert stat.S_IMODE(path.stat().st_mode) == 0o660
    replace_file(str(path), b"new")
    assert path.read_bytes() == b"new"
    assert os.getxattr(path, "user.来源") == "本院".encode()
    assert os.getxattr(path, LISTS[0]) == PRIVATE
    assert stat.S_IMODE(path.stat().st_mode) == 0o660


def test_a_file_without_access_list_gets_none_from_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    give(tmp_path, LISTS[1], PRIVATE)
    replace_file(str(path), b"new")
    assert (path.read_bytes(), os.listxattr(path), stat.S_IMODE(path.stat().st_mode)) == (b"new", [], 0o640)


def test_an_attribute_that_cannot_be_kept_leaves_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left")

    path = tmp_path / "稿.txt"
    path.write_bytes(b"old")
    give(path, "user.来源", "本院".encode())
    monkeypatch.setattr("os.setxattr", fail)
    with pytest.raises(OSError, match="No space left"):
        replace_file(str(path), b"new")
    assert (path.read_bytes(), os.listdir(tmp_path)) == (b"old", ["稿.txt"])


# A draft is replaced only while it is what was read


def appended(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more")


def rewritten(path: Path) -> None:
    """Other bytes of the same length, and the same time."""
    before = path.stat()
    path.write_bytes(b"odd")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def saved_anew(path: Path) -> None:
    path.with_name("新").write_bytes(b"old")
    path.with_name("新").replace(path)


def removed(path: Path) -> None:
    path.unlink()


def linked(path: Path) -> None:
    os.link(path, path.with_name("另"))


CHANGES = {"appended": appended, "rewritten": rewritten, "saved anew": saved_anew, "removed": removed, "linked": linked}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_draft_that_is_not_what_was_read_is_left(tmp_path: Path, change: Callable[[Path], None]) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(b"old")
    read = load(str(path), MOST_BYTES)
    change(path)
    before = {entry.name: (entry.stat().st_ino, entry.read_bytes()) for entry in tmp_path.iterdir()}
    with pytest.raises(LeftAloneError) as error:
        replace_draft(str(path), read, b"new")
    assert error.value.why == ("linked" if change is linked else "changed")
    assert {entry.name: (entry.stat().st_ino, entry.read_bytes()) for entry in tmp_path.iterdir()} == before


def test_a_draft_that_was_only_touched_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(b"old")
    read = load(str(path), MOST_BYTES)
    os.utime(path)
    replace_draft(str(path), read, b"new")
    assert path.read_bytes() == b"new"


def test_a_draft_that_another_run_has_fixed_is_left_in_peace(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(b"old")
    read = load(str(path), MOST_BYTES)
    replace_draft(str(path), read, b"new")
    before = path.stat().st_ino
    replace_draft(str(path), read, b"new")
    assert (path.stat().st_ino, path.read_bytes(), os.listdir(tmp_path)) == (before, b"new", ["稿.txt"])
