"""The tree of a draft, written as a sketch: markers nested in brackets, quoted ones in quotation marks."""

import pytest

from lint.document.parser import parse
from lint.document.tree import Document, Item
from lint.formats import read
from lint.text.source import Source


def tree(text: str, name: str = "draft.txt") -> Document:
    return parse(read(Source(name, text)))


def sketch(text: str, name: str = "draft.txt") -> str:
    document = tree(text, name)
    return " | ".join(" ".join(_sketch(document, item) for item in part.items) for part in document.parts)


def _sketch(document: Document, item: Item) -> str:
    marker = document.slice(item.marker.span) or f"#{item.marker.value}"
    own = f"“{marker}”" if item.quoted else marker
    return f"{own}[{' '.join(_sketch(document, child) for child in item.children)}]" if item.children else own


TREES = {
    "levels": ("标题\n一、甲\n（一）甲甲\n1.甲\n（1）乙\n（2）丙\n2.丁\n（二）乙乙\n二、乙", "一、[（一）[1.[（1） （2）] 2.] （二）] 二、"),
    "levels that skip": ("一、甲\n1.甲\n2.乙\n二、乙", "一、[1. 2.] 二、"),
    "inline run": ("（一）作风方面。一是调研不深。二是落实不力。\n（二）廉洁方面。一是松。二是软。", "（一）[一是 二是] （二）[一是 二是]"),
    "run over paragraphs": ("（一）三种倾向。一是畏难。怕。\n二是观望。等。\n三是推诿。拖。\n（二）其他", "（一）[一是 二是 三是] （二）"),
    "each paragraph has its own run": ("一、甲\n抓学习。一是早。二是实。\n抓作风。一是严。二是细。", "一、[一是 二是 一是 二是]"),
    "broken run stays one": ("（一）甲。一是子。三是丑。二是寅。\n（二）乙。", "（一）[一是 三是 二是] （二）"),
    "provisions told by an amendment": ("修正案\n第一条　第三章增加一节，作为第七节，内容如下：\n第七节　监察\n第二十三条　甲\n第二十四条　乙\n第二条　本案施行",
        "第一条[“第七节”[“第二十三条” “第二十四条”]] 第二条"),
    "own articles below a colon": ("办法\n第一条　作为补充，规定如下：\n第二条　甲\n第三条　乙", "第一条 第二条 第三条"),
    "a date amid the numbers ends nothing": ("说明书\n一、甲\n二、计划\n一期\n2025年5月1日\n二期\n2025年9月1日\n三、乙\n四、丙", "一、 二、 三、 四、"),
    "greedy numerals": ("实事：一是甲；二是乙；三是丙；四是丁；五是戊；六是己；七是庚；八是辛；九是壬；十是癸；十一是子；十二是丑。",
        "一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 十一是 十二是"),
    "dates that look like counters": ("一、甲\n放假多。十一是旺季。十五是元宵。\n二、乙", "一、 二、"),
    "words that look like counters": ("（一）甲。一是子；二是丑。三是三，四是四，账目清楚。\n（二）乙", "（一）[一是 二是] （二）"),
    "marks of notes": ("一、甲\n回收率92%①。据统计②，已经过半③\n二、乙", "一、 二、"),
    "late counter after a gap": ("实事：一是甲；二是乙；十一是子；十二是丑。", "一是 二是 十一是 十二是"),
    "bracketed run inside an item": ("一是甲。二是乙，其中：（1）子，（2）丑。三是丙。", "一是 二是[（1） （2）] 三是"),
    "second 一是 inside an item": ("一是甲。二是乙，要求：一是子，二是丑。三是丙。", "一是 二是[一是 二是] 三是"),
    "quoted run": ("一是甲。有人说“一是子，二是丑，三是寅”。二是乙。", "一是[“一是” “二是” “三是”] 二是"),
    "quoted paragraphs": ("一、修改为：\n“（一）甲；\n“（二）乙。”\n二、删去", "一、[“（一）” “（二）”] 二、"),
    "numbering that goes on across parents": ("一、甲\n（一）子\n（二）丑\n二、乙\n（三）寅\n（四）卯", "一、[（一） （二）] 二、[（三） （四）]"),
    "embedded list": ("一、甲\n（一）子\n二、乙\n（二）丑\n一、嵌入\n二、嵌入\n（三）寅\n三、丙", "一、[（一）] 二、[（二）[一、 二、] （三）] 三、"),
    "higher level inside a lower one": ("（一）甲\n1.子：\n（一）丑\n（二）寅\n2.卯\n（二）乙", "（一）[1.[（一） （二）] 2.] （二）"),
    "first of a lower run with the sign of the upper": ("一、甲\n文。\n二、乙\n文。\n一、子\n（二）丑\n（三）寅\n三、丙", "一、 二、[一、 （二） （三）] 三、"),
    "first said again where the upper run ends": ("一、甲\n（一）子\n二、乙\n一、丙\n（二）丑", "一、[（一）] 二、 一、[（二）]"),
    "regulation": ("办法\n第一章　总则\n第一条　甲\n第二条　乙：\n（一）子；\n（二）丑。\n第二章　附则\n第三条　丙",
        "第一章[第一条 第二条[（一） （二）]] 第二章[第三条]"),
    "chapter lost before its articles": ("条例\n第一条　甲\n第二章　乙\n第二条　丙\n第三章　丁\n第三条　戊", "第一条 第二章[第二条] 第三章[第三条]"),
    "inserted article": ("规定\n第一条　甲\n第二条　乙\n第二条之一　丙\n第三条　丁", "第一条 第二条 第二条之一 第三条"),
    "articles go on, sections restart": ("规定\n第一章　甲\n第一节　子\n第一条　一\n第二节　丑\n第二条　二\n第二章　乙\n第一节　寅\n第三条　三",
        "第一章[第一节[第一条] 第二节[第二条]] 第二章[第一节[第三条]]"),
    "headings that begin with a sign": ("预案\n4　响应\n4.1　Ⅱ级响应\n文。\n4.2　“双报告”制度\n4.2.1　Ⅰ级\n4.2.2　《指南》", "4[4.1 4.2[4.2.1 4.2.2]]"),
    "decimals": ("预案\n1　总则\n1.1　目的\n为了。\n1.2　依据\n2　体系\n2.1　机构\n（1）甲\n（2）乙", "1[1.1 1.2] 2[2.1[（1） （2）]]"),
    "1. as the chapter of 1.1": ("预案\n1. 总则\n1.1 目的\n1.2 依据\n2. 体系\n2.1 机构", "1.[1.1 1.2] 2.[2.1]"),
    "annex begins anew": ("通知\n一、甲\n二、乙\n附件：1. 表\n　　　2. 册\n附件1\n表\n一、子\n二、丑\n附件2\n册\n一、寅", "一、 二、 | 一、 二、 | 一、"),
    "second title begins anew": ("关于印发办法的通知\n现印发给你们。\n某局\n2024年5月1日\n考核办法\n第一条　甲\n第二条　乙", " | 第一条 第二条"),
    "contents before the body": ("办法\n目　录\n第一章　总则\n第二章　附则\n第一章　总则\n第一条　甲\n第二章　附则\n第二条　乙", "第一章[第一条] 第二章[第二条]"),
    "contents end at a salutation": (
        "工作方案\n目录\n前言\t1\n一、甲\t1\n二、乙\t2\n各位代表：\n一、甲\n二、乙",
        "一、 二、",
    ),
    "contents end where an entry comes again": (
        "工作方案\n目录\n序言\t1\n甲要求\t1\n一、乙\t2\n甲要求\n一、乙\n二、丙",
        "一、 二、",
    ),
    "contents before the title": ("目录\n一、甲\n二、乙\n工作方案\n一、甲\n二、乙", "一、 二、"),
    "year after a number": ("1.准入便捷。\n2.2024年起推行改革。\n3.帮扶精准。", "1. 2. 3."),
    "month after a number": ("1.自查。\n2.3月底前完成检查。\n3.验收。", "1. 2. 3."),
    "decimal at the head of a paragraph": ("（一）甲\n1.子\n（二）乙\n2.3万户按时完成。", "（一）[1.] （二）"),
    "sentence words": ("首先，抓学习；其次，抓队伍；最后，抓作风。", "首先， 其次， 最后，"),
    "adverb": ("遇到矛盾首先想到稳妥。首先从思想上绷紧这根弦。", ""),
    "第一 with a second": ("理由如下。第一，安全。第二，财力。", "第一， 第二，"),
    "rank": ("评价居全市第一，较上年前移。", ""),
    "mixed counters": ("一要带头学。二是带头查。三要带头改。", "一要 二是 三要"),
    "mixed numerals": ("（一）甲\n（2）乙\n（三）丙", "（一） （2） （三）"),
    "wrong mark": ("一、甲\n二，乙\n三、丙", "一、 二， 三、"),
    "heading that begins like a reference": ("合同内容：\n（一）项目的规模；\n（二）条件。", "（一） （二）"),
    "circled": ("要求：①快②准；③实。", "① ② ③"),
    "dashes": ("一、抓好两项：\n——甲。\n——乙。\n二、乙", "一、[—— ——] 二、"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TREES.values(), ids=TREES)
def test_tree(text: str, expected: str) -> None:
    assert sketch(text) == expected


NOT_MARKERS = [
    "落实“一岗双责”，坚持三会一课。", "原因之一是认识不足。", "唯一是他未到。", "这三是指三件事。", "第一季度推迟。", "第一党支部获评。",
    "一、二线城市增长。", "对1、2类器械开展检查。", "三级以上风力停工。", "依照第十条第（二）、（三）项。", "四个意识牢固。", "一个节点一个节点坚守。",
    "第一、第三产业增长。", "当前的第一要务，六要素齐全。", "Ⅰ级响应启动。", "2.5公里河段。",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_MARKERS)
def test_no_marker(text: str) -> None:
    assert sketch(text) == ""


MARKDOWN = {
    "headings": (
        "# 方案\n\n## 一、甲\n\n正文。\n\n### （一）子\n\n正文。\n\n## 二、乙\n\n正文。\n",
        "一、[（一）] 二、",
    ),
    "ordered lists": ("# 方案\n\n## 一、甲\n\n1. 子\n2. 丑\n\n## 二、乙\n\n1. 寅\n3. 卯\n", "一、[#1 #2] 二、[#1 #3]"),
    "lazy list": ("# 方案\n\n1. 子\n1. 丑\n1. 寅\n", "#1 #2 #3"),
    "list with one number typed twice": ("# 方案\n\n1. 子\n1. 丑\n3. 寅\n", "#1 #1 #3"),
    "text right below a table": ("# 方案\n\n一、甲\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n二、乙\n文。\n", "一、 二、"),
    "unnumbered headings hold their own lists": (
        "# 方案\n\n## 甲\n\n1. 子\n2. 丑\n\n## 乙\n\n1. 寅\n",
        "#0[#1 #2] #0[#1]",
    ),
    "items that begin with a quotation": (
        "# 方案\n\n1. 子\n2. “一件事”清单\n3. “两书”制度\n4. 卯\n\n## “十五五”规划\n\n1. 子\n",
        "#1 #2 #3 #4 #0[#1]",
    ),
    "code is no text": ("# 方案\n\n一、甲\n\n```\n三、丙\n```\n\n二、乙\n", "一、 二、"),
    "bullets count like dashes": ("# 方案\n\n## 一、甲\n\n- 子\n- 丑\n\n## 二、乙\n\n文。\n", "一、[#0 #0] 二、"),
    "contents": (
        "# 方案\n\n## 目录\n\n- 1 甲\n- 2 乙\n\n## 1 甲\n\n### 1.1 子\n\n文。\n\n## 2 乙\n\n文。\n",
        "1[1.1] 2",
    ),
}


@pytest.mark.parametrize(("text", "expected"), MARKDOWN.values(), ids=MARKDOWN)
def test_markdown_tree(text: str, expected: str) -> None:
    assert sketch(text, "draft.md") == expected


def test_frame() -> None:
    document = tree(
        "清政发〔2025〕3号\n关于做好校园食品安全\n工作的通知\n（试行）\n各县（市、区）教育局：\n为做好工作，现通知如下。\n"
        "一、目标\n达到要求。\n二、任务\n抓好落实。\n特此通知。\n附件：1. 自查表\n　　　2. 台账\n清河市教育局\n2025年1月20日\n（联系人：办公室）\n"
        "附件1\n自查表\n一、范围"
    )
    main, annex = document.parts
    pieces = {
        name: document.slice(span)
        for name in ("title", "subtitle", "recipients", "preamble", "closing", "signature", "date")
        if (span := getattr(main, name)) is not None
    }
    assert pieces == {
        "title": "关于做好校园食品安全\n工作的通知",
        "subtitle": "（试行）",
        "recipients": "各县（市、区）教育局：",
        "preamble": "为做好工作，现通知如下。",
        "closing": "特此通知。",
        "signature": "清河市教育局",
        "date": "2025年1月20日",
    }
    assert [document.slice(item.heading) for item in main.items] == ["目标", "任务"]
    assert document.slice(main.items[-1].span) == "二、任务\n抓好落实。"
    assert (annex.kind, annex.title and document.slice(annex.title)) == ("annex", "自查表")
