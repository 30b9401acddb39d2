"""The rules of docs/house-rules.md, saved where the page says, pass their own examples."""

import re
from pathlib import Path

from lint.engine.examples import run_examples
from lint.engine.linter import lint
from lint.rulebook.rulebook import builtin_folder, load_rulebook

PAGE = (Path(__file__).parent.parent / "docs" / "house-rules.md").read_text("utf-8")
RULES = re.findall(r"\(`([a-z-]+/[a-z-]+)\.yaml`\):\n\n```yaml\n(.*?)```", PAGE, re.DOTALL)


def test_rules_of_the_page_pass_their_examples(tmp_path: Path) -> None:
    for stem, text in RULES:
        path = tmp_path / f"{stem}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    rulebook = load_rulebook([builtin_folder(), tmp_path])
    own = [rule for rule in rulebook.rules if rule.id in dict(RULES)]
    outcomes = [outcome for rule in own for outcome in run_examples(rule, lint, rulebook)]
    assert [str(outcome) for outcome in outcomes if not outcome.passed] == []
    assert (len(own), len(outcomes)) == (3, 12)
