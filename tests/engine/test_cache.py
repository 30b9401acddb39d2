import multiprocessing
import os
import pickle
import re
import signal
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner

from lint.analysis.genres import UNTOLD, Told
from lint.cli.main import main
from lint.document.genre import Genre
from lint.document.lexicon import Concept, Lexicon
from lint.engine.check_draft import check
from lint.engine.kept import findings_cache as module
from lint.engine.kept.entry_file import EntryFile
from lint.engine.kept.findings_cache import FindingsCache
from lint.engine.linted import Linted
from lint.engine.linter import run_rules
from lint.engine.processes.batch import FEW, check_files
from lint.engine.processes.job import Task
from lint.engine.result import FileResult
from lint.files.seal import Seal
from lint.rulebook.finding import Finding, Fix, Related
from lint.rulebook.rule import Rule
from lint.rulebook.rulebook import Rulebook
from lint.text.bounds import Bounds
from lint.text.edit import Edit
from lint.text.source import Span
from tests.fakes import EACH, RULEBOOK, SLOW, UNFILLED

FINDING = Finding(
    "稿.txt",
    UNFILLED.id,
    "error",
    "“XX”未填",
    Span(0, 2),
    "GB/T 9704-2012",
    Fix(False, (Edit(Span(0, 2), "某"),)),
    (Related(Span(4, 6), "又见“XX”"),),
)
DATA = "XX单位。\n".encode()


def opened(folder: Path) -> FindingsCache:
    return FindingsCache(str(folder), RULEBOOK, "zh")


def key(cache: FindingsCache, data: bytes = DATA) -> str:
    return cache.key(data, "稿.txt", UNTOLD, RULEBOOK)


def filled(folder: Path, findings: Sequence[Finding] = (FINDING,), data: bytes = DATA) -> Path:
    """The file of a cache that knows the findings of a draft."""
    cache = opened(folder)
    cache.put(key(cache, data), findings)
    cache.keep()
    [path] = folder.glob("findings-*")
    return path


@pytest.mark.parametrize("findings", [[], [FINDING]])
def test_findings_come_back_as_they_went(tmp_path: Path, findings: list[Finding]) -> None:
    filled(tmp_path, findings)
    assert opened(tmp_path).get(key(opened(tmp_path)), "稿.txt") == findings


def test_unknown_draft(tmp_path: Path) -> None:
    assert opened(tmp_path).shelf.empty
    assert opened(tmp_path).get(key(opened(tmp_path)), "稿.txt") is None


def test_everything_that_findings_depend_on_is_in_the_key(tmp_path: Path) -> None:
    notice = Genre(id="tongzhi", name="通知", name_en="notice", titles=("通知",))
    rule = msgspec.structs.replace(UNFILLED, made=msgspec.structs.replace(UNFILLED.made, word="YY"))
    rulebooks = [
        RULEBOOK,
        RULEBOOK.keep((rule,)),
        RULEBOOK.keep((msgspec.structs.replace(UNFILLED, severity="info"),)),
        RULEBOOK.select((), (UNFILLED.id,)),
        msgspec.structs.replace(RULEBOOK, genres=(notice,)),
        msgspec.structs.replace(RULEBOOK, lexicon=Lexicon((Concept("学习", ("读书",)),))),
    ]
    cache = opened(tmp_path)
    keys = [
        *(
            FindingsCache(str(tmp_path), rulebook, lang).key(DATA, "稿.txt", UNTOLD, rulebook)
            for rulebook in rulebooks
            for lang in ("zh", "en")
        ),
        key(cache, DATA + b"\n"),
        cache.key(DATA, "稿.md", UNTOLD, RULEBOOK),
        cache.key(DATA, "稿\udcff.txt", UNTOLD, RULEBOOK),
        cache.key(DATA, "稿_通知.txt", UNTOLD, RULEBOOK),
        cache.key(DATA, "稿.txt", Told(option="通知"), RULEBOOK),
        cache.key(DATA, "稿.txt", Told(path="通知"), RULEBOOK),
        cache.key(DATA, "稿.txt", UNTOLD, RULEBOOK.select((), (UNFILLED.id,))),
    ]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("name", ["旧/稿.txt", "稿.TXT", "稿 (2).txt", "20251201-稿_2.txt"])
def test_draft_that_was_moved_or_copied_is_known(tmp_path: Path, name: str) -> None:
    cache = opened(tmp_path)
    assert cache.key(DATA, name, UNTOLD, RULEBOOK) == key(cache)
    filled(tmp_path)
    assert opened(tmp_path).get(key(cache), name) == [msgspec.structs.replace(FINDING, path=name)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_copies_in_one_run_are_checked_once_by_each_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    paths = [str(tmp_path / f"{number}.txt") for number in range(2 * FEW)]
    for path in paths:
        Path(path).write_bytes(DATA)
    log = tmp_path / "log"

    def logged(*arguments: Any, **options: Any) -> Linted:
        with log.open("a") as file:
            file.write(f"{os.getpid()}\n")
        return run_rules(*arguments, **options)

    uncached = [*check_files(paths, Task(rulebook=RULEBOOK), jobs=1)]
    monkeypatch.setattr("lint.engine.check_draft.run_rules", logged)
    assert plain(checked(paths, tmp_path / "cache", jobs)) == plain(uncached)
    processes = log.read_text().split()
    assert len(processes) == len(set(processes)) <= jobs


def test_same_rules_of_another_kind_are_other_rules(tmp_path: Path) -> None:
    other = RULEBOOK.keep((msgspec.structs.replace(UNFILLED, kind="phrase"), *RULEBOOK.rules[1:]))
    assert FindingsCache(str(tmp_path), other, "zh").key(DATA, "稿.txt", UNTOLD, RULEBOOK) != key(opened(tmp_path))


def test_edited_code_knows_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = key(opened(tmp_path))
    monkeypatch.setattr(module, "_code", lambda: iter([("lint/checks/base.py", 1, 1)]))
    assert key(opened(tmp_path)) != before


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[:-5] + bytes([data[-5] ^ 1]) + data[-4:],
        lambda data: data[:10] + bytes([data[10] ^ 1]) + data[11:],
        lambda data: b"\0" * 4,
        lambda data: b"\0" * 20,
    ],
)
def test_what_is_damaged_is_unknown(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    path = filled(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    assert opened(tmp_path).get(key(opened(tmp_path)), "稿.txt") is None
    filled(tmp_path)
    assert opened(tmp_path).get(key(opened(tmp_path)), "稿.txt") == [FINDING]


def test_entry_that_is_no_finding_is_none(tmp_path: Path) -> None:
    cache = opened(tmp_path)
    cache.shelf.add({key(cache): msgspec.msgpack.encode([{"rule": 1}])})
    assert cache.get(key(cache), "稿.txt") is None


def test_folder_that_cannot_be_made_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = opened(tmp_path / "file" / "folder")
    cache.put(key(cache), [FINDING])
    cache.keep()
    assert cache.get(key(cache), "稿.txt") == [FINDING]
    assert (tmp_path / "file").read_text() == ""


def test_full_disk_leaves_the_older_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    cache = opened(tmp_path)
    cache.put(key(cache, b"other"), [])
    monkeypatch.setattr(os, "replace", full)
    cache.keep()
    assert opened(tmp_path).get(key(opened(tmp_path)), "稿.txt") == [FINDING]
    assert len([*tmp_path.iterdir()]) == 2


def test_nothing_new_is_not_written(tmp_path: Path) -> None:
    path = filled(tmp_path)
    path.chmod(0o444)
    before = path.stat().st_ino, path.stat().st_mtime_ns
    cache = opened(tmp_path)
    cache.get(key(cache), "稿.txt")
    cache.keep()
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == before


def test_what_was_used_last_stays_when_room_is_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path, data=b"1")
    monkeypatch.setattr(module, "MOST_BYTES", filled(tmp_path, data=b"2").stat().st_size + 40)
    cache = opened(tmp_path)
    cache.get(key(cache, b"1"), "稿.txt")
    cache.put(key(cache, b"3"), [])
    cache.keep()
    cache = opened(tmp_path)
    assert [cache.get(key(cache, data), "稿.txt") for data in (b"1", b"2", b"3")] == [[FINDING], None, []]


def test_what_was_noted_first_goes_when_room_is_short(tmp_path: Path) -> None:
    shelf = EntryFile(str(tmp_path), "shelf", 6, Seal(b"key"))
    for key in ("a", "b", "a", "c"):
        shelf.put(key, key.encode() * 3)
    assert [shelf.get(key) for key in ("a", "b", "c")] == [b"aaa", None, b"ccc"]
    assert shelf.take() == {"a": b"aaa", "c": b"ccc"}


def test_entry_too_long_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_OF_ONE", 10)
    cache = opened(tmp_path)
    cache.put(key(cache), [FINDING])
    cache.keep()
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


def test_files_of_old_rules_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_FILES", 2)
    for name, time in (("findings-old.bin", 1), ("findings-new.bin", 2), ("rules-x.json", 0)):
        (tmp_path / name).write_text("")
        os.utime(tmp_path / name, (time, time))
    path = filled_beside(tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(["findings-new.bin", path, "rules-x.json", "key"])


def filled_beside(folder: Path) -> str:
    before = {path.name for path in folder.iterdir()}
    cache = opened(folder)
    cache.put(key(cache), [FINDING])
    cache.keep()
    [new] = {path.name for path in folder.iterdir()} - before - {"key"}
    return new


def test_of_two_runs_at_once_one_stays_whole(tmp_path: Path) -> None:
    first, second = opened(tmp_path), opened(tmp_path)
    assert (first.shelf.empty, second.shelf.empty) == (True, True)
    first.put(key(first, b"1"), [])
    second.put(key(second, b"2"), [FINDING])
    first.keep()
    second.keep()
    cache = opened(tmp_path)
    assert [cache.get(key(cache, data), "稿.txt") for data in (b"1", b"2")] == [None, [FINDING]]


def test_cache_that_was_read_travels_to_another_process(tmp_path: Path) -> None:
    filled(tmp_path)
    cache = opened(tmp_path)
    cache.get(key(cache), "稿.txt")
    assert pickle.loads(pickle.dumps(cache)).get(key(cache), "稿.txt") == [FINDING]


def test_process_hands_over_what_it_noted(tmp_path: Path) -> None:
    worker, parent = opened(tmp_path), opened(tmp_path)
    worker.put(key(worker), [FINDING])
    parent.shelf.add(worker.shelf.take())
    assert worker.shelf.take() == {}
    assert parent.get(key(parent), "稿.txt") == [FINDING]


def drafts(folder: Path, count: int) -> list[str]:
    paths = []
    for number in range(count):
        path = folder / f"{number:03}.txt"
        path.write_text(f"第{number}号。\nXX单位。\n" if number % 3 else "好。\n", encoding="utf-8")
        paths.append(str(path))
    return paths


def checked(paths: list[str], folder: Path, jobs: int = 1) -> list[FileResult]:
    cache = FindingsCache(str(folder), RULEBOOK, "zh")
    results = [*check_files(paths, Task(rulebook=RULEBOOK, cache=cache), jobs=jobs)]
    cache.keep()
    return results


def plain(results: list[FileResult]) -> list[object]:
    return [(each.path, each.findings, each.source and each.source.text, each.error) for each in results]


@pytest.mark.parametrize("jobs", [1, 2])
def test_known_drafts_are_not_checked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    paths = drafts(tmp_path, 130)
    uncached = [*check_files(paths, Task(rulebook=RULEBOOK), jobs=1)]
    assert plain(checked(paths, tmp_path / "cache", jobs)) == plain(uncached)
    monkeypatch.setattr("lint.engine.check_draft.run_rules", None)
    assert plain(checked(paths, tmp_path / "cache", jobs)) == plain(uncached)


def test_changed_drafts_are_checked_again_in_their_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lint.engine.processes.batch.MANY", 4)
    paths = drafts(tmp_path, 11)
    checked(paths, tmp_path / "cache")
    for path in paths[2::4]:
        Path(path).write_text("XX。\n", encoding="utf-8")
    Path(paths[5]).unlink()
    Path(paths[6]).write_bytes(b"\0")
    expected = plain([*check_files(paths, Task(rulebook=RULEBOOK), jobs=1)])
    assert plain(checked(paths, tmp_path / "cache")) == expected
    assert plain(checked(paths, tmp_path / "cache")) == expected


def test_processes_for_changed_drafts_end_in_order(tmp_path: Path) -> None:
    paths = drafts(tmp_path, 2 * FEW)
    checked(paths[:1], tmp_path / "cache")
    before = signal.getsignal(signal.SIGINT), threading.excepthook
    assert plain(checked(paths, tmp_path / "cache", jobs=2)) == plain(checked(paths, tmp_path / "none"))
    assert (signal.getsignal(signal.SIGINT), threading.excepthook) == before
    assert multiprocessing.active_children() == []


def test_cache_is_for_checking_alone(tmp_path: Path) -> None:
    cache = opened(tmp_path)
    cache.put(key(cache), [])
    task = Task(rulebook=RULEBOOK, cache=cache)
    assert check(DATA, "稿.txt", task) == FileResult("稿.txt")
    for mode in ("fix", "diff", "annotate"):
        result = check(DATA, "稿.txt", msgspec.structs.replace(task, mode=mode))
        assert [each.message for each in result.findings] == ["“XX”未填"]


def run(*arguments: str) -> str:
    """What ``check`` prints, the time that it took aside."""
    result = CliRunner().invoke(main, ["check", "--isolated", "--select", "placeholders", *arguments])
    assert result.exit_code == 1, result.output
    return re.sub(r"[\d.]+ 秒", "", result.output)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "drafts").mkdir()
    monkeypatch.chdir(tmp_path / "drafts")
    return tmp_path


def test_command_remembers_many_drafts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts(folder / "drafts", FEW)
    cold = run("--jobs", "1")
    assert len([*(folder / "cache").rglob("findings-*")]) == 1
    monkeypatch.setattr("lint.engine.check_draft.run_rules", None)
    assert run("--jobs", "1") == run("--jobs", "2") == cold


def test_command_asked_for_no_cache_writes_none(folder: Path) -> None:
    drafts(folder / "drafts", FEW)
    run("--jobs", "1", "--no-cache")
    assert not (folder / "cache").exists()


def test_few_drafts_are_not_worth_a_cache(folder: Path) -> None:
    drafts(folder / "drafts", FEW - 1)
    run("--jobs", "1")
    assert [*(folder / "cache").rglob("findings-*")] == []


def test_baseline_holds_for_remembered_drafts(folder: Path) -> None:
    drafts(folder / "drafts", FEW)
    run("--jobs", "1")
    quiet = ["check", "--isolated", "--select", "placeholders", "-q", "--jobs", "1"]
    assert CliRunner().invoke(main, [*quiet, "--write-baseline", "known.json"]).exit_code == 0
    assert CliRunner().invoke(main, [*quiet, "--baseline", "known.json"]).exit_code == 0
    (folder / "drafts" / "new.txt").write_text("XX单位。\n", encoding="utf-8")
    for _ in range(2):
        result = CliRunner().invoke(main, [*quiet, "--baseline", "known.json"])
        assert (result.exit_code, result.stdout.count("\n")) == (1, 1)


@pytest.mark.parametrize(
    ("rules", "bounds", "kept"),
    [
        ((EACH,), Bounds(findings=3), True),
        ((EACH,), Bounds(findings=2), False),
        ((EACH, SLOW), Bounds(), False),
    ],
    ids=["whole", "cut short", "stopped"],
)
def test_only_whole_findings_are_remembered(
    tmp_path: Path, rules: tuple[Rule, ...], bounds: Bounds, kept: bool
) -> None:
    rulebook = Rulebook(rules)
    cache = FindingsCache(str(tmp_path), rulebook, "zh")
    task = Task(rulebook=rulebook, cache=cache, bounds=bounds)
    first, again = (check("XX、XX、XX。".encode(), "稿.txt", task) for _ in range(2))
    assert (first.findings, first.hidden, first.stopped) == (again.findings, again.hidden, again.stopped)
    cache.keep()
    assert bool([*tmp_path.glob("findings-*")]) is kept
