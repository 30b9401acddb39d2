"""Without the signs that a check names it finds nothing, so that a draft without them need not be looked at."""

from pathlib import Path

import pytest

import lint.checks
from lint.checks import CHECKS
from lint.formats.blocks import MASK
from lint.rulebook.rule import Rule
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.patterns.literals import holds_any
from lint.text.source import decode
from tests.checks.genred import known

RULES = [rule for rule in load_rulebook([builtin_folder()]).rules if rule.signs]
SEEDS = [decode(path.read_bytes()).text for path in (Path(__file__).parents[2] / "seeds").glob("*.txt")]


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


def test_tables_are_known_by_their_mask() -> None:
    assert [rule.id for rule in RULES if rule.signs == (MASK,)] == [
        "correspondence/cell-count",
        "correspondence/ledger-cell-empty",
        "correspondence/row-count",
        "correspondence/table-against-text",
        "correspondence/table-total",
        "correspondence/total-against-text",
        "numbering/row-order",
        "placeholders/ledger-cell",
        "placeholders/matter-cell",
        "placeholders/table-cell",
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
