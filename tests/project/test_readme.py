"""What the READMEs show is what happens: output, commands, the rule to copy."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
READMES = ["README.md", "README.zh-CN.md"]
COMMAND = [sys.executable, "-c", "from lint.cli.main import main; main()"]
SEED = "seeds/城管局班子 对照检查材料.txt"


def blocks(readme: str, language: str) -> list[str]:
    text = (ROOT / readme).read_text("utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def run(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("readme", READMES)
def test_findings_shown_are_those_found(readme: str) -> None:
    found = run("check", "--isolated", "-q", "--select", "numbering,placeholders,punctuation", SEED)
    assert found.returncode == 1
    assert blocks(readme, "text")[0] == found.stdout


@pytest.mark.parametrize("readme", READMES)
def test_rule_shown_works(readme: str, tmp_path: Path) -> None:
    (tmp_path / "house-rules" / "elements").mkdir(parents=True)
    rule = next(block for block in blocks(readme, "yaml") if block.startswith("title:"))
    (tmp_path / "house-rules/elements/vague-date.yaml").write_text(rule, "utf-8")
    (tmp_path / "draft.txt").write_text("会议于近日召开。\n", "utf-8")
    tested = run("test", "house-rules", folder=tmp_path)
    assert (tested.returncode, tested.stdout) == (0, "")
    checked = run("check", "--isolated", "-q", "--rules", "house-rules", "draft.txt", folder=tmp_path)
    assert checked.stdout == "draft.txt:1:4: warning: “近日”应写明日期 [elements/vague-date]\n"


@pytest.mark.parametrize("readme", READMES)
def test_settings_shown_load(readme: str, tmp_path: Path) -> None:
    settings = next(block for block in blocks(readme, "yaml") if block.startswith("fail-on:"))
    (tmp_path / ".wengao-lint.yaml").write_text(settings.replace("rules: [house-rules]\n", ""), "utf-8")
    (tmp_path / "draft.txt").write_text("一切正常。\n", "utf-8")
    assert run("check", folder=tmp_path).returncode == 0


def test_both_readmes_show_the_same_code() -> None:
    english, chinese = ((blocks(readme, r"\w+")) for readme in READMES)
    assert english == chinese
