import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from lint.checks.pattern import Pattern
from lint.document.lexicon import Concept
from lint.rulebook import rule_cache
from lint.rulebook.rule import Basis, Example, Rule
from lint.rulebook.rulebook import (
    Rulebook,
    RulebookError,
    builtin_folder,
    load_rulebook,
    state_of,
    stems_of,
)
from lint.text.patterns.lazy import lazy

WHOLE = """\
title: 甲字
title_en: first stem
why: 不用甲字。
source: {norm: GB/T 9704-2012, clause: 7.3.3, tier: norm}
severity: error
check: pattern
with:
  pattern: 甲
  unless: 甲板
message: 有“{found}”
message_en: has {found}
related: 又见
related_en: again
fix: none
examples:
  - valid: 乙。
  - invalid: ⟦甲⟧。
    message: 有“甲”
"""
READ = Pattern(pattern="甲", unless="甲板", needs=("甲",), alternatives=(("甲", (("甲",),)),))
RULE = Rule(
    id="own/stem",
    title="甲字",
    title_en="first stem",
    why="不用甲字。",
    source=Basis(norm="GB/T 9704-2012", clause="7.3.3", tier="norm"),
    severity="error",
    kind="pattern",
    parameters=msgspec.json.encode(READ).decode(),
    signs=("甲",),
    message="有“{found}”",
    message_en="has {found}",
    related="又见",
    related_en="again",
    examples=(Example(valid="乙。"), Example(invalid="⟦甲⟧。", message="有“甲”")),
)
KEPT = msgspec.structs.replace(RULE, examples=())
GENRE = "name: 函\nname_en: letter\ntitles: [函$]\nexamples: [{title: 关于甲的函}]\n"
LEXICON = "title: 词\ntitle_en: words\nconcepts: [{name: 学习, words: [学习, %s]}]\n"


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def errors(*folders: Path, cache_dir: Path | None = None) -> list[str]:
    with pytest.raises(RulebookError) as caught:
        load_rulebook(folders, cache_dir)
    assert str(caught.value) == "\n".join(caught.value.errors)
    return list(caught.value.errors)


def test_rule(tmp_path: Path) -> None:
    folder = write(tmp_path, {"own/stem.yaml": WHOLE, "own/.hidden.yaml": "[", ".git/a.yaml": "[", "own/a.md": "["})
    assert load_rulebook([folder]).rules == (RULE,)


def test_rules_are_sorted_by_id(tmp_path: Path) -> None:
    folder = write(tmp_path, dict.fromkeys(("b/z.yaml", "c.yml", "b/a/b.yaml", "a/c.yaml"), WHOLE))
    assert [rule.id for rule in load_rulebook([folder]).rules] == ["a/c", "b/a/b", "b/z", "c"]


def test_genres_and_lexicons_are_no_rules(tmp_path: Path) -> None:
    first = write(tmp_path / "a", {"genres/letter.yaml": GENRE, "lexicons/words.yaml": LEXICON % "钻研"})
    second = write(tmp_path / "b", {"lexicons/own.yaml": LEXICON % "培训"})
    book = load_rulebook([first, second])
    assert (book.rules, [genre.id for genre in book.genres]) == ((), ["letter"])
    assert book.lexicon.concepts == (Concept("学习", ("学习", "钻研", "培训")),)
    assert stems_of(first) == {"genres/letter", "lexicons/words"}


def test_word_of_a_lexicon_is_not_empty(tmp_path: Path) -> None:
    folder = write(tmp_path, {"lexicons/words.yaml": LEXICON % '""'})
    assert errors(folder) == [f"{folder}/lexicons/words.yaml:3:35: 不应为空"]


HOUSE = {
    "replaced": (WHOLE.replace("severity: error", "severity: info").replace("title: 甲字", "title: 乙字"), "乙字 info"),
    "other severity": ("severity: warning\n", "甲字 warning"),
    "enabled as it was": ("enabled: true\n", "甲字 error"),
    "both": ("severity: info\nenabled: true\n", "甲字 info"),
    "disabled": ("enabled: false\n", ""),
}


@pytest.mark.parametrize(("text", "expected"), HOUSE.values(), ids=HOUSE)
def test_house_rules_replace_and_change(text: str, expected: str, tmp_path: Path) -> None:
    builtin = write(tmp_path / "rules", {"own/stem.yaml": WHOLE})
    house = write(tmp_path / "house", {"own/stem.yml": text})
    rules = load_rulebook([builtin, house]).rules
    assert " ".join(f"{rule.title} {rule.severity}" for rule in rules) == expected


ADDED = {
    "words": ("add: {pattern: [乙]}\n", ("甲", "乙")),
    "a word that is there": ("add: {pattern: [甲, 乙]}\nseverity: info\n", ("甲", "乙")),
}


@pytest.mark.parametrize(("text", "expected"), ADDED.values(), ids=ADDED)
def test_house_rules_add_words_to_lists(text: str, expected: tuple[str, ...], tmp_path: Path) -> None:
    builtin = write(tmp_path / "rules", {"own/stem.yaml": changed("pattern: 甲\n", "pattern: [甲]\n")})
    house = write(tmp_path / "house", {"own/stem.yml": text})
    [rule] = load_rulebook([builtin, house]).rules
    literals = (("甲", (("甲",),)), ("乙", (("乙",),)))
    assert rule.check == Pattern(pattern=expected, unless="甲板", needs=("甲", "乙"), alternatives=literals)
    assert (rule.signs, rule.severity) == (("甲", "乙"), "info" if "info" in text else "error")


NOT_ADDED = {
    "no such list": ("add: {patern: [乙]}\n", "1:7: 规则 own/stem 没有 patern 这个词表，是否想写 pattern"),
    "no list": ("add: {unless: [乙]}\n", "1:7: 规则 own/stem 没有 unless 这个词表"),
    "no word": ("add: {pattern: 乙}\n", "1:6: 应为列表，现为文字"),
    "a group": ("add: {pattern: [[乙]]}\n", "1:17: 应为词，不应为成组的词"),
    "no pattern": (
        "add: {pattern: ['(']}\n",
        "1:6: 正则表达式有误：第 2 个字符处，缺少“)”（missing ) at position 1）（pattern）",
    ),
}


@pytest.mark.parametrize(("text", "message"), NOT_ADDED.values(), ids=NOT_ADDED)
def test_errors_of_added_words(text: str, message: str, tmp_path: Path) -> None:
    builtin = write(tmp_path / "rules", {"own/stem.yaml": changed("pattern: 甲\n", "pattern: [甲]\n")})
    house = write(tmp_path / "house", {"own/stem.yml": text})
    with pytest.raises(RulebookError) as raised:
        load_rulebook([builtin, house])
    assert raised.value.errors == (f"{house}/own/stem.yml:{message}",)


def changed(old: str, new: str) -> str:
    assert WHOLE.count(old) == 1
    return WHOLE.replace(old, new)


KNOWN = "可用 at、first、found、replacement、within、words"
BAD = {
    "empty": ("", "1:1: 应为“键: 值”"),
    "no mapping": ("- 甲\n", "1:1: 应为“键: 值”"),
    "no YAML": ("title: [甲\n", "2:1: 不是有效的 YAML：方括号没有配对，或者缺少逗号"),
    "unknown key": (changed("severity", "severty"), "5:1: 没有 severty 这个键，是否想写 severity"),
    "unknown key, nothing near": (WHOLE + "哎: 1\n", "19:1: 没有 哎 这个键"),
    "missing key": (changed("why: 不用甲字。\n", ""), "1:1: 缺少 why"),
    "wrong type": (changed("title: 甲字", "title: 12"), "1:8: 应为文字，现为整数"),
    "null": (changed("title: 甲字", "title:"), "1:7: 应为文字，现为空"),
    "wrong type in a list": (changed("  - valid: 乙。", "  - valid: 2.5"), "16:12: 应为文字或空，现为数"),
    "unknown severity": (changed("error", "eror"), "5:11: 没有 eror 这个值，是否想写 error"),
    "unknown tier": (changed("tier: norm", "tier: nrm"), "4:53: 没有 nrm 这个值，是否想写 norm"),
    "unknown key of the source": (changed("clause", "claus"), "4:32: 没有 claus 这个键，是否想写 clause"),
    "unknown check": (changed("check: pattern", "check: patern"), "6:8: 没有 patern 这种检查，是否想写 pattern"),
    "parameter that is worked out": (changed("unless: 甲板", "needs: [甲]"), "9:3: needs 由规则自行得出，不能设定"),
    "unknown parameter": (changed("unless", "unles"), "9:3: 没有 unles 这个键，是否想写 unless"),
    "missing parameter": (changed("  pattern: 甲\n", ""), "8:3: 缺少 pattern"),
    "wrong parameter": (changed("unless: 甲板", "within: titel"), "9:11: 没有 titel 这个值，是否想写 title"),
    "bad pattern": (
        changed("unless: 甲板", "unless: (甲"),
        "9:11: 正则表达式有误：第 3 个字符处，缺少“)”（missing ) at position 2）",
    ),
    "unknown placeholder": (changed("“{found}”", "{foud}"), f"10:10: 没有 {{foud}} 这个值，是否想写 found；{KNOWN}"),
    "unknown English placeholder": (changed("has {found}", "'{x}'"), f"11:13: 没有 {{x}} 这个值；{KNOWN}"),
    "unknown related placeholder": (changed("又见", "又见{y}"), f"12:10: 没有 {{y}} 这个值；{KNOWN}"),
    "nameless placeholder": (changed("again", "again {}"), f"13:13: 没有 {{}} 这个值；{KNOWN}"),
    "attribute of a value": (
        changed("“{found}”", "{found.x}"),
        f"10:10: 没有 {{found.x}} 这个值，是否想写 found；{KNOWN}",
    ),
    "open brace": (
        changed("“{found}”", "{found"),
        "10:10: 花括号有误：“{”没有配对（expected '}' before end of string）",
    ),
    "format of a value": (changed("“{found}”", "'{found:d}'"), "10:10: 花括号里只写名称：{found}"),
    "conversion of a value": (changed("“{found}”", "'{found!r}'"), "10:10: 花括号里只写名称：{found}"),
    "pattern of the other syntax": (
        changed("unless: 甲板", "unless: '[[甲]'"),
        "9:11: 正则表达式有误：第 5 个字符处，方括号没有配对（unterminated character set at position 4）",
    ),
    "flags that exclude each other": (
        changed("unless: 甲板", "unless: (?V0)甲"),
        "9:11: 正则表达式有误：标志不能这样用（VERSION0 and VERSION1 flags are mutually incompatible）",
    ),
    "unknown group": (changed("unless: 甲板", r"replace: \g<乙>"), "9:12: 替换有误：没有所引用的组（unknown group）"),
    "no valid example": (changed("  - valid: 乙。\n", ""), "15:1: 至少要有一个正确的示例（valid）"),
    "no invalid example": (
        changed("  - invalid: ⟦甲⟧。\n    message: 有“甲”\n", ""),
        "15:1: 至少要有一个错误的示例（invalid）",
    ),
    "both at once": (changed("    message: 有“甲”", "    valid: 甲"), "17:5: 示例应有 valid 或 invalid 之一"),
    "no place marked": (changed("⟦甲⟧", "甲"), "17:14: 错误的示例应以 ⟦ ⟧ 标出位置"),
    "place left open": (changed("⟦甲⟧", "⟦甲"), "17:14: 错误的示例应以 ⟦ ⟧ 标出位置"),
    "nothing to override": ("severity: info\n", "1:1: 没有规则 own/stem 可以改动"),
    "nothing to add words to": ("add: {words: [乙]}\n", "1:1: 没有规则 own/stem 可以改动"),
    "unknown genre": (WHOLE + "genres: [函, lettr]\n", "19:10: 没有 函 这个文种"),
}


@pytest.mark.parametrize(("text", "message"), BAD.values(), ids=BAD)
def test_errors_name_place_and_nearest_spelling(text: str, message: str, tmp_path: Path) -> None:
    folder = write(tmp_path, {"own/stem.yaml": text})
    assert errors(folder)[0] == f"{folder}/own/stem.yaml:{message}"


def test_pattern_nested_too_deep(tmp_path: Path) -> None:
    folder = write(tmp_path, {"own/stem.yaml": changed("unless: 甲板", f"unless: {'(' * 3000}甲{')' * 3000}")})
    assert errors(folder)[0].startswith(f"{folder}/own/stem.yaml:9:11: 正则表达式有误：")


def test_errors_of_all_files_of_all_folders(tmp_path: Path) -> None:
    first = write(tmp_path / "a", {"own/a.yaml": "[", "own/b.yaml": WHOLE, "own/c.yaml": "x: 1"})
    second = write(tmp_path / "b", {"elsewhere.yaml": "severity: info"})
    write(second, {"own/e.yaml": "a" * 1_000_001})
    (second / "own/f.yaml").write_bytes("甲".encode("gb18030"))
    (second / "own/g.yaml").symlink_to("nowhere")
    assert errors(first, tmp_path / "c", second) == [
        f"{tmp_path}/c: 没有这个规则文件夹",
        f"{second}/own/e.yaml: 无法读取：文件过大，应不超过 1000000 个字节",
        f"{second}/own/g.yaml: 无法读取：应为文件",
        f"{first}/own/a.yaml:2:1: 不是有效的 YAML：括号里缺少内容",
        f"{first}/own/c.yaml:1:1: 没有 x 这个键",
        f"{second}/elsewhere.yaml:1:1: 没有规则 elsewhere 可以改动",
        f"{second}/own/f.yaml:1:1: 不是 UTF-8，应为 UTF-8",
    ]


def test_the_same_id_twice_in_a_folder(tmp_path: Path) -> None:
    folder = write(tmp_path, {"own/stem.yaml": WHOLE, "own/stem.yml": WHOLE})
    assert errors(folder) == [f"{folder}/own/stem.yml:1:1: 与 {folder}/own/stem.yaml 是同一条规则 own/stem"]


def test_select_and_ignore() -> None:
    names = ("numbering/gap", "numbering/duplicate", "punctuation/doubled")
    book = Rulebook(tuple(msgspec.structs.replace(RULE, id=name) for name in names))
    cases: list[tuple[list[str], list[str], tuple[int, ...]]] = [
        ([], [], (0, 1, 2)),
        (["numbering"], [], (0, 1)),
        (["numbering/gap", "punctuation"], [], (0, 2)),
        ([], ["numbering/gap"], (1, 2)),
        (["numbering"], ["numbering"], ()),
        (["num"], [], ()),
    ]
    for select, ignore, kept in cases:
        assert [rule.id for rule in book.select(select, ignore).rules] == [names[index] for index in kept]


def test_builtin_rules_load() -> None:
    book = load_rulebook([builtin_folder()])
    assert {f"{genre.id}" for genre in book.genres} | {rule.id for rule in book.rules}
    assert {rule.id for rule in book.rules} <= stems_of(builtin_folder())


def test_cache_keeps_what_was_loaded(tmp_path: Path) -> None:
    folder = write(tmp_path / "rules", {"own/stem.yaml": WHOLE, "genres/letter.yaml": GENRE})
    cache = tmp_path / "deep" / "cache"
    first, second = load_rulebook([folder], cache), load_rulebook([folder], cache)
    assert (first.rules, first.genres) == (second.rules, second.genres)
    assert first.rules == (KEPT,)
    [entry] = cache.glob("rules-*")
    assert b"pickle" not in entry.read_bytes()
    write(folder, {"own/stem.yaml": changed("severity: error", "severity: info")})
    assert [rule.severity for rule in load_rulebook([folder], cache).rules] == ["info"]


def test_cache_spares_yaml_and_regex(tmp_path: Path) -> None:
    folder = write(tmp_path / "rules", {"own/stem.yaml": WHOLE})
    code = (
        "import sys; from lint.rulebook.rulebook import load_rulebook\n"
        "assert len(load_rulebook([sys.argv[1]], sys.argv[2]).rules) == 1\n"
        "print(*sorted({'yaml', 'regex', 'difflib'} & sys.modules.keys()))"
    )
    loaded = [
        subprocess.run(
            [sys.executable, "-c", code, folder, tmp_path / "cache"], check=True, capture_output=True, text=True
        ).stdout
        for _ in range(2)
    ]
    assert loaded == ["regex yaml\n", "\n"]


ENTRIES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda entry: b"",
    "cut short": lambda entry: entry[: len(entry) // 2],
    "other JSON": lambda entry: b'{"rules": 1}',
    "not UTF-8": lambda entry: b'"\xff"',
    "unknown check": lambda entry: entry.replace(b'"kind":"pattern"', b'"kind":"patern"'),
    "unknown parameter": lambda entry: entry.replace(b"unless", b"unles"),
}


@pytest.mark.parametrize("spoil", ENTRIES.values(), ids=ENTRIES)
def test_spoilt_cache_is_written_anew(spoil: Callable[[bytes], bytes], tmp_path: Path) -> None:
    folder, cache = write(tmp_path / "rules", {"own/stem.yaml": WHOLE}), tmp_path / "cache"
    load_rulebook([folder], cache)
    [entry] = cache.glob("rules-*")
    good = entry.read_bytes()
    entry.write_bytes(spoil(good))
    assert entry.read_bytes() != good
    assert load_rulebook([folder], cache).rules == (KEPT,)
    assert ([*cache.glob("rules-*")], entry.read_bytes()) == ([entry], good)


def test_cache_of_other_check_kinds_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, cache = write(tmp_path / "rules", {"own/stem.yaml": WHOLE}), tmp_path / "cache"
    load_rulebook([folder], cache)
    [entry] = cache.glob("rules-*")
    before = entry.read_bytes()
    inner = tmp_path / "checks/numbering/series"
    inner.mkdir(parents=True)
    monkeypatch.setattr("lint.rulebook.rule_cache._CODE", (str(tmp_path / "checks"),))
    assert load_rulebook([folder], cache).rules == (KEPT,)
    after = entry.read_bytes()
    (tmp_path / "checks" / "__pycache__").mkdir()  # what Python keeps there is no kind
    load_rulebook([folder], cache)
    assert before != after == entry.read_bytes()
    (inner / "order.py").write_text("")
    load_rulebook([folder], cache)
    assert after != entry.read_bytes()


def test_cache_hides_no_error(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    folders = [write(tmp_path / name, {"own/stem.yaml": WHOLE}) for name in "ab"]
    load_rulebook(folders, cache)
    write(folders[0], {"own/stem.yml": WHOLE})
    assert len(errors(folders[0], cache_dir=cache)) == 1
    (folders[0] / "own/stem.yml").unlink()
    assert errors(*folders, tmp_path / "c", cache_dir=cache) == [f"{tmp_path}/c: 没有这个规则文件夹"]


def test_cache_folder_that_cannot_be_written_is_left_alone(tmp_path: Path) -> None:
    folder = write(tmp_path / "rules", {"own/stem.yaml": WHOLE})
    (tmp_path / "cache").write_text("a file")
    assert load_rulebook([folder], tmp_path / "cache").rules == (KEPT,)


def test_cache_keeps_what_our_patterns_need(tmp_path: Path) -> None:
    folder, cache = write(tmp_path / "rules", {"own/stem.yaml": WHOLE}), tmp_path / "cache"
    waiting = lazy("(?:试|验)样")
    load_rulebook([folder], cache)
    kept = rule_cache.read(str(cache), state_of([folder]))
    assert kept
    assert waiting.pattern == "(?:试|验)样"
    assert kept.known.needs[waiting.pattern] == (("试样", "验样"),)
    assert kept.known.alternatives == {"甲板": (("甲板", (("甲板",),)),)}
