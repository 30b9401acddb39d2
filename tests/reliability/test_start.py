"""What a run on one draft needs: counted, for seconds vary."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
COUNTED = """
import inspect, json, re, sys
import regex
sizes = []
def counting(compile):
    def counted(pattern, flags=0):
        if inspect.currentframe().f_back.f_globals["__name__"].startswith("lint."):
            sizes.append(len(pattern))
        return compile(pattern, flags)
    return counted
re.compile, regex.compile = counting(re.compile), counting(regex.compile)
from lint.cli.main import main
try:
    main(["check", "--isolated", "--exit-zero", "--quiet", sys.argv[1]])
except SystemExit:
    pass
json.dump({"sizes": sizes, "modules": [*sys.modules]}, sys.stderr)
"""
"""A run that tells how large the patterns are that it compiles, and which modules it loads."""
SPARED = {
    "lint.checks.hierarchy.family_change",
    "lint.checks.hierarchy.unusual_levels",
    "lint.checks.numbering.markers.marker_numeral",
    "lint.checks.numbering.series.series_restart",
}
"""Checks of what the tree of a clean draft is known not to hold."""


@pytest.mark.parametrize(("seed", "patterns", "size"), [("预案-校园午餐.txt", 60, 7_000)])
def test_a_run_compiles_and_loads_what_its_draft_needs(seed: str, patterns: int, size: int, tmp_path: Path) -> None:
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", COUNTED, str(SEEDS / seed)]
    for _ in range(2):  # the second has the rules from the first
        done = subprocess.run(command, capture_output=True, env=environment, check=True)
    told = json.loads(done.stderr)
    assert patterns // 2 < len(told["sizes"]) <= patterns
    assert size // 2 < sum(told["sizes"]) <= size
    assert not {"asyncio", "concurrent.futures", "docx", "jinja2"} & {*told["modules"]}
    assert not SPARED & {*told["modules"]}
