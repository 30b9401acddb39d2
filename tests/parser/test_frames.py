"""The frame of a part: title, subtitle, recipients, closing, signature, date."""

import pytest

from lint.document.parser import parse
from lint.formats import read
from lint.text.source import Source

PIECES = ("title", "subtitle", "recipients", "closing", "signature", "date")

FRAMES = {
    "title below letterhead and number": ("江北县水文中心\n江水函〔2025〕8号\n关于防汛的函\n县河道处：\n请支持。",
        {"title": "关于防汛的函", "recipients": "县河道处："}),
    "number with who signs": ("江北县教育局文件\n江教〔2025〕8号　　签发人：王明\n关于防汛的报告\n县政府：\n如下。",
        {"title": "关于防汛的报告", "recipients": "县政府："}),
    "number below the title": ("关于防汛的通知\n江防〔2025〕8号\n各镇：\n请落实。",
        {"title": "关于防汛的通知", "subtitle": "江防〔2025〕8号", "recipients": "各镇："}),
    "number between title and recipients without a colon": ("关于防汛的通知\n江防〔2025〕8号\n各镇\n请落实。",
        {"title": "关于防汛的通知", "subtitle": "江防〔2025〕8号\n各镇"}),
    "title that ends in a colon": ("县水利局关于防汛的通知：\n各镇：\n请落实。",
        {"title": "县水利局关于防汛的通知", "recipients": "各镇："}),
    "imprint below": ("关于防汛的通知\n各镇：\n请落实。\n一、甲\n二、乙\n县防办\n抄送：县委。\n县防办　2025年6月2日印发",
        {"title": "关于防汛的通知", "recipients": "各镇：", "signature": "县防办"}),
    "note below": ("关于防汛的通知\n各镇：\n请落实。\n一、甲\n二、乙\n县防办\n（联系人：王明）",
        {"title": "关于防汛的通知", "recipients": "各镇：", "signature": "县防办"}),
    "lead-in is no recipient": ("关于停水的公告\n因检修，现公告如下：\n一、停水。", {"title": "关于停水的公告"}),
    "line with a colon is no byline": ("会议纪要\n时间：6月1日\n一、甲", {"title": "会议纪要"}),
    "Chinese date": ("关于防汛的通知\n各镇：\n请落实。\n县防办\n二〇二五年六月十一日",
        {"title": "关于防汛的通知", "recipients": "各镇：", "signature": "县防办", "date": "二〇二五年六月十一日"}),
    "date with points": ("关于防汛的通知\n各镇：\n请落实。\n县防办\n2025.6.1",
        {"title": "关于防汛的通知", "recipients": "各镇：", "signature": "县防办", "date": "2025.6.1"}),
    "closing without a stop": ("关于防汛的通知\n各镇：\n请落实。\n特此通知\n县防办\n2025年6月1日",
        {"title": "关于防汛的通知",
        "recipients": "各镇：", "closing": "特此通知", "signature": "县防办", "date": "2025年6月1日"}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FRAMES.values(), ids=FRAMES)
def test_frames(text: str, expected: dict[str, str]) -> None:
    document = parse(read(Source("draft.txt", text)))
    pieces = {name: getattr(document.main, name) for name in PIECES}
    assert {name: document.slice(span) for name, span in pieces.items() if span is not None} == expected


def test_a_lone_sign_of_an_annex_begins_one() -> None:
    document = parse(
        read(Source("draft.txt", "职数规定\n一、职数\n五人。\n二、施行\n即日起。\n附：\n公司名单\n甲公司、乙公司。\n"))
    )
    titles = [document.slice(part.title) for part in document.parts if part.title]
    assert ([part.kind for part in document.parts], titles) == (["main", "annex"], ["职数规定", "公司名单"])


def test_a_lone_sign_above_a_list_of_annexes_begins_none() -> None:
    document = parse(
        read(Source("draft.txt", "报送通知\n各站：\n请报送。\n附：\n1.公司名单\n2.人员名单\n县局\n2026年3月1日\n"))
    )
    assert [part.kind for part in document.parts] == ["main"]
