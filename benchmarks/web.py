"""The web service under load: many clients post different drafts, beside one command on the same drafts.

usage: python benchmarks/web.py [--drafts N] [--long N] [--seconds N] [--write]

The clients are a process of their own, whose time does not count. Processor time and memory are those of the service
and of all processes below it, its start included, read from /proc: Linux only.
"""

import argparse
import http.client
import json
import multiprocessing
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import NamedTuple

from drafts import KIB, draft, joined

README = Path(__file__).parent / "README.md"
JOBS = 2
_TABLE = re.compile(r"(?<=<!-- begin web -->\n).*?(?=<!-- end web -->)", re.DOTALL)
_TICKS = os.sysconf("SC_CLK_TCK")
_LONGEST = 120.0
"""Seconds that a client waits for an answer."""


class Load(NamedTuple):
    """What clients saw: the seconds of every answer, how many were not 200, and how long it took in all."""

    seconds: list[float]
    failed: int
    whole: float


class Row(NamedTuple):
    """A run of the service beside the command on the same drafts; times in seconds."""

    name: str
    clients: int
    load: Load
    service: float
    command: float


def main() -> None:
    """Measure and print, or write the tables into the README."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--drafts", type=int, default=1000, help="drafts of 16 KB in a run")
    parser.add_argument("--long", type=int, default=5000, help="drafts of the run that watches memory")
    parser.add_argument("--seconds", type=float, default=60, help="the longest that clients begin to post")
    parser.add_argument("--write", action="store_true", help=f"write the tables into {README.name}")
    options = parser.parse_args()
    lines: list[str] = []
    for each in report(options.drafts, options.long, options.seconds):
        print(each, flush=True)
        lines.append(each)
    if options.write:
        tables = "\n".join(lines)
        README.write_text(_TABLE.sub(lambda _: f"\n{tables}\n\n", README.read_text("utf-8")), "utf-8")


def report(drafts: int, long: int, seconds: float) -> Iterator[str]:
    """The tables as Markdown lines."""
    for clients in (50, 200):
        yield f"| {clients} clients | answers | failed | a second | p50, s | p95, s | CPU ms a draft | times `check` |"
        yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
        for name, make in (("reports", draft), ("seeds of every genre", joined)):
            texts = [make(seed, 16 * KIB) for seed in range(drafts)]
            yield line(measured(name, texts, clients, seconds))
        yield ""
    yield "| Drafts answered | MB of the service and its workers |"
    yield "| --- | ---: |"
    yield from memory(long)


def line(row: Row) -> str:
    """A row as Markdown."""
    answered = len(row.load.seconds)
    p50, p95 = (statistics.quantiles(row.load.seconds, n=20)[at] for at in (9, 18))
    return (
        f"| {row.name} | {answered:,} | {row.load.failed} | {answered / row.load.whole:.0f} | {p50:.2f} | {p95:.2f} "
        f"| {1000 * row.service / answered:.1f} | {row.service / row.command:.2f} |"
    )


def measured(name: str, texts: Sequence[str], clients: int, seconds: float) -> Row:
    """The service under load, then the command on the drafts that were posted."""
    with service() as (process, port):
        load = posted(port, texts, clients, seconds)
        used = sum(cpu(each) for each in tree(process))
    answered = len(load.seconds)
    return Row(name, clients, load, used, command(texts[:answered]))


def command(texts: Sequence[str]) -> float:
    """The processor time of the command on drafts."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            (Path(folder) / f"{number}.txt").write_text(text, "utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        arguments = ["check", "--isolated", "--no-cache", "--jobs", str(JOBS), "--output-format", "json", folder]
        subprocess.run([sys.executable, "-m", "lint", *arguments], check=False, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@contextmanager
def service() -> Iterator[tuple[int, int]]:
    """The service; its process and its port."""
    arguments = ["web", "--port", "0", "--jobs", str(JOBS), "--lang", "en"]
    with subprocess.Popen([sys.executable, "-m", "lint", *arguments], stderr=subprocess.PIPE, text=True) as process:
        try:
            said = process.stderr.readline() if process.stderr else ""
            port = re.search(r":(\d+)/", said)
            if port is None:
                raise SystemExit(said)
            yield process.pid, int(port[1])
        finally:
            process.terminate()


def posted(
    port: int, texts: Sequence[str], clients: int, seconds: float, seen: Callable[[int], None] | None = None
) -> Load:
    """Post each draft once, from clients that each wait for an answer before they post the next."""
    bodies = [json.dumps({"text": text}, ensure_ascii=False).encode() for text in texts]
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_clients, args=(port, bodies, clients, seconds, theirs))
    process.start()
    theirs.close()
    while not isinstance(told := ours.recv(), Load):
        if seen:
            seen(told)
    process.join()
    return told


def _clients(
    port: int, bodies: Sequence[bytes], clients: int, seconds: float, told: "multiprocessing.connection.Connection"
) -> None:
    numbers, lock = count(), threading.Lock()
    times: list[float] = []
    failed: list[int] = []
    begin = time.monotonic()

    def client() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_LONGEST)
        while (number := next(numbers)) < len(bodies) and time.monotonic() - begin < seconds:
            sent = time.monotonic()
            try:
                connection.request("POST", "/api/check", bodies[number], {"Content-Type": "application/json"})
                answer = connection.getresponse()
                answer.read()
                status = answer.status
            except (OSError, http.client.HTTPException):
                connection.close()
                status = 0
            with lock:
                times.append(time.monotonic() - sent)
                if status != http.client.OK:
                    failed.append(status)
                if len(times) % 500 == 0:
                    told.send(len(times))

    threads = [threading.Thread(target=client) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told.send(Load(times, len(failed), time.monotonic() - begin))


def memory(drafts: int) -> Iterator[str]:
    """The memory of the service as it answers more and more drafts."""
    texts = [draft(seed, 16 * KIB) for seed in range(drafts)]
    rows: list[str] = []
    with service() as (process, port):
        load = posted(
            port,
            texts,
            50,
            10 * _LONGEST,
            lambda done: rows.append(f"| {done:,} | {sum(map(resident, tree(process))):.0f} |"),
        )
    yield from rows
    yield f"| failed | {load.failed} |"


def tree(process: int) -> list[int]:
    """A process and all below it."""
    below: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (found := stat(int(entry.name))):
            below.setdefault(int(found[1]), []).append(int(entry.name))
    found, waiting = [], [process]
    while waiting:
        found.append(waiting.pop())
        waiting += below.get(found[-1], ())
    return found


def stat(process: int) -> list[str]:
    """The fields of /proc/PID/stat from the state on; none of a process that is gone."""
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return []


def cpu(process: int) -> float:
    """Seconds that a process and those of its children that have ended have computed."""
    return sum(map(int, stat(process)[11:15])) / _TICKS


def resident(process: int) -> float:
    """MB of a process that are its own, or its part of what it shares."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8")
    except OSError:
        return 0.0
    found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    main()
