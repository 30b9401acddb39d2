import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.analysis.contents.comparison import contents_of
from lint.document.parser import parse
from lint.formats import read
from lint.text.comparison.alignment import align
from lint.text.source import Source

BODY = {
    "一、": "一、总体要求\n全覆盖。\n",
    "二、": "二、重点任务\n（一）摸清底数\n入户。\n（二）整治隐患\n限期。\n",
    "三、": "三、实施步骤\n分步走。\n",
    "四、": "四、监督考核\n按季通报。\n",
    "五、": "五、组织保障\n加强领导。\n",
}
CONTENTS = (
    "目录\n一、总体要求\n二、重点任务\n（一）摸清底数\n（二）整治隐患\n三、实施步骤\n四、监督考核\n五、组织保障\n"
)
ANNEXES = (
    "附件1\n责任分工表\n一、排查任务\n各镇负责。\n二、整治任务\n各站负责。\n附件2\n隐患登记表\n登记人：　　　电话：\n"
)


def renumbered(text: str) -> str:
    numbers = iter("一二三四五六")
    return "".join(
        next(numbers) + line[1:] if line[:1] in "一二三四五" and line[1:2] == "、" else line
        for line in text.splitlines(keepends=True)
    )


def body(*without: str) -> str:
    return renumbered("".join(text for number, text in BODY.items() if number not in without))


def told(text: str, name: str = "draft.txt") -> list[str]:
    document = parse(read(Source(name, text)))
    contents = contents_of(document)
    if contents is None:
        return ["none"]
    return [
        *(f"{document.slice(a.span)} ≠ {document.slice(b.span)}" for a, b in contents.different),
        *(f"- {document.slice(one.span)}" for one in contents.entries),
        *(f"+ {document.slice(one.span)}" for one in contents.headings),
    ]


CASES = {
    "all there": (CONTENTS + body(), []),
    "first part absent": (CONTENTS + body("一、"), ["- 一、总体要求"]),
    "a part in between absent": (CONTENTS + body("三、"), ["- 三、实施步骤"]),
    "last part absent": (CONTENTS + body("五、"), ["- 五、组织保障"]),
    "two parts absent": (CONTENTS + body("三、", "四、"), ["- 三、实施步骤", "- 四、监督考核"]),
    "a part with those below it": (CONTENTS + body("二、"), ["- 二、重点任务"]),
    "absent, its number left": (CONTENTS + body().replace(BODY["四、"], ""), ["- 四、监督考核"]),
    "absent below another": (
        CONTENTS + body().replace("（一）摸清底数\n入户。\n（二）", "（一）"),
        ["- （一）摸清底数"],
    ),
    "not listed": (CONTENTS.replace("三、实施步骤\n四、", "三、").replace("五、", "四、") + body(), ["+ 三、实施步骤"]),
    "absent, the next one in other words": (
        CONTENTS + body("四、").replace("组织保障", "组织领导和保障"),
        ["五、组织保障 ≠ 四、组织领导和保障", "- 四、监督考核"],
    ),
    "in other words": (CONTENTS + body().replace("监督考核", "考核评价"), ["四、监督考核 ≠ 四、考核评价"]),
    "numbers of the contents wrong from one on": (
        CONTENTS.replace("四、", "五、").replace("五、组织", "六、组织") + body(),
        ["五、监督考核 ≠ 四、监督考核"],
    ),
    "two parts exchanged": (
        CONTENTS + renumbered("".join(BODY[number] for number in ("一、", "二、", "四、", "三、", "五、"))),
        ["三、实施步骤 ≠ 四、实施步骤"],
    ),
    "annexes as such": (CONTENTS + "附件\n" + body() + ANNEXES, []),
    "annexes with numbers and names": (
        CONTENTS + "附件1　责任分工表\n附件2：隐患登记表\n" + body() + ANNEXES,
        [],
    ),
    "tables and maps annexed": (
        CONTENTS
        + "附表“十五五”项目表\n附图　河道图\n"
        + body()
        + "附表\n“十五五”项目表\n序号：一\n附图\n河道图\n图例：一\n",
        [],
    ),
    "a named annex absent": (
        CONTENTS + "附件1 责任分工表\n附件2 隐患登记表\n附件3 物资清单\n" + body() + ANNEXES,
        ["- 附件3 物资清单"],
    ),
    "a part absent and headings in annexes": (
        CONTENTS + "附件\n" + body("五、") + ANNEXES + "五、验收任务\n各局负责。\n",
        ["- 五、组织保障"],
    ),
    "a part that stands without its number": (CONTENTS + body().replace("三、实施步骤", "实施步骤"), []),
    "few entries in the text": (CONTENTS + "一、总体要求\n全覆盖。\n二、目标\n三、时间\n五、检查\n", ["none"]),
    "chapters, a chapter absent": (
        "办法\n目录\n第一章　总则\n第二章　管理\n第三章　罚则\n第四章　附则\n第一章　总则\n第一条　制定本办法。\n"
        "第二章　管理\n第二条　应当管理。\n第三章　附则\n第三条　自公布之日起施行。\n",
        ["- 第三章　罚则"],
    ),
    "decimals, a chapter absent": (
        "预案\n目录\n1 总则\n1.1 目的\n2 预警\n2.1 监测\n2.2 发布\n3 响应\n3.1 启动\n3.2 终止\n1 总则\n1.1 目的\n甲。\n"
        "2 响应\n2.1 启动\n乙。\n2.2 终止\n丙。\n",
        ["- 2 预警"],
    ),
    "paged entries": (
        "预案\n目录\n一、总则……1\n二、预警……3\n三、响应……5\n四、保障……8\n一、总则\n甲。\n二、响应\n乙。\n三、保障\n丙。\n",
        ["- 二、预警"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_contents(text: str, expected: list[str]) -> None:
    assert told("工作方案\n" + text) == expected


@given(st.text("甲乙丙丁"), st.text("甲乙丙丁"))
def test_alignment_rises_and_pairs_equals(first: str, second: str) -> None:
    pairs = align(first, second)
    assert all(first[index] == second[place] for index, place in pairs)
    assert pairs == sorted(pairs)
    assert len({index for index, _ in pairs}) == len({place for _, place in pairs}) == len(pairs)


@given(st.permutations("甲乙丙丁戊己"), st.permutations("甲乙丙丁戊己"))
def test_alignment_is_longest(first: list[str], second: list[str]) -> None:
    def longest(one: list[str], other: list[str]) -> int:
        if not one or not other:
            return 0
        skipped = max(longest(one[1:], other), longest(one, other[1:]))
        return max(skipped, 1 + longest(one[1:], other[1:])) if one[0] == other[0] else skipped

    assert len(align(first, second)) == longest(first, second)
