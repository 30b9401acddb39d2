from pathlib import Path

import pytest

from lint.analysis.genres import Told, UnknownGenreError, detect, kinds_of, named
from lint.config.genre_choice import GenreChoice
from lint.document.parser import parse
from lint.engine.linter import lint
from lint.engine.trials.genres import run_genre_examples
from lint.formats import read
from lint.messages.language import words_for
from lint.rulebook.rulebook import RulebookError, builtin_folder, load_rulebook
from lint.text.source import Source

ZH = words_for("zh")
RULEBOOK = load_rulebook([builtin_folder()])
GENRES = RULEBOOK.genres

TITLES = {
    "关于做好防汛工作的通知": "notice",
    "关于做好防汛\n工作的通知": "notice",
    "关于做好 防 汛 工作的 通 知": "notice",
    "防汛工作方案（试行）": "plan",
    "防汛工作方案（征求意见稿）（2025年修订）": "plan",
    "县政府转发防汛办关于防汛工作意见的通知": "notice",
    "关于批转防汛办防汛工作情况报告的通知": "notice",
    "关于印发《防汛物资管理办法》的通知": "notice",
    "关于同意设立防汛物资库请示的批复": "reply",
    "关于商请支援抽水泵的函": "letter",
    "关于支援抽水泵的复函": "letter-of-reply",
    "关于增拨抢险物资经费的请示": "request",
    "关于防汛工作情况的报告": "report",
    "防汛工作情况汇报": "report",
    "关于农村养老情况的调研报告": "survey-report",
    "关于农村养老情况的调查": "survey-report",
    "政府工作报告": "government-work-report",
    "县政府第3次常务会议纪要": "minutes",
    "关于禁止捕鱼的通告": "public-notice",
    "关于公开招聘的公告": "announcement",
    "关于表扬先进的通报": "circular",
    "关于授予荣誉称号的决定": "decision",
    "关于加快乡村发展的实施意见": "opinion",
    "山洪灾害应急预案": "emergency-plan",
    "接待管理制度": "regulation",
    "在全县防汛工作会议上的讲话": "speech",
    "班子2024年度民主生活会对照检查材料": "self-examination",
    "2024年度专题民主生活会个人发言提纲": "self-examination",
    "2024年度述职报告": "duty-report",
    "2024年度述职述廉报告": "duty-and-integrity-report",
    "2024年工作总结及2025年工作打算": "work-summary",
    "2025年工作要点": "work-plan",
    "巡察反馈问题整改方案": "rectification-plan",
    "关于巡察整改进展情况的报告": "inspection-rectification",
    "关于提请审议条例草案的议案": "proposal",
    "基层减负减了什么": None,
    "写在前面": None,
}


@pytest.mark.parametrize(("title", "expected"), TITLES.items())
def test_titles(title: str, expected: str | None) -> None:
    genre = detect(title, GENRES)
    assert (genre and genre.id) == expected


def kinds(text: str, name: str = "draft.txt", told: Told | None = None) -> list[tuple[str, str] | None]:
    document = parse(read(Source(name, text)))
    found = kinds_of(document, GENRES, name, told or Told())
    return [(kind.genre.id, kind.reason) if kind else None for kind in found]


DRAFTS = {
    "title": ("关于防汛的通知\n各乡镇：\n请落实。", "a.txt", [("notice", "title")]),
    "title over lines": ("江北县人民政府\n关于防汛工作的\n通知\n各乡镇：\n请落实。", "a.txt", [("notice", "title")]),
    "title below letterhead": (
        "江北县教育局\n江教〔2025〕3号\n关于防汛的函\n县水利局：\n请支持。", "a.txt", [("letter", "title")]),
    "Markdown heading": ("# 防汛工作方案\n\n## 一、任务\n\n值守。\n", "a.md", [("plan", "title")]),
    "subtitle in brackets": ("守土有责\n（述职报告）\n一年来。\n", "a.txt", [("duty-report", "subtitle")]),
    "subtitle after a dash": ("守土有责\n——在防汛会议上的讲话\n同志们：\n好。\n", "a.txt", [("speech", "subtitle")]),
    "front matter": ("---\ngenre: 请示\n---\n\n# 防汛工作方案\n", "a.md", [("request", "front_matter")]),
    "file name": ("今年雨量偏多，请予支持，这是草稿。\n", "稿/防汛工作方案-2025.txt", [("plan", "file_name")]),
    "piece of a file name": ("今年雨量偏多，这是草稿。\n", "讲话稿 第三稿.txt", [("speech", "file_name")]),
    "no file name beside a title": ("防汛这件事\n各位：\n好。", "通知.txt", [None]),
    "none": ("今年雨量偏多。\n", "draft.txt", [None]),
    "annex": (
        "关于防汛的通知\n各乡镇：\n请落实。\n县防办\n2025年1月1日\n附件1\n防汛工作方案\n一、甲\n附件2\n"
        "登记卡\n一、乙",
        "a.txt", [("notice", "title"), ("plan", "title"), None]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "expected"), DRAFTS.values(), ids=DRAFTS)
def test_drafts(text: str, name: str, expected: list[tuple[str, str] | None]) -> None:
    assert kinds(text, name) == expected


def test_what_is_told_comes_before_the_title() -> None:
    meta = "---\ngenre: 请示\n---\n\n# 防汛工作方案\n"
    assert kinds(meta, "a.md", Told("letter", "notice")) == [("letter", "option")]
    assert kinds(meta, "a.md", Told("", "notice")) == [("request", "front_matter")]
    assert kinds("防汛工作方案\n", "a.md", Told("", "通知")) == [("notice", "path")]


def test_unknown_genre_in_front_matter() -> None:
    with pytest.raises(UnknownGenreError, match="请式"):
        kinds("---\ngenre: 请式\n---\n\n# 方案\n", "a.md")


def test_named() -> None:
    assert named("请示", GENRES) is named("request", GENRES)
    assert named("", GENRES) is None


def test_a_later_genre_wins_over_the_same_match() -> None:
    first, second = GENRES[0], GENRES[1]
    twins = [type(first)(id=genre.id, name=genre.name, titles=("纪要$",)) for genre in (first, second)]
    assert detect("会议纪要", twins) is twins[1]


def test_choice_by_path(tmp_path: Path) -> None:
    choice = GenreChoice("", str(tmp_path), (("*.md", "notice"), ("函/", "letter")))
    assert choice.told(str(tmp_path / "a.md")) == Told("", "notice")
    assert choice.told(str(tmp_path / "函" / "a.md")) == Told("", "letter")
    assert choice.told(str(tmp_path / "a.txt")) == Told("", "")


def test_at_least_the_genres_of_the_table() -> None:
    assert len(GENRES) >= 22
    assert all(genre.examples for genre in GENRES)


def test_examples_of_the_genres() -> None:
    outcomes = [outcome for genre in GENRES for outcome in run_genre_examples(genre, RULEBOOK, "zh")]
    assert [outcome.told(ZH) for outcome in outcomes if not outcome.passed] == []


HOUSE = """name: 走访记录
name_en: visit record
titles: ['走访(?:记录|日志)$']
sections:
  - name: 走访情况
    name_en: visit
    headings: [走访情况]
  - name: 办理意见
    name_en: answers
    headings: [办理, 答复]
examples:
  - title: 3月入户走访记录
  - other: 关于走访的通知
  - draft: |
      3月入户走访记录
      一、走访情况
      十户。
      二、群众诉求
      路灯不亮。
    missing: [办理意见]
"""


def house(folder: Path, text: str = HOUSE) -> Path:
    (folder / "genres").mkdir()
    (folder / "genres" / "visit-record.yaml").write_text(text, encoding="utf-8")
    return folder


def test_house_genre(tmp_path: Path) -> None:
    rulebook = load_rulebook([builtin_folder(), house(tmp_path)], cache_dir=tmp_path / "cache")
    rulebook = load_rulebook([builtin_folder(), tmp_path], cache_dir=tmp_path / "cache")
    [genre] = [genre for genre in rulebook.genres if genre.id == "visit-record"]
    assert all(outcome.passed for outcome in run_genre_examples(genre, rulebook, "zh"))
    findings = lint(Source("a.txt", "3月入户走访记录\n一、走访情况\n十户。\n二、群众诉求\n路灯不亮。\n"), rulebook)
    assert [finding.rule for finding in findings] == ["sections/missing"]


WRONG = {
    "unknown key": (
        HOUSE.replace("titles:", "tittles:"),
        "visit-record.yaml:3:1: 没有 tittles 这个键，是否想写 titles",
    ),
    "id": ("id: x\n" + HOUSE, "visit-record.yaml:1:1: 没有 id 这个键"),
    "pattern": (HOUSE.replace("(?:记录|日志)$", "(记录"), "visit-record.yaml:3:10: 正则表达式有误"),
    "no titles": (HOUSE.replace("['走访(?:记录|日志)$']", "[]"), "visit-record.yaml:3:9: 至少要有一个标题的正则表达式"),
    "no example": (HOUSE.replace("  - title: 3月入户走访记录\n", ""), "至少要有一个属于此文种的标题"),
    "empty example": (HOUSE.replace("other: 关于走访的通知", "missing: []"), "示例应有 title、other、draft 之一"),
    "unknown section": (HOUSE.replace("missing: [办理意见]", "missing: [办理]"), "没有“办理”这个部分"),
    "unknown section in an order": (
        HOUSE.replace("examples:", "fixed:\n  - [走访情况, 回访]\nexamples:", 1),
        "没有“回访”这个部分",
    ),
    "unknown last section": (HOUSE.replace("examples:", "last: [回访]\nexamples:", 1), "没有“回访”这个部分"),
    "pattern of a heading": (
        HOUSE.replace("  - name: 走访情况\n", "  - name: 走访情况\n    placed: ['(走']\n", 1),
        "正则表达式有误",
    ),
}


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=WRONG)
def test_wrong_genre_files(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(RulebookError) as caught:
        load_rulebook([house(tmp_path, text)])
    assert expected in caught.value.errors[0]


def test_rule_of_an_unknown_genre(tmp_path: Path) -> None:
    text = (Path(builtin_folder()) / "elements" / "several-recipients.yaml").read_text("utf-8")
    (tmp_path / "elements").mkdir()
    (tmp_path / "elements" / "house.yaml").write_text(text.replace("genres: [request]", "genres: [requets]"), "utf-8")
    with pytest.raises(RulebookError, match="没有 requets 这个文种，是否想写 request"):
        load_rulebook([builtin_folder(), tmp_path])


def test_failing_examples_say_what_came_instead() -> None:
    genre = named("request", GENRES)
    assert genre is not None
    wrong = type(genre.examples[0])
    examples = (wrong(title="关于防汛的通知"), wrong(other="关于防汛的请示"), wrong(draft="防汛工作方案\n一、甲\n"))
    changed = type(genre)(id=genre.id, name=genre.name, titles=genre.titles, examples=examples)
    rulebook = type(RULEBOOK)((), tuple(changed if one is genre else one for one in GENRES))
    assert [outcome.told(ZH) for outcome in run_genre_examples(changed, rulebook, "zh")] == [
        "genres/request #1 漏报：应为 请示，实为 通知：关于防汛的通知",
        "genres/request #2 误报：应为 不是请示，实为 请示：关于防汛的请示",
        "genres/request #3 漏报：应为 不缺部分，实为 方案",
    ]


FORMULAS = {
    "关于防汛经费\n县政府：\n现将有关情况报告如下。\n缺钱。妥否，请批示。\n": ("request", "妥否，请批示"),
    "防汛检查情况\n各镇：\n现将检查情况通报如下。\n一、甲\n": ("circular", "通报如下"),
    "关于禁止捕鱼\n现将有关事项通告如下：\n一、甲\n": ("public-notice", "通告如下"),
    "关于防汛情况\n各位代表：\n现将情况报告如下。\n一、甲\n": None,
    "关于防汛情况\n现将情况报告如下。\n一、甲\n": None,
    "防汛工作清单\n各镇：\n现通知如下。\n一、甲\n": None,
    "防汛情况\n各镇：\n来文写“现通知如下。”，请改正。\n一、甲\n": None,
}


@pytest.mark.parametrize(("text", "expected"), FORMULAS.items())
def test_genre_by_the_words_of_a_text(text: str, expected: tuple[str, str] | None) -> None:
    [kind] = kinds_of(parse(read(Source("a.txt", text))), GENRES, "a.txt")
    assert (kind and (kind.genre.id, kind.evidence)) == expected
    assert kind is None or kind.reason == "formula"


def test_a_first_line_too_long_for_a_title_goes_before_the_file_name() -> None:
    line = "县仲裁院关于修改《" + "破产企业用地应否列入破产财产等若干具体问题" * 3 + "的批复》等二十九件规定的决定"
    [kind] = kinds_of(parse(read(Source("批复.txt", f"{line}\n根据需要，作如下修改：\n一、甲\n"))), GENRES, "批复.txt")
    assert kind
    assert (kind.genre.id, kind.reason, kind.evidence) == ("decision", "title", line)
