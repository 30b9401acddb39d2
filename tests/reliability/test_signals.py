"""A run that is stopped: every draft is the old or the new one, nothing lies about, nobody is left behind."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import lint.engine.check_file
import lint.engine.processes.orphans
import lint.engine.processes.workers
from lint.engine.processes.batch import FEW, check_files
from lint.engine.processes.job import Task
from lint.engine.result import FileResult
from lint.files.writing import replace_file
from lint.rulebook.rulebook import Rulebook, builtin_folder, load_rulebook
from tests.reliability.running import COMMAND, DRAFT, FINDINGS, HANGS, check, environment

TEXT = DRAFT + "各单位要认真抓好落实。\n" * 300
OLD = TEXT.encode()
NEW = TEXT.replace("三、", "二、").encode()
MANY = 3 * FEW
TASK = Task(rulebook=Rulebook(()))


class Parent:
    """What ``multiprocessing`` knows of the process that started this one."""

    def __init__(self, *, alive: bool = True) -> None:
        self.alive = alive

    def is_alive(self) -> bool:
        return self.alive


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("稿").mkdir()
    for number in range(MANY):
        Path(f"稿/{number:03}.txt").write_bytes(OLD)
    return tmp_path


def fixing(*options: str) -> "subprocess.Popen[bytes]":
    """A process that fixes all drafts, in a group of its own."""
    command = [*COMMAND, "check", "--isolated", "--fix", "--unsafe-fixes", "-q", *options, "稿"]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), start_new_session=True
    )


def new() -> int:
    """How many drafts are new; all others are old, each is whole, and nothing lies beside them."""
    assert sorted(os.listdir("稿")) == [f"{number:03}.txt" for number in range(MANY)]
    contents = [Path(f"稿/{number:03}.txt").read_bytes() for number in range(MANY)]
    assert {*contents} <= {OLD, NEW}
    return contents.count(NEW)


def wait_for_a_change(process: "subprocess.Popen[bytes]") -> None:
    """Return when the first draft was written; kill a process that does not come to it."""
    deadline = time.monotonic() + HANGS
    while Path("稿/000.txt").read_bytes() == OLD and process.poll() is None:
        if time.monotonic() > deadline:
            kill(process.pid)
        time.sleep(0.001)


def end_of(process: "subprocess.Popen[bytes]") -> tuple[int, bytes]:
    """Exit status and standard error of a process that leads its group; one that hangs is killed with all of it."""
    try:
        _, error = process.communicate(timeout=HANGS)
    except subprocess.TimeoutExpired:
        kill(process.pid)
        raise
    return process.returncode, error


def wait_until_gone(group: int) -> None:
    """Return when no process of a group is left, or when that takes too long."""
    deadline = time.monotonic() + HANGS
    while not is_gone(group) and time.monotonic() < deadline:
        time.sleep(0.01)


def kill(group: int) -> None:
    """Leave no process of a group."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


def is_gone(group: int) -> bool:
    """Whether no process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["INT", "TERM"])
@pytest.mark.parametrize("delay", [0, 0.003, 0.02, 0.07])
def test_a_stopped_fix_leaves_old_or_new_drafts_and_no_process(
    sent: signal.Signals, status: int, jobs: str, delay: float
) -> None:
    process = fixing("--jobs", jobs)
    wait_for_a_change(process)
    time.sleep(delay)
    process.send_signal(sent)
    assert end_of(process) == (status, b"") or new() == MANY
    new()
    wait_until_gone(process.pid)
    assert is_gone(process.pid)


SLOW = """
import sys, time
from pathlib import Path
import lint.engine.processes.workers
from lint.__main__ import run
prepare = lint.engine.processes.workers._start
def slowly(task):
    Path("begun").touch()
    time.sleep(0.5)
    prepare(task)
lint.engine.processes.workers._start = slowly
sys.argv = ["wengao-lint", "check", "--isolated", "-q", "--jobs", "2", "稿"]
run()
"""


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["INT", "TERM"])
def test_a_stop_before_the_workers_are_ready_ends_quietly(sent: signal.Signals, status: int) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW], stderr=subprocess.PIPE, env=environment(), start_new_session=True
    )
    deadline = time.monotonic() + HANGS
    while not Path("begun").exists() and time.monotonic() < deadline:
        assert process.poll() is None, end_of(process)
        time.sleep(0.01)
    os.killpg(process.pid, sent)  # as a terminal does
    assert end_of(process) == (status, b"")
    assert is_gone(process.pid)


STRUCK = """
import os, signal, sys
import lint.__main__
number, files, step = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
calls = 0
def strike(frame, event, argument):
    global calls
    if event == "call" and files in frame.f_code.co_filename:
        calls += 1
        if calls == target:
            signal.raise_signal(number)
def status(child):
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
sys.argv = ["wengao-lint", "check", "--isolated", "-q", "--exit-zero", "稿/000.txt"]
target = 0
statuses = []
while 0 not in statuses:
    target += step
    child = os.fork()
    if child == 0:
        sys.setprofile(strike)
        lint.__main__.run()
    statuses.append(status(child))
sys.stderr.write(f"{len(statuses) - 1} {sorted({*statuses})}")
"""


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["INT", "TERM"])
@pytest.mark.parametrize(("files", "step", "least"), [("msgspec", 71, 15), ("", 7_001, 10)])
def test_a_stop_at_any_call_ends_at_once(sent: signal.Signals, status: int, files: str, step: int, least: int) -> None:
    """The calls that msgspec makes while it decodes, and all calls, each so many of them in a run of its own."""
    assert check("稿/000.txt")[0] == 1  # the rules are kept now: to load them is a thousand calls of their own
    program = [sys.executable, "-c", STRUCK, str(int(sent)), files, str(step)]
    done = subprocess.run(
        program, capture_output=True, timeout=HANGS, check=False, env=environment(), start_new_session=True
    )
    struck, statuses = done.stderr.decode().split(" ", 1)
    assert (statuses, int(struck) >= least) == (f"[0, {status}]", True), struck


@pytest.mark.parametrize(("sent", "name"), [(signal.SIGINT, "INT"), (signal.SIGTERM, "TERM"), (signal.SIGHUP, "HUP")])
def test_a_signal_that_was_ignored_at_the_start_stays_ignored(sent: signal.Signals, name: str) -> None:
    with subprocess.Popen(
        ["sh", "-c", f"trap '' {name}; exec \"$@\"", "sh", *COMMAND, "check", "--isolated", "-q", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment({"PYTHONIOENCODING": "utf-8"}),
    ) as process:
        time.sleep(0.3)
        process.send_signal(sent)
        out, error = process.communicate(DRAFT.encode(), timeout=HANGS)
    assert (process.returncode, out.decode(), error) == (1, FINDINGS.format("<stdin>"), b"")


HELD: dict[str, tuple[str, str]] = {
    "to the end of the block": (
        "with undisturbed():\n    stop()\n    say('whole')\nsay('never')",
        "whole\n",
    ),
    "to the end of the outer block": (
        "with undisturbed():\n    with undisturbed():\n        stop()\n    say('whole')\nsay('never')",
        "whole\n",
    ),
    "where signals cannot be blocked": (
        "del signal.pthread_sigmask\nwith undisturbed():\n    stop()\n    say('whole')\nsay('never')",
        "whole\n",
    ),
    "for another thread": (
        "def work():\n    with undisturbed():\n        begun.set()\n        time.sleep(0.3)\n        say('whole')\n"
        "begun = threading.Event()\nthreading.Thread(target=work).start()\nbegun.wait()\nstop()\ntime.sleep(60)",
        "whole\n",
    ),
    "for what is to be tidied, the last first": (
        "with at_stop(lambda: say('first')), at_stop(lambda: 1 / 0), at_stop(lambda: say('last')):\n    stop()",
        "last\nfirst\n",
    ),
    "not for what is over": ("with at_stop(lambda: say('over')):\n    pass\nstop()", ""),
}


@pytest.mark.parametrize(("block", "said"), HELD.values(), ids=HELD)
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_waits(block: str, said: str, sent: signal.Signals) -> None:
    program = (
        "import signal, threading, time\nfrom lint.files.signals import at_stop, end_at_stop, undisturbed\n"
        f"def stop(): signal.raise_signal({int(sent)})\ndef say(word): print(word, flush=True)\nend_at_stop()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program + block], capture_output=True, timeout=HANGS, check=False, env=environment()
    )
    assert (done.returncode, done.stdout.decode(), done.stderr) == (128 + sent, said, b"")


KILLED = """
import sys
import lint.engine.processes.workers
from lint.__main__ import run
lint.engine.processes.workers.METHOD = sys.argv.pop(1)
run()
"""


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_workers_end_with_a_parent_that_is_killed(method: str) -> None:
    arguments = ["check", "--isolated", "--fix", "--unsafe-fixes", "-q", "--jobs", "2", "稿"]
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, method, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=None if method == "fork" else subprocess.DEVNULL,  # what is left over is told by Python's own tracker
        env=environment(),
        start_new_session=True,
    )
    try:
        wait_for_a_change(process)
        process.kill()
        assert process.wait(HANGS) == -signal.SIGKILL
        wait_until_gone(process.pid)
        assert is_gone(process.pid)
    finally:
        kill(process.pid)
    assert 0 < new() < MANY


def test_an_orphan_begins_no_other_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    parent = Parent()
    monkeypatch.setattr("os._exit", ended.append)
    monkeypatch.setattr("multiprocessing.parent_process", lambda: parent)
    monkeypatch.setattr("lint.engine.processes.workers.check_file", lambda path, task: FileResult(path))
    monkeypatch.setattr("lint.engine.processes.workers._task", TASK, raising=False)
    lint.engine.processes.workers._check("稿/000.txt")
    assert ended == []
    parent.alive = False
    lint.engine.processes.workers._check("稿/001.txt")
    assert ended == [1]


def test_an_orphan_ends_once_the_draft_is_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(_: int) -> None:
        order.append("end")

    def synced(descriptor: int) -> None:
        thread.start()
        thread.join(0.05)
        assert thread.is_alive()
        order.append("written")
        sync(descriptor)

    order: list[str] = []
    sync, thread = os.fsync, threading.Thread(target=lint.engine.processes.orphans.end_as_orphan)
    monkeypatch.setattr("os._exit", ended)
    monkeypatch.setattr("multiprocessing.parent_process", lambda: Parent(alive=False))
    monkeypatch.setattr(os, "fsync", synced)
    replace_file("稿/000.txt", NEW)
    thread.join(HANGS)
    assert (order, new()) == (["written", "end"], 1)


@pytest.mark.parametrize("delay", [0.05, 0.2, 0.35])
def test_a_fix_stopped_before_it_began_changes_nothing_by_halves(delay: float) -> None:
    process = fixing("--jobs", "1")
    time.sleep(delay)
    process.terminate()
    end_of(process)
    assert process.returncode in {143, -signal.SIGTERM, 1}
    new()


def test_a_killed_fix_leaves_whole_drafts_and_at_most_a_hidden_file() -> None:
    process = fixing("--jobs", "1")
    wait_for_a_change(process)
    process.kill()
    end_of(process)
    for hidden in Path("稿").glob(".*.tmp"):
        hidden.unlink()
    new()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_waits_until_the_draft_is_in_its_place(sent: signal.Signals, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopped(BaseException):
        """What the signal does."""

    def stop(*_: object) -> None:
        raise Stopped

    def interrupted(descriptor: int) -> None:
        signal.pthread_kill(threading.get_ident(), sent)  # the command has no other thread, a test runner may
        sync(descriptor)

    sync = os.fsync
    before = signal.signal(sent, stop)
    monkeypatch.setattr(os, "fsync", interrupted)
    try:
        with pytest.raises(Stopped):
            replace_file("稿/000.txt", NEW)
    finally:
        signal.signal(sent, before)
    assert new() == 1


def test_two_that_fix_the_same_folder_leave_it_fixed() -> None:
    pair = [fixing("--jobs", "1"), fixing("--jobs", "2")]
    assert [end_of(process) for process in pair] == [(1, b""), (1, b"")]
    assert new() == MANY


def test_a_worker_that_is_killed_costs_no_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(path: str, task: Task) -> object:
        if path.endswith("100.txt") and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(path, task)

    whole, parent = lint.engine.check_file.check_file, os.getpid()
    monkeypatch.setattr("lint.engine.processes.workers.check_file", killed)
    paths = [f"稿/{number:03}.txt" for number in range(MANY)]
    task = Task(rulebook=load_rulebook([builtin_folder()]).select(["numbering"], []), lang="zh", stdin_name="-")
    results = list(check_files(paths, task, jobs=2))
    assert [result.path for result in results] == paths
    assert all(len(result.findings) == len(results[0].findings) > 0 for result in results)


def test_a_reader_that_goes_away_ends_a_long_run_quietly() -> None:
    with subprocess.Popen(
        [*COMMAND, "check", "--isolated", "稿"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert (process.wait(HANGS), process.stderr.read()) == (141, b"")


def test_a_stopped_run_leaves_the_old_report() -> None:
    Path("报告").write_bytes(b"old")
    process = subprocess.Popen(
        [*COMMAND, "check", "--isolated", "-q", "--jobs", "1", "--output-file", "报告", "稿"],
        env=environment(),
        start_new_session=True,
    )
    deadline = time.monotonic() + HANGS
    while not list(Path().glob(".报告.*.tmp")) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.001)
    process.send_signal(signal.SIGTERM)
    assert end_of(process)[0] == 143
    assert (Path("报告").read_bytes(), sorted(os.listdir())) == (b"old", ["报告", "稿"])


def test_a_stopped_baseline_is_the_old_one() -> None:
    Path("基线").write_bytes(b"old")
    process = subprocess.Popen(
        [*COMMAND, "check", "--isolated", "-q", "--write-baseline", "基线", "稿"],
        env=environment(),
        start_new_session=True,
    )
    time.sleep(0.3)
    process.send_signal(signal.SIGTERM)
    end_of(process)
    assert Path("基线").read_bytes() == b"old" or check("--baseline", "基线", "稿") == (0, "", "")
