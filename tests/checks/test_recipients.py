import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.analysis.elements.recipients import named_places
from lint.checks.base import Check
from lint.checks.elements.recipients.recipient_colon import RecipientColon
from lint.checks.elements.recipients.recipient_copied import RecipientCopied
from lint.checks.elements.recipients.recipient_count import RecipientCount
from lint.checks.elements.recipients.recipient_person import RecipientPerson
from lint.checks.elements.recipients.recipient_presence import RecipientPresence
from tests.checks.genred import hits, marked, mended, plain

SEVERAL = RecipientCount(persons=("同志", "市民"))
UNWANTED = RecipientPresence(persons=("同志", "市民"))
COLON = RecipientColon(offices=("政府", "部门", "办公室", "县防办", "镇"))
COPIED = RecipientCopied()
PERSON = RecipientPerson(posts=("县长",), addresses=("尊敬的",))
PAPER = "关于禁渔的通知\n各县（区）人民政府、县水利局（河长办）：\n请落实。\n县防办\n2025年1月1日\n抄送："
LONG = "县委办，县人大办，县水利局党委，县政协办，县纪委，县武装部，县总工会，团县委，县妇联"

CASES = {
    "two": (SEVERAL, "关于增拨经费的请示\n⟦县政府、县财政局：⟧\n请批示。"),
    "two by 和": (SEVERAL, "关于增拨经费的请示\n⟦县人民政府和县财政局：⟧\n请批示。"),
    "one with and in its name": (SEVERAL, "关于增拨经费的请示\n县发展和改革局：\n请批示。"),
    "names in brackets": (SEVERAL, "关于增拨经费的请示\n县发改局（县粮食局、县能源局）：\n请批示。"),
    "several of a notice": (SEVERAL, "关于防汛的通知\n各镇、县直各部门：\n请落实。"),
    "public notice": (UNWANTED, "关于禁渔的通告\n⟦各镇、县直各部门：⟧\n现通告如下。"),
    "persons": (UNWANTED, "关于停水的公告\n广大市民：\n6月1日停水。"),
    "lead-in": (UNWANTED, "关于停水的公告\n因检修，现公告如下：\n一、停水。"),
    "none": (UNWANTED, "关于停水的公告\n6月1日停水。"),
    "full stop for the colon": (COLON, "关于防汛的通知\n各镇人民政府⟦。⟧\n请落实。"),
    "comma for the colon": (COLON, "关于防汛的通知\n各镇、县直各部门⟦，⟧\n请落实。"),
    "nothing for the colon": (COLON, "关于防汛的通知\n⟦各镇人民政府⟧\n请落实。"),
    "colon": (COLON, "关于防汛的通知\n各镇人民政府：\n请落实。"),
    "author below the title": (COLON, "关于防汛的报告\n县防汛办公室\n请审。\n县防汛办公室\n2025年1月1日"),
    "sentence": (COLON, "关于防汛的通知\n为做好防汛，请各镇报县防办。\n请落实。"),
    "below the number": (COLON, "关于防汛的通知\n清防〔2025〕1号\n⟦各镇人民政府⟧\n请落实。"),
    "below the date": (COLON, "关于防汛的通知\n（2025年1月1日）\n⟦各镇人民政府⟧\n请落实。"),
    "author above the date": (COLON, "关于防汛的通知\n县防汛办公室\n（2025年1月1日）\n请落实。"),
    "below a letterhead": (COLON, "县政府文件\n清防〔2025〕1号\n关于防汛的通知\n⟦各镇人民政府⟧\n请落实。"),
    "office of the title": (COLON, "县防汛办公室关于防汛的报告\n县防汛办公室\n请审。"),
    "brackets in a name that is copied": (COPIED, f"{PAPER}县委办，⟦各县（区）人民政府⟧。"),
    "brackets behind a name that is copied": (COPIED, f"{PAPER}⟦县水利局⟧（河长办），县委办。"),
    "brackets in a name once more": (COPIED, f"{PAPER}各市（区）人民政府办公室。"),
    "copies above the printer": (COPIED, f"{PAPER}{LONG}，⟦县水利局⟧，\n县防办　2025年1月2日印发"),
    "brackets before a post": (PERSON, "关于增拨经费的请示\n⟦县（市）长王明副县长⟧：\n请批示。"),
    "annex": (COLON, "关于防汛的通知\n各镇：\n请落实。\n县防办\n2025年1月1日\n附件1\n值班表\n县防汛办公室\n值班。"),
}  # fmt: skip


@pytest.mark.parametrize(("check", "expected"), CASES.values(), ids=CASES)
def test_recipients(check: Check, expected: str) -> None:
    assert marked(check, plain(expected)) == expected
    if check is COLON:
        assert hits(check, mended(check, plain(expected))) == []


def test_values() -> None:
    [hit] = hits(SEVERAL, "关于增拨经费的请示\n县政府、县财政局（国资局）：\n请批示。")
    assert hit.values == {"found": "县政府、县财政局", "count": "2", "genre": "请示"}
    assert mended(COLON, "关于防汛的通知\n各镇人民政府\n请落实。") == "关于防汛的通知\n各镇人民政府：\n请落实。"


@given(st.text(alphabet="县市局委和、，（）：: ", max_size=30))
def test_named_places(line: str) -> None:
    """Names are what stands at their places, but for what is in brackets; the places are apart and in order."""
    end = 0
    for name, place in named_places(line):
        assert end <= place.start < place.end <= len(line)
        assert name
        assert set(name) <= set(line[place.start : place.end])
        assert line[place.start] == name[0]
        end = place.end
