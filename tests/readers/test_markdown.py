import pytest
from hypothesis import given

from lint.formats import read
from lint.formats.blocks import MASK
from lint.text.source import Source
from tests.readers.shapes import DRAFTS, Shape, assert_sound, shapes, uncovered


def shaped(text: str) -> list[Shape]:
    return shapes(read(Source("draft.md", text)))


def texts(text: str) -> list[str]:
    return [shape[1] for shape in shaped(text)]


def masks(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.span.start : one.span.end]) for one in read(Source("draft.md", text)).masked]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_blocks(newline: str) -> None:
    text = """# 实施方案 #
> 经会议审议通过。

## 一、总体要求
正文。

1. 甲
1. 乙

   乙之二
3) 丙
   - 丁
     1. 戊

主要目标
---
| a | b |
|---|---|
| 1 | 2 |

```text
一、代码
```
***
<div>
<!-- 说明 -->
</div>

> 1. 引文之一
"""
    assert shaped(text.replace("\n", newline)) == [
        ("heading", "实施方案", 1, None, False),
        ("quote", "经会议审议通过。", 0, None, False),
        ("heading", "一、总体要求", 2, None, True),
        ("paragraph", "正文。", 0, None, False),
        ("list_item", "甲", 1, 1, True),
        ("list_item", "乙", 1, 1, False),
        ("list_item", "乙之二", 1, None, True),
        ("list_item", "丙", 1, 3, False),
        ("list_item", "丁", 2, 0, False),
        ("list_item", "戊", 3, 1, False),
        ("heading", "主要目标", 2, None, True),
        ("table", MASK * 4, 0, None, False),
        ("code", MASK, 0, None, True),
        ("rule", MASK, 0, None, False),
        ("html", MASK, 0, None, False),
        ("list_item", "引文之一", 1, 1, True),
    ]


def test_a_table_ends_at_a_line_without_cells() -> None:
    text = "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n四、**实施**步骤\n（一）准备。\n> 引文\n丙 | 丁\n"
    assert shaped(text) == [
        ("table", MASK * 4, 0, None, False),
        ("paragraph", "四、实施步骤", 0, None, False),
        ("paragraph", "（一）准备。", 0, None, False),
        ("quote", "引文", 0, None, False),
        ("quote", "丙 | 丁", 0, None, False),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**甲**与*乙*、__丙__", "甲与乙、丙"),
        ("**一是坚持“能装则装”。**二是**“宜装”**才装", "一是坚持“能装则装”。二是“宜装”才装"),
        ("2*3*4与3×4", "234与3×4"),
        ("[甲](http://x.cn '乙 甲')甲", "甲甲"),
        (r"\*甲\*1\. \甲", r"*甲*1. \甲"),
        ("甲&amp;乙&#10;丙", "甲&乙 丙"),
        ("用`pip x`安装", f"用{MASK * 5}安装"),
        ("甲![图](x.png '题')乙", "甲乙"),
        ("<b>甲</b>乙<!-- 丙 -->", "甲乙"),
        ("见<http://x.cn/%20>。", f"见{MASK * 15}。"),
        ("见http://x.cn。", f"见{MASK * 11}。"),
        ("- [ ] 甲", "[ ] 甲"),
        ("张\\*\\*同志", "张**同志"),
    ],
)
def test_markup_drops_out(text: str, expected: str) -> None:
    assert texts(text) == [expected]


def test_what_is_masked() -> None:
    text = (
        "甲`乙`<b>丙</b><!-- 丁 -->![戊](己)<http://x.cn>。\n\n<!-- wengao-lint: ignore-file -->\n\n[庚]: http://y.cn\n"
    )
    assert masks(text) == [
        ("code", "乙"),
        ("html", "<b>"),
        ("html", "</b>"),
        ("comment", "<!-- 丁 -->"),
        ("image", "![戊](己)"),
        ("url", "http://x.cn"),
        ("comment", "<!-- wengao-lint: ignore-file -->"),
        ("link", "[庚]: http://y.cn"),
    ]


def test_front_matter() -> None:
    reading = read(Source("draft.md", "---\ntitle: 方案\ndate: 2024\n---\n# 标题\n"))
    assert reading.meta == "title: 方案\ndate: 2024"
    assert shapes(reading) == [("front_matter", MASK, 0, None, False), ("heading", "标题", 1, None, False)]
    assert texts("---\n\n正文\n\n---\n") == [MASK, "正文", MASK]


LONG = "本方案经市政府常务会议审议通过，由市住房和城乡建设局会同"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LONG}\n有关部门组织实施。", [f"{LONG}有关部门组织实施。"]),
        (f"{LONG}\n**有关部门**\n组织实施。", [f"{LONG}有关部门", "组织实施。"]),
        ("第一句，\n第二句", ["第一句，第二句"]),
        ("第一句\n，第二句", ["第一句，第二句"]),
        ("第一句。\n第二句", ["第一句。", "第二句"]),
        (f"{LONG}\n（一）目标", [LONG, "（一）目标"]),
        (f"{LONG}\n　　另一段", [LONG, "另一段"]),
        (f"{LONG}  \n另一行", [LONG, "另一行"]),
        (f"{LONG}<br>另一行", [LONG, "另一行"]),
        ("清河市教育局\n2025年1月20日", ["清河市教育局", "2025年1月20日"]),
        (
            "（一）坚持守住底线，坚决维护社会大局稳定\n" + LONG * 2,
            ["（一）坚持守住底线，坚决维护社会大局稳定", LONG * 2],
        ),
        (f"> {LONG}\n> 有关部门", [f"{LONG}有关部门"]),
        ("    一、要求\n    二、目标", ["一、要求", "二、目标"]),
        ("正文。\n　　\n　　正文。", ["正文。", "正文。"]),
    ],
)
def test_line_breaks(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_joins_are_noted() -> None:
    reading = read(Source("draft.md", f"标题\n\n{LONG}\n有关部门"))
    assert [reading.text[join:] for join in reading.joins] == ["有关部门"]


def test_only_indented_latin_text_is_code() -> None:
    assert shaped("甲\n\n    x = 1") == [("paragraph", "甲", 0, None, False), ("code", MASK, 0, None, True)]


def test_text_beyond_the_parser_s_depth_is_still_read() -> None:
    assert "深处" in "".join(texts("> " * 300 + "深处"))


@pytest.mark.parametrize("text", [*(sign * 500 for sign in "[*`&<"), "- " * 500, "> " * 500, "[a](\ud800)", "\0"])
def test_hostile_text_does_not_raise(text: str) -> None:
    assert_sound(Source("draft.md", text))


@given(DRAFTS)
def test_every_text_is_read_soundly(text: str) -> None:
    assert_sound(Source("draft.markdown", text))


@given(DRAFTS)
def test_no_chinese_text_vanishes(text: str) -> None:
    left = uncovered(Source("draft.md", text.replace("(http://x.cn '乙')", "")))
    assert not {"一", "二", "标", "坚", "引"} & set(left)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n合计三项。\n", ["table", "paragraph"]),
        ("甲 | 乙\n--- | ---\n1 | 2\n\n合计三项。\n", ["table", "paragraph"]),
        ("| 甲 |\n|---|\n| 1 |\n表2 乙\n| 乙 |\n|---|\n| 2 |\n## 丙\n", ["table", "paragraph", "table", "heading"]),
        ("```\n| 甲 |\n|---|\n文\n```\n文\n", ["code", "paragraph"]),
    ],
)
def test_text_below_the_rows_of_a_table_is_none(text: str, expected: list[str]) -> None:
    assert [shape[0] for shape in shaped(text)] == expected


@pytest.mark.parametrize(
    ("cell", "text", "shift"),
    [("**合计**", "合计", 2), ("_小计_", "小计", 1), ("***58***", "58", 3), ("**甲**乙", "**甲**乙", 0), ("*", "*", 0)],
)
def test_emphasis_of_a_whole_cell_drops_out(cell: str, text: str, shift: int) -> None:
    source = f"| 项目 | 数目 |\n| --- | --- |\n| {cell} | 3 |\n"
    reading = read(Source("draft.md", source))
    [table] = reading.tables
    first = table.rows[1][0]
    start = reading.offsets[[at for at, _ in reading.offsets].index(first.at)][1]
    assert (first.text, start) == (text, source.index(cell) + shift)
