"""What tests of readers look at: a block as a tuple, and what holds for every reading."""

from hypothesis import strategies as st

from lint.formats import read
from lint.formats.blocks import MASK, Reading
from lint.text.source import Source, Span

Shape = tuple[str, str, int, int | None, bool]

ALPHABET = (
    "\n\n\r\r\n\u3000\u3000 \t一二三十第条章是要、，。；：（）“”《》12.5%#*_`>-+=|[]()!<>/\\&;\"'~@:"
    "中文字aA\x0b\x85\u2028\0\ud800𠮷"
)
DRAFTS = st.one_of(
    st.text(ALPHABET, max_size=80),
    st.lists(
        st.sampled_from(
            [
                "　　一、总体要求",
                "坚持稳中求进，工作总基调不动摇，推动高质量发展取得新成效",
                "坚持稳中求进。",
                "（一）目标",
                "二",
                "是斗争精神，",
                "2.5%左右",
                "# 标题 #",
                "标题\n===",
                "- 甲",
                "   - 乙",
                "1. 甲",
                "> 引",
                "a\tb\tc",
                "| a | b |",
                "|---|---|",
                "----",
                "```",
                "**甲。**乙",
                "[甲](http://x.cn '乙')甲",
                "[甲]: http://x.cn",
                "&amp;\\*&nbsp;",
                "<b>甲</b><br>乙<!-- 丙 -->",
                "<div>",
                "    缩进",
                "a@b.cn",
                "",
                "　　",
            ]
        ),
        max_size=14,
    ).flatmap(lambda lines: st.sampled_from(["\n", "\r\n", "\r"]).map(lambda newline: newline.join(lines))),
)


def shapes(reading: Reading) -> list[Shape]:
    """The blocks of a reading: kind, text, level, ordinal, gap."""
    return [
        (block.kind, reading.text[block.start : block.end], block.level, block.ordinal, block.gap)
        for block in reading.blocks
    ]


def assert_sound(source: Source) -> None:
    """Blocks cover the reading but for newlines, and every character stands where ``to_source`` says."""
    reading = read(source)
    assert "\n".join(reading.text[block.start : block.end] for block in reading.blocks) == reading.text
    assert [block.start for block in reading.blocks] == sorted({block.start for block in reading.blocks})
    assert all(left.end + 1 == right.start for left, right in zip(reading.blocks, reading.blocks[1:], strict=False))
    assert all(0 <= region.span.start <= region.span.end <= len(source.text) for region in reading.masked)
    for block in reading.blocks:
        for offset in range(block.start, block.end):
            place = reading.to_source(Span(offset, offset + 1))
            char, origin = reading.text[offset], source.text[place.start : place.end]
            assert char in (MASK, origin) or origin == "&" or (source.text[place.start - 1] == "&" and char != origin)


def uncovered(source: Source) -> str:
    """Characters of a source that are neither in the reading nor masked."""
    reading = read(source)
    left = list(source.text)
    for block in reading.blocks:
        for offset in range(block.start, block.end):
            left[reading.to_source(Span(offset, offset + 1)).start] = " "
    for region in reading.masked:
        left[region.span.start : region.span.end] = " " * (region.span.end - region.span.start)
    return "".join(left)
