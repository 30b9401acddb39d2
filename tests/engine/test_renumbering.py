import pytest

from lint.engine.fixing.fixes import fix
from lint.engine.linter import lint
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.source import Source

RULEBOOK = load_rulebook([builtin_folder()])


def references(text: str, rule: str, *, name: str = "稿.txt", lang: str = "zh") -> list[str]:
    """The related places of the one finding of a rule that speak of old numbers: text, and the line it is on."""
    source = Source(name, text)
    rulebook = RULEBOOK.select((rule,), ())
    [finding] = lint(source, rulebook, lang="en" if lang == "en" else "zh")
    assert finding.fix is not None
    assert not finding.fix.safe
    sign = "may refer" if lang == "en" else "改号后须核对"
    return [
        f"{source.position(related.span.start).line} {source.text[related.span.start : related.span.end]}"
        for related in finding.related
        if sign in related.message
    ]


ARTICLES = """\
关于甲事项的办法

第一条　为了规范甲事项，制定本办法。
第二条　下列事项适用本办法：
（一）甲；
（三）乙；
（四）丙{}
第三条　{}
（一）丁；
（二）戊。
"""


@pytest.mark.parametrize(
    ("inside", "outside", "found"),
    [
        ("，第（三）项除外。", "下列除外：", ["7 第（三）项"]),
        ("，上述第三项除外。", "下列除外：", ["7 第三项"]),
        ("，见（三）和（四）。", "下列除外：", ["7 （三）和（四）"]),
        ("，前述（三）至（五）除外。", "下列除外：", ["7 （三）至（五）"]),
        ("，第（一）项除外。", "下列除外：", []),
        ("，甲公司（三）除外。", "下列除外：", []),
        ("。", "第二条第（三）项和第二条第四项以外的：", ["8 第（三）项", "8 第四项"]),
        ("。", "第二条第（一）、（三）项以外的：", ["8 第（一）、（三）项"]),
        ("。", "第一条第（三）项以外的：", []),
        ("。", "本条第（三）项以外的：", []),
        ("。", "《乙条例》第二条第（三）项以外的：", []),
        ("。", "刑法第二条第（三）项以外的：", []),
        ("。", "他说“第二条第（三）项”的：", []),
        ("，占第三产业的三成。", "第三方除外：", []),
    ],
)
def test_references_to_items_where_they_mean_the_renumbered_run(inside: str, outside: str, found: list[str]) -> None:
    assert references(ARTICLES.format(inside, outside), "numbering/gap") == found


@pytest.mark.parametrize(
    ("text", "rule", "found"),
    [
        ("一、甲。\n三、乙。见第三部分。\n四、丙，参照第三部分、第四部分。\n", "numbering/gap",
         ["2 第三部分", "3 第三部分", "3 第四部分"]),
        ("一、甲\n1.1 甲甲\n1.2 甲乙\n1.4 甲丙，详见1.4，不见1.40。\n1.5 丙，按照1.5节办理。\n", "numbering/gap",
         ["4 1.4", "5 1.5"]),
        ("会议强调，一是学。二是做。四是改。前述第四点最要紧。\n", "numbering/gap", ["1 第四点"]),
        ("（一）甲：\n①乙。\n②丙。\n④丁，见第④项。\n⑤戊。\n（二）己。\n", "numbering/gap", ["4 ④"]),
        ("关于甲的报告\n\n　　见图3和图1。\n\n图1　甲\n\n图3　乙\n", "references/caption-order", ["3 图3"]),
    ],
)  # fmt: skip
def test_references_by_the_form_of_the_marker(text: str, rule: str, found: list[str]) -> None:
    assert references(text, rule) == found


def test_references_are_said_in_the_language_asked_for() -> None:
    text = "一、甲。\n三、乙，见第三部分。\n"
    for lang, message in (
        ("zh", "“第三部分”可能指现在的“三、”，改号后须核对"),
        ("en", '"第三部分" may refer to what is now "三、": check it once renumbered'),
    ):
        [finding] = lint(Source("稿.txt", text), RULEBOOK.select(("numbering/gap",), ()), lang=lang)  # type: ignore[arg-type]
        assert [related.message for related in finding.related] == [message]


def test_other_parts_of_a_draft_have_numbers_of_their_own() -> None:
    text = "关于甲的通知\n\n一、甲。\n三、乙。\n\n附件\n\n乙方案\n\n一、丙，见第三部分。\n二、丁。\n三、戊。\n"
    assert references(text, "numbering/gap") == []


def test_safe_fixes_name_no_references() -> None:
    [finding] = lint(Source("稿.txt", "1、甲，见第1项。\n2.乙。\n"), RULEBOOK.select(("numbering",), ()))
    assert finding.fix is not None
    assert (finding.fix.safe, finding.related) == (True, ())


def test_references_themselves_are_never_rewritten() -> None:
    text = "一、甲。\n三、乙，见第三部分。\n"
    rulebook = RULEBOOK.select(("numbering/gap",), ())
    assert fix(Source("稿.txt", text), lambda draft: lint(draft, rulebook), unsafe=True).source.text == (
        "一、甲。\n二、乙，见第三部分。\n"
    )
