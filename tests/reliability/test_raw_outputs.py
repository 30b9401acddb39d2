"""Every format and every command with a hostile draft under a hostile name: nothing of them comes out raw."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args
from urllib.parse import unquote

import pytest
import yaml

from lint.cli.main import COMMANDS
from lint.config.schema import Kind
from lint.reporters import REPORTERS
from tests.hostile import MARKS, NAME, raw
from tests.reliability.house import write
from tests.reliability.running import ROOT, run_bytes

HOSTILE = f"坏\x1b[2J{MARKS}\u202e"
DRAFT = (
    f"关于{HOSTILE}的对照检查材料\n\n一、存在的{HOSTILE}问题\n（一）学习不深入{HOSTILE}。由XX{HOSTILE}局牵头，，{HOSTILE}办理。\n"
    f"（三）调研{HOSTILE}不够。\n\n二、原因分析\n（一）学习{HOSTILE}不深入。\n\n三、整改措施\n（一）加强{HOSTILE}学习。\n\n"
    f"# wengao-lint: ignore numbering/{HOSTILE}\n::error file=甲::{HOSTILE}\n"
)
TEXT = "".join(f"\\u{ord(char):04x}" for char in HOSTILE + "\n::error ::乙\r")
PATTERN = TEXT.replace("\\u005b", ".")
RULE = f"""\
title: "某{TEXT}"
title_en: "some{TEXT}"
why: "某{TEXT}"
source: {{norm: "本院{TEXT}规定", clause: "一{TEXT}", tier: practice}}
severity: error
check: pattern
with: {{pattern: "(?<found>办理)"}}
message: "某{TEXT}“{{found}}”"
message_en: "some{TEXT}"
examples:
  - valid: "好{TEXT}。"
  - valid: "好好。"
  - invalid: "{TEXT}⟦办理⟧。"
    message: "错{TEXT}"
  - invalid: "不⟦办理⟧{TEXT}。"
    message: "某{TEXT}“办理”"
"""
GENRE = f"""\
name: "某{TEXT}"
name_en: "some{TEXT}"
titles: ["某{PATTERN}"]
closing: ["某{PATTERN}"]
sections:
  - {{name: "某{TEXT}", name_en: "some{TEXT}", headings: ["某{TEXT}"]}}
aspects: {{"2024": [{{name: "某{TEXT}", terms: ["某{TEXT}"]}}]}}
examples:
  - title: "某{TEXT}"
  - other: 某某
"""
ARGUMENTS = [
    ("check", "--diff", "--unsafe-fixes", "."),
    ("check", "--show-files", "."),
    ("check", "--show-settings", "."),
    ("check", "--watchful", NAME),
    ("check", f"--{NAME}"),
    ("check", "--select", NAME, "."),
    ("check", "--jobs", NAME, "."),
    ("check", "--config", NAME, "."),
    ("check", "--rules", NAME, "."),
    ("check", "--baseline", NAME, "."),
    ("check", "--output", NAME, "."),
    ("check", "--output", f"{NAME}=甲", "."),
    ("check", "--output-file", f"{NAME}/甲", "."),
    ("check", "--genre", NAME, "."),
    ("check", "--annotate", "."),
    ("check", "--fix", "--unsafe-fixes", "."),
    ("check", "--write-baseline", f"甲{NAME}", "."),
    ("check", f"甲{NAME}"),
    ("check", "--stdin-filename", NAME, "-"),
    ("cache", "--clear"),
    ("outline", NAME),
    ("outline", "--output-format", "json", NAME),
    ("outline", "--correspondence", NAME),
    ("outline", "--correspondence", "--output-format", "json", NAME),
    ("outline", "--correspondence", "--stdin-filename", NAME, "-"),
    ("outline", "--genre", NAME, NAME),
    ("outline", f"甲{NAME}"),
    ("rule",),
    ("rule", "house/rule"),
    ("rule", "--lang", "en", "house/rule"),
    ("rule", NAME),
    ("genres",),
    ("genres", "some"),
    ("genres", "--lang", "en", "some"),
    ("genres", NAME),
    ("test", "rules"),
    ("test", NAME),
    ("schema", NAME),
    ("init", NAME),
    ("init", f"甲{NAME}"),
    ("server", NAME),
    ("web", "--allowed-host", NAME),
    ("lexicon", "--suggest", NAME),
    (NAME,),
    (f"--{NAME}",),
    *((("schema", kind)) for kind in get_args(Kind)),
]
COLOUR = re.compile(rb"\x1b\[[0-9;]*m")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft, a Word draft that is none, and a folder of rules, all named in bad faith."""
    monkeypatch.chdir(tmp_path)
    write(NAME, DRAFT)
    write(NAME.replace(".txt", ".docx"), "坏")
    write("rules/house/rule.yaml", RULE)
    write("rules/genres/some.yaml", GENRE)


def lines(written: bytes) -> list[str]:
    """The lines of an output, which is UTF-8; none holds anything raw, and none is a command to a server."""
    found = written.decode().split("\n")
    for line in found:
        assert not raw(line), line
        assert not line.startswith("::"), line
    return found


def clean(*arguments: str, stdin: bytes = b"") -> tuple[int, bytes, bytes]:
    """A run whose outputs hold nothing raw."""
    status, out, error = run_bytes(*arguments, stdin=stdin, settings={"LC_ALL": "C.UTF-8"})
    assert status in (0, 1, 2), error.decode()
    assert "Traceback" not in "".join(lines(out) + lines(error))
    return status, out, error


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("output_format", [name for name in REPORTERS if name != "github"])
def test_no_format_shows_anything_raw(output_format: str, lang: str) -> None:
    options = ("--isolated", "--rules", "rules", "--lang", lang, "--output-format", output_format)
    status, out, error = clean("check", *options, "--statistics", ".")
    assert status == 2
    assert "house/rule" in out.decode()
    assert "␛[2J" in error.decode()
    clean("check", *options, "--column-unit", "display", "--output-file", "report", ".")
    assert "house/rule" in "".join(lines(Path("report").read_bytes()))


def test_no_workflow_command_is_added_or_broken() -> None:
    status, out, _ = run_bytes("check", "--isolated", "--rules", "rules", "--output-format", "github", ".")
    assert status == 2
    commands = out.decode().removesuffix("\n").split("\n")
    assert len(commands) > 5
    for command in commands:
        assert re.match(r"::(error|warning|notice) file=坏%0A%3A%3Aerror file=甲%3A%3A乙%0D␛\[2J<U\+202E>", command)
        assert not raw(command)


@pytest.mark.parametrize("output_format", ["json", "jsonl", "sarif", "gitlab", "rdjson"])
def test_values_survive_in_json(output_format: str) -> None:
    _, out, _ = clean("check", "--isolated", "--rules", "rules", "--output-format", output_format, ".")
    text = out.decode()
    found = {
        *strings([json.loads(line) for line in text.splitlines()] if output_format == "jsonl" else json.loads(text))
    }
    assert NAME in found | {unquote(each) for each in found}
    assert any(each.startswith("某坏\x1b[2J\x07 \x1b\x7f \x9b\u061c\u200b") for each in found)


def strings(value: object) -> Iterator[str]:
    """Every string in a value of JSON."""
    if isinstance(value, str):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(each)


@pytest.mark.parametrize("arguments", ARGUMENTS, ids=lambda arguments: " ".join(arguments).replace(NAME, "NAME"))
def test_no_command_shows_anything_raw(arguments: tuple[str, ...]) -> None:
    write(".wengao-lint.yaml", f'rules: [rules]\nexclude: ["{PATTERN}"]\nper-file-ignores: {{"{PATTERN}": [house]}}\n')
    os.makedirs(f"夹{NAME}")
    clean(*arguments, stdin=b"\x1b" if arguments[-1] == "-" else b"")


def test_every_command_is_here() -> None:
    assert {arguments[0] for arguments in ARGUMENTS} >= {*COMMANDS}


def test_what_is_gone_from_a_baseline_is_told_with_signs() -> None:
    options = ("--isolated", "--rules", "rules", NAME)
    _, _, told = clean("check", "--write-baseline", "基线.json", *options)
    assert "基线 基线.json：记下" in told.decode()
    assert [*lines(Path("基线.json").read_bytes())]
    write(NAME, "好。\n")
    _, _, told = clean("check", "--baseline", "基线.json", *options)
    assert "  坏␊::error file=甲::乙␍␛[2J<U+202E>" in told.decode()


def test_settings_that_are_shown_are_settings_again() -> None:
    write(".wengao-lint.yaml", f'exclude: ["{PATTERN}"]\n')
    _, out, _ = clean("check", "--show-settings", ".")
    shown = yaml.safe_load(out)
    assert shown["exclude"] == [HOSTILE.replace("[", ".") + "\n::error ::乙\r"]


def test_a_name_that_looks_like_a_command_is_shown_in_its_folder() -> None:
    write("::error ::x.txt", "由XX局牵头。\n")
    options = ("check", "--isolated", "--select", "placeholders", "--", "::error ::x.txt")
    _, out, _ = clean(*options)
    assert out.decode().startswith("./::error ::x.txt:1:2: error: ")
    assert clean("check", "--show-files", "--", "::error ::x.txt")[1] == b"./::error ::x.txt\n"


def test_a_colour_is_the_only_escape() -> None:
    _, out, _ = run_bytes(
        "check", "--isolated", "--rules", "rules", "--color", "always", "--output-format", "full", "."
    )
    assert [*lines(COLOUR.sub(b"", out))]
    _, out, _ = run_bytes("rule", "--rules", "rules", "--color", "always", "house/rule")
    assert [*lines(COLOUR.sub(b"", out))]


def test_lines_on_standard_error_are_written_in_one_place() -> None:
    writing = {path.name for path in (ROOT / "lint/cli").rglob("*.py") if "err=True" in path.read_text("utf-8")}
    assert writing == {"failure.py", "watch.py"}  # the latter shows again what a run has written
