"""Amounts in words, which are looked for only where one may stand."""

from typing import Never

import pytest

from lint.checks.numerals import capital_amount
from tests.checks.marking import hits
from tests.checks.ruled import check_of

FAR = "另行安排的资金用于其他方面，" * 20
PAIRS = [("壹佰元整", "200"), ("叁万元整", "30000"), ("二百元", "500")]


def test_far_apart() -> None:
    """Each is found wherever it stands, however far from the others, and those that meet are found once."""
    text = FAR.join(f"退还押金{words}（小写：￥{figure}元）" for words, figure in PAIRS)
    check = check_of("numerals/amount-in-words-differs")
    assert hits(check, text) == hits(check, f"{text}。\n") != []
    assert len(hits(check, text)) == 2


@pytest.mark.parametrize("text", ["投资125万元（含征地费30万元）", "补助一百元，另有二元结构", "上级另补3万元（含税）"])
def test_not_compiled(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No large pattern is asked of a draft without an amount in words beside a bracket or sign and a figure."""

    def asked(*_: object) -> Never:
        raise AssertionError

    class Asked:
        finditer = staticmethod(asked)

    monkeypatch.setattr(capital_amount, "_BESIDE", (Asked(),))
    assert hits(check_of("numerals/amount-in-words-differs"), text) == []
