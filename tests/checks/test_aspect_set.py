import pytest

from lint.checks.sections.aspect_set import AspectSet
from tests.checks.genred import hits, marked, plain

FIVE = (
    "（一）理论学习方面。少。\n（二）政治素质方面。弱。\n（三）能力本领方面。低。\n"
    "（四）担当作为方面。软。\n（五）工作作风方面。浮。\n"
)
SIX = FIVE + "（六）廉洁自律方面。松。\n"
REST = "二、原因分析\n不学。\n三、整改措施\n学。"

CASES = {
    "all six": f"班子2023年度对照检查材料\n一、存在的问题\n{SIX}{REST}",
    "one missing": f"班子2023年度对照检查材料\n⟦一、存在的问题⟧\n{FIVE}{REST}",
    "year in the preamble": f"班子对照检查材料\n2023年，会议开得好。\n⟦一、存在的问题⟧\n{FIVE}{REST}",
    "two years in the preamble": f"班子对照检查材料\n2023年和2024年，会议开得好。\n一、存在的问题\n{FIVE}{REST}",
    "the year that the meeting is for": f"班子2024年1月2023年度对照检查材料\n⟦一、存在的问题⟧\n{FIVE}{REST}",
    "a date below the title": f"班子对照检查材料\n（2023年12月8日）\n一、存在的问题\n{FIVE}{REST}",
    "a date and the year of the meeting": (
        f"班子对照检查材料\n（2024年1月8日）\n按照2023年度民主生活会安排，现报告如下。\n⟦一、存在的问题⟧\n{FIVE}{REST}"
    ),
    "the year of the title before last year's": (
        f"班子2024年民主生活会对照检查材料\n2023年度民主生活会查摆的问题已整改。\n一、存在的问题\n{FIVE}{REST}"
    ),
    "a date in the preamble": f"班子对照检查材料\n2023年12月8日，会议开得好。\n一、存在的问题\n{FIVE}{REST}",
    "year without a set": f"班子2019年度对照检查材料\n一、存在的问题\n{FIVE}{REST}",
    "no year": f"班子对照检查材料\n一、存在的问题\n{FIVE}{REST}",
    "another arrangement": (
        f"班子2023年度对照检查材料\n一、存在的问题\n（一）服务方面。少。\n（二）管理方面。弱。\n"
        f"（三）队伍方面。散。\n{REST}"
    ),
    "no problems": "班子2023年度对照检查材料\n一、原因分析\n不学。\n二、整改措施\n学。",
    "another genre": f"班子2023年度工作总结\n一、存在的问题\n{FIVE}{REST}",
}  # fmt: skip


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_aspects(expected: str) -> None:
    assert marked(AspectSet(), plain(expected)) == expected


def test_values() -> None:
    text = f"班子2023年度对照检查材料\n一、存在的问题\n{FIVE}{REST}"
    [hit] = hits(AspectSet(), text)
    assert [text[place.span.start : place.span.end] for place in hit.related] == ["2023年度"]
    assert (hit.values["aspect"], hit.values["year"], hit.values["count"]) == ("廉洁自律", "2023", "6")
