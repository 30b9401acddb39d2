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


@pytest.mark.parametrize("first", ["附件：1.签字表", "附件：1．签字表", "附：1.签字表", "附 件：1、签字表"])
def test_a_list_of_annexes_below_the_date_begins_no_text(first: str) -> None:
    document = parse(
        read(
            Source(
                "draft.txt",
                f"验收报告\n一、建议\n管好。\n主任（签字）：\n2025年6月25日\n\n{first}\n2.资料目录\n\n附件1\n签字表\n",
            )
        )
    )
    blocks = document.reading.blocks
    listed = [document.text[blocks[index].start : blocks[index].end] for index in document.main.annex_list]
    assert ([part.kind for part in document.parts], listed) == (["main", "annex"], [first, "2.资料目录"])


def test_lines_of_a_form_are_not_the_title_of_an_annex() -> None:
    forms = {
        "隐患登记表": "填报单位（盖章）：          填报日期：    年    月    日",
        "整改回执": "□已整改　□未整改",
        "人员去向\n登记表": "姓名      职务      电话",
    }
    annexes = "".join(f"附件{number}\n{title}\n{line}\n" for number, (title, line) in enumerate(forms.items(), 1))
    document = parse(read(Source("draft.txt", f"关于填报的通知\n各镇：\n请填报。\n县安办\n2025年6月1日\n{annexes}")))
    assert [document.slice(part.title) for part in document.parts[1:] if part.title] == [*forms]


def test_an_annotation_without_its_last_bracket_begins_no_text() -> None:
    text = "关于甲的通知\n各镇：\n请照办。\n附件：1.表一\n县防办\n2025年1月1日\n（联系人：王明\n附件1\n表一\n甲"
    assert [part.kind for part in parse(read(Source("a.txt", text))).parts] == ["main", "annex"]


def test_the_fields_of_a_form_complete_no_title() -> None:
    text = "关于甲的通知\n各镇：\n请照办。\n县防办\n2025年1月1日\n附件\n申报表\n申报单位（盖章）：　日期\n项目：甲\n甲"
    annex = parse(read(Source("a.txt", text))).parts[1]
    assert annex.title is not None
    assert text[annex.title.start : annex.title.end] == "申报表"


@pytest.mark.parametrize("entry", ["（由验收单位填写）", "(受理机构填写并盖章)", "【专家组填写】"])
def test_a_line_in_brackets_below_a_heading_signs_no_form(entry: str) -> None:
    text = (
        f"关于甲的通知\n各镇：\n请照办。\n县防办\n2025年1月1日\n附件\n申请表\n一、概况\n（对照说明）\n二、意见\n{entry}"
    )
    document = parse(read(Source("a.txt", text)))
    annex = document.parts[1]
    [_, opinion] = document.series[0].items
    assert (annex.signature, document.slice(opinion.body).strip()) == (None, entry)


def test_a_line_in_brackets_below_another_ends_a_part() -> None:
    text = "述职报告\n一、学习\n学了。\n二、打算\n干好。\n（述职人：王明）"
    signature = parse(read(Source("a.txt", text))).main.signature
    assert signature is not None
    assert text[signature.start : signature.end] == "（述职人：王明）"


ISSUED = {
    "in one line": "关于印发《防汛方案2025》的通知\n各镇：\n现印发给你们。\n县防办\n⟦防汛方案2025⟧\n为做好防汛，制定本方案。\n一、目标\n不死人。",
    "in two": "关于印发《防汛方案（试行）》的通知\n各镇：\n请落实。\n县防办\n（公开）\n⟦防汛方案⟧\n（试行）\n一、目标\n不死人。",
    "as an annex": "关于印发《防汛方案2025》的通知\n各镇：\n现印发给你们。\n附件：\n防汛方案2025\n县防办\n2025年6月1日",
    "named, not issued": "关于学习《防汛方案2025》的通知\n各镇：\n请学习。\n县防办\n防汛方案2025\n为做好防汛，制定本方案。\n一、目标",
}  # fmt: skip


@pytest.mark.parametrize("expected", ISSUED.values(), ids=ISSUED)
def test_the_name_of_what_is_issued_begins_its_text(expected: str) -> None:
    text = expected.replace("⟦", "").replace("⟧", "")
    titles = [part.title for part in parse(read(Source("draft.txt", text))).parts[1:] if part.kind == "text"]
    marked = text
    for title in reversed(titles):
        marked = f"{marked[: title.start]}⟦{marked[slice(*title)]}⟧{marked[title.end :]}" if title else marked
    assert marked == expected
