import difflib
from collections import Counter
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner

from lint.cli.main import main
from lint.engine.linter import lint
from lint.rulebook.finding import Finding
from lint.rulebook.rulebook import Rulebook, builtin_folder, load_rulebook
from lint.text.comparison.spelling import MOST_LOOKS
from lint.text.source import Source

BUILTIN = load_rulebook([builtin_folder()])
RULES = ("punctuation/doubled-mark", "placeholders/crosses", "suppressions/unused", "suppressions/unknown")
RULEBOOK = Rulebook(tuple(rule for rule in BUILTIN.rules if rule.id in RULES))
"""Rules of three categories that all ran: nothing is idle."""


def found(text: str, name: str = "稿.txt", rulebook: Rulebook = RULEBOOK) -> list[tuple[int, str]]:
    """Line and rule of each finding, and of those about comments the text that they mark."""
    source = Source(name, text)
    return [(source.position(one.span.start).line, _shown(one, source)) for one in lint(source, rulebook)]


def _shown(finding: Finding, source: Source) -> str:
    if finding.rule.startswith("suppressions/"):
        return f"{finding.rule} {source.text[finding.span.start : finding.span.end]}"
    return finding.rule


DOUBLED, CROSSES = "punctuation/doubled-mark", "placeholders/crosses"
BOTH = "拨款××元，，落实。\n"


def test_without_comments_everything_is_reported() -> None:
    assert found(BOTH * 2) == [(1, CROSSES), (1, DOUBLED), (2, CROSSES), (2, DOUBLED)]


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("ignore", []),
        ("ignore-next-line", []),
        ("ignore punctuation", [CROSSES]),
        ("ignore punctuation/doubled-mark", [CROSSES]),
        ("ignore placeholders/crosses, punctuation -- 领导要求", []),
        ("ignore placeholders/crosses，punctuation/doubled-mark", []),
    ],
)
def test_comments_silence_the_next_paragraph_and_no_other(comment: str, left: list[str]) -> None:
    rest = [(3, CROSSES), (3, DOUBLED)]
    assert found(f"# wengao-lint: {comment}\n{BOTH}{BOTH}") == [*((2, rule) for rule in left), *rest]
    markdown = f"<!-- wengao-lint: {comment} -->\n\n{BOTH}\n{BOTH}"
    assert found(markdown, "稿.md") == [*((3, rule) for rule in left), (5, CROSSES), (5, DOUBLED)]


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        (f"{BOTH[:-1]} <!-- wengao-lint: ignore -->\n\n{BOTH}", "稿.md", [(3, CROSSES), (3, DOUBLED)]),
        (f"{BOTH}# wengao-lint: ignore-file\n{BOTH}", "稿.txt", []),
        (f"{BOTH}# wengao-lint: ignore-file placeholders\n{BOTH}", "稿.txt", [(1, DOUBLED), (3, DOUBLED)]),
        (f"# wengao-lint: ignore-section\n一、{BOTH}（一）{BOTH}二、{BOTH}", "稿.txt", [(4, CROSSES), (4, DOUBLED)]),
        (f"## 甲 <!-- wengao-lint: ignore-section -->\n\n{BOTH}\n## 乙\n\n{BOTH}", "稿.md",
         [(7, CROSSES), (7, DOUBLED)]),
    ],
)  # fmt: skip
def test_line_section_and_file(text: str, name: str, left: list[tuple[int, str]]) -> None:
    assert found(text, name) == left


# Comments that are of no use


@pytest.mark.parametrize(
    ("comment", "marked"),
    [
        ("ignore", ["suppressions/unused ignore"]),
        ("ignore-file", ["suppressions/unused ignore-file"]),
        ("ignore punctuation", ["suppressions/unused punctuation"]),
        ("ignore placeholders/crosses punctuation/doubled-mark",
         ["suppressions/unused placeholders/crosses", "suppressions/unused punctuation/doubled-mark"]),
        ("ignore placeholder/crosses", ["suppressions/unknown placeholder/crosses"]),
        ("ignor", ["suppressions/unknown ignor"]),
    ],
)  # fmt: skip
def test_comments_that_silence_nothing_are_reported_name_by_name(comment: str, marked: list[str]) -> None:
    assert found(f"# wengao-lint: {comment}\n一、好。\n") == [(1, text) for text in marked]


def test_only_the_names_of_no_use_are_reported() -> None:
    text = "# wengao-lint: ignore punctuation, placeholders\n一、好，，好。\n"
    assert found(text) == [(1, "suppressions/unused placeholders")]


def test_two_comments_for_one_finding_are_both_of_use() -> None:
    text = "# wengao-lint: ignore-file punctuation\n# wengao-lint: ignore\n一、好，，好。\n"
    assert found(text) == []


@pytest.mark.parametrize(
    ("names", "comment", "marked"),
    [
        (("placeholders/crosses",), "ignore placeholders/crosses", []),
        (("placeholders/crosses",), "ignore placeholders", []),
        (("placeholders/crosses",), "ignore", []),
        (("placeholders/crosses",), "ignore punctuation", ["suppressions/unused punctuation"]),
        (("placeholders/crosses",), "ignore placeholders/cross", ["suppressions/unknown placeholders/cross"]),
        (("suppressions/unused",), "ignore punctuation", []),
        (("suppressions",), "ignore nonsense", []),
    ],
)
def test_nothing_is_said_of_rules_that_did_not_run(names: tuple[str, ...], comment: str, marked: list[str]) -> None:
    rulebook = RULEBOOK.select((), names)
    assert found(f"# wengao-lint: {comment}\n一、好。\n", rulebook=rulebook) == [(1, text) for text in marked]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("ignore placeholder/crosses",
         "忽略注释中的“placeholder/crosses”不是规则、类别或用法，是否为“placeholders/crosses”？"),
        ("ignore punctuaton", "忽略注释中的“punctuaton”不是规则、类别或用法，是否为“punctuation”？"),
        ("ignore-nextline", "忽略注释中的“ignore-nextline”不是规则、类别或用法，是否为“ignore-next-line”？"),
        ("", "忽略注释中的“”不是规则、类别或用法，是否为“ignore”？"),
    ],
)  # fmt: skip
def test_unknown_names_bring_the_nearest(comment: str, message: str) -> None:
    [finding] = lint(Source("稿.txt", f"# wengao-lint: {comment}\n一、好。\n"), RULEBOOK)
    assert (finding.rule, finding.severity, finding.message) == ("suppressions/unknown", "warning", message)


def test_thousands_of_unknown_names_bring_a_near_one_and_a_few_are_compared_with_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def counted(name: str, *rest: Any) -> list[str]:
        asked.append(name)
        return get_close_matches(name, *rest)

    monkeypatch.setattr(difflib, "get_close_matches", counted)
    names = [f"punctuation/doubled-mark{number}" for number in range(200)] + ["zzz", "甲"]
    verbs = "".join(f"# wengao-lint: ignor{number}\n" for number in range(50))
    text = f"# wengao-lint: ignore {','.join(names)}\n{verbs}一、好。\n"
    findings = lint(Source("稿.txt", text), RULEBOOK)
    assert len(asked) == 2 * MOST_LOOKS
    told = [finding.message.partition("，")[2] for finding in findings if finding.rule == "suppressions/unknown"]
    near = {"punctuation/doubled-mark": 200, "suppressions/unused": 2, "ignore": 50}
    assert Counter(told) == {f"是否为“{name}”？": count for name, count in near.items()}


def test_unused_ones_are_information_in_both_languages() -> None:
    source = Source("稿.txt", "# wengao-lint: ignore punctuation\n一、好。\n")
    for lang, message in (
        ("zh", "忽略注释中的“punctuation”没有对应的发现，可删去"),
        ("en", '"punctuation" silences nothing here and can be removed'),
    ):
        [finding] = lint(source, RULEBOOK, lang=lang)  # type: ignore[arg-type]
        assert (finding.severity, finding.message) == ("info", message)


def test_the_severity_of_comments_of_no_use_can_be_set() -> None:
    rules = tuple(msgspec.structs.replace(rule, severity="error") for rule in RULEBOOK.rules)
    [finding] = lint(Source("稿.txt", "# wengao-lint: ignore\n一、好。\n"), Rulebook(rules))
    assert finding.severity == "error"


# On the command line


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", "-q", *arguments])
    return result.exit_code, result.stdout


UNUSED = "稿.txt:1:24: info: 忽略注释中的“punctuation/doubled-mark”没有对应的发现，可删去 [suppressions/unused]\n"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], (0, UNUSED)),
        (["--report-unused"], (0, UNUSED)),
        (["--fail-on", "info"], (1, UNUSED)),
        (["--no-report-unused"], (0, "")),
        (["--no-report-unused", "--fail-on", "info"], (0, "")),
        (["--ignore", "suppressions"], (0, "")),
        (["--ignore", "punctuation"], (0, "")),
        (["--select", "numbering"], (0, "")),
        (["--select", "suppressions"], (0, "")),
        (["--select", "suppressions,punctuation"], (0, UNUSED)),
    ],
)
def test_unused_comments_on_the_command_line(folder: Path, options: list[str], expected: tuple[int, str]) -> None:
    (folder / "稿.txt").write_text("# wengao-lint: ignore  punctuation/doubled-mark\n一、好。\n", encoding="utf-8")
    assert check("稿.txt", *options) == expected


def test_rules_that_the_configuration_leaves_out_are_known_and_not_unused(folder: Path) -> None:
    (folder / ".wengao-lint.yaml").write_text(
        "severity: {punctuation/doubled-mark: off}\nper-file-ignores: {'稿.txt': [numbering]}\n", encoding="utf-8"
    )
    text = "# wengao-lint: ignore punctuation/doubled-mark, numbering/gap\n好，，好。\n"
    (folder / "稿.txt").write_text(text, encoding="utf-8")
    assert check("稿.txt") == (0, "")
