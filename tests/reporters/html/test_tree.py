from typing import Any

import msgspec

from tests.reporters.html.pages import draft_of


def outlined(text: str, path: str = "稿.txt") -> Any:
    return msgspec.to_builtins(draft_of(text, path).outline)


def test_series_with_wrong_numbers_shows_those_expected() -> None:
    [part] = outlined("一、问题\n　　（一）作风。一是甲不够。三是乙不够。二是丙不够。\n　　（二）能力。\n")
    [sections] = part["groups"]
    [first] = sections["items"]
    [group] = first["groups"]
    [one, _] = group["items"]
    [series] = one["groups"]
    assert (series["inline"], series["found"], series["expected"]) == (True, "一是、三是、二是", "一是、二是、三是")
    found = [(item["marker"], item.get("expected", ""), "findings" in item, "by" in item) for item in series["items"]]
    assert found == [
        ("一是", "", False, False),
        ("三是", "二是", True, True),
        ("二是", "三是", False, True),
    ]


def test_marker_of_another_form_leaves_the_series_whole() -> None:
    [part] = outlined("（一）甲。好。\n(二)乙。好。\n（三）丙。好。\n")
    [group] = part["groups"]
    assert "expected" not in group
    assert [item.get("expected", "") for item in group["items"]] == ["", "（二）", ""]


def test_findings_stand_where_their_text_is() -> None:
    text = (
        "关于XX的通知\n\n各科室：\n　　现通知如下。\n　　一、甲\n　　请于XX月前办理。\n"
        "　　特此通知。\n\n　　　　XX局\n　　　　2024年1月5日\n"
    )
    [part] = outlined(text)
    [group] = part["groups"]
    assert [(slot["name"], len(slot.get("findings", ()))) for slot in part["before"]] == [
        ("title", 1),
        ("recipients", 0),
        ("preamble", 0),
    ]
    assert [len(item.get("findings", ())) for item in group["items"]] == [1]
    assert [(slot["name"], len(slot.get("findings", ()))) for slot in part["after"]] == [
        ("closing", 0),
        ("signature", 1),
        ("date", 0),
    ]


def test_every_finding_stands_somewhere_once() -> None:
    text = "关于XX的通知\n\n　　一、甲\n　　（一）乙。XX。一是丙，，。二是XX丁。\n附件\n\nXX表\n　　一、XX\n"
    draft = draft_of(text)

    def own(value: Any) -> list[int]:
        if isinstance(value, dict):
            below = [index for key, each in value.items() if key not in ("findings", "by") for index in own(each)]
            return [*value.get("findings", ()), *below]
        return [index for each in value for index in own(each)] if isinstance(value, list | tuple) else []

    assert sorted(own(msgspec.to_builtins(draft.outline))) == list(range(len(draft.findings)))


def test_markdown_lists_have_the_markers_of_their_numbers() -> None:
    [part] = outlined("1. 甲XX\n2. 乙\n", "稿.md")
    assert [item["marker"] for item in part["groups"][0]["items"]] == ["1.", "2."]
