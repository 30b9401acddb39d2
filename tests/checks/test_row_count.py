"""Numbers told of a table's rows, in plain text, Markdown and Word."""

import pytest

from lint.document.parser import parse
from lint.formats import read
from lint.formats.docx.draft import word_source
from tests.checks.marking import hits
from tests.checks.ruled import check_of
from tests.docx.making import paragraph, table, word

ROWS = "\n".join(f"{number}\t第{number}件实事\t甲局" for number in range(1, 8))
HEADS = "序号\t事项\t单位"
ANNEX = f"附件1\n{{title}}\n{HEADS}\n{ROWS}\n"

WRONG = {
    "a citation in brackets": ("方案\n本方案共安排8项任务（见附件1）。\n", "任务分解表", ("8", "7", "8项任务")),
    "a citation behind a comma": ("方案\n提出8条措施，具体分工见附件1。\n", "任务分解表", ("8", "7", "8条措施")),
    "Chinese numerals": ("方案\n梳理形成九项重点任务（详见附件1）。\n", "重点任务清单", ("9", "7", "九项重点任务")),
    "a word of the title": (
        "方案\n全年安排6项民生任务。\n各单位抓好落实。\n",
        "民生任务清单",
        ("6", "7", "6项民生任务"),
    ),
    "the title itself": ("方案\n各单位抓好落实（见附件1）。\n", "任务清单（共8项）", ("8", "7", "共8项")),
}
SILENT = {
    "the right number": ("方案\n本方案共安排7项任务（见附件1）。\n", "任务分解表"),
    "a part of them": ("方案\n共安排8项任务，其中今年完成7项（见附件1）。\n", "今年任务表"),
    "some of them": ("方案\n共安排8项任务，部分任务见附件1。\n", "部分任务表"),
    "a narrower title": ("方案\n共安排8项任务（见附件1）。\n", "第一批任务表"),
    "what others hand in": ("通知\n各单位推荐6个项目（填写附件1）。\n", "项目推荐表"),
    "far off": ("方案\n全市共安排28项任务（见附件1）。\n", "任务分解表"),
    "parts of a sum": ("决定\n表彰集体5个、个人2名（见附件1）。\n", "表彰名单"),
    "aspects": ("方案\n从六个方面作出安排（见附件1）。\n", "任务分解表"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_number_that_the_rows_do_not_bear_out_is_told(name: str) -> None:
    text, title, expected = WRONG[name]
    found = hits(check_of("correspondence/row-count"), text + ANNEX.format(title=title))
    told = [(hit.values["announced"], hit.values["counted"], hit.values["text"]) for hit in found]
    assert told == [expected]


@pytest.mark.parametrize("name", SILENT)
def test_a_number_that_may_count_something_else_is_not(name: str) -> None:
    text, title = SILENT[name]
    assert hits(check_of("correspondence/row-count"), text + ANNEX.format(title=title)) == []


def test_an_excerpt_and_a_form_are_not_counted() -> None:
    for last in ("……\t……\t……", "9\t甲\t乙", "8\t\t"):
        assert hits(check_of("correspondence/row-count"), f"任务清单（共9项）\n{HEADS}\n{ROWS}\n{last}\n") == []


def test_rows_of_groups_are_counted_behind_their_heads_in_a_table_of_word() -> None:
    rows = [["序号", "任务"], ["一、产业（2项）", "一、产业（2项）"], ["1", "建园"], ["2", "引企"]]
    rows += [["二、民生（3项）", "二、民生（3项）"], ["3", "建校"], ["4", "建院"]]
    data = word(paragraph("任务清单") + table(*rows))
    document = parse(read(word_source(data, "draft.docx")))
    assert [hit.values for hit in check_of("correspondence/row-count").run(document)] == [
        {"announced": "3", "counted": "2", "text": "3项"}
    ]
