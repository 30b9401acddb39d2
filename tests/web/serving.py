"""The service as a command of its own, and its application within the tests."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from starlette.testclient import TestClient

from lint.config.settings import Overrides, every_rule, resolve
from lint.web.app import application
from lint.web.settings import Limits, Service
from lint.web.work import Rules

BASE = "http://127.0.0.1:8760"
_ANNOUNCED = "网页服务已启动："


class Running(NamedTuple):
    """A service that runs; ``said`` are the lines of its standard error so far."""

    process: "subprocess.Popen[str]"
    address: str


@contextmanager
def running(*options: str, env: dict[str, str] | None = None, cwd: Path | None = None) -> Iterator[Running]:
    """The command, on a free port."""
    command = [sys.executable, "-m", "lint", "web", "--port", "0", *options]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8", env=env, cwd=cwd
    )
    try:
        assert process.stderr
        line = process.stderr.readline()
        assert line.startswith(_ANNOUNCED), line
        yield Running(process, line.removeprefix(_ANNOUNCED).partition("（")[0])
    finally:
        process.terminate()
        process.wait(20)
        if process.stderr:
            process.stderr.close()


@lru_cache
def rules() -> Rules:
    settings = resolve(Overrides(isolated=True, no_cache=True))
    return Rules(every_rule(settings), settings)


@contextmanager
def client(service: Service | None = None, *, limits: Limits | None = None) -> Iterator[TestClient]:
    """A client of the application, with one worker."""
    service = service or Service(jobs=1, limits=limits or Limits())
    with TestClient(application(service, rules()), base_url=BASE, raise_server_exceptions=False) as made:
        yield made
