"""What looks like a word or a figure is a marker where the run expects it, and none elsewhere."""

import pytest

from tests.parser.test_tree import sketch

TREES = {
    "班": ("条例\n第一条　用语：\n（一）班车，是指甲；\n（二）包车，是指乙。\n第二条　施行。", "第一条[（一） （二）] 第二条"),
    "条约": ("办法\n（一）法律；\n（二）条约；\n（三）款项；\n（四）目前的规定。", "（一） （二） （三） （四）"),
    "cited items": ("规定\n（一）甲；\n（二）乙；\n（三）第（一）、（二）两项所列人员；\n（四）丙。", "（一） （二） （三） （四）"),
    "一次性": ("清单\n一、社保\n二、岗位\n三、一次性补贴\n四、创业", "一、 二、 三、 四、"),
    "一线": ("清单\n一、一线工人\n二、二线工人\n三、三线工人", "一、 二、 三、"),
    "一体": ("侧记\n提出意见。第一，发挥优势。第二，推动融合。第三，深化改革。第四，一体推进。第五，开放。",
        "第一， 第二， 第三， 第四， 第五，"),
    "articles above a thousand": ("法\n第九百九十九条　甲\n第一千条　乙\n第一千零一条　丙\n第一千零二条　丁",
        "第九百九十九条 第一千条 第一千零一条 第一千零二条"),
    "cities of two kinds": ("报告\n一、二线城市增长。\n二、三产业协调。", ""),
    "cited at the head of a line": ("报告\n一、甲\n（一）、（二）项所列情形除外。\n二、乙", "一、 二、"),
    "a class at the head of a line": ("报告\n一、甲\n（3）班参加比赛。\n二、乙", "一、 二、"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TREES.values(), ids=TREES)
def test_tree(text: str, expected: str) -> None:
    assert sketch(text) == expected
