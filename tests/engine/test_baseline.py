import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.cli.main import main
from lint.engine.linter import lint
from lint.engine.spared.baseline import Baseline, BaselineEntry, BaselineError, decode, encode, entries, filtered
from lint.formats import read
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.source import Source

RULEBOOK = load_rulebook([builtin_folder()]).select(("punctuation/doubled-mark", "numbering"), ())
RULES = [rule.id for rule in RULEBOOK.rules]
GAP, DOUBLED = "numbering/gap", "punctuation/doubled-mark"
DRAFT = "关于甲事项的报告\n\n一、加强学习，，提高认识。\n\n二、抓好落实。。\n\n四、做好督查，，严格考核。\n"
OLD = (DOUBLED, DOUBLED, GAP, DOUBLED)


def known(text: str, name: str = "稿.txt") -> list[BaselineEntry]:
    source = Source(name, text)
    return entries(lint(source, RULEBOOK), source, read(source))


def compared(before: str, after: str, name: str = "稿.txt") -> tuple[list[tuple[int, str]], list[str]]:
    """The new findings, by line and rule, and the rules of what is gone."""
    source = Source(name, after)
    found = filtered(lint(source, RULEBOOK), source, read(source), known(before), RULES)
    new = [(source.position(one.span.start).line, one.rule) for one in found.new]
    return new, [entry.rule for entry in found.gone]


# What is told apart


def test_an_entry_holds_the_rule_the_place_and_what_stands_around_it() -> None:
    assert known(DRAFT)[:2] == [
        BaselineEntry(DOUBLED, "，，", "一、加强学习", "提高认识。"),
        BaselineEntry(DOUBLED, "。。", "二、抓好落实", ""),
    ]
    assert tuple(entry.rule for entry in known(DRAFT)) == OLD


@pytest.mark.parametrize(
    "after",
    [
        DRAFT,
        "\n\n新的一段。\n\n" + DRAFT,
        DRAFT.replace("\n\n", "\n新的一段。\n"),
        DRAFT.replace("\n", "\r\n"),
        DRAFT.replace("一、", "\u3000\u3000一、"),
        "\n\n".join(reversed(DRAFT.strip().split("\n\n")[1:3])) + "\n四、做好督查，，严格考核。\n",
        DRAFT.replace("抓好落实", "切实抓好落实"),
        DRAFT.replace("提高认识", "切实提高认识"),
        DRAFT.replace("严格考核", "严格考核，确保见效"),
    ],
    ids=["same", "above", "between", "newlines", "indent", "moved", "before", "after", "further"],
)
def test_known_findings_stay_known_when_the_draft_around_them_changes(after: str) -> None:
    new, _ = compared(DRAFT, after)
    assert [rule for _, rule in new if rule == DOUBLED] == []


def test_a_new_defect_beside_a_known_one_is_the_only_new_one() -> None:
    assert compared(DRAFT, DRAFT.replace("二、抓好", "二、扎实，，抓好")) == ([(5, DOUBLED)], [])
    assert compared(DRAFT, DRAFT.replace("做好督查，，", "做好督查；；抓好整改，，")) == ([(7, DOUBLED)], [])


def test_wrapping_makes_no_difference() -> None:
    line = "一、加强学习提高认识坚持问题导向狠抓任务落实，，推动各项工作再上新台阶确保全年目标圆满完成任务指标。"
    wrapped = "一、加强学习提高认识坚持问题导向狠抓任务落实，，\n推动各项工作再上新台阶确保全年目标圆满完成任务\n指标。"
    assert compared(f"{line}\n", f"{wrapped}\n") == ([], [])


def test_one_more_of_the_same_is_new() -> None:
    before = "一、抓学习，，抓落实。\n二、抓学习，，抓落实。\n"
    assert compared(before, before + "三、抓纪律，，抓作风。\n") == ([(3, DOUBLED)], [])
    same = "抓学习，，抓落实。\n"
    assert compared(same * 2, same * 3) == ([(3, DOUBLED)], [])
    assert compared(same * 3, same * 2) == ([], [DOUBLED])


def test_another_rule_or_another_text_is_new() -> None:
    assert compared("甲乙丙丁，，戊己庚辛。\n", "甲乙丙丁；；戊己庚辛。\n") == ([(1, DOUBLED)], [DOUBLED])


def test_what_is_mended_is_gone() -> None:
    assert compared(DRAFT, DRAFT.replace("，，", "，")) == ([], [DOUBLED, DOUBLED])


def test_entries_of_rules_that_did_not_run_are_not_gone() -> None:
    source = Source("稿.txt", "一、好。\n")
    assert filtered([], source, read(source), known(DRAFT), [GAP]).gone == tuple(
        e for e in known(DRAFT) if e.rule == GAP
    )


@settings(deadline=None, max_examples=100)
@given(
    paragraphs=st.lists(
        st.sampled_from(["一、甲，，乙。", "三、丙。。", "丁戊。", "（一）己，，庚辛壬癸。"]), max_size=12
    ),
    blanks=st.integers(0, 3),
)
def test_a_draft_has_nothing_new_and_nothing_gone_against_itself(paragraphs: list[str], blanks: int) -> None:
    before = "\n".join(paragraphs)
    assert compared(before, "\n" * blanks + before + "\n" * blanks) == ([], [])


# The file


def test_file_has_an_entry_a_line_sorted_and_counted() -> None:
    one, two = BaselineEntry(DOUBLED, "，，", "甲", "乙"), BaselineEntry(GAP, "三、", "", "丙")
    data = encode({"乙.txt": [two, one, two], "甲.txt": [one], "空.txt": []})
    assert data.decode() == (
        '{"version": 1, "drafts": {\n'
        ' "乙.txt": [\n'
        '  {"rule":"numbering/gap","text":"三、","before":"","after":"丙","count":2},\n'
        '  {"rule":"punctuation/doubled-mark","text":"，，","before":"甲","after":"乙","count":1}\n'
        " ],\n"
        ' "甲.txt": [\n'
        '  {"rule":"punctuation/doubled-mark","text":"，，","before":"甲","after":"乙","count":1}\n'
        " ]\n"
        "}}\n"
    )


_ENTRIES = st.builds(BaselineEntry, st.text(), st.text(), st.text(), st.text())
_DRAFTS = st.dictionaries(st.text(min_size=1), st.lists(_ENTRIES, min_size=1, max_size=4), max_size=4)


@given(found=_DRAFTS)
def test_what_is_written_is_read(found: Mapping[str, list[BaselineEntry]]) -> None:
    read_back = decode(encode(found), "甲").drafts
    assert {path: sum(entry.count for entry in kept) for path, kept in read_back.items()} == {
        path: len(written) for path, written in found.items()
    }


def test_empty_file() -> None:
    assert decode(encode({}), "甲") == Baseline("甲", {})


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"version": 2, "drafts": {}}',
        b'{"drafts": {}}',
        b'{"version": 1}',
        b'{"version": 1, "drafts": []}',
        b'{"version": 1, "drafts": {"a.txt": {}}}',
        b'{"version": 1, "drafts": {"a.txt": [{"rule": "a"}]}}',
        b'{"version": 1, "drafts": {"a.txt": [{"rule": "a", "text": "", "before": "", "after": 1}]}}',
        b'{"version": 1, "drafts": {"a.txt": [{"rule": "a", "text": "", "before": "", "after": "", "line": 1}]}}',
        b'{"version": 1, "drafts": {"a.txt": [{"rule": "a", "text": "", "before": "", "after": "", "count": 0}]}}',
        b'{"version": 1, "drafts": {"a": [{"rule": "a", "text": "", "before": "", "after": "", "count": 99999999}]}}',
        b'{"version": 1, "drafts": {}, "more": 1}',
        b"[" * 100_000,
        b'{"version": 1, "drafts": ' + b'{"a":' * 100_000,
        b"<<<<<<< HEAD\n{}",
    ],
)
def test_what_is_no_baseline_is_refused_in_one_line(
    data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BaselineError):
        decode(data, ".")
    monkeypatch.chdir(tmp_path)
    Path("基线.json").write_bytes(data)
    Path("稿.txt").write_text("一、好。\n", encoding="utf-8")
    status, out, error = check("--baseline", "基线.json")
    assert (status, out, error.count("\n")) == (2, "", 1)
    assert error.startswith("基线.json: 不是基线文件：")


# On the command line


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def check(*arguments: str) -> tuple[int, str, str]:
    """Exit status, findings and what else is said, without the summary."""
    result = CliRunner().invoke(
        main, ["check", "--isolated", "--select", "punctuation/doubled-mark,numbering", *arguments]
    )
    said = [line for line in result.stderr.splitlines(keepends=True) if not line.startswith("检查 ")]
    return result.exit_code, result.stdout, "".join(said)


def test_a_folder_is_adopted_and_only_what_is_new_is_reported(folder: Path) -> None:
    write("甲/稿.txt", DRAFT)
    write("乙.txt", "一、好，，好。\n")
    assert check()[0] == 1
    assert check("--write-baseline", "基线.json") == (0, "", "基线 基线.json：记下 5 处，涉及 2 份文稿\n")
    assert check("--baseline", "基线.json") == (0, "", "")
    write("甲/稿.txt", DRAFT.replace("二、抓好", "二、扎实，，抓好"))
    found = "甲/稿.txt:5:5: warning: 标点“，，”重复 [punctuation/doubled-mark]\n"
    status, out, error = check("--baseline", "基线.json", "--fail-on", "info")
    assert (status, out.count("\n"), out[:12], error) == (1, 1, found[:12], "")


def test_a_thousand_old_drafts_are_adopted_and_one_new_defect_fails_alone(folder: Path) -> None:
    for number in range(1000):
        text = f"关于第{number}号事项的报告\n\n一、抓好学习。。\n\n三、抓好{number}项任务落实，，严格督查。\n"
        write(f"{number % 10}/{number}.txt", text if number % 7 else "一、好。\n")
    assert check("--write-baseline", "基线.json", "-q") == (0, "", "")
    assert check("--baseline", "基线.json", "--fail-on", "info") == (0, "", "")
    path = Path("3/333.txt")
    path.write_text("新加的一段。\n\n" + path.read_text("utf-8") + "\n四、还有，，一处。\n", encoding="utf-8")
    status, out, error = check("--baseline", "基线.json", "--fail-on", "info")
    assert (status, [line.split(" ")[0] for line in out.splitlines()], error) == (1, ["3/333.txt:9:5:"], "")


def test_mended_findings_and_lost_drafts_are_reported_as_removable(folder: Path) -> None:
    write("稿.txt", "一、加强学习，，提高认识。\n")
    write("失.txt", "一、抓好落实。。\n")
    check("--write-baseline", "基线.json")
    write("稿.txt", "一、加强学习，提高认识。\n")
    Path("失.txt").unlink()
    gone = (
        "基线 基线.json 中 2 处已不存在，可重新用 --write-baseline 生成以删去：\n"
        "  失.txt：punctuation/doubled-mark 一、抓好落实⟦。。⟧\n"
        "  稿.txt：punctuation/doubled-mark 一、加强学习⟦，，⟧提高认识。\n"
    )
    assert check("--baseline", "基线.json") == (0, "", gone)
    assert check("--baseline", "基线.json", "-q") == (0, "", "")
    assert check("--baseline", "基线.json", "--ignore", "punctuation")[2].count("稿.txt：") == 0
    again = check("--baseline", "基线.json", "--write-baseline", "基线.json")
    assert again == (0, "", "基线 基线.json：记下 0 处，涉及 0 份文稿\n")
    assert check("--baseline", "基线.json") == (0, "", "")


def test_writing_anew_keeps_what_is_still_there(folder: Path) -> None:
    write("稿.txt", DRAFT)
    check("--write-baseline", "基线.json")
    before = Path("基线.json").read_bytes()
    check("--baseline", "基线.json", "--write-baseline", "基线.json")
    assert Path("基线.json").read_bytes() == before


def test_paths_are_relative_to_the_baseline_wherever_it_is_run_from(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("项目/文稿/甲.txt", DRAFT)
    write("项目/文稿/子/乙.txt", DRAFT)
    assert check("项目/文稿", "--write-baseline", "项目/基线.json")[0] == 0
    assert sorted(json.loads(Path("项目/基线.json").read_bytes())["drafts"]) == ["文稿/子/乙.txt", "文稿/甲.txt"]
    Path("近").symlink_to("项目")
    here = str(folder)
    for start, path, baseline in (
        (".", "项目", "项目/基线.json"),
        ("项目", ".", "基线.json"),
        ("项目/文稿", ".", "../基线.json"),
        ("项目/文稿/子", "乙.txt", os.path.join(here, "项目/基线.json")),
        ("/", os.path.join(here, "项目/文稿"), os.path.join(here, "项目/基线.json")),
        (".", "近", "近/基线.json"),
    ):
        monkeypatch.chdir(os.path.join(here, start))
        assert check(path, "--baseline", baseline) == (0, "", ""), start
    os.rename(folder / "项目", folder / "搬走")
    monkeypatch.chdir(folder)
    assert check("搬走", "--baseline", "搬走/基线.json") == (0, "", "")


def test_standard_input_is_known_by_its_name(folder: Path) -> None:
    write("稿.txt", DRAFT)
    check("--write-baseline", "基线.json")
    run = CliRunner().invoke(
        main, ["check", "-q", "--isolated", "--select", "numbering,punctuation/doubled-mark", "-",
               "--stdin-filename", "稿.txt", "--baseline", "基线.json"], input=DRAFT,
    )  # fmt: skip
    assert (run.exit_code, run.output) == (0, "")


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (["--baseline", "无.json"], "无.json: 没有这个文件或文件夹\n"),
        (["--baseline", "夹"], "夹: 是文件夹，应为文件\n"),
        (["--write-baseline", "无/基线.json"], "无/基线.json: 无法写入：没有这个文件或文件夹\n"),
        (["--write-baseline", "夹"], "夹: 无法写入：不是普通文件\n"),
    ],
)
def test_files_that_cannot_be_read_or_written(folder: Path, options: list[str], error: str) -> None:
    write("稿.txt", "一、好。\n")
    Path("夹").mkdir()
    status, _, said = check(*options)
    assert (status, said) == (2, error)


def test_a_baseline_is_written_whole_or_not_at_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    write("稿.txt", DRAFT)
    write("基线.json", "old")
    monkeypatch.setattr(os, "replace", fail)
    status, _, error = check("--write-baseline", "基线.json")
    assert (status, error) == (2, "基线.json: 无法写入：磁盘已满\n")
    assert Path("基线.json").read_text("utf-8") == "old"
    assert sorted(os.listdir()) == ["基线.json", "稿.txt"]


def test_drafts_that_cannot_be_checked_fail_the_adoption(folder: Path) -> None:
    write("稿.txt", DRAFT)
    Path("坏.txt").write_bytes(b"\0")
    assert check("--write-baseline", "基线.json")[0] == 2
    assert list(json.loads(Path("基线.json").read_bytes())["drafts"]) == ["稿.txt"]


def test_drafts_that_cannot_be_checked_keep_what_the_baseline_has_of_them(folder: Path) -> None:
    write("稿.txt", DRAFT)
    write("坏.txt", DRAFT)
    check("--write-baseline", "基线.json")
    before = Path("基线.json").read_bytes()
    Path("坏.txt").write_bytes(b"\0")
    write("新.txt", "一、好。\n")
    status, _, said = check("--write-baseline", "基线.json")
    assert (status, said.splitlines()[-1]) == (2, "基线 基线.json：记下 8 处，涉及 2 份文稿")
    assert Path("基线.json").read_bytes() == before


def test_more_of_the_same_than_an_entry_can_stand_for_are_several_entries() -> None:
    entry = BaselineEntry(DOUBLED, "，，", "", "")
    data = encode({"稿.txt": [entry] * 100_001})
    counts = [one.count for one in decode(data, ".").of("稿.txt")]
    assert sorted(counts) == [1, 100_000]
