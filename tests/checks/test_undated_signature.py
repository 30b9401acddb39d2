"""A plan or a review signed by an office and without any date is told."""

import pytest

from lint.checks.elements.date.undated_signature import UndatedSignature
from tests.checks.genred import marked, plain

CHECK = UndatedSignature(offices=("局", "办"))
DRAFT = "县防汛方案\n{}一、任务\n修好堤防。\n{}"
CASES = {
    "no date": ("", "⟦县水利局⟧"),
    "below": ("", "县水利局\n2025年6月1日"),
    "beside": ("", "县水利局　2025年6月1日"),
    "in other figures": ("", "县水利局\n2025.6.1"),
    "in Chinese figures": ("", "县水利局\n二〇二五年六月一日"),
    "to be filled in": ("", "县水利局\n　　年　月　日"),
    "below the title": ("（2025年6月1日）\n", "县水利局"),
    "of printing": ("", "县水利局\n县防办　2025年6月1日印发"),
    "above": ("", "2025年6月1日\n县水利局"),
    "of a task": ("", "完成时限：2025年6月1日\n加固也要抓好。\n⟦县水利局⟧"),
    "copies alone": ("", "⟦县水利局⟧\n抄送：县委。"),
    "behind a list of annexes": ("", "附件：1.分工表\n⟦县水利局⟧"),
    "a field": ("", "责任单位：\n县水利局"),
    "who does what": ("", "县水利局\n二、清淤\n清淤。\n县水务局"),
    "no office": ("", "县水利人"),
}


@pytest.mark.parametrize(("above", "below"), CASES.values(), ids=CASES)
def test_signatures(above: str, below: str) -> None:
    expected = DRAFT.format(above, below)
    assert marked(CHECK, plain(expected)) == expected


def test_a_text_that_is_issued_is_dated_by_its_notice() -> None:
    draft = (
        "关于印发防汛方案的通知\n各镇：\n印发给你们。\n县水利局\n2025年6月1日\n县防汛方案\n一、任务\n修堤。\n县水利局"
    )
    assert marked(CHECK, draft) == draft
