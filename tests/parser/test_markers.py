"""Markers by shape: family, number, text, punctuation, doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.document import families
from lint.document.markers import find_head, find_inline

HEADS = {
    "一、工作": ("han", 1, "一、", 0),
    "二，突出": ("han", 2, "二，", 1),
    "九百九十九、末": ("han", 999, "九百九十九、", 0),
    "十十一、误": ("han", None, "十十一、", 0),
    "（一）坚决": ("han_paren", 1, "（一）", 0),
    "(二）检测": ("han_paren", 2, "(二）", 0),
    "（二）、强化": ("han_paren", 2, "（二）、", 0),
    "㈠总则": ("han_paren", 1, "㈠", 0),
    "1.自查": ("digit", 1, "1.", 0),
    "１２．甲": ("digit", 12, "１２．", 0),
    "1、甲": ("digit", 1, "1、", 0),
    "⒈甲": ("digit", 1, "⒈", 0),
    "2.2024年起": ("digit", 2, "2.", 1),
    "1、2类器械": ("digit", 1, "1、", 2),
    "（1）甲": ("digit_paren", 1, "（1）", 0),
    "⑴甲": ("digit_paren", 1, "⑴", 0),
    "1）甲": ("digit_half_paren", 1, "1）", 1),
    "①甲": ("circled", 1, "①", 0),
    "㉑甲": ("circled", 21, "㉑", 0),
    "a.甲": ("latin", 1, "a.", 1),
    "Ⅱ.甲": ("roman", 2, "Ⅱ.", 0),
    "1　总则": ("dotted1", 1, "1", 1),
    "1.1　目的": ("dotted2", 1, "1.1", 0),
    "2.3.4 机构": ("dotted3", 4, "2.3.4", 0),
    "第二章　总则": ("chapter", 2, "第二章", 0),
    "第一分编　通则": ("subvolume", 1, "第一分编", 0),
    "第二部分　回顾": ("part", 2, "第二部分", 0),
    "第12条 甲": ("article", 12, "第12条", 0),
    "第十条规定的费用": ("article", 10, "第十条", 1),
    "一是甲": ("is", 1, "一是", 0),
    "二要甲": ("must", 2, "二要", 1),
    "第一，甲": ("nth", 1, "第一，", 1),
    "其二，甲": ("among", 2, "其二，", 1),
    "首先，甲": ("order", 1, "首先，", 1),
    "另一方面，甲": ("side", 2, "另一方面，", 1),
    "一、二线城市": ("han", 1, "一、", 2),
    "三、一次性补贴": ("han", 3, "三、", 0),
    "——甲": ("dash", 0, "——", 0),
}


@pytest.mark.parametrize(("text", "expected"), HEADS.items(), ids=HEADS)
def test_head(text: str, expected: tuple[str, int | None, str, int]) -> None:
    marker = find_head(text, 0, len(text))
    assert marker is not None
    assert (marker.family.name, marker.value, text[slice(*marker.span)], marker.doubt) == expected


NO_HEADS = [
    "第一党支部",
    "一要素",
    "三会一课",
    "2024年",
    "（一）、（二）项",
    "第一、第三产业",
    "—",
    "一是一，二是二",
    "Ⅰ级响应",
    "",
]


@pytest.mark.parametrize("text", NO_HEADS)
def test_no_head(text: str) -> None:
    assert find_head(text, 0, len(text)) is None


def test_inserted_article() -> None:
    text = "第十二条之一　代建单位"
    marker = find_head(text, 0, len(text))
    assert marker is not None
    assert (marker.value, marker.sub, text[slice(*marker.span)]) == (12, 1, "第十二条之一")


INLINE = {
    "甲：一是子，二是丑；十一是寅。": ["一是", "二是", "十一是"],
    "之一是甲，统一是乙。": [],
    "甲。第二，乙。第三批，丙。": ["第二，"],
    "其中，（1）甲，（2）乙。": ["（1）", "（2）"],
    "前款第（二）、（三）项。，（一）、（二）项": [],
    "三件事：1.甲；2.乙；3.丙": ["1.", "2.", "3."],
    "达到：2.5公里；1、2类": [],
    "包括①甲②乙。见图①": ["①", "②"],
    "他说“一是甲，二是乙”。": ["一是", "二是"],
    "，第一，": [],
}


@pytest.mark.parametrize(("text", "expected"), INLINE.items(), ids=INLINE)
def test_inline(text: str, expected: list[str]) -> None:
    assert [text[slice(*marker.span)] for marker in find_inline(text)] == expected


FAMILIES = [family for family in vars(families).values() if isinstance(family, families.Family)]


@given(st.sampled_from([f for f in FAMILIES if f.name not in ("heading", "dash", "order", "side")]), st.integers(1, 12))
def test_rendered_marker_is_read_back(family: families.Family, value: int) -> None:
    text = family.render(value) + "　甲方"
    marker = find_head(text, 0, len(text))
    assert marker is not None
    assert (marker.family, marker.value) == (family, value)


@given(st.text("一二十第其是要、，。：（）()1２.．条章节之①㈠—首先方面 \u3000“”甲", max_size=40))
def test_markers_lie_in_the_text(text: str) -> None:
    found = [*find_inline(text), *([head] if (head := find_head(text, 0, len(text))) else [])]
    for marker in found:
        assert 0 <= marker.span.start <= marker.numeral.start <= marker.numeral.end <= marker.span.end <= len(text)
        assert marker.mark == "" or text[slice(*marker.span)].endswith(marker.mark)


@given(st.sampled_from(FAMILIES), st.integers(0, 10**7))
def test_any_number_can_be_written(family: families.Family, value: int) -> None:
    assert family.render(value or 1) or family.name == "heading"
    assert family.numeral(value or 1) or family.name == "heading"
