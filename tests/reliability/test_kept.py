"""What is kept between runs and was changed by someone: it is unknown, never an error and never a clean bill."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from lint.engine.kept import entry_file as shelf
from lint.engine.kept.entry_file import EntryFile
from lint.engine.kept.findings_cache import FindingsCache
from lint.engine.processes.batch import FEW
from lint.files.seal import KEY_FILE, SIZE, Seal, known_seal
from lint.rulebook import rule_cache as rulecache
from lint.rulebook.rule_cache import Stored
from lint.rulebook.rulebook import load_rulebook, state_of
from tests.engine.test_cache import FINDING, filled, key, opened
from tests.fakes import RULEBOOK
from tests.reliability.running import DRAFT, FINDINGS, check

RULE = """\
title: 甲
title_en: a
why: 甲。
source: {norm: 本院规定, tier: practice}
severity: error
check: pattern
with: {pattern: 甲}
message: 用了“{found}”
message_en: 'found {found}'
examples:
  - valid: 乙。
  - valid: 丙。
  - invalid: ⟦甲⟧。
  - invalid: 丁⟦甲⟧。
"""


def damaged(data: bytes) -> Iterator[bytes]:
    """A file with each of its bytes changed, cut at each, and with more behind it."""
    for place, byte in enumerate(data):
        yield data[:place] + bytes([byte ^ 1]) + data[place + 1 :]
        yield data[:place]


def known(folder: Path) -> object:
    cache = opened(folder)
    return cache.get(key(cache), "稿.txt")


def test_no_byte_of_kept_findings_can_be_changed(tmp_path: Path) -> None:
    path = filled(tmp_path)
    whole = path.read_bytes()
    for data in damaged(whole):
        path.write_bytes(data)
        assert known(tmp_path) is None
    path.write_bytes(whole)
    assert known(tmp_path) == [FINDING]


def kept_rules(folder: Path) -> tuple[Path, Path]:
    """A folder of rules, and the file that keeps them."""
    rules = folder / "rules"
    (rules / "own").mkdir(parents=True)
    (rules / "own" / "rule.yaml").write_text(RULE, "utf-8")
    load_rulebook([rules], folder / "cache")
    [path] = (folder / "cache").glob("rules-*")
    return rules, path


def known_rules(rules: Path, cache: Path) -> int | None:
    stored = rulecache.read(str(cache), state_of([rules]))
    return len(stored.rules) if stored else None


def test_no_byte_of_kept_rules_can_be_changed(tmp_path: Path) -> None:
    rules, path = kept_rules(tmp_path)
    whole = path.read_bytes()
    assert known_rules(rules, path.parent) == 1
    for data in damaged(whole):
        path.write_bytes(data)
        assert known_rules(rules, path.parent) is None
    assert len(load_rulebook([rules], path.parent).rules) == 1
    assert path.read_bytes() == whole


def test_an_emptied_list_of_findings_is_no_clean_bill(tmp_path: Path) -> None:
    path = filled(tmp_path)
    forged = EntryFile(str(tmp_path), path.name, 1000, Seal(b"their own"))
    forged.put(key(opened(tmp_path)), msgspec.msgpack.encode([]))
    assert forged.keep()
    assert known(tmp_path) is None


@pytest.mark.parametrize("seal", ["as it was", "of another key", "right"])
def test_an_emptied_list_of_rules_is_no_clean_bill(tmp_path: Path, seal: str) -> None:
    rules, path = kept_rules(tmp_path)
    whole, own = path.read_bytes(), known_seal(str(path.parent))
    assert own
    entry = msgspec.json.decode(whole[SIZE:])
    data = msgspec.json.encode(entry | {"stored": {"rules": []}})
    seals = {"of another key": Seal(b"theirs"), "right": own}
    head = seals[seal].of(path.name.encode(), data) if seal in seals else whole[:SIZE]
    path.write_bytes(head + data)
    assert known_rules(rules, path.parent) is None
    rulecache.write(str(path.parent), state_of([rules]), Stored(()))
    assert path.read_bytes() == head + data


def test_an_entry_under_another_key_is_unknown(tmp_path: Path) -> None:
    cache = opened(tmp_path)
    first, second = key(cache, b"1"), key(cache, b"2")
    path = filled(tmp_path)
    seal = known_seal(str(tmp_path))
    assert seal
    entries = {first: msgspec.msgpack.encode([FINDING]), second: msgspec.msgpack.encode([])}
    data = shelf._written(path.name, entries, seal)
    swapped = shelf._written(path.name, dict(zip(entries, reversed(entries.values()), strict=True)), seal)
    index = msgspec.msgpack.decode(
        data[shelf._HEAD : -sum(map(len, entries.values()))], type=dict[str, shelf._EntryPlace]
    )
    crossed = msgspec.msgpack.encode({first: index[second], second: index[first]})
    path.write_bytes(
        shelf._of_index(path.name, crossed, seal)
        + len(crossed).to_bytes(4, "big")
        + crossed
        + b"".join(entries.values())
    )
    cache = opened(tmp_path)
    assert (cache.shelf.empty, cache.get(first, "稿.txt"), cache.get(second, "稿.txt")) == (False, None, None)
    path.write_bytes(data[: -sum(map(len, entries.values()))] + swapped[-sum(map(len, entries.values())) :])
    cache = opened(tmp_path)
    assert (cache.get(first, "稿.txt"), cache.get(second, "稿.txt")) == (None, None)


def test_findings_of_other_rules_under_another_name_are_unknown(tmp_path: Path) -> None:
    path = filled(tmp_path)
    other = FindingsCache(str(tmp_path), RULEBOOK, "en")
    other.put(key(other), [])
    other.keep()
    [name] = [one for one in tmp_path.glob("findings-*") if one != path]
    shutil.copyfile(name, path)
    assert (opened(tmp_path).shelf.empty, known(tmp_path)) == (True, None)


def test_rules_of_other_folders_under_another_name_are_unknown(tmp_path: Path) -> None:
    (_, lax), (rules, path) = kept_rules(tmp_path / "a"), kept_rules(tmp_path / "b")
    shutil.copyfile(lax.parent / KEY_FILE, path.parent / KEY_FILE)
    shutil.copyfile(lax, path)
    assert known_rules(rules, path.parent) is None
    shutil.copyfile(lax, lax.with_name(path.name))
    assert known_rules(rules, lax.parent) is None


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def make_link(path: Path) -> None:
    path.rename(path.with_name("aside"))
    path.symlink_to("aside")


DAMAGES: dict[str, Callable[[Path], object]] = {
    "key gone": lambda cache: (cache / KEY_FILE).unlink(),
    "key cut": lambda cache: (cache / KEY_FILE).write_bytes(b"k"),
    "key of another": lambda cache: (cache / KEY_FILE).write_bytes(b"k" * 32),
    "key a folder": lambda cache: make_folder(cache / KEY_FILE),
    "files emptied": lambda cache: [path.write_bytes(b"") for path in cache.glob("*-*")],
    "files of zeros": lambda cache: [path.write_bytes(bytes(path.stat().st_size)) for path in cache.glob("*-*")],
    "files exchanged": lambda cache: [path.write_bytes(b"[]") for path in cache.glob("*-*")],
    "folder of everyone": lambda cache: cache.chmod(0o777),
    "folder a link": make_link,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_cache_changes_no_finding(
    damage: Callable[[Path], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    names = [f"{number:02}.txt" for number in range(FEW)]
    for name in names:
        Path(name).write_text(DRAFT, "utf-8")
    expected = (1, "".join(FINDINGS.format(name) for name in names), "")
    assert check("--jobs", "1", ".") == expected
    damage(tmp_path / "cache" / "wengao-lint")
    assert [check("--jobs", "1", ".") for _ in range(2)] == [expected, expected]


def test_a_cache_that_a_repository_ships_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    Path("z.txt").write_text(DRAFT, "utf-8")
    assert check("z.txt") == (1, FINDINGS.format("z.txt"), "")
    assert [path.name for path in tmp_path.iterdir()] == ["z.txt"]


def test_nothing_is_readable_by_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for number in range(FEW):
        Path(f"{number}.txt").write_text(DRAFT, "utf-8")
    check(".")
    cache = tmp_path / "cache" / "wengao-lint"
    modes = {path.name.partition("-")[0]: path.stat().st_mode & 0o7777 for path in cache.iterdir()}
    assert (cache.stat().st_mode & 0o7777, modes) == (0o700, {"key": 0o600, "rules": 0o600, "findings": 0o600})
