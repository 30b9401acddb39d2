"""A message about a run says of which level it is."""

import pytest

from lint.engine.linter import lint
from lint.messages.language import Language
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.source import Source

RULES = load_rulebook([builtin_folder()]).select(["numbering/gap", "numbering/article-order"], [])

NAMES = {
    "the first level": ("书\n一、甲\n三、乙\n四、丙\n", "序号"),
    "another family": ("书\n（一）甲\n（三）乙\n（四）丙\n", "“（一）…”序号"),
    "below an item": ("书\n（二）甲。一是子。三是丑。四是寅。\n", "“（二）”下的“一是…”序号"),
    "the mark of ordinals": ("书\n一、甲。第一，子。第三，丑。第四，寅。\n", "“一、”下的“第一…”序号"),
    "below a heading without a number": (
        "书\n一、甲\n动员部署\n1.子。\n2.丑。\n全面排查\n1.子。\n3.寅。\n4.卯。\n", "“全面排查”下的“1.…”序号"),
    "decimals": ("书\n1 甲\n1.1 子\n文。\n1.2 丑\n文。\n1.4 寅\n文。\n2 乙\n文。\n", "序号"),
    "at a border of chapters": ("书\n第一章　甲\n第一条　子\n第二章　乙\n第三条　丑\n", "“第二章”之后的条文序号"),
    "an article inside a chapter": ("书\n第一章　甲\n第一条　子\n第三条　丑\n", "条文序号"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMES.values(), ids=NAMES)
def test_level(text: str, expected: str) -> None:
    [finding] = lint(Source("draft.txt", text), RULES)
    assert finding.message[: len(expected)] == expected
    assert finding.message[len(expected)] in "依为"


@pytest.mark.parametrize(
    ("lang", "expected"), [("zh", "“（二）”下的“一是…”序号依次为"), ("en", "below （二）, 一是… markers run ")]
)
def test_level_in_each_language(lang: Language, expected: str) -> None:
    [finding] = lint(Source("draft.txt", "书\n（二）甲。一是子。三是丑。四是寅。\n"), RULES, lang=lang)
    assert finding.message.startswith(expected)
