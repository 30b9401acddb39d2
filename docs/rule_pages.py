"""The pages of the rules for the documentation site: one of all rules, one a category, one a rule."""

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

from lint.messages.language import words_for
from lint.messages.words import Words
from lint.reporters.html.labels import page_words
from lint.rulebook.rule import Example, Rule
from lint.rulebook.rulebook import builtin_folder, load_rulebook

_PLACE = re.compile(r"⟦(.*?)⟧", re.DOTALL)
_VALUE = re.compile(r"\{\w+\}")
_MARKUP = str.maketrans({char: f"&#{ord(char)};" for char in "\\`*_{}[]()#+-.!|~:$^=\t"})
"""Signs that Markdown might take for its own inside of HTML; of text they are the same."""

_FIXES = {"none": "", "safe": "自动", "unsafe": "自动，须核对"}

Pages = dict[str, str]
"""Texts in Markdown by their places below ``rules/``."""


def rules() -> tuple[Rule, ...]:
    """The built-in rules by their ids."""
    return tuple(sorted(load_rulebook([builtin_folder()]).rules, key=lambda rule: rule.id))


def pages() -> Pages:
    """Every page: the list of all rules, and each rule."""
    found = rules()
    return {"index.md": _joined(_index(found))} | {f"{rule.id}.md": _joined(_page(rule)) for rule in found}


def navigation() -> list[object]:
    """The pages as the site's menu lists them, by category."""
    names = page_words("zh").categories
    grouped = groupby(rules(), key=lambda rule: rule.category)
    entries = [{names.get(key, key): [{rule.title: f"rules/{rule.id}.md"} for rule in group]} for key, group in grouped]
    return ["rules/index.md", *entries]


def example(text: str) -> str:
    """An example as HTML: ⟦places⟧ marked, a place without a character as the point where something is missing."""
    return _PLACE.sub(_mark, text.removesuffix("\n").translate(_MARKUP | {60: "&lt;", 62: "&gt;", 38: "&amp;"}))


def _mark(place: re.Match[str]) -> str:
    return f"<mark>{place[1]}</mark>" if place[1] else '<mark class="point" title="此处"></mark>'


def _index(found: tuple[Rule, ...]) -> Iterator[str]:
    severities = words_for("zh").severities
    names = page_words("zh").categories
    yield f"# 规则\n\n共 {len(found)} 条。每条规则有一页，讲缘由和依据，并举例；例子也是规则的测试。\n"
    for category, members in groupby(found, key=lambda rule: rule.category):
        yield f"\n## {names.get(category, category)} {{ #{category} }}\n"
        yield "| 规则 | 级别 | 修改 |\n| --- | --- | --- |"
        for rule in members:
            yield f"| [{rule.title}]({rule.id}.md)<br>`{rule.id}` | {severities[rule.severity]} | {_FIXES[rule.fix]} |"


def _page(rule: Rule) -> Iterator[str]:
    words = words_for("zh")
    yield f"---\ntitle: {_quoted(rule.title)}\ndescription: {_quoted(rule.id)}\n---\n"
    yield f"# {rule.title.translate(_MARKUP)}\n\n`{rule.id}`\n"
    yield f"{''.join(rule.why.split(chr(10))).translate(_MARKUP)}\n"
    yield '<dl class="facts">'
    for name, text in _facts(rule, words).items():
        yield f"<dt>{name}</dt><dd>{escape(text)}</dd>"
    yield "</dl>\n"
    yield "## 应当报告 { #invalid }\n"
    for one in rule.examples:
        if one.invalid is not None:
            yield from _reported(one)
    yield "\n## 不应报告 { #valid }\n"
    for one in rule.examples:
        if one.valid is not None:
            yield _draft(one.valid, "valid")
    yield "\n## 忽略这条规则 { #ignore }\n"
    yield f"在这一处：Markdown 中在上一行写 `<!-- wengao-lint: ignore-next-line {rule.id} -->`，"
    yield f"纯文本中写 `# wengao-lint: ignore-next-line {rule.id}`。\n"
    yield f"处处不用，写在 `.wengao-lint.yaml`：`ignore: [{rule.id}]`。\n"


def _facts(rule: Rule, words: Words) -> dict[str, str]:
    source = f"{rule.source}{words.aside.format(text=words.tiers[rule.source.tier])}"
    facts = {words.severity: words.severities[rule.severity], words.source: source, words.fix: words.fixes[rule.fix]}
    said, english = (_VALUE.sub("…", text) for text in (rule.message, f"{rule.title_en}: {rule.message_en}"))
    return facts | {words.message: said, "English": english}


def _reported(one: Example) -> Iterator[str]:
    if one.message:
        yield f"{one.message.translate(_MARKUP)}\n"
    yield _draft(one.invalid or "", "invalid")
    if one.fixed is not None:
        yield "改为\n"
        yield _draft(one.fixed, "fixed")


def _draft(text: str, kind: str) -> str:
    """A draft as a block of HTML; its blank lines are entities, because one would end the block."""
    return f'<pre class="draft {kind}">{example(text)}</pre>\n'.replace("\n\n", "\n&#10;")


def _quoted(text: str) -> str:
    """A text in YAML."""
    return "'" + text.replace("'", "''") + "'"


def _joined(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
