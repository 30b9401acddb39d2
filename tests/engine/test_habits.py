"""A habit of form is told once a document; each of its places is spared, and mended, for itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.engine.fixing.fixes import fix
from lint.engine.habits import regathered, spread
from lint.engine.linter import examine, lint
from lint.engine.spared.baseline import entries, filtered
from lint.formats import read
from lint.rulebook.finding import Finding
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.bounds import Bounds
from lint.text.source import Source

RULES = load_rulebook([builtin_folder()]).select(["numbering/bracket-width"], [])
ORDER = "一二三四五六七八九"
IGNORED = "# wengao-lint: ignore-next-line numbering/bracket-width\n"


def told(text: str) -> list[Finding]:
    return lint(Source("draft.txt", text), RULES)


def lines(text: str, findings: list[Finding]) -> list[tuple[int, str, list[int]]]:
    source = Source("draft.txt", text)
    return [
        (source.position(one.span.start)[0], one.message, [source.position(p.span.start)[0] for p in one.related])
        for one in findings
    ]


def items(widths: str) -> str:
    written = (f"({n})甲" if width == "h" else f"（{n}）甲" for n, width in zip(ORDER, widths, strict=False))
    return "\n".join(written) + "\n"


CASES = {
    "one slip": ("ffhf", [(3, "“(三)”应写作“（三）”", [])]),
    "the habit is rarer": ("fhfhff", [(2, "“(二)”应写作“（二）”（全文这样写的 2 处，合乎规范的 4 处）", [4])]),
    "the norm's form is rarer": (
        "hhhfh", [(4, "“(一)”应写作“（一）”（全文这样写的 4 处，合乎规范的 1 处）", [1, 2, 3, 5])]),
    "neither": ("fff", []),
}  # fmt: skip


@pytest.mark.parametrize(("widths", "expected"), CASES.values(), ids=CASES)
def test_a_habit_is_told_once(widths: str, expected: list[tuple[int, str, list[int]]]) -> None:
    text = items(widths)
    assert lines(text, told(text)) == expected


def test_a_directive_spares_its_own_place_only() -> None:
    text = items("fhfhff").replace("(二)", f"{IGNORED}(二)")
    assert lines(text, told(text)) == [(5, "“(四)”应写作“（四）”", [])]


def test_a_baseline_entry_spares_its_own_place_only() -> None:
    before, after = (Source("draft.txt", items(widths)) for widths in ("fhfhff", "fhfhfh"))
    known = entries(spread(lint(before, RULES)), before, read(before))
    findings = lint(after, RULES)
    left = filtered(list(spread(findings)), after, read(after), known, ["numbering/bracket-width"])
    assert lines(after.text, regathered(findings, left.new, "zh")) == [(6, "“(六)”应写作“（六）”", [])]
    assert left.gone == ()


def test_related_places_are_twenty_at_most() -> None:
    text = "".join(f"第{n}条　下列：\n(一)甲；\n(二)乙。\n" for n in ORDER * 2) + "（一）丙\n（二）丁\n"
    [finding] = told(text)
    assert len(finding.related) == 20
    assert finding.related[-1].message == "“(二)”应写作“（二）”（另有 16 处）"


@given(st.text("hf", min_size=1, max_size=9))
def test_the_fix_writes_the_norms_form_everywhere(widths: str) -> None:
    text = items(widths)
    mixed = len(set(widths)) == 2
    assert len(told(text)) == int(mixed)
    fixed = fix(Source("draft.txt", text), lambda source: lint(source, RULES)).source.text
    assert fixed == (items("f" * len(widths)) if mixed else text)


def test_the_fix_is_whole_where_the_places_are_more_than_are_told() -> None:
    source = Source("draft.txt", items("fhfhhfhhh"))
    [bounded] = examine(source, RULES, bounds=Bounds(findings=2)).findings
    [whole] = lint(source, RULES)
    assert bounded.fix is not None
    assert bounded.fix == whole.fix
    assert bounded.message == whole.message


WIDTHS = {
    "numbering/half-bracket": ("一）甲项工作。\n", "二）乙项工作。\n", "三）丙项工作。\n"),
    "numbering/half-width-brackets": ("(一)甲\n", "(二)乙\n", "(三)丙\n"),
    "punctuation/half-width": (
        "甲，乙，丙，丁，戊，己，庚,辛。\n",
        "甲，乙，丙，丁，戊，己，庚,辛。\n",
        "甲；乙；丙；丁；戊；己;庚。\n",
    ),
    "numerals/full-width-digits": ("共有校车１２辆。\n", "共有驾驶员１５人。\n", "共有线路１７条。\n"),
    "numerals/circle-for-zero": ("二○二五年成立。\n", "二○二六年验收。\n", "二○二七年总结。\n"),
}


@pytest.mark.parametrize("rule", WIDTHS)
def test_each_place_of_a_width_is_spared_and_mended_for_itself(rule: str) -> None:
    rules = load_rulebook([builtin_folder()]).select([rule], [])
    written = WIDTHS[rule]

    def found(text: str) -> list[tuple[int, list[int]]]:
        return [(line, related) for line, _, related in lines(text, lint(Source("draft.txt", text), rules))]

    assert found("".join(written)) == [(1, [2, 3])]
    for spared in range(3):
        text = "".join(
            f"# wengao-lint: ignore-next-line {rule}\n{line}" if index == spared else line
            for index, line in enumerate(written)
        )
        places = [index + 1 + (index >= spared) for index in range(3) if index != spared]
        assert found(text) == [(places[0], places[1:])]
    fixed = fix(Source("draft.txt", "".join(written)), lambda source: lint(source, rules), unsafe=True).source.text
    assert found(fixed) == []


def test_the_width_of_marks_is_told_with_both_counts() -> None:
    rules = load_rulebook([builtin_folder()]).select(["punctuation/half-width"], [])
    text = "".join(WIDTHS["punctuation/half-width"])
    told_once = lint(Source("draft.txt", text), rules)
    assert lines(text, told_once) == [(1, "半角“,”应改为全角“，”（全文这样写的 3 处，合乎规范的 17 处）", [2, 3])]
