import subprocess
import sys
import time
from pathlib import Path

import pytest

from lint.files.private import read_private, write_private
from lint.files.seal import KEY_FILE, Seal, known_seal, seal_for
from tests.reliability.running import HANGS, environment

RACE = """
import sys, time
from lint.files.seal import seal_for
time.sleep(max(0, float(sys.argv[2]) - time.time()))
print(seal_for(sys.argv[1]).of(b"").hex())
"""


def test_parts_keep_their_places() -> None:
    seals = {Seal(b"key").of(*parts) for parts in [(b"ab",), (b"a", b"b"), (b"", b"ab"), (b"b", b"a"), ()]}
    assert len({*seals, Seal(b"other").of(b"ab")}) == 6


def test_a_folder_has_one_seal(tmp_path: Path) -> None:
    folder = str(tmp_path / "own")
    assert known_seal(folder) is None
    made, known = seal_for(folder), known_seal(folder)
    assert known
    assert made.of(b"") == known.of(b"") == seal_for(folder).of(b"")
    assert len(read_private(folder, KEY_FILE, 100)) == 32
    assert made.of(b"") != seal_for(str(tmp_path / "other")).of(b"")


@pytest.mark.parametrize("key", [b"", b"short", b"long" * 9])
def test_a_damaged_key_is_made_anew(tmp_path: Path, key: bytes) -> None:
    folder = str(tmp_path)
    write_private(folder, KEY_FILE, key)
    assert known_seal(folder) is None
    made, known = seal_for(folder), known_seal(folder)
    assert known
    assert made.of(b"") == known.of(b"")


@pytest.mark.parametrize("kind", ["link", "open to others"])
def test_a_key_that_others_may_have_put_there_is_not_used(tmp_path: Path, kind: str) -> None:
    (tmp_path / "theirs").write_bytes(b"k" * 32)
    if kind == "link":
        (tmp_path / KEY_FILE).symlink_to(tmp_path / "theirs")
    else:
        (tmp_path / "theirs").rename(tmp_path / KEY_FILE).chmod(0o666)
    assert known_seal(str(tmp_path)) is None
    assert seal_for(str(tmp_path)).of(b"") != Seal(b"k" * 32).of(b"")
    assert (tmp_path / KEY_FILE).lstat().st_mode & 0o7777 == 0o600


def test_processes_that_start_at_once_have_one_key(tmp_path: Path) -> None:
    command = [sys.executable, "-c", RACE, str(tmp_path / "own"), str(time.time() + 2)]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, env=environment()) for _ in range(6)]
    try:
        seals = {process.communicate(timeout=HANGS)[0] for process in processes}
    finally:
        for process in processes:
            process.kill()
    known = known_seal(str(tmp_path / "own"))
    assert known
    assert seals == {f"{known.of(b'').hex()}\n".encode()}
