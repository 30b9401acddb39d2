"""Clean Word documents whose numbers Word computes, of every make: level texts, formats, suffixes, styles, restarts."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tests.docx.making import level, listed, lists, paragraph, run, table, word

HAN = "chineseCountingThousand"
LEGAL = "<w:isLgl/>"
STEPS = (0, 1, 2, 2, 1, 0, 1, 1, 0)
SUFFIXES = {"tab": "", "space": '<w:suff w:val="space"/>', "nothing": '<w:suff w:val="nothing"/>'}

_Level = tuple[str, str, str] | tuple[str, str]
TEXTS: dict[str, tuple[_Level, ...]] = {
    "decimals": (("decimal", "%1"), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")),
    "pointed decimals": (("decimal", "%1."), ("decimal", "%1.%2."), ("decimal", "%1.%2.%3.")),
    "chapters with decimals": ((HAN, "第%1章"), ("decimal", "%1.%2", LEGAL), ("decimal", "%1.%2.%3", LEGAL)),
    "spaced chapters": ((HAN, "第 %1 章"), (HAN, "第 %2 条"), (HAN, "（%3）")),
    "volumes": ((HAN, "第%1篇"), (HAN, "第%2章"), (HAN, "第%3节")),
    "square brackets": ((HAN, "【%1】"), ("decimal", "[%2]"), ("decimal", "%3：")),
    "half brackets": ((HAN, "%1）"), ("lowerRoman", "%2）"), ("upperLetter", "%3）")),
    "standard": ((HAN, "%1、"), (HAN, "（%2）"), ("decimal", "%3.")),
    "bare": ((HAN, "%1"), ("decimal", "%2"), ("decimalEnclosedCircle", "%3")),
    "signs": (("upperRoman", "%1."), ("ideographTraditional", "%2、"), ("lowerLetter", "%3.")),
    "words": ((HAN, "任务%1："), ("decimal", "步骤%2"), ("decimal", "第%3期")),
    "alike": (("decimal", "%1."), ("decimal", "%2."), ("decimal", "%3.")),
    "between dashes": (("decimal", "——%1——"), ("decimal", "%1.%2"), (HAN, "%2-%3")),
    "parts alike": (("decimal", "[%1]"), ("decimal", "第%2部分"), (HAN, "第%3部分")),
    "old numerals": (("ideographLegalTraditional", "%1、"), ("chineseLegalSimplified", "（%2）"), ("decimal", "%3）")),
    "articles below decimals": (("decimal", "%1"), ("decimal", "%1.%2"), (HAN, "第%3条")),
    "articles below brackets": ((HAN, "（%1）"), (HAN, "第%2条"), ("decimal", "%3.")),
    "counted with 是": ((HAN, "%1是"), (HAN, "（%2）"), ("decimal", "%3.")),
    "counted with 是 below": ((HAN, "%1、"), (HAN, "%2是"), (HAN, "第%3条")),
    "ordinals": ((HAN, "第%1"), (HAN, "其%2"), (HAN, "%3、")),
    "dashes": (("decimal", "%1"), ("decimal", "%1-%2"), ("decimal", "（%1.%2.%3）")),
}
CHAPTERS = ("第一章", "1.1", "1.1.1", "1.1.2", "1.2", "第二章", "2.1", "2.2", "第三章")
_BEGINNINGS = ("《条例》要求的", "“双减”以后的", "5个试点单位的", "A类项目的", "各部门的", "一线岗位的", "3月以后的")
_MATTERS = ("培训", "台账", "经费", "考核", "检查", "通报", "档案")
_TITLE = paragraph(run("设备管理说明", '<w:sz w:val="44"/>'), '<w:jc w:val="center"/>')
_END = paragraph("上述各项由综合科解释。")
_AGAIN = '<w:lvlOverride w:ilvl="{}"><w:startOverride w:val="{}"/></w:lvlOverride>'
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_TOC = _FIELD.format("begin") + "<w:r><w:instrText>TOC \\o</w:instrText></w:r>" + _FIELD.format("separate")


class Labelled(NamedTuple):
    """A document, how deep each of its labels lies in the tree, and the labels where no other program shows them.

    ``depths`` are None of a document that breaks its own order. ``by_hand`` are those of ECMA-376 17.9.4.
    """

    data: bytes
    depths: tuple[int, ...] | None
    by_hand: tuple[str, ...] | None = None


def sentence(index: int) -> str:
    """A sentence unlike the others; a figure, letter, quotation or numeral may come first."""
    return f"{_BEGINNINGS[index % 7]}{_MATTERS[(index + index // 7) % 7]}工作由综合科负责落实。"


def texts(levels: Sequence[_Level], suffix: str, styled: dict[int, str] | None = None) -> str:
    """The levels of a list; ``styled`` are the styles that they belong to."""
    named = styled or {}
    return "".join(
        level(
            index,
            *one[:2],
            more=(f'<w:pStyle w:val="{named[index]}"/>' if index in named else "") + "".join(one[2:]) + suffix,
        )
        for index, one in enumerate(levels)
    )


def document(body: str, numbering: str, styles: str = "") -> bytes:
    """A document with a title and an end."""
    parts = {"numbering": numbering} | ({"styles": styles} if styles else {})
    return word(f"{_TITLE}{body}{_END}", **parts)


def documents() -> Iterator[tuple[str, Labelled]]:
    """Every document with its name."""
    for name, levels in TEXTS.items():
        for suffix, xml in SUFFIXES.items():
            body = "".join(listed(sentence(index), 1, step) for index, step in enumerate(STEPS))
            depths = tuple(step + 1 for step in STEPS)
            hand = CHAPTERS if name == "chapters with decimals" else None
            yield f"{name}, {suffix}", Labelled(document(body, lists(texts(levels, xml))), depths, hand)
    yield from _styled()
    yield from _restarted()
    yield from _laid_out()


def _styled() -> Iterator[tuple[str, Labelled]]:
    """Numbers that styles give."""
    names = {0: "h1", 1: "h2", 2: "h3"}
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="heading {index + 1}"/><w:pPr><w:numPr>'
        f'<w:ilvl w:val="{index}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{index}"/></w:pPr></w:style>'
        for index, name in names.items()
    )
    for name in ("decimals", "volumes", "standard", "square brackets"):
        body = "".join(
            paragraph(sentence(index), f'<w:pStyle w:val="{names[step]}"/>') for index, step in enumerate(STEPS)
        )
        numbering = lists(texts(TEXTS[name], "", names))
        yield f"{name}, by style", Labelled(document(body, numbering, styles), tuple(step + 1 for step in STEPS))


_RESTARTS: dict[str, tuple[tuple[int, int], ...]] = {
    "a list that goes on": ((1, 0), (1, 1), (5, 1), (5, 0), (1, 0)),
    "a restart below": ((1, 0), (1, 0), (2, 1), (1, 0)),
    "a restart below, used on": ((1, 0), (1, 0), (2, 1), (2, 0), (2, 1), (2, 0)),
    "a restart at both levels": ((1, 0), (1, 1), (2, 0), (2, 1), (1, 1), (2, 1), (2, 0)),
    "starts of several levels": ((1, 0), (1, 1), (3, 0), (3, 1), (3, 1), (3, 0), (3, 1)),
    "a start of the lower level": ((1, 0), (4, 0), (4, 1), (4, 0), (4, 1), (1, 1)),
    "a level left out": ((1, 0), (1, 2), (1, 1), (1, 2)),
    "levels that begin below": ((1, 1), (1, 1), (1, 0), (1, 1)),
    "a restart after a level left out": ((1, 0), (2, 2), (2, 1), (2, 0), (2, 1)),
}


def _restarted() -> Iterator[tuple[str, Labelled]]:
    """Lists that begin again, of which some are no clean drafts."""
    overrides = {
        2: (1, _AGAIN.format(0, 1) + _AGAIN.format(1, 1)),
        3: (1, _AGAIN.format(0, 1) + _AGAIN.format(1, 4)),
        4: (1, _AGAIN.format(1, 4)),
        5: (1, ""),
    }
    numbering = lists(texts(TEXTS["decimals"], SUFFIXES["nothing"]), overrides=overrides)
    for name, steps in _RESTARTS.items():
        body = "".join(listed(sentence(index), *step) for index, step in enumerate(steps))
        yield name, Labelled(document(body, numbering), None)


def _laid_out() -> Iterator[tuple[str, Labelled]]:
    """Numbers beside contents, captions, tables and text boxes."""
    levels = texts(TEXTS["decimals"], "")
    figures = level(0, "decimal", "图%1") + level(1, "decimal", "图%1-%2")
    numbering = lists(levels, figures, level(0, "decimal", "%1."))
    heads = (("总则", 0), ("目的", 1), ("依据", 1), ("附则", 0))
    entries = ("1\t总则\t1", "1.1\t目的\t1", "1.2\t依据\t2", "2\t附则\t3")
    text = "".join(listed(head, 1, step) + paragraph(sentence(index)) for index, (head, step) in enumerate(heads))
    toc = "".join(paragraph((_TOC if not index else "") + run(entry)) for index, entry in enumerate(entries))
    depths = (1, 2, 2, 1)
    contents = paragraph(run("目　录")) + toc
    yield "contents", Labelled(document(contents + paragraph(_FIELD.format("end")) + text, numbering), depths)
    first, rest = text.split("</w:pPr>", 1)
    ended = f"{first}</w:pPr>{_FIELD.format('end')}{rest}"
    yield "contents that end in the heading", Labelled(document(contents + ended, numbering), depths)
    level_of = '<w:outlineLvl w:val="1"/>'
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
    captions = "".join(paragraph(name, number + level_of) for name in ("设备分布", "检修流程"))
    yield "captions", Labelled(document(text + captions, numbering), depths)
    cells = [[listed(sentence(10 + index), 3) for index in (row, row + 1)] for row in (0, 2)]
    rows = [[f"<w:tcPr/>{cell}" for cell in row] for row in cells]
    yield "tables", Labelled(document(text + table(*rows), numbering), depths)
    boxed = "".join(listed(sentence(20 + index), 3) for index in range(2))
    box = (
        "<w:r><w:pict><v:shape style='width:100pt;height:50pt'><v:textbox><w:txbxContent>"
        f"{boxed}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    yield "text boxes", Labelled(document(text + paragraph(run("附图如下。") + box), numbering), depths)
