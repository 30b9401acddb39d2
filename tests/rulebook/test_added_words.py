"""Words of a house join the lists that rules keep their vocabulary in: a miss is found, or an alarm is gone."""

from pathlib import Path

import pytest

from lint.engine.linter import lint
from lint.rulebook.rulebook import RulebookError, builtin_folder, load_rulebook
from lint.text.source import Source

LISTED = (
    "关于表彰先进的决定\n现予表彰。\n附件：先进集体名单\n附件\n先进集体名单（共3个）\n"
    "甲镇人民政府\n乙镇人民政府\n丙镇人民政府\n"
)
TABLE = "农村公路养护补助资金分配表\n乡镇\t补助资金（万元）\n东乡\t186\n西乡\t168\n南乡\t156\n合计\t510\n"
LIST = "惠民任务{title}\n序号\t任务\t单位\n1\t修路\t甲局\n2\t建桥\t乙局\n3\t植树\t丙局\n4\t清河\t丁局\n"
CASES = {
    "what a summary is called": (
        "numerals/stale-year",
        "reviews: [述评]",
        "2025年度全县民政工作述评\n各科室：\n现将2024年度有关事项报告如下。\n一、主要做法\n抓基层。\n",
        ([], ["标题是“2025年”，这里写“2024年”，请核对是否沿用旧稿"]),
    ),
    "what stands before the second date": (
        "numerals/period-differs",
        "until: [止于]",
        "关于印发管理办法的通知\n本办法有效期五年，自2025年6月1日起，止于2029年5月31日。\n",
        ([], ["从起始日算起“五年”应到“2030年5月31日”，这里是“2029年5月31日”"]),
    ),
    "days that are not counted": (
        "numerals/period-differs",
        "not_daily: [隔周]",
        "关于开展培训的通知\n培训为期22天，9月1日至9月30日，隔周举行。\n",
        (["从起始日算起“22天”应到“9月22日”，这里是“9月30日”"], []),
    ),
    "what is given": (
        "numerals/grades-do-not-meet",
        "given: [悬赏]",
        "奖励办法\n一等悬赏10000元以上30000元以下，二等悬赏5000元以上15000元以下，三等悬赏1000元以上5000元以下。\n",
        (["“10000元以上30000元以下”与“5000元以上15000元以下”重叠"], []),
    ),
    "what stands below a list of names": (
        "correspondence/name-list-count",
        "ends: [联系人]",
        f"{LISTED}联系人\n",
        (["“共3个”与名单不符，说是 3 个，名单列了 4 个"], []),
    ),
    "words that call one kind of part": (
        "correspondence/named-part-absent",
        "alike: [[体会, 心声]]",
        "个人述职报告\n现将思想、作风、履职和工作体会四个方面情况报告如下。\n一、思想方面\n文。\n二、作风方面\n文。\n"
        "三、履职方面\n文。\n四、几点心声\n文。\n",
        (["开头列有“工作体会”，正文没有这一部分"], []),
    ),
    "words of a kind that the rule does not know": (
        "correspondence/named-part-absent",
        "alike: [[家访, 走亲]]",
        "个人述职报告\n现将思想、作风、履职和群众家访四个方面情况报告如下。\n一、思想方面\n文。\n二、作风方面\n文。\n"
        "三、履职方面\n文。\n四、结对走亲\n文。\n",
        (["开头列有“群众家访”，正文没有这一部分"], []),
    ),
    "what tells figures of one matter apart": (
        "correspondence/total-against-text",
        "times: [核减前]",
        f"报告\n核减前农村公路养护补助资金总额540万元，分配情况如下表。\n{TABLE}",
        (["“540万元”与表格不符，表中“补助资金（万元）”合计为 510万元"], []),
    ),
    "what says nothing of a table": (
        "correspondence/total-against-text",
        "saying_nothing: [速览]",
        f"报告\n农村公路养护补助资金总额540万元，分配情况如下表。\n{TABLE.replace('分配表', '速览表')}",
        ([], ["“540万元”与表格不符，表中“补助资金（万元）”合计为 510万元"]),
    ),
    "what a list is called": (
        "correspondence/row-count",
        "lists: [总览]",
        f"方案\n全年安排5项任务。\n各单位抓好落实。\n附件1\n{LIST.format(title='总览')}",
        ([], ["“5项任务”与表格不符，说是 5，表中列了 4 行"]),
    ),
    "what has been done": (
        "correspondence/parts-below-total",
        "finished: [摘牌]",
        "报告\n确定整治任务20项，截至目前已摘牌11项，持续推进的8项。\n",
        ([], ["总数为 20项，所列分项相加只有 19项"]),
    ),
    "what a person may be besides": (
        "correspondence/parts-exceed-total",
        "qualities: [[侨眷]]",
        "报告\n慰问居民20人，其中侨眷12人、老兵10人。\n",
        (["总数为 20人，分项相加为 22人"], []),
    ),
    "what divides": (
        "correspondence/announced-count",
        "divided: [拆]",
        "通知\n各乡镇：\n为学好用好，培训拆为三批进行：\n（一）党员\n文。\n（二）群众\n文。\n",
        ([], ["“三批”与后文不符，宣布 3 项，实际列了 2 项"]),
    ),
    "what may be of more": (
        "correspondence/announced-count",
        "of_more: [全县]",
        "方案\n一、重点任务\n专班聚焦全县3项重点任务，逐项明确责任。\n（一）修路\n文。\n（二）建桥\n文。\n",
        (["“3项重点任务”与后文不符，宣布 3 项，实际列了 2 项"], []),
    ),
    "what is handed in": (
        "correspondence/announced-count",
        "handed_in: [上传]",
        "通知\n申请人符合下列三项条件，须上传：\n（一）申请书\n文。\n（二）证明\n文。\n",
        (["“三项条件”与后文不符，宣布 3 项，实际列了 2 项"], []),
    ),
    "what has no heading of its own": (
        "correspondence/named-part-absent",
        "unheaded: [[收件, 邮箱]]",
        "公告\n现将征集范围、报送要求、奖励办法和收件方式公告如下：\n一、征集范围\n文。\n二、报送要求\n文。\n三、奖励办法\n文。\n"
        "邮箱另行公布。\n",
        (["开头列有“收件方式”，正文没有这一部分"], []),
    ),
    "what makes a number inexact": (
        "correspondence/row-count",
        "inexact: [暂定]",
        f"方案\n全年暂定安排5项任务（见附件1）。\n附件1\n{LIST.format(title='清单')}",
        (["“5项任务”与表格不符，说是 5，表中列了 4 行"], []),
    ),
}


@pytest.mark.parametrize(("rule", "words", "draft", "expected"), CASES.values(), ids=CASES)
def test_words_of_a_house(
    rule: str, words: str, draft: str, expected: tuple[list[str], list[str]], tmp_path: Path
) -> None:
    path = tmp_path / f"{rule}.yaml"
    path.parent.mkdir()
    path.write_text(f"add:\n  {words}\n", "utf-8")

    def found(folders: list[str | Path]) -> list[str]:
        rulebook = load_rulebook(folders).select([rule], [])
        return [finding.message for finding in lint(Source("a.txt", draft), rulebook)]

    assert (found([builtin_folder()]), found([builtin_folder(), tmp_path])) == expected


WRONG = {
    "a word for groups": ("alike: [心声]", "2:11: 应为成组的词，如 [[甲, 乙]]"),
    "groups for words": ("alike: [[甲, 乙], 丙]", "2:19: 应为成组的词，如 [[甲, 乙]]"),
    "no text": ("alike: [[1]]", "2:3: 应为文字，现为整数"),
}


@pytest.mark.parametrize(("words", "message"), WRONG.values(), ids=WRONG)
def test_words_that_do_not_fit(words: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "correspondence/named-part-absent.yaml"
    path.parent.mkdir()
    path.write_text(f"add:\n  {words}\n", "utf-8")
    with pytest.raises(RulebookError) as raised:
        load_rulebook([builtin_folder(), tmp_path])
    assert raised.value.errors == (f"{path}:{message}",)
