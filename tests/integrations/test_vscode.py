"""The task of vscode.md: its command run, its problem matcher run over the output by the JavaScript of VS Code."""

import json
import re
from pathlib import Path

import pytest

from tests.integrations.pages import DRAFTS, drafts, expected, fenced, need, run

[TASKS] = (json.loads(block) for block in fenced("vscode.md", "json"))
[TASK] = TASKS["tasks"]
MATCHER = TASK["problemMatcher"]

MATCH = """
const [pattern, output] = JSON.parse(require("fs").readFileSync("match.json", "utf8"));
const regexp = new RegExp(pattern.regexp);
const groups = ["file", "line", "column", "severity", "message", "code"].map(key => pattern[key]);
const lines = output.split("\\n").slice(0, -1);
console.log(JSON.stringify(lines.map(line => regexp.exec(line)).map(found => groups.map(group => found[group]))));
"""


@pytest.mark.parametrize("opened", ["", *DRAFTS])
def test_matcher_reads_every_line_of_the_task(tmp_path: Path, opened: str) -> None:
    folder = drafts(tmp_path)
    variables = {"${file}": str(folder / opened), "${workspaceFolder}": str(folder)}
    arguments = [variables.get(each, each) for each in TASK["args"]]
    checked = run(folder, TASK["command"], *(arguments if opened else arguments[:-1]))
    assert (checked.returncode, checked.stderr) == (1, "")

    (tmp_path / "match.js").write_text(MATCH, "utf-8")
    (folder / "match.json").write_text(json.dumps([MATCHER["pattern"], checked.stdout]), "utf-8")
    matched = run(folder, need("node"), "../match.js")
    assert matched.returncode == 0, matched.stderr
    assert [
        (path, int(line), int(column), severity, f"{message} [{code}]")
        for path, line, column, severity, message, code in json.loads(matched.stdout)
    ] == [
        (str(folder / name) if opened else name, each.line, each.column, word, each.message)
        for name in DRAFTS
        if opened in {"", name}
        for each in expected(folder, name, "utf16")
        for word in ["error", "warning", "info"]
        if word.startswith(each.severity)
    ]


def test_paths_of_both_kinds_are_found() -> None:
    assert MATCHER["fileLocation"] == ["autoDetect", "${workspaceFolder}"]
    assert TASK["options"] == {"cwd": "${workspaceFolder}"}
    assert TASK["args"][-1] == "${file}"


def test_what_is_no_finding_is_no_problem() -> None:
    for line in ["检查 2 份文稿，用时 0.04 秒：4 处错误，1 处警告，0 处提示", "稿.txt: 没有读取权限", ""]:
        assert not re.search(MATCHER["pattern"]["regexp"], line)
