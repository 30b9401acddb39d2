import pytest

from lint.checks.sections.section_presence import SectionPresence
from tests.checks.genred import hits, marked, plain

REQUIRED = SectionPresence()
CUSTOMARY = SectionPresence(customary=True)
PLAN = "清淤实施方案\n为保障行洪，制定本方案。\n一、主要任务\n清淤。\n二、工作要求\n按期完成。"

CASES = {
    "all there": (REQUIRED, PLAN),
    "missing": (REQUIRED, "⟦清淤实施方案⟧\n为保障行洪，制定本方案。\n一、主要任务\n清淤。\n二、实施步骤\n分三步。"),
    "in the preamble": (REQUIRED,
        "清淤实施方案\n成立清淤工作专班，按期完成。为保障行洪，制定本方案。\n一、主要任务\n清淤。\n二、步骤\n"
        "三步。"),
    "on the second level": (REQUIRED,
        "清淤实施方案\n为行洪，根据要求，制定本方案。\n一、主要任务\n（一）清淤\n挖。\n（二）组织领导\n管。\n"
        "二、步骤\n三步。"),
    "merged": (REQUIRED, "班子对照检查材料\n一、存在的问题及原因\n少。\n二、整改措施\n学。"),
    "told in the text": (REQUIRED, "班子对照检查材料\n一、存在的问题\n少。究其原因，是不学。\n二、整改措施\n学。"),
    "problem named by its cause": (REQUIRED, "⟦班子对照检查材料⟧\n一、问题产生的原因\n少。\n二、整改措施\n学。"),
    "a line without number": (REQUIRED, "班子对照检查材料\n一、存在的问题\n少。\n原因分析\n不学。\n二、整改措施\n学。"),
    "excerpt": (REQUIRED, "班子对照检查材料\n二、存在的问题\n少。\n三、整改措施\n学。"),
    "no title": (REQUIRED, "根据要求，现报告如下，请审。\n一、存在的问题\n少。\n二、整改措施\n学。"),
    "one heading": (REQUIRED, "班子对照检查材料\n一、存在的问题\n少。"),
    "in contents that are of another text": (REQUIRED,
        "⟦清淤实施方案⟧\n目录\n一、概述\n二、主要任务\n三、经费\n四、工作要求\n为行洪，制定本方案。\n"
        "一、主要任务\n清淤。\n二、步骤\n三步。"),
    "listed and absent, told of the entry": (REQUIRED,
        "清淤实施方案\n目录\n一、主要任务\n二、实施步骤\n三、工作要求\n为行洪，制定本方案。\n"
        "一、主要任务\n清淤。\n二、实施步骤\n三步。"),
    "hardly any of them": (REQUIRED, "班子对照检查材料\n一、甲\n少。\n二、乙\n学。"),
    "no genre": (REQUIRED, "写在前面\n一、甲\n少。\n二、乙\n学。"),
    "customary": (CUSTOMARY, "⟦班子对照检查材料⟧\n一、存在的问题\n少。\n二、原因分析\n不学。\n三、整改措施\n学。"),
    "customary, in the text": (CUSTOMARY,
        "班子对照检查材料\n上年度查摆问题已整改。\n一、存在的问题\n少。\n二、原因分析\n不学。\n"
        "三、整改措施\n学。"),
}  # fmt: skip


@pytest.mark.parametrize(("check", "expected"), CASES.values(), ids=CASES)
def test_presence(check: SectionPresence, expected: str) -> None:
    assert marked(check, plain(expected)) == expected


def test_values_and_place() -> None:
    text = "清淤实施方案\n为保障行洪，制定本方案。\n一、主要任务\n清淤。\n二、实施步骤\n分三步。"
    [hit] = hits(REQUIRED, text)
    assert hit.values["missing"] == "组织保障"
    assert hit.values["genre"] == "方案"
    assert hit.values["after"] == "二、实施步骤"
    assert hit.values["looked_for"].startswith("保障、组织领导、")
    assert [text[place.span.start : place.span.end] for place in hit.related] == ["二、实施步骤"]


def test_first_section_belongs_after_the_title() -> None:
    text = "班子对照检查材料\n一、原因分析\n少。\n二、整改措施\n学。"
    [hit] = hits(REQUIRED, text)
    [following] = hit.related
    assert hit.values["after"] == "班子对照检查材料"
    assert text[following.span.start : following.span.end] == "一、原因分析"
    assert following.values["role"] == "缺少的部分应在此之前"


def test_annex_has_its_own_genre() -> None:
    text = (
        "关于印发的通知\n各镇：\n请落实。\n县防办\n2025年1月1日\n附件1\n"
        + "清淤实施方案\n为行洪，制定本方案。\n一、任务\n清淤。\n二、步骤\n三步。"
    )
    assert [text[hit.span.start : hit.span.end] for hit in hits(REQUIRED, text)] == ["清淤实施方案"]
