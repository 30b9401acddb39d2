"""The installed command as a process of its own: what it does with files, signals and consoles shows only there."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-c", "from lint.__main__ import run; run()")
HANGS = 120
"""Seconds after which a process that should have ended hangs."""

DRAFT = "一、好。\n三、XX。\n"
FINDINGS = (
    "{0}:2:1: error: 序号依次为“一、三”，缺“二”；如无漏写，应为“一、二” [numbering/gap]\n"
    "{0}:2:3: error: “XX”是未填的占位 [placeholders/letters]\n"
)


def environment(settings: Mapping[str, str] = {}) -> dict[str, str]:
    """The environment of the tests with other settings, the linter importable."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **settings}


@contextmanager
def killed_if_it_hangs(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    """A block in which a process is read from or waited for without a bound of its own."""
    timer = threading.Timer(HANGS, process.kill)
    timer.start()
    try:
        yield
    finally:
        process.wait()
        timer.cancel()


def run_bytes(
    *arguments: str | bytes, stdin: bytes = b"", settings: Mapping[str, str] = {}
) -> tuple[int, bytes, bytes]:
    """Exit status and both outputs of a run in the current folder."""
    done = subprocess.run(
        [*COMMAND, *arguments], input=stdin, capture_output=True, timeout=HANGS, check=False, env=environment(settings)
    )
    return done.returncode, done.stdout, done.stderr


def run(*arguments: str | bytes, stdin: bytes = b"") -> tuple[int, str, str]:
    """The same, the outputs as text."""
    status, out, error = run_bytes(*arguments, stdin=stdin)
    return status, out.decode(), error.decode()


def check(*arguments: str | bytes, stdin: bytes = b"") -> tuple[int, str, str]:
    """The same for ``check`` without configuration and summary."""
    return run("check", "--isolated", "-q", *arguments, stdin=stdin)
