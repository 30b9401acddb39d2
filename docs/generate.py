"""Writes what is generated: docs/rules.md and the schemas from the rules, the code of Chinese pages from the English.

usage: python docs/generate.py [--check]

With --check, nothing is written, and files that are not current are named.
"""

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import get_args

import msgspec
from pages import chinese_pages

from lint.config.schema import Kind, schema
from lint.messages.language import words_for
from lint.rulebook.rule import Example, Rule
from lint.rulebook.rulebook import builtin_folder, load_rulebook

ROOT = Path(__file__).parent.parent
_HEAD = """# 规则

<!-- 由 docs/generate.py 生成，请改 rules/ 中的规则，不改本页 -->

⟦ ⟧ 标出应当报告的位置；规则库的测试逐一检验下列示例。
"""


def main() -> None:
    """Write the files, or compare them."""
    files = dict(generated())
    stale = [path for path, text in files.items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" not in sys.argv[1:]:
        for path in stale:
            path.write_text(files[path], "utf-8")
    elif stale:
        names = ", ".join(str(path.relative_to(ROOT)) for path in stale)
        sys.exit(f"not current: {names}; run python docs/generate.py")


def generated() -> Iterator[tuple[Path, str]]:
    """Every generated file with its text."""
    page = lines(load_rulebook([builtin_folder()]).rules)
    yield ROOT / "docs" / "rules.md", "".join(f"{line}\n" for line in page)
    for kind in get_args(Kind):
        text = msgspec.json.format(msgspec.json.encode(schema(kind)), indent=2).decode()
        yield ROOT / "rules" / f"{kind}.schema.json", text + "\n"
    yield from chinese_pages()


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
