"""The rules of docs/house-rules.md, saved where the page says, pass their own examples."""

import re
from pathlib import Path

from lint.engine.linter import lint
from lint.engine.trials.rules import run_examples
from lint.messages.language import words_for
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.source import Source

ZH = words_for("zh")
PAGE = (Path(__file__).parent.parent.parent / "docs" / "house-rules.md").read_text("utf-8")
ADDED = re.findall(r"\(`([a-z-]+/[a-z-]+)\.yaml`\):\n\n```yaml\n(add:\n.*?)```", PAGE, re.DOTALL)
RULES = re.findall(r"\(`([a-z-]+/[a-z-]+)\.yaml`\):\n\n```yaml\n(title:.*?)```", PAGE, re.DOTALL)


def test_rules_of_the_page_pass_their_examples(tmp_path: Path) -> None:
    for stem, text in RULES:
        path = tmp_path / f"{stem}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    rulebook = load_rulebook([builtin_folder(), tmp_path])
    own = [rule for rule in rulebook.rules if rule.id in dict(RULES)]
    outcomes = [outcome for rule in own for outcome in run_examples(rule, lint, rulebook, ZH)]
    assert [outcome.told(ZH) for outcome in outcomes if not outcome.passed] == []
    assert (len(own), len(outcomes)) == (3, 12)


def test_words_of_the_page_are_added_to_a_rule(tmp_path: Path) -> None:
    [(stem, text)] = ADDED
    assert stem == "correspondence/announced-count"
    path = tmp_path / f"{stem}.yaml"
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    drafts = (
        "关于防汛的通知\n各镇：\n主要有三条抓手。\n一、抓早。\n二、抓小。\n",
        "关于防汛的通知\n各镇：\n现就落实“五个起来”要求如下：\n一、动起来。\n二、跑起来。\n",
    )

    def found(folders: list[str | Path]) -> list[list[str]]:
        rulebook = load_rulebook(folders).select([stem], [])
        return [[finding.message for finding in lint(Source("a.txt", draft), rulebook)] for draft in drafts]

    assert found([builtin_folder()]) == [[], ["“五个起来”与后文不符，宣布 5 项，实际列了 2 项"]]
    assert found([builtin_folder(), tmp_path]) == [["“三条抓手”与后文不符，宣布 3 项，实际列了 2 项"], []]
