"""Days of entry into force that contradict each other, and numbers of another year than the signature."""

import pytest

from lint.checks.correspondence.in_force_days import InForceDays
from lint.checks.elements.number.own_number_year import OwnNumberYear
from tests.checks.marking import marked

RULES = "第一条　绿道由乡镇管护。\n第二条　本办法自{}起施行。"
NOTICE = "关于印发《江北县绿道管理办法》的通知\n各乡镇：\n{}\n江北县园林局\n2025年3月6日\n江北县绿道管理办法\n" + RULES
CONTRADICTING = {
    "two dates": "绿道管理办法\n第一条　本办法自2025年6月1日起施行。\n第二条　本办法自⟦2025年7月1日⟧起实施。",
    "issue and date": "绿道管理办法\n第一条　本办法自公布之日起施行。\n第二条　本办法自⟦2025年7月1日⟧起正式施行。",
    "notice": NOTICE.format("现将《江北县绿道管理办法》印发给你们，请遵照执行，自印发之日起施行。", "⟦2025年5月1日⟧"),
    "title": NOTICE.format("《江北县绿道管理办法》自2025年4月1日起实施。", "⟦2025年5月1日⟧"),
}
AGREEING = {
    "same": "绿道管理办法\n第一条　本办法自发布之日起施行。\n第二条　本办法自印发之日起施行。",
    "partial": "绿道管理办法\n第一条　本办法第九条自2026年1月1日起施行。\n第二条　本办法自印发之日起施行。",
    "quoted": "绿道管理办法\n第一条　第九条改为“本办法自2025年1月1日起施行”。\n第二条　本办法自印发之日起施行。",
    "another text": "绿道管理办法\n第一条　本细则自2025年1月1日起施行。\n第二条　本办法自印发之日起施行。",
    "the notice": NOTICE.format("现将《江北县绿道管理办法》印发给你们。本通知自印发之日起施行。", "2025年5月1日"),
    "another law": NOTICE.format("《中华人民共和国湿地保护法》自2022年6月1日起施行。", "2025年5月1日"),
    "day of issue": NOTICE.format("现将《江北县绿道管理办法》印发给你们，自印发之日起施行。", "2025年3月6日"),
}
DRAFT = "江防办发〔{}〕3号\n关于做好防汛工作的通知\n各乡镇：\n请落实。\n江北县防汛办公室\n{}"


@pytest.mark.parametrize("expected", CONTRADICTING.values(), ids=CONTRADICTING)
def test_contradicting_days(expected: str) -> None:
    text = expected.replace("⟦", "").replace("⟧", "")
    assert marked(InForceDays(), text) == expected


@pytest.mark.parametrize("text", AGREEING.values(), ids=AGREEING)
def test_agreeing_days(text: str) -> None:
    assert marked(InForceDays(), text) == text


@pytest.mark.parametrize(
    ("year", "signed"),
    [
        ("⟦2023⟧", "2024年1月11日"),
        ("⟦2025⟧", "2024年12月21日"),
        ("⟦2022⟧", "2024年1月1日"),
        ("⟦2023⟧", "2024年6月30日"),
    ],
)
def test_number_of_another_year(year: str, signed: str) -> None:
    text = DRAFT.format(year.strip("⟦⟧"), signed)
    assert marked(OwnNumberYear(), text) == DRAFT.format(year, signed)


@pytest.mark.parametrize(
    ("year", "signed"),
    [("2024", "2024年6月1日"), ("2023", "2024年1月10日"), ("2025", "2024年12月22日"), ("2023", "二〇二四年六月一日")],
)
def test_number_of_the_same_year(year: str, signed: str) -> None:
    assert marked(OwnNumberYear(), DRAFT.format(year, signed)) == DRAFT.format(year, signed)
