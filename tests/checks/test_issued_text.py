import pytest

from lint.checks.base import Check
from lint.checks.elements.issued_text import IssuedText
from lint.checks.elements.signature.signer_presence import SignerPresence
from tests.checks.genred import hits, marked, plain

ISSUED = IssuedText(titles="关于印发.*通知$")
SIGNER = SignerPresence()
NOTICE = "⟦关于印发办法的通知⟧\n各镇：\n现印发给你们。\n县防办\n2025年1月1日"

CASES: dict[str, tuple[Check, str]] = {
    "alone": (ISSUED, NOTICE),
    "with its text": (ISSUED, plain(NOTICE) + "\n防汛办法\n第一条 为了防汛。\n第二条 照办。"),
    "with an annex": (ISSUED, plain(NOTICE) + "\n附件\n防汛办法\n第一条 为了防汛。"),
    "with a list": (ISSUED, plain(NOTICE).replace("县防办", "附件：防汛办法\n县防办")),
    "undated": (ISSUED, plain(NOTICE).replace("\n2025年1月1日", "")),
    "with items": (ISSUED, plain(NOTICE).replace("县防办", "一、甲\n二、乙\n县防办")),
    "another title": (ISSUED, plain(NOTICE).replace("印发", "学习")),
    "no signer": (SIGNER, "县局文件\n⟦县教〔2025〕5号⟧\n关于校车的报告\n县政府：\n如下。\n县局\n2025年1月1日"),
    "signer beside": (SIGNER, "县局文件\n县教〔2025〕5号　签发人：王明\n关于校车的报告\n县政府：\n如下。"),
    "signer below": (SIGNER, "县局文件\n县教〔2025〕5号\n签发人：王明\n关于校车的报告\n县政府：\n如下。"),
    "no number": (SIGNER, "关于校车的报告\n县政府：\n如下。\n县局\n2025年1月1日"),
    "no recipients": (SIGNER, "县教〔2025〕5号\n关于校车的报告\n一、甲\n二、乙"),
}


@pytest.mark.parametrize(("check", "expected"), CASES.values(), ids=CASES)
def test_cases(check: Check, expected: str) -> None:
    assert marked(check, plain(expected)) == expected


def test_values() -> None:
    [hit] = hits(ISSUED, plain(NOTICE))
    assert hit.values == {"title": "关于印发办法的通知"}
    assert [pattern for _, pattern in ISSUED.patterns()] == ["关于印发.*通知$"]
    [hit] = hits(SIGNER, "县教〔2025〕5号\n关于校车的报告\n县政府：\n如下。")
    assert hit.values == {"found": "县教〔2025〕5号", "genre": "报告"}
