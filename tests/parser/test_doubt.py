"""What looks like a word or a figure is a marker where the run expects it, and none elsewhere."""

import pytest

from lint.engine.linter import lint
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.source import Source
from tests.parser.test_tree import sketch

RULES = load_rulebook([builtin_folder()]).select(["numbering", "hierarchy"], [])

TREES = {
    "班": ("条例\n第一条　用语：\n（一）班车，是指甲；\n（二）包车，是指乙。\n第二条　施行。", "第一条[（一） （二）] 第二条"),
    "条约": ("办法\n（一）法律；\n（二）条约；\n（三）款项；\n（四）目前的规定。", "（一） （二） （三） （四）"),
    "cited items": ("规定\n（一）甲；\n（二）乙；\n（三）第（一）、（二）两项所列人员；\n（四）丙。", "（一） （二） （三） （四）"),
    "一次性": ("清单\n一、社保\n二、岗位\n三、一次性补贴\n四、创业", "一、 二、 三、 四、"),
    "一线": ("清单\n一、一线工人\n二、二线工人\n三、三线工人", "一、 二、 三、"),
    "一体": ("侧记\n提出意见。第一，发挥优势。第二，推动融合。第三，深化改革。第四，一体推进。第五，开放。",
        "第一， 第二， 第三， 第四， 第五，"),
    "articles above a thousand": ("法\n第九百九十九条　甲\n第一千条　乙\n第一千零一条　丙\n第一千零二条　丁",
        "第九百九十九条 第一千条 第一千零一条 第一千零二条"),
    "cities of two kinds": ("报告\n一、二线城市增长。\n二、三产业协调。", ""),
    "cited at the head of a line": ("报告\n一、甲\n（一）、（二）项所列情形除外。\n二、乙", "一、 二、"),
    "a class at the head of a line": ("报告\n一、甲\n（3）班参加比赛。\n二、乙", "一、 二、"),
    "wrong mark and number": ("方案\n一、甲\n文。\n二、乙\n文。\n二，绕行方案\n文。\n三、丁\n文。", "一、 二、 二， 三、"),
    "half brackets that leave one out": ("说明\n1）制度完成。\n3）人员到位。\n4）经费落实。", "1） 3） 4）"),
    "half brackets that begin at two": ("说明\n2）制度完成。\n3）人员到位。\n4）经费落实。", "2） 3） 4）"),
    "Chinese half brackets": ("说明\n一）制度完成。\n二）人员到位。\n三）经费落实。", "一） 二） 三）"),
    "Chinese half brackets out of place": ("说明\n一）制度完成。\n三）人员到位。\n二）经费落实。", "一） 三） 二）"),
    "Chinese half brackets below others": ("说明\n（一）甲\n一）子。\n二）丑。\n（二）乙\n一）寅。\n二）卯。", "（一）[一） 二）] （二）[一） 二）]"),
    "Chinese half brackets in a paragraph": ("说明\n要做到：一）学；二）改；四）立。", "一） 二） 四）"),
    "one bracket lost": ("说明\n（一）甲\n文。\n二）乙\n文。\n（三）丙\n文。", "（一） 二） （三）"),
    "brackets over two lines": ("说明\n（一）甲（含一、\n二）各款。\n（二）乙\n（三）丙", "（一） （二） （三）"),
    "half a bracket beside its like": ("说明\n（一）甲\n二）各款从略。\n（二）乙\n（三）丙", "（一） （二） （三）"),
    "letters that leave one out": ("说明\nA. 制度完成。\nC. 人员到位。\nD. 经费落实。", "A. C. D."),
    "figures after numbers": ("办法\n1.80周岁以上的；\n2.独居的；\n3.60周岁以上的。", "1. 2. 3."),
    "names that begin with figures": ("名录\n第一类\n1．1—苯基丙酮\n2．3，4—亚甲基\n3．胡椒醛", "1． 2． 3．"),
    "lines that begin with figures": ("报告\n1.5亿元用于修路。\n2.3亿元用于建桥。", ""),
    "sections below no chapter": ("说明\n3.1网络\n双链路。\n3.2存储\n充足。\n3.4供电\n不间断。", "3.1 3.2 3.4"),
    "sections below another family": ("说明\n一、机房\n2.1网络\n双链路。\n2.2存储\n充足。\n二、人员", "一、[2.1 2.2] 二、"),
    "amounts at the heads of lines": ("说明\n3.1亿元\n修路。\n3.2亿元\n建桥。\n3.4亿元\n架线。", ""),
    "a list led in without a stop": ("纪要\n研究确定：一是定班子，二是增人手。会议指出，困难一是缺资金，三是缺场地。", "一是 二是 一是 三是"),
    "a list inside an item without a stop": ("纪要\n一是抓排查，原因一是缺制度，二是缺监管，三是缺人；二是抓整改；三是抓回访。",
        "一是[一是 二是 三是] 二是 三是"),
    "a run from zero": ("操作\n0、备份。\n1、停止。\n2、替换。", "0、 1、 2、"),
    "first item after a label in brackets": ("报告\n【职责】1.受理来电。\n2.转办诉求。", "1. 2."),
    "first item after a comma": ("纪要\n会议决定，一、同意方案。\n二、同意设立。", "一、 二、"),
    "first counter without a stop": ("谈\n做到两点：一是调整，二是协调。\n最重要的原因一是保障不够。\n二是约束不强。", "一是 二是 一是 二是"),
    "first counter after its subject": ("会\n各单位一要学习，加强领导。二要落实，层层压实。三要督查。", "一要 二要 三要"),
    "first counter after a verb": ("会\n不足表现为一是学得不深，二是改得不实。", "一是 二是"),
    "first counters after others": ("会\n周一要开会。二要报名。\n这一要求很高。二要落实。\n统一要从严。二要从快。\n唯一要求是快。三要干。", ""),
    "a first counter alone": ("会\n会议一要少开，文件一要少发。", ""),
    "notes after quotations": ("研究\n书说：“不远千里。”（11）乙地如此：“皆出山右。”（12）丙地辛苦。", ""),
    "decimals without a space": ("表\n3.1 甲\n3.1.1 子\n3.2 乙\n3.2.1 丑\n3.3设备参数\n3.3.1 寅", "3.1[3.1.1] 3.2[3.2.1] 3.3[3.3.1]"),
    "decimals below a number": ("接口\n1.总体\n文。\n2.状态码\n2.1成功\n文。\n2.2失败\n文。", "1. 2.[2.1 2.2]"),
    "items that blanks set apart": ("书\n1．清站台　2．清轨道 3．清边坡\n4．清广场 5．清车场\n", "1． 2． 3． 4． 5．"),
    "choices that blanks set apart": ("书\n1．谁负责（ ）。\nA．站长　B．员工　C．乘客\n2．谁值守。\n", "1．[A． B． C．] 2．"),
    "figures after blanks": ("书\n1.张三 5.5公里，李四 3.8公里。\n2.装有 Windows 7. 系统。\n", "1. 2."),
    "a list inside a list of paragraphs": (
        "书\n一是甲甲。\n二是乙乙。\n有两方面原因。一是子子；二是丑丑。\n三是丙丙。\n四是丁丁。\n", "一是 二是[一是 二是] 三是 四是"),
    "steps between 首先 and 最后": ("书\n首先清场；接着铺管；随后回填；最后复路。\n", "首先 接着 随后 最后"),
    "paragraphs of steps": ("书\n首先，清场。\n接着，铺管。\n最后，复路。\n", "首先， 接着， 最后，"),
    "steps that tell a story": ("书\n首先看展厅。随后去车间。其次，听汇报。最后，提要求。\n", "首先 其次， 最后，"),
    "paragraphs that tell a story": ("书\n首先，学习。\n随后，调研。\n其次，开会。\n最后，座谈。\n", "首先， 其次， 最后，"),
    "sections without chapters": ("表\n1.1 甲\n1.1.1 子\n1.1.2 丑\n2.1 乙\n2.1.1 寅\n2.1.2 卯", "1.1[1.1.1 1.1.2] 2.1[2.1.1 2.1.2]"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TREES.values(), ids=TREES)
def test_tree(text: str, expected: str) -> None:
    assert sketch(text) == expected


FINDINGS = {
    "a list that begins inside a paragraph and leaves one out later": (
        "纪要\n会议决定，一、同意甲方案。\n二、同意乙方案。\n四、同意丁方案。\n五、同意戊方案。\n", ["numbering/gap"]),
    "items that blanks set apart leave one out": (
        "名单\n1．甲，书记 2．乙，主任 3．丙，干事\n4．丁，书记 5．戊，主任 7．己，干事\n", ["numbering/gap"]),
    "items that blanks set apart leave one out at the end of their line": (
        "名单\n1．甲\n2．乙 3．丙 4．丁 6．戊\n7．己\n", ["numbering/gap"]),
    "a second list of an article that leaves one out": (
        "办法\n第一条　甲证：\n（一）健康；\n（二）有学历；\n（三）经培训。\n乙证：\n（一）健康；\n（二）有学历；\n（四）满两年。\n第二条　施行。\n",
        ["numbering/gap"]),
    "an amendment whose number is said twice": (
        "规定\n1.将第三条修改为：\n“许可包括：\n（一）独占；\n（二）普通。”\n1.将第四条修改为：\n“权利人是指甲。\n可以起诉。”\n3.删除第五条。\n",
        ["numbering/duplicate"]),
    "ordinal words that skip one": ("书\n首先，抓学习。再次，抓队伍。最后，抓作风。\n", ["numbering/absent-ordinal"]),
    "ordinals after commas": ("书\n有两点，第一，抓学习，第三，抓队伍。\n", ["numbering/gap"]),
    "chapters and sections without a space": (
        "书\n第一章总则\n第一节目的\n1.甲。\n2.乙。\n第二节依据\n1.甲。\n2.乙。\n第二章组织\n第一节机构\n1.甲。\n2.乙。\n第四章附则\n文。\n",
        ["numbering/gap"]),
    "a pair": ("书\n这部书之所以编成，一是他搜集了材料，一是他走遍了大半个省。\n", []),
    "a slip": ("书\n原因如下：一是甲甲，一是乙乙，三是丙丙。\n", ["numbering/duplicate"]),
    "blanks before a number that is left out": ("书\n（1）清站台 （2）清轨道 （4）清边坡 （5）清车场\n", ["numbering/gap"]),
    "blanks before a number said twice": ("书\n1.清站台 2.清轨道 2.清边坡 3.清车场\n", ["numbering/duplicate"]),
    "counters of another word before": ("书\n做到一不迟到，二不早退，三不旷工，四是服从。\n", []),
    "counters of another word that leave one out": (
        "书\n做到一不迟到，二不早退，四不旷工，五是服从。\n", ["numbering/gap"]),
    "counters of another word that leave out the second": (
        "书\n做到一不迟到、三不早退、四不旷工。\n", ["numbering/gap"]),
    "counters of another word, one left out before 是": ("书\n做到一不迟到，二不早退，四是服从。\n", ["numbering/gap"]),
    "counters of another word that say one twice": (
        "书\n要求如下：一不迟到，二不早退，二不旷工，四是服从。\n", ["numbering/duplicate"]),
    "counters of another word that exchange two": (
        "书\n要求如下：一看现场，三看台账，二看数据，四看效果。\n", ["numbering/out-of-order"]),
    "paragraphs that count with 不": (
        "书\n一不迟到，按时到岗。\n二不早退，到点离岗。\n四不旷工，有事请假。\n", ["numbering/gap"]),
    "paragraphs that count with 不 and end with 是": (
        "书\n一不迟到。\n二不早退。\n三不旷工。\n五是服从。\n", ["numbering/gap"]),
    "counters of another word inside an item": (
        "书\n一是抓学习，做到一不缺课，二不早退，三不替学；二是抓整改；三是抓落实。\n", []),
    "a saying before a slogan": ("书\n一不做，二不休，四不放过要落实到位。\n", []),
    "numbers before 不 that are words": (
        "书\n他说一不二，二不二不是标准，三不管地带要清理，一不小心就反弹，三不五时要回访，四不两直去检查。\n", []),
    "what is done at times, before counters": (
        "书\n采取“四不两直”方式，三不定期抽查，一不打招呼，二不听汇报，三不要陪同。\n", []),
    "counters of another word before a list of another sentence": (
        "书\n坚持一不放松，二不懈怠。会议指出，一是抓学习，二是抓整改，三是抓落实。\n", []),
    "a list inside a list of paragraphs that skips one": (
        "书\n一是甲甲。\n二是乙乙。\n原因一是子子；二是丑丑。\n四是丙丙。\n五是丁丁。\n", ["numbering/gap"]),
    "half brackets above texts": (
        "书\n1）甲的要求是抓早抓小，抓实抓细。\n文。\n3）乙的要求是抓早抓小，抓实抓细。\n文。\n4）丙的要求是抓早。\n文。\n",
        ["numbering/gap"]),
    "a year after the first number": (
        "书\n2、2025年工作回顾\n文。\n2、主要目标\n文。\n3、重点任务\n文。\n",
        ["numbering/starts-above-one", "numbering/duplicate"]),
    "a quoted run that says a number twice": (
        "书\n一、将第一条改为：\n“（一）甲；\n（二）乙；\n（二）丙；\n（三）丁。”\n二、施行。\n", ["numbering/duplicate"]),
    "first in words": ("书\n县长强调，首先要互信。坚持合作。二是要合作。三是要往来。\n", []),
    "bare numbers that leave one out": (
        "方案\n1 目标\n（一）甲。\n（二）乙。\n2 任务\n文。\n4 保障\n（一）丙。\n（二）丁。\n5 附则\n文。\n", ["numbering/gap"]),
    "bare numbers that leave out the second": ("方案\n1 目标\n文。\n3 任务\n文。\n4 保障\n文。\n", ["numbering/gap"]),
    "a bare number said twice": (
        "方案\n1 目标\n文。\n2 任务\n文。\n2 保障\n文。\n3 附则\n文。\n", ["numbering/duplicate"]),
    "exchanged bare numbers": (
        "方案\n1 目标\n文。\n3 任务\n文。\n2 保障\n文。\n4 附则\n文。\n", ["numbering/out-of-order"]),
    "bare numbers that begin at two": (
        "方案\n2 目标\n文。\n3 任务\n文。\n4 保障\n文。\n", ["numbering/starts-above-one"]),
    "numbers of houses above texts": ("方案\n1 号楼\n文。\n2 号楼\n文。\n4 号楼\n文。\n5 号楼\n文。\n", []),
    "lines of a list with bare numbers": ("方案\n1 张三\n3 李四\n8 王五\n", []),
    "a first item of the wrong family": (
        "方案\n一、甲\n1.子。\n（二）丑。\n（三）寅。\n（四）卯。\n（五）辰。\n二、乙\n文。\n", ["numbering/mixed-siblings"]),
    "a first item that looks like a group, before a number said twice": (
        "方案\n一、二次供水\n文。\n一、污水处理\n文。\n三、垃圾处理\n文。\n", ["numbering/duplicate"]),
    "a group before a run": ("方案\n一、二线城市增长较快。\n一、甲\n文。\n二、乙\n文。\n", []),
    "a quoted run that begins at two": (
        "书\n一、将第九条修改为：\n“有下列情形之一的：\n（二）甲；\n（三）乙；\n（四）丙。”\n二、施行。\n",
        ["numbering/starts-above-one"]),
    "quoted items that an amendment names": (
        "书\n一、将第九条第（二）、（三）项修改为：\n“（二）甲；\n（三）乙。”\n二、施行。\n", []),
    "an article said again in the next chapter": (
        "条例\n第一章　总则\n第一条　甲。\n第二章　选举\n第一条　乙。\n第三章　附则\n第三条　丙。\n",
        ["numbering/article-order"]),
    "articles that begin anew in each chapter": (
        "制度\n第一章　总则\n第一条　甲。\n第二条　乙。\n第二章　选举\n第一条　丙。\n第二条　丁。\n", []),
    "a first article whose items are left": (
        "仓库管理办法\n（一）甲；\n（二）乙。\n第二条　丙。\n第三条　丁。\n第四条　戊。\n", ["numbering/first-article-absent"]),
    "the wrong sign holds what the right one would": (
        "书\n一、甲\n文。\n（二）乙\n1.子。\n2.丑。\n（一）寅。\n（二）卯。\n三、丙\n文。\n四、丁\n文。\n",
        ["hierarchy/sibling-of-another-level", "hierarchy/inverted-level"]),
    "ordinals inside a paragraph that begin at two": (
        "书\n一、甲\n查摆出几点不足。第二，选址不便。第三，改造滞后。\n二、乙\n文。\n", ["numbering/starts-above-one"]),
    "ordinals after another first one": ("书\n第一位是人。第二，改造滞后。第三，监管不力。\n", []),
    "a rank": ("书\n我市全省第一。第二，是邻县。\n", []),
    "counters inside a paragraph that begin at two": (
        "书\n压实责任：二要压实监管责任，厘清边界；三要压实企业责任。\n", ["numbering/starts-above-one"]),
    "numbers after a colon that begin at two": (
        "书\n填表说明：2.长期坚持的事项可以申请；3.材料另附目录；4.本表一式两份。\n", ["numbering/starts-above-one"]),
    "numbers after a colon that leave one out": (
        "书\n填表说明：1.一式三份，留存一份。3.以万元为单位，保留两位小数。\n", ["numbering/gap"]),
    "amounts after a colon": ("书\n收入如下：2.5亿元来自税收，3.2亿元来自土地。\n", []),
    "a run that begins after a comma and leaves one out": (
        "书\n会议决定，一、同意设立分局。\n三、同意增加编制。\n四、由人事科办理。\n", ["numbering/gap"]),
    "offices after a comma": (
        "书\n一、甲\n文。\n二、乙\n会议听取汇报，一、二科参加。\n三、丙\n文。\n四、丁\n文。\n", []),
    "figures after numbers that leave one out": (
        "书\n1.65岁以上的；\n2.70岁以上的；\n4.退役的；\n5.低保的。\n", ["numbering/gap"]),
    "decimals without a space that leave one out": (
        "书\n3.1 设备\n3.1.1 选型\n文。\n3.2 材料\n3.2.1 采购\n文。\n3.4人员\n3.4.1 配备\n文。\n", ["numbering/gap"]),
    "decimals without a space said twice": (
        "书\n3.1 设备\n文。\n3.2 材料\n文。\n3.2人员\n文。\n3.3 车辆\n文。\n", ["numbering/duplicate"]),
    "an amount among decimals": ("书\n3.1 设备\n文。\n3.2 材料\n3.4亿元\n3.3 人员\n文。\n", []),
    "labels right below the title": (
        "申报书\n课题1 水稻\n1.内容甲\n2.路线甲\n课题2 小麦\n1.内容乙\n课题4 玉米\n1.内容丙\n2.路线丙\n",
        ["numbering/labelled-order"]),
    "from zero": ("书\n0、备份。\n1、停止。\n3、替换。\n4、启动。\n", ["numbering/gap"]),
    "numbers that go on through subheads": (
        "书\n一、甲\n1.子。\n2.丑。\n二、乙\n（一）子\n1.甲。\n2.乙。\n（二）丑\n3.丙。\n4.丁。\n（三）寅\n5.戊。\n6.己。\n", []),
    "numbers that go on where others begin anew": (
        "书\n一、甲\n（一）子。\n（二）丑。\n二、乙\n（三）寅。\n（四）卯。\n三、丙\n（一）辰。\n（二）巳。\n",
        ["numbering/starts-above-one"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FINDINGS.values(), ids=FINDINGS)
def test_findings(text: str, expected: list[str]) -> None:
    assert [f.rule for f in lint(Source("draft.txt", text), RULES) if f.severity != "info"] == expected
