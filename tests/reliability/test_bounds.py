"""What is told of one rule in one draft is bounded, and what is not told is counted; a rule that stops is told."""

import json
from pathlib import Path

import pytest

from lint.engine.check_draft import check as check_draft
from lint.engine.processes.job import Task
from lint.engine.spared.baseline import BaselineEntry, decode, encode
from lint.reporters.base import Style
from lint.rulebook.rulebook import Rulebook
from lint.text.bounds import Bounds
from lint.text.source import Source
from tests.fakes import DOUBLED, EACH, SLOW, UNFILLED
from tests.reliability.house import house_rule, write
from tests.reliability.running import check, run
from tests.reporters.written import written

MANY = "XX单位、" * 1003 + "，，。\n"
LETTERS = "placeholders/letters"
BROKEN = "punctuation/doubled-mark"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("lang", "more", "summary"),
    [
        ("zh", f"稿.txt: 规则 {LETTERS} 另有 3 处未列出", "：1004 处错误，"),
        ("en", f"稿.txt: rule {LETTERS}: 3 more findings are not listed", ": 1004 errors, "),
    ],
)
def test_a_draft_tells_a_thousand_findings_of_a_rule_and_counts_the_others(lang: str, more: str, summary: str) -> None:
    write("稿.txt", MANY)
    options = ("check", "--isolated", "--select", f"{LETTERS},punctuation", "--lang", lang, "--statistics")
    status, found, said = run(*options, "稿.txt")
    lines = found.splitlines()
    assert (status, len(lines), sum(f"[{LETTERS}]" in line for line in lines)) == (1, 1001, 1000)
    first, *counts, last = said.splitlines()
    assert first == more
    assert counts[0].startswith(f"  1003  error    {LETTERS} ")
    assert summary in last


def test_every_place_is_fixed_and_recorded() -> None:
    write("稿.txt", "好，，坏、、" * 1003 + "好。\n")
    select = ("--select", BROKEN)
    assert check(*select, "--write-baseline", "基线.json", "稿.txt") == (0, "", "")
    entries = json.loads(Path("基线.json").read_bytes())["drafts"]["稿.txt"]
    assert sum(entry.get("count", 1) for entry in entries) == 2006
    assert check(*select, "--baseline", "基线.json", "稿.txt") == (0, "", "")
    write("稿.txt", "好，，坏、、" * 1003 + "好，，好。\n")
    assert check(*select, "--fix", "稿.txt") == (0, "", "")
    assert Path("稿.txt").read_text("utf-8") == "好，坏、" * 1003 + "好，好。\n"


def task(**options: object) -> Task:
    return Task(rulebook=Rulebook((EACH, SLOW, DOUBLED)), bounds=Bounds(findings=2), **options)  # type: ignore[arg-type]


DATA = "XX、XX、XX，，。\n".encode()


def test_a_rule_that_stops_is_not_fixed_and_the_others_are() -> None:
    result = check_draft(DATA, "稿.txt", task(mode="fix"))
    assert result.fixed == "某、某、某，，。\n".encode()
    assert [stopped.rule for stopped in result.stopped] == [SLOW.id]
    assert [finding.rule for finding in result.findings] == [DOUBLED.id]


def test_a_draft_in_which_a_rule_stops_is_not_recorded() -> None:
    result = check_draft(DATA, "稿.txt", task(record=True))
    assert (len(result.findings), result.entries) == (4, ())
    whole = Task(rulebook=Rulebook((EACH, DOUBLED)), bounds=Bounds(findings=2), record=True)
    result = check_draft(DATA, "稿.txt", whole)
    assert (len(result.findings), len(result.entries), result.hidden) == (4, 4, ())


NOTHING = Task(rulebook=Rulebook((SLOW,)))
RESULT = check_draft(DATA, "稿 1.txt", NOTHING)
LINE = "规则 house/slow 未能完成，已略过：匹配超过 1 秒：(甲|甲)+"
TOLD = {
    "github": f"::error file=稿 1.txt,title=wengao-lint::{LINE}\n",
    "checkstyle": f'line="1" severity="error" message="{LINE}" source="wengao-lint"/>',
    "junit": f'<error message="{LINE}" type="error"/>',
    "gitlab": f'{{"description":"{LINE}","check_name":"wengao-lint","fingerprint":',
    "rdjson": f'{{"message":"{LINE}","location":{{"path":"稿 1.txt"}},"severity":"ERROR"}}',
    "html": LINE,
}


@pytest.mark.parametrize("output_format", TOLD)
def test_a_report_tells_a_rule_that_stopped_where_it_has_a_place_for_it(output_format: str) -> None:
    assert TOLD[output_format] in written(output_format, RESULT, style=Style(rules=(SLOW,)))


@pytest.mark.parametrize(("output_format", "nothing"), [("text", ""), ("full", ""), ("jsonl", ""), ("json", "[]\n")])
def test_it_is_no_finding(output_format: str, nothing: str) -> None:
    assert written(output_format, RESULT) == nothing


def test_a_run_tells_it_and_goes_on() -> None:
    house_rule("(?:甲|甲.|.甲)+乙$")
    write("甲.txt", "甲" * 5000 + "乙丁。\n由XX局，，牵头。\n")
    write("乙.txt", "好，，好。\n")
    options = ("--rules", "rules", "--select", f"house,{BROKEN}")
    check(*options, "--write-baseline", "基线.json", "乙.txt")
    known = decode(Path("基线.json").read_bytes(), ".").drafts
    recorded = encode({**known, "甲.txt": [BaselineEntry("house/rule", "坏", "", "", 3)]})
    Path("基线.json").write_bytes(recorded)
    line = "甲.txt: 规则 house/rule 未能完成，已略过：匹配超过 2 秒：(?:甲|甲.|.甲)+乙$\n"
    assert check(*options, "--write-baseline", "基线.json") == (2, "", line)
    assert Path("基线.json").read_bytes() == recorded
    found = "甲.txt:2:5: error: “，，”重复，应为“，” [punctuation/doubled-mark]\n"
    assert check(*options, "--baseline", "基线.json") == (2, found, line)
    assert check(*options, "--fix", "甲.txt") == (2, "", line)
    assert Path("甲.txt").read_text("utf-8").splitlines()[1] == "由XX局，牵头。"


def test_the_summary_counts_drafts_that_were_not_checked_in_full() -> None:
    house_rule("(?:甲|甲.|.甲)+乙$")
    write("甲.txt", "甲" * 5000 + "乙丁。\n")
    _, _, said = run("check", "--isolated", "--rules", "rules", "--select", "house", "甲.txt")
    assert said.splitlines()[1].endswith("秒：未见差错；1 份未能全部检查")


def test_text_from_another_program_loses_nothing() -> None:
    every = Task(rulebook=Rulebook((EACH,)), bounds=Bounds(findings=2)).lint(Source("稿.txt", "XX" * 9))
    assert len(every) == 9
    assert UNFILLED.id not in {finding.rule for finding in every}
