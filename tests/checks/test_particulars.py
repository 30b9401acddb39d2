import pytest

from lint.checks.elements.particulars import Particular, Particulars
from tests.checks.genred import hits, marked, plain

MEETING = Particulars(
    particulars=(
        Particular("时间", ("时间", "日期"), text=(r"\d月\d日[^。]*会议",)),
        Particular("地点", ("地点",), anywhere=("会议室",)),
        Particular("主持人", ("主持", "主持人"), text=("主持会议",)),
    ),
    dates=r"^（.*\d月\d日.*）$",
)
NOTICE = Particulars(particulars=(Particular("地点", ("地点",)),), titles="召开.*会的通知$")

CASES = {
    "in prose": (MEETING, "会议纪要\n6月1日，县长主持会议，在会议室研究防汛。\n一、甲"),
    "in fields": (MEETING, "会议纪要\n时 间：6月1日\n地　点：县政府\n主 持 人：王明\n一、甲"),
    "in one line": (MEETING, "会议纪要\n时间：6月1日　地点：县政府　主持：王明\n一、甲"),
    "without colons": (MEETING, "会议纪要\n时间　6月1日\n地点　县政府\n主持　王明\n一、甲"),
    "under headings": (MEETING, "会议纪要\n一、会议时间和地点\n6月1日，县政府。\n二、主持人\n王明"),
    "in a table": (
        MEETING,
        "会议纪要\n\n| 时间 | 地点 | 主持人 |\n| --- | --- | --- |\n| 6月 | 县府 | 王明 |\n\n一、甲",
    ),
    "at the end": (MEETING, "会议纪要\n6月1日，会议在县政府会议室召开。\n一、甲\n二、乙\n主持人：王明"),
    "one field missing": (MEETING, "会议纪要\n时间：6月1日\n⟦地点⟧：县政府\n出席：李红\n一、甲"),
    "the first field missing": (MEETING, "会议纪要\n⟦地点⟧：县政府\n主持人：王明\n一、甲"),
    "missing in prose": (MEETING, "会议纪要\n⟦6月1日，会议在县政府召开。⟧会议认为要抓好。\n一、甲"),
    "nothing stated": (MEETING, "⟦会议纪要⟧\n会议认为要抓好。\n一、甲"),
    "a heading that is a sentence": (MEETING, "会议纪要\n⟦6月1日，县长主持会议。⟧\n一、定了地点。\n甲"),
    "dated under the title": (MEETING, "会议纪要\n（2025年6月1日）\n县长主持会议，在会议室开会。\n一、甲"),
    "a date further down": (
        MEETING,
        "会议纪要\n⟦县长主持会议，在会议室开会。⟧\n一、甲\n6月1日会议继续。\n二、乙\n三、丙\n四、丁\n五、戊\n六、己",
    ),
    "empty": (MEETING, "会议纪要"),
    "titles": (NOTICE, "⟦关于召开防汛会的通知⟧\n各镇：\n请准时参加。\n一、议程\n防汛。"),
    "other titles": (NOTICE, "关于做好防汛的通知\n各镇：\n请准时参加。\n一、议程\n防汛。"),
}


@pytest.mark.parametrize(("check", "expected"), CASES.values(), ids=CASES)
def test_particulars(check: Particulars, expected: str) -> None:
    assert marked(check, plain(expected), "draft.md" if "| --- |" in expected else "draft.txt") == expected


def test_values() -> None:
    [hit] = hits(MEETING, "会议纪要\n时间：6月1日\n主持人：王明\n一、甲")
    assert hit.values == {"missing": "地点"}
    assert [place.span for place in hit.related] == [(13, 16)]


def test_the_related_place_is_the_field_below() -> None:
    [hit] = hits(MEETING, "会议纪要\n时间：6月1日\n主持人：王明\n一、甲")
    assert (hit.span, [place.span for place in hit.related]) == ((5, 7), [(13, 16)])


def test_patterns() -> None:
    assert [pattern for _, pattern in NOTICE.patterns()] == ["召开.*会的通知$"]
    assert [name for name, _ in MEETING.patterns()] == ["dates", *["particulars"] * 3]
