"""Without the signs that a check names it finds nothing, so that a draft without them need not be looked at."""

from pathlib import Path
from typing import get_args

import pytest

import lint.checks
from lint.checks import CHECKS
from lint.checks.shared.selection import FamilyName
from lint.formats.blocks import MASK
from lint.rulebook.rule import Rule
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.patterns.literals import holds_any
from lint.text.source import decode
from tests.checks.genred import known

RULES = [rule for rule in load_rulebook([builtin_folder()]).rules if rule.signs]
SEEDS = [decode(path.read_bytes()).text for path in (Path(__file__).parents[2] / "seeds").glob("*.txt")]

DOCUMENTS = [
    known(text, name)
    for text, name in (
        *((seed, "a.txt") for seed in SEEDS),
        *(
            (example.invalid, example.name)
            for rule in load_rulebook([builtin_folder()]).rules
            for example in rule.examples
            if example.invalid and rule.category in ("elements", "hierarchy", "numbering")
        ),
    )
]
ELEMENTS = {"title", "subtitle", "recipients", "preamble", "closing", "signature", "date"}
SLIPS = {"restart", "late start", "unread numeral", "raised levels", "beside its parent"}
KNOWN = {*get_args(FamilyName)} | ELEMENTS | SLIPS


def without(signs: tuple[str, ...], text: str) -> str:
    while holds_any(text, signs):
        for sign in signs:
            text = text.replace(sign, "")
    return text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_nothing_is_found_without_a_sign(rule: Rule) -> None:
    check = rule.check
    assert rule.signs == check.signs()
    examples = [(example.invalid or "", example.name) for example in rule.examples] + [
        (seed, "a.txt") for seed in SEEDS
    ]
    for text, name in examples:
        document = known(without(check.signs(), text), name)
        if not holds_any(document.text, check.signs()):
            assert [*check.run(document)] == [], text


FEATURED = [rule for rule in load_rulebook([builtin_folder()]).rules if rule.features]


@pytest.mark.parametrize("rule", FEATURED, ids=lambda rule: rule.id)
def test_nothing_is_found_without_a_feature(rule: Rule) -> None:
    check = rule.check
    assert rule.features == check.features()
    assert {name for group in rule.features for name in group} <= KNOWN
    for document in DOCUMENTS:
        document.clock.stop()
        if not all(document.features.intersection(group) for group in rule.features):
            assert [*check.run(document)] == [], document.text


def test_features_are_elements_and_families() -> None:
    document = known("关于防汛的通知\n各镇：\n一是巡查。二是值守。\n江北县水利局\n2025年6月1日", "a.txt")
    assert document.features == {"title", "recipients", "signature", "date", "is"}


def test_tables_are_known_by_their_mask() -> None:
    assert [rule.id for rule in RULES if rule.signs == (MASK,)] == [
        "correspondence/cell-count",
        "correspondence/row-count",
        "correspondence/table-against-text",
        "correspondence/table-total",
        "correspondence/total-against-text",
        "numbering/row-order",
        "placeholders/ledger-cell",
        "placeholders/matter-cell",
        "placeholders/table-cell",
        "sections/ledger-cell-empty",
    ]


def test_every_kind_has_its_file() -> None:
    folder = Path(lint.checks.__file__).parent
    modules = [
        path.relative_to(folder)
        for path in folder.rglob("*.py")
        if "shared" not in path.parts and path.stem not in {"__init__", "base"}
    ]
    assert [*CHECKS] == sorted(module.stem for module in modules)
    assert {kind.__module__ for kind in CHECKS.values()} == {
        ".".join(("lint.checks", *module.with_suffix("").parts)) for module in modules
    }
    assert "nothing" not in CHECKS
    with pytest.raises(KeyError):
        CHECKS["base"]
