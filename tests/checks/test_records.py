"""Fields of records: those that one lacks or leaves empty, and those that stand in another order."""

import pytest

from lint.checks.correspondence.field_order import FieldOrder
from lint.checks.numbering.series.sibling_headings import SiblingHeadings
from lint.checks.sections.absent_field import AbsentField
from lint.checks.sections.empty_field import EmptyField
from tests.checks.marking import hits, marked

NAMES, OPTIONAL = (("整改措施", "具体措施"), ("责任单位", "责任人")), ("备注", "配合")
ABSENT = AbsentField(fields=NAMES, optional=OPTIONAL)
EMPTY = EmptyField(fields=NAMES, optional=OPTIONAL)
LACKING = {
    "empty before the next": (
        "任务一：公园\n整改措施：新建5个。\n责任人：张某\n任务二：绿道\n⟦整改措施：⟧\n责任人：李某\n任务三：行道树\n整改措施：补植。\n责任人：王某",
        "整改措施",
    ),
    "empty, of two": (
        "（一）公园\n整改措施：新建5个。\n责任人：张某\n（二）绿道\n⟦整改措施：⟧\n责任人：李某",
        "整改措施",
    ),
    "any name": (
        "问题1：学习\n整改成效：已完成。\n⟦问题2：调研⟧\n整改措施：蹲点。\n问题3：采购\n整改成效：已完成。\n"
        "问题4：管护\n整改成效：已完成。",
        "整改成效",
    ),
    "over sections": (
        "一、甲\n事项1：学习\n责任单位：甲科\n事项2：调研\n责任单位：乙科\n二、乙\n⟦事项3：采购⟧\n完成时限：6月\n"
        "事项4：管护\n责任单位：丙科",
        "责任单位",
    ),
    "two on a line": (
        "1.学习。\n责任人：张某　　期限：6月\n⟦2.调研⟧。\n责任人：李某\n3.采购。\n责任人：王某　　期限：7月\n"
        "4.管护。\n责任人：赵某　　期限：8月",
        "期限",
    ),
    "in brackets": (
        "一、救助\n1.核查。每季核查。（责任单位：救助科）\n2.提标。按时发放。（责任单位：救助科）\n二、养老\n⟦3.改造⟧。年内完成。\n"
        "4.监管。每月检查。（责任单位：养老科）\n三、要求\n5.加强领导。\n6.强化督查。",
        "责任单位",
    ),
    "several in brackets": (
        "（一）扩能。建厂房。（牵头单位：甲局，完成时限：6月底）\n（二）技改。上设备。（牵头单位：乙局，完成时限：9月底）\n"
        "⟦（三）招商⟧。签项目。（牵头单位：丙局）\n（四）供地。供三百亩。（牵头单位：丁局，完成时限：10月底）",
        "完成时限",
    ),
    "empty in brackets": (
        "1.学习。每月学习。（责任单位：甲科）\n2.调研。每季调研。（⟦责任单位：⟧）\n3.采购。公开招标。（责任单位：乙科）",
        "责任单位",
    ),
    "framed labels": (
        "1.学习不经常\n【整改措施】学习。\n【责任单位】甲科\n⟦2.调研不深入⟧\n【整改措施】调研。\n3.采购不规范\n【整改措施】招标。\n"
        "【责任单位】乙科",
        "责任单位",
    ),
    "behind one blank": (
        "1.学习。责任单位：甲科 完成时限：6月\n⟦2.调研⟧。责任单位：乙科\n3.采购。责任单位：丙科 完成时限：7月\n"
        "4.归档。责任单位：丁科 完成时限：8月",
        "完成时限",
    ),
}
COMPLETE = {
    "brackets in other words": (
        "1.学习。每月学习。（责任单位：甲科）\n2.调研。每季调研。（甲科牵头，乙科配合）\n3.采购。公开招标。（责任单位：乙科）\n"
        "4.归档。按年归档。（责任单位：丙科）"
    ),
    "sections of records": (
        "一、救助\n1.核查。（责任单位：甲科）\n2.提标。（责任单位：甲科）\n二、养老\n3.改造。（责任单位：乙科）\n4.监管。（责任单位：乙科）\n"
        "三、要求\n5.加强领导。\n6.强化督查。"
    ),
    "brackets of several kinds": (
        "1.主窗口（地址：解放路）受理。\n2.东窗口（联系人：张某，电话：111）受理。\n3.西窗口（地址：人民路）受理。\n4.网上（网址：甲）办理。"
    ),
    "commas of prose": (
        "1.学习，要求：每月一次，地点：甲。\n2.调研，要求：每季一次，地点：乙。\n3.采购，要求：公开，地点：丙。\n4.归档。按年。"
    ),
    "one measure and several": (
        "（一）甲\n整改措施：学习。\n责任人：张\n（二）乙\n整改措施一：调研。\n整改措施二：蹲点。\n责任人：李\n"
        "（三）丙\n整改措施：采购。\n责任人：王"
    ),
    "measures as a list": (
        "（一）甲\n整改措施：\n1.学习。\n2.研讨。\n（二）乙\n整改措施：调研。\n（三）丙\n整改措施：采购。"
    ),
    "what may be absent": "".join(f"（{n}）甲\n备注：无\n配合单位：乙科\n" for n in "一二三") + "（四）丁\n文。",
    "items with a colon": "一、时间：6月1日\n二、地点：会议室\n三、参会人员：全体\n四、要求：着正装。",
    "the last as closing lines": "\n".join(f"问题{n}：甲\n牵头单位：甲局" for n in "一二三四"),
    "notes below": (
        "一、甲\n整改措施：学习。\n责任人：张某\n二、乙\n整改措施：调研。\n责任人：李某\n三、丙\n整改措施：采购。\n责任人：王某\n"
        "四、有关说明\n本清单每季度更新。\n审核人：赵某"
    ),
    "one field for a series": (
        "（一）供水\n1.换管。换十公里。（责任单位：甲局）\n2.改表。改千户。（责任单位：甲局）\n3.清池。清六座。（责任单位：乙局）\n"
        "（二）助餐\n1.选址。选三处。\n2.建设。建三处。\n3.开办。年内开办。\n（责任单位：丙局，各镇）"
    ),
    "fields of two levels": (
        "（一）供水\n1.换管。换十公里。（责任单位：甲局）\n2.改表。改千户。（责任单位：甲局）\n（二）助餐。选三处。（责任单位：丙局）\n"
        "（三）停车。增百位。（责任单位：丁局）\n（四）绿化。植千株。（责任单位：戊局）\n（五）筹资\n1.争取。报项目。\n2.配套。列预算。"
    ),
    "what was left over": (
        "一、关于河道\n会议议定：清淤。\n二、关于水库\n会议议定：加固。\n三、关于灌区\n会议议定：扩建。\n四、其他事项\n同意拨款。"
    ),
    "a form to fill in": "（一）甲\n联系人：\n电话：\n（二）乙\n联系人：\n电话：",
}


def _plain(text: str) -> str:
    return text.replace("⟦", "").replace("⟧", "")


@pytest.mark.parametrize("name", LACKING)
def test_lacking_fields(name: str) -> None:
    expected, field = LACKING[name]
    text = "整改清单\n" + expected
    check, other = (EMPTY, ABSENT) if name.startswith("empty") else (ABSENT, EMPTY)
    assert marked(check, _plain(text)) == text
    assert [hit.values["field"] for hit in hits(check, _plain(text))] == [field]
    assert hits(other, _plain(text)) == []


@pytest.mark.parametrize("text", COMPLETE.values(), ids=COMPLETE)
def test_complete_records(text: str) -> None:
    assert [hits(check, "整改清单\n" + text) for check in (ABSENT, EMPTY)] == [[], []]


def test_fields_in_another_order() -> None:
    record = "任务{}：甲\n目标：优。\n措施：严。\n"
    text = "清单\n" + "".join(record.format(number) for number in "123") + "任务4：甲\n⟦措施：⟧严。\n目标：优。\n"
    assert marked(FieldOrder(), _plain(text)) == text


def test_field_lines_are_no_headings_alike() -> None:
    record = "问题{}：甲。\n整改措施：\n1.学习。\n2.调研。\n"
    assert hits(SiblingHeadings(), "清单\n一、甲\n" + "".join(record.format(number) for number in "一二三")) == []
