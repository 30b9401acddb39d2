"""Times of the linter as ratios against its own imports and against other linters, all measured in one run.

usage: python benchmarks/run.py [--runs N] [--drafts N] [--no-npm] [--write]
"""

import argparse
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from drafts import KIB, draft, joined

README = Path(__file__).parent / "README.md"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "wengao-lint-benchmarks"
KEPT = CACHE / "kept"
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {
    "XDG_CACHE_HOME": str(KEPT)
}
"""That of a user, with what the linter keeps between runs in a folder of its own."""
PACKAGES = ("autocorrect-node", "markdownlint-cli2")
_TABLE = re.compile(r"(?<=<!-- begin -->\n).*?(?=<!-- end -->)", re.DOTALL)


class Case(NamedTuple):
    """A command to time, the folder it runs in, and whether what earlier runs found is forgotten before."""

    name: str
    command: Sequence[str]
    folder: Path
    forget: bool = False


class Row(NamedTuple):
    """A case with the median of its times in seconds, and the most memory that one process of it took in MB."""

    name: str
    seconds: float
    memory: float


def main() -> None:
    """Measure and print, or write the tables into the README."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="runs of each command; the median counts")
    parser.add_argument("--drafts", type=int, default=1000, help="drafts of 16 KB in the large run")
    parser.add_argument("--no-npm", action="store_true", help="leave the npm linters out")
    parser.add_argument("--write", action="store_true", help=f"write the tables into {README.name}")
    options = parser.parse_args()
    bin_folder = None if options.no_npm else install_npm()
    with tempfile.TemporaryDirectory() as folder:
        tables = "\n".join(report(Path(folder), options.runs, options.drafts, bin_folder))
    print(tables)
    if options.write:
        README.write_text(_TABLE.sub(lambda _: f"\n{tables}\n\n", README.read_text("utf-8")), "utf-8")


def report(folder: Path, runs: int, drafts: int, npm: Path | None) -> Iterator[str]:
    """The tables as Markdown lines."""
    one, many, many_md, whole = (folder / name for name in ("one", "many", "many-md", "seeds"))
    for each in (one, many, many_md, whole):
        each.mkdir()
    (one / "0.txt").write_text(draft(1, 16 * KIB), "utf-8")
    for seed in range(drafts):
        (many / f"{seed}.txt").write_text(draft(seed, 16 * KIB), "utf-8")
        (many_md / f"{seed}.md").write_text(draft(seed, 16 * KIB, markdown=True), "utf-8")
        (whole / f"{seed}.txt").write_text(joined(seed, 16 * KIB), "utf-8")
    yield f"{machine()}; {versions(npm)}; {date.today().isoformat()}; median of {runs} runs, {runs * 4} for one draft."
    yield from table("One draft of 16 KB", measure(small_cases(one), runs * 4), 1)
    yield from table(f"{drafts:,} drafts of 16 KB", measure(large_cases(many, many_md, npm), runs), 0)
    yield from table(f"{drafts:,} drafts of 16 KB, seeds of every genre", measure(seed_cases(whole, npm), runs), 0)
    yield from table("The same text in one process", measure(same_text(folder, whole), runs), 0)
    yield from table("One draft, twice the size each time", measure(doubling(folder), runs), None)


def small_cases(folder: Path) -> list[Case]:
    """What it costs to start, and to check one draft."""
    return [
        Case("`python -c pass`", [sys.executable, "-c", "pass"], folder),
        Case('`python -c "import click, yaml, regex"`', [sys.executable, "-c", "import click, yaml, regex"], folder),
        Case("wengao-lint", linter("0.txt"), folder),
        Case("wengao-lint, rules not cached", linter("--no-cache", "0.txt"), folder),
    ]


def large_cases(text: Path, markdown: Path, npm: Path | None) -> list[Case]:
    """The same drafts for every linter, as .txt and as .md."""
    cases = [
        Case("wengao-lint, .txt, cold", linter("."), text, forget=True),
        Case("wengao-lint, .txt, warm: nothing has changed since the run before", linter("."), text),
        Case("wengao-lint, .txt, and no rule was read before", linter("--no-cache", "."), text),
        Case("wengao-lint, .md, cold", linter("."), markdown, forget=True),
    ]
    if npm:
        cases += [
            *autocorrect(npm, text),
            Case("AutoCorrect, .md", [str(npm / "autocorrect"), "--lint", "--quiet", "."], markdown),
            Case("markdownlint-cli2, .md", [str(npm / "markdownlint-cli2"), "*.md"], markdown),
        ]
    return cases


def seed_cases(folder: Path, npm: Path | None) -> list[Case]:
    """Drafts of problems, causes and measures, which more rules look at than at a report."""
    return [
        Case("wengao-lint, .txt, cold", linter("."), folder, forget=True),
        *(autocorrect(npm, folder) if npm else ()),
    ]


def autocorrect(npm: Path, folder: Path) -> list[Case]:
    """What it is run for, its report of every change, and what it costs without one."""
    command = [str(npm / "autocorrect"), "--lint", "--quiet"]
    return [
        Case("AutoCorrect, .txt", [*command, "."], folder),
        Case("AutoCorrect, .txt, as JSON", [*command, "--format", "json", "."], folder),
    ]


def same_text(folder: Path, drafts: Path) -> list[Case]:
    """The drafts of a folder one by one, and all of them in one draft."""
    paths = sorted(drafts.iterdir())
    whole = "".join(path.read_text("utf-8") for path in paths)
    (folder / "whole.txt").write_text(whole, "utf-8")
    size = f"{len(whole.encode()) / KIB / KIB:.0f} MB"
    return [
        Case(f"{size} in {len(paths):,} drafts", linter("--no-cache", "--jobs", "1", "."), drafts),
        Case(f"{size} in one draft", linter("--no-cache", "whole.txt"), folder),
    ]


def doubling(folder: Path) -> list[Case]:
    """One draft from 256 KB to 8 MB."""
    sizes = (256, 512, 1024, 2048, 4096, 8192)
    for kib in sizes:
        (folder / f"{kib}.txt").write_text(joined(kib, kib * KIB), "utf-8")
    return [Case(f"{kib} KB", linter(f"{kib}.txt"), folder) for kib in sizes]


def linter(*arguments: str) -> list[str]:
    """The command as it is installed beside this Python."""
    return [str(Path(sys.executable).with_name("wengao-lint")), "check", "--isolated", *arguments]


def measure(cases: list[Case], runs: int) -> list[Row]:
    """The median times of commands, run in turns so that a slow minute is shared; the first turn counts for nothing."""
    turns = [[_time(case) for case in cases] for _ in range(runs + 1)][1:]
    return [
        Row(
            case.name,
            statistics.median(seconds for seconds, _ in measured),
            statistics.median(memory for _, memory in measured),
        )
        for case, measured in zip(cases, zip(*turns, strict=True), strict=True)
    ]


def _time(case: Case) -> tuple[float, float]:
    """Seconds, and megabytes of the largest process."""
    if case.forget:
        for file in (KEPT / "wengao-lint").glob("findings-*"):
            file.unlink()
    start = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(case.command, cwd=case.folder, stdout=output, stderr=output, env=ENVIRONMENT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in {0, 1}:
            output.seek(0)
            raise SystemExit(f"{case.name}: exit status {process.returncode}\n{output.read().decode()[-2000:]}")
    return seconds, usage.ru_maxrss / KIB


def table(title: str, rows: list[Row], base: int | None) -> Iterator[str]:
    """Rows with their ratio to the row ``base``, or each to the row before it."""
    yield ""
    yield f"| {title} | seconds | {'times the row before' if base is None else f'times {rows[base].name}'} | MB |"
    yield "| --- | ---: | ---: | ---: |"
    for index, row in enumerate(rows):
        other = rows[max(0, index - 1) if base is None else base].seconds
        yield f"| {row.name} | {row.seconds:.3f} | {row.seconds / other:.2f} | {row.memory:.0f} |"


def machine() -> str:
    """Processor, cores and operating system."""
    info = Path("/proc/cpuinfo")
    model = re.search(r"model name\s*:\s*(.+)", info.read_text()) if info.exists() else None
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{model[1] if model else platform.processor()}, {cores} cores, {platform.system()}"


def versions(npm: Path | None) -> str:
    """Versions of everything that was timed."""
    found = [f"Python {platform.python_version()}", f"wengao-lint {version('wengao-lint')}"]
    if npm:
        node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
        found += [f"Node {node.removeprefix('v')}", *(_npm_version(npm, package) for package in PACKAGES)]
    return ", ".join(found)


def _npm_version(npm: Path, package: str) -> str:
    manifest = (npm.parent / package / "package.json").read_text("utf-8")
    found = re.search(r'"version": "([^"]+)"', manifest)
    return f"{package} {found[1] if found else '?'}"


def install_npm() -> Path | None:
    """The folder of the npm linters' commands, installed into a cache folder; None where npm is missing or fails."""
    if not shutil.which("npm"):
        print("npm not found: the npm linters are left out", file=sys.stderr)
        return None
    CACHE.mkdir(parents=True, exist_ok=True)
    command = ["npm", "install", "--prefix", str(CACHE), "--no-audit", "--no-fund", "--silent", *PACKAGES]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"npm install failed, the npm linters are left out:\n{done.stderr[-1000:]}", file=sys.stderr)
        return None
    return CACHE / "node_modules" / ".bin"


if __name__ == "__main__":
    main()
