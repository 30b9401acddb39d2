import pytest

from lint.text.addresses import addresses_in, plain_addresses_in, touches
from lint.text.source import Span

CASES = {
    "Chinese in a query": ("详见http://a.cn/甲?名=1,乙。", ["http://a.cn/甲?名=1,乙"]),
    "full-width mark after it": ("见https://a.cn，下载", ["https://a.cn"]),
    "link of Markdown": ("[甲](http://a.cn/x,y),乙", ["http://a.cn/x,y"]),
    "without a scheme": ("登录www.a.cn/甲", ["www.a.cn/甲"]),
    "mail": ("发至li.ming@a.gov.cn,谢谢", ["li.ming@a.gov.cn"]),
    "Windows": ("在C:\\用户\\甲,乙.txt。", ["C:\\用户\\甲,乙.txt"]),
    "share": ("在\\\\server\\共享:甲，", ["\\\\server\\共享:甲"]),
    "drive with slashes": ("在D:/甲:乙", ["D:/甲:乙"]),
    "time, ratio and label": ("10:30，1:3，电话:123，甲:乙", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_addresses(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in addresses_in(text)] == expected


PLAIN = {
    "up to the first Chinese character": ("详见http://a.cn/甲?名=1,乙。", ["http://a.cn/"]),
    "link of Markdown": ("[甲](http://a.cn/x_(y)),乙", ["http://a.cn/x_(y)"]),
    "capitals without a scheme": ("登录WWW.A.CN。", ["WWW.A.CN"]),
    "mail, not without a domain": ("发至li.ming@a.gov.cn,抄li@a。", ["li.ming@a.gov.cn"]),
    "paths and times": ("在C:\\用户\\甲，10:30", []),
}


@pytest.mark.parametrize(("text", "expected"), PLAIN.values(), ids=PLAIN)
def test_plain_addresses(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in plain_addresses_in(text)] == expected


@pytest.mark.parametrize(
    ("span", "expected"), [((0, 3), False), ((2, 4), True), ((4, 4), True), ((5, 7), True), ((6, 8), False)]
)
def test_spans_that_touch_an_address(span: tuple[int, int], expected: bool) -> None:
    assert touches([Span(3, 6), Span(9, 12)], Span(*span)) is expected
