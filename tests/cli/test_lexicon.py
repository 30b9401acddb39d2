from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint.cli.main import main
from lint.rulebook.rulebook import builtin_folder, load_rulebook

DRAFT = """江城市港务局领导班子对照检查材料
一、存在的问题
（一）岸线巡护缺位。巡护艇出航少，岸线巡护记录空白多，侵占岸线的趸船没有发现。
（二）引航调令迟缓。引航员夜间待命不足，船舶候泊时间长，引航调令常常迟到。
（三）栈桥锈蚀。栈桥钢桩防腐涂层脱落，栈桥检修排不上日程。
二、整改措施
（一）配足巡江艇。每日出航巡江，岸线巡护记录逐日填写，趸船侵占岸线的立即清退。
（二）加快靠泊调度。引航员夜间轮班待命，引航调令十分钟内发出，缩短船舶候泊。
（三）翻修钢桩。对栈桥钢桩重新做防腐涂层，栈桥检修列入季度日程。
"""
HEAD = """# 词表建议：每行是意思相同的一组词，请逐行核对，删去不当的。 Suggested: check each line.
title: 本单位用词
title_en: words of this office
"""
SUGGESTED = f"""{HEAD}concepts:
  - name: 岸线巡护缺位
    words: [岸线巡护缺位, 巡江艇]
  - name: 引航调令迟缓
    words: [引航调令迟缓, 加快靠泊调度]
  - name: 栈桥锈蚀
    words: [栈桥锈蚀, 翻修钢桩]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    Path("past").mkdir()
    Path("past/a.txt").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["lexicon", *arguments])


def test_words_of_pairs_are_suggested() -> None:
    result = run("--suggest", "past")
    assert (result.exit_code, result.stdout, result.stderr) == (0, SUGGESTED, "")


def test_suggestion_loads_as_it_is_and_merges_by_name(tmp_path: Path) -> None:
    for name, words in (("first", SUGGESTED), ("second", SUGGESTED.replace("巡江艇", "巡江"))):
        (tmp_path / "house" / "lexicons").mkdir(parents=True, exist_ok=True)
        (tmp_path / "house" / "lexicons" / f"{name}.yaml").write_text(words, encoding="utf-8")
    lexicon = load_rulebook([builtin_folder(), tmp_path / "house"]).lexicon
    assert lexicon.words("岸线巡护缺位") == ("岸线巡护缺位", "巡江艇", "巡江")


def test_what_is_known_is_not_suggested(tmp_path: Path) -> None:
    (tmp_path / "house" / "lexicons").mkdir(parents=True)
    (tmp_path / "house" / "lexicons" / "own.yaml").write_text(SUGGESTED, encoding="utf-8")
    result = run("--suggest", "past", "--rules", "house")
    told = "past: 没有可以建议的词：这些文稿里没有问题与措施成对而词表还不认识的\n"
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{HEAD}concepts: []\n", told)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["none"], "none: 没有这个文件或文件夹\n"),
        (["none", "--lang", "en"], "none: no such file or folder\n"),
        (["past/a.txt"], "past/a.txt: 不是文件夹，应为存放文稿的文件夹\n"),
        (["past/a.txt", "--lang", "en"], "past/a.txt: is no folder, expected a folder of drafts\n"),
        (["empty"], "empty: 没有可检查的文稿，应为 .txt、.md、.markdown 或 .docx 文件\n"),
    ],
)
def test_bad_folder(arguments: list[str], told: str) -> None:
    Path("empty").mkdir()
    result = run("--suggest", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", told)


def test_unreadable_draft_is_told_and_the_others_are_read() -> None:
    Path("past/b.docx").write_bytes(b"\x00")
    result = run("--suggest", "past")
    assert (result.exit_code, result.stdout) == (2, SUGGESTED)
    assert result.stderr.startswith("past/b.docx: ")
    assert result.stderr.count("\n") == 1
