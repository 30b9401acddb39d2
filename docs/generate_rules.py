"""Writes docs/rules.md from the built-in rules; with --check, says whether it is current.

usage: python docs/generate_rules.py [--check]
"""

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from lint.rule import Example, Rule
from lint.rulebook import builtin_folder, load_rulebook
from lint.words import words_for

PAGE = Path(__file__).parent / "rules.md"
_HEAD = """# 规则

<!-- 由 docs/generate_rules.py 生成，请改 rules/ 中的规则，不改本页 -->

⟦ ⟧ 标出应当报告的位置；规则库的测试逐一检验下列示例。
"""


def main() -> None:
    """Write the page, or compare it."""
    page = "".join(f"{line}\n" for line in lines(load_rulebook([builtin_folder()]).rules))
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page, "utf-8")
    elif not PAGE.exists() or PAGE.read_text("utf-8") != page:
        sys.exit("docs/rules.md is not current: run python docs/generate_rules.py")


def lines(rules: tuple[Rule, ...]) -> Iterator[str]:
    """The page: a table of all rules, then each in full."""
    ordered = sorted(rules, key=lambda rule: rule.id)
    severities = words_for("zh").severities
    yield _HEAD
    yield "| 规则 | 说明 | 级别 | 修改 |"
    yield "| --- | --- | --- | --- |"
    for rule in ordered:
        fix = {"none": "", "safe": "自动", "unsafe": "自动，须核对"}[rule.fix]
        yield f"| [{rule.id}](#{_anchor(rule)}) | {rule.title} | {severities[rule.severity]} | {fix} |"
    for category, members in groupby(ordered, key=lambda rule: rule.category):
        yield f"\n## {category}"
        for rule in members:
            yield from _manual(rule)


def _manual(rule: Rule) -> Iterator[str]:
    words = words_for("zh")
    yield f'\n### <a id="{_anchor(rule)}"></a>{rule.id} {rule.title}\n'
    yield "".join(rule.why.splitlines()) + "\n"
    yield f"- 级别：{words.severities[rule.severity]}"
    yield f"- 依据：{rule.source}（{words.tiers[rule.source.tier]}）"
    yield f"- 提示：{rule.message}"
    yield f"- English: {rule.title_en}; “{rule.message_en}”"
    for example in rule.examples:
        yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    words = words_for("zh")
    kind, text = (words.valid, example.valid) if example.valid is not None else (words.invalid, example.invalid)
    yield f"\n{kind}{f'，{example.message}' if example.message else ''}\n"
    yield from _fenced(text or "")
    if example.fixed is not None:
        yield f"\n{words.fixed}\n"
        yield from _fenced(example.fixed)


def _fenced(text: str) -> Iterator[str]:
    fence = "````" if "```" in text else "```"
    yield f"{fence}text"
    yield text.removesuffix("\n")
    yield fence


def _anchor(rule: Rule) -> str:
    return rule.id.replace("/", "-")


if __name__ == "__main__":
    main()
