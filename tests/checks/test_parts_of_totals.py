"""Totals and their parts, however they are led in and marked off; quantities read and written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.analysis.counts.quantities.quantity import quantities_in, scaled, shown
from tests.checks.marking import hits, marked
from tests.checks.ruled import check_of

ABOVE, BELOW = "correspondence/parts-exceed-total", "correspondence/parts-below-total"

MORE = {
    "in headings": "共调整⟦46项⟧，分三类处理。\n一、取消12项\n文。\n二、下放20项\n文。\n三、合并15项\n文。",
    "in the brackets of headings": (
        "反馈2个方面⟦9个问题⟧。\n一、党的建设（5个问题）\n已改4个。\n二、作风纪律（5个问题）\n已改5个。"
    ),
    "sources, one a paragraph": (
        "资金需求⟦3.50亿元，按以下渠道解决：\n（一）专项债券2.10亿元。由财政局牵头。\n（二）自筹1.60亿元⟧。由公司负责。"
    ),
    "divided up inline": "下达任务⟦90公里，分解如下：一是甲镇40公里，由甲镇负责；二是乙镇55公里⟧，由乙镇负责。",
    "sources, the amount behind the heading": (
        "共需⟦800万元，资金来源如下：\n1.县级财政。安排500万元，分两年到位。\n2.群众自筹。筹集350万元⟧。"
    ),
    "bands of money": "行政村⟦1286个，其中收入50万元以上的村214个，10万元至50万元的村618个，10万元以下的村474个⟧。",
    "bands of age": "共有党员⟦120人，其中35岁及以下的22人、36至50岁的45人、51岁以上的63人⟧。",
    "bands of years": "隐患⟦96处，其中超期1年以内的52处、1—3年的30处、3年以上的24处⟧。",
    "； behind ：": "修建渠道⟦36公里，其中：甲镇18公里；乙镇12公里；丙镇16公里⟧。",
    "commas": "共征集意见⟦27条，其中班子提出11条，基层提出9条，服务对象提出8条⟧。",
    "thousands set apart": "改造老旧房屋⟦3,420户，其中城区1,200户、乡镇2,320户⟧。",
    "brackets": "建成垃圾中转站⟦5座（镇区3座、乡村3座⟧）。",
    "far more": "改造泵站⟦8座，其中镇区3座、乡村8座⟧。",
    "attributes of one kind": "登记人口⟦600人，其中本地人员300人、外来人员330人⟧。",
    "of so many": "⟦12个问题中，已完成8个，正在推进5个⟧。",
    "number first": "⟦12个问题中，8个已完成整改，5个⟧正在推进。",
    "figures between": "受理⟦120件，办结率98%，提高3个百分点，其中食品类52件、药品类40件、餐饮类38件⟧。",
    "of the same unit between": "违法案件⟦56起，移送8起，其中采砂12起、取水21起、破坏堤防25起⟧。",
    "respectively": "下达资金⟦380万元，分别为县级150万元、乡级120万元、自筹130万元⟧。",
    "by state, a sentence later": "反馈问题⟦24个。截至目前，已整改到位18个，正在整改5个，尚未启动2个⟧。",
    "the rest": "查摆问题⟦18个，制定措施43条，已完成整改16个，其余3个⟧需要长期坚持。",
    "and in a name": "用地⟦4.86平方公里，其中建设用地4.12平方公里，水域和绿地等用地0.84平方公里⟧。",
    "a further total behind": "职工⟦86人，其中行政编制32人、事业编制40人、工勤人员16人⟧，党员58人。",
    "items": "共⟦60人：一是党政班25人；二是业务班20人；三是青年班18人⟧。",
    "one kind of grave": "隐患⟦32处，其中一般隐患28处、重大隐患5处⟧，其余线索另行核查。",
    "by state, right behind the total": "⟦32个问题已完成整改27个，取得阶段性成效并需长期坚持的6个⟧。",
    "grades": "参评单位⟦30家，其中优秀等次8家、良好等次15家、一般等次8家⟧。",
    "done and, further on, not done": "应接种⟦3200人，已接种2980人，接种率93.1%，未接种230人⟧。",
    "done and, further on, left": "总投资⟦5.2亿元，已完成投资3.1亿元，占59.6%，剩余2.3亿元⟧。",
    "in brackets each": "满分为⟦100分，由服务（30分）、环境（25分）、要素（25分）、满意度（25分⟧）四部分构成。",
    "in brackets each, the total behind": "测试由笔试（⟦40分）、面试（40分）、答辩（30分）组成，满分100分⟧。",
    "after the list": "调拨：\n一是甲镇水泵⟦12台；\n二是乙镇水泵9台；\n三是丙镇水泵15台。\n上述设备总计34台⟧。",
    "opposites": "走访企业⟦56家，其中走访规模以上企业29家、规模以下企业37家⟧。",
    "begun and not begun": "企业⟦56家，其中已开工40家、未开工19家⟧。",
    "men and women": "职工⟦60人，其中男职工45人、女性25人⟧。",
}
LESS = {
    "below headings": "共征集建议⟦21条⟧，分两类办理。\n一、采纳类\n共12条。文。\n二、参考类\n共8条。文。",
    "below a heading": "一、任务（共⟦9项⟧）\n（一）甲（4项）\n文。\n（二）乙（4项）\n文。",
    "money": "总投资⟦1120万元，其中上级专项资金650万元、县级配套320万元、乡镇自筹130万元⟧。",
    "kinds": "诉求⟦42.37万件，其中咨询类26.18万件、求助类9.64万件、投诉类5.12万件、建议及其他类1.33万件⟧。",
    "by state": "指出⟦15个具体问题。已完成整改11个，基本完成1个，持续推进2个⟧。",
    "two": "学员⟦120人，其中乡镇（街道）85人、市直部门30人⟧，分两期举办。",
    "grades": "⟦20个指标中，我市处于优秀等次的6个、良好等次的9个、一般等次的4个⟧。",
    "by state before another matter": "⟦18个问题中已完成整改14个，基本完成3个⟧；54条措施中已完成50条，其余4条在推进。",
    "done and, further on, not done": "改造小区⟦40个，已开工31个，开工率77.5%，未开工8个⟧。",
    "precise figures, the total behind": "安排如下：财政资金⟦0.9亿元，专项债券1.2亿元，银行贷款3亿元，共计5.2亿元⟧。",
    "in brackets each": "考核总分⟦100分，包括重点工作（50分）、党的建设（20分）、日常管理（20分⟧）三部分。",
    "after the list, as its last item": "招聘\n1.教师岗⟦30人\n2.医护岗22人\n3.工程岗6人\n4.合计68人⟧",
    "opposites": "走访企业⟦56家，其中规模以上企业29家、规模以下企业23家⟧。",
}
NEITHER = {
    "after the list, of each village": "分组\n1.甲组每村5人，3个村；\n2.乙组12人。\n以上人员共计20人。",
    "after the list, times": "培训\n1.第一期50人；\n2.第二期45人。\n上述学员共100人次。",
    "after a list one of whose items tells none": "预算\n1.场地3.2万元。\n2.劳务，另定。\n3.印刷2.0万元。\n合计6万元。",
    "after two lists": "一、机关\n1.甲科5人；\n2.乙科6人。\n二、站所\n1.甲站20人；\n2.乙站36人。\n以上人员共计67人。",
    "what is begun and what is not finished": "企业56家，其中已开工40家、未投产30家。",
    "opposites of unlike things": "干部60人，其中35岁以上40人、大专以下30人。",
    "both ways": "活动56场，其中线上活动40场、线下活动30场。",
    "headings that agree": "反馈2个方面9个问题。\n一、党建（5个问题）\n改4个。\n二、作风（4个问题）\n改3个。",
    "headings of a year": "去年共反馈9个问题。\n一、党建（5个问题）\n文。\n二、作风（5个问题）\n文。",
    "headings of which one tells nothing": "共9个问题。\n一、党建（5个问题）\n文。\n二、作风\n文。",
    "headings that share": "共9个问题，有1个交叉。\n一、党建（5个问题）\n文。\n二、作风（5个问题）\n文。",
    "headings of persons": "共处分32人。\n一、党纪处分20人\n文。\n二、政务处分14人\n文。",
    "headings far off": "共有46项。\n一、取消2项\n文。\n二、下放3项\n文。",
    "some projects": "总投资3.2亿元，实施以下项目：\n（一）甲桥1.5亿元。文。\n（二）乙桥1.9亿元。文。",
    "sources that come to it": (
        "共需3.5亿元，较上年增加0.5亿元，按以下渠道筹措：\n一、债券2.1亿元。文。\n二、自筹1.4亿元。文。"
    ),
    "sources of several figures": (
        "共需3.5亿元，按以下渠道筹措：\n一、债券。申请2.1亿元，争取到位1.9亿元。\n二、自筹1.6亿元。文。"
    ),
    "ways to another amount": "去年投入9.5亿元，今年拓宽筹资渠道：\n一、债券2.1亿元。文。\n二、自筹1.6亿元。文。",
    "bands within bands": "老年人4200人，其中60岁以上的4200人、80岁以上的600人、90岁以上的90人。",
    "bands that add up": "行政村1306个，其中收入50万元以上的村214个，10万元至50万元的村618个，10万元以下的村474个。",
    "a band and a quality": "党员120人，其中35岁以下的40人、女党员60人、大专以上学历的90人。",
    "ranges": "各村320户，其中甲村100—120户、乙村110—130户、丙村120至140户。",
    "another matter behind ；": "召开党组会21次，其中专题学习21次；参加中心组学习10次；开展调研学习6次。",
    "another matter behind ； that alone is one of two": "走访企业36家，其中规上企业30家；帮扶困难企业12家。",
    "qualities of several kinds": "培训500人次，其中科级以上120人次，女性210人次，少数民族240人次。",
    "a quality and none": "行政村210个，其中山区村150个、脱贫村98个。",
    "unlike names": "举办培训12期，其中线上8期、专题培训6期。",
    "what it brings about": "资金2000万元，其中产业发展1200万元，带动社会投资3000万元。",
    "rounded": "收入12.5亿元，其中门票2.1亿元、住宿4.2亿元、餐饮6.3亿元。",
    "about": "发放物资120余件，其中甲镇70件、乙镇60件。",
    "two totals": "收入12.6亿元，其中税收8.4亿元、非税4.2亿元；支出35.1亿元，其中教育8.8亿元、社保6.2亿元。",
    "a further total first": "64个村中，建成51个，正常运行33个，间歇开放12个，闲置6个。",
    "in brackets": "用地300亩，其中建设用地200亩（含道路40亩）、绿化用地80亩、水域20亩。",
    "another of the same unit": "应到120名，实到118名，请假2名，其中男代表80名、女代表38名。",
    "a part only": "干部500人，其中党员300人。",
    "rounded, the total behind": "甲县安排0.94亿元，乙县1.24亿元，丙县3.04亿元，合计5.2亿元。",
    "grades, some": "参评单位30家，其中优秀等次8家、良好等次15家。",
    "grades, most of them left out": "应考核干部120名，其中优秀22名、称职12名、不称职1名。",
    "done and not done of a total between": "共排查86家，发现隐患120处，已整改100处，整改率83.3%，未整改20处。",
    "done and not done of a part": "共2846户，已签约2318户，签约率81.5%，其中已搬迁2000户，占86.3%，未搬迁318户。",
    "done and left with others between": "任务80个，已完成50个，完成率62.5%，正在推进20个，还剩10个。",
    "not done, of a narrower kind": "排查隐患86处，已整改72处，未整改的重大隐患2处。",
    "in brackets each, some beyond the total": "满分100分，由指标（100分）、加分项（10分）、扣分项（10分）组成。",
    "in brackets each, the largest": "建成站点12座，较大的有东镇（5座）、西镇（2座）、南镇（2座）三部分。",
    "in brackets each, and others": "满分100分，由服务（30分）、环境（25分）、要素（25分）等部分构成。",
    "some in a list": "问题32个，其中主要有甲类12个、乙类18个。",
}


def _plain(text: str) -> str:
    return text.replace("⟦", "").replace("⟧", "")


@pytest.mark.parametrize("expected", MORE.values(), ids=MORE)
def test_parts_that_exceed_their_total(expected: str) -> None:
    text = "工作总结\n" + expected
    assert marked(check_of(ABOVE), _plain(text)) == text
    assert hits(check_of(BELOW), _plain(text)) == []


@pytest.mark.parametrize("expected", LESS.values(), ids=LESS)
def test_parts_that_fall_short(expected: str) -> None:
    text = "工作总结\n" + expected
    assert marked(check_of(BELOW), _plain(text)) == text
    assert hits(check_of(ABOVE), _plain(text)) == []


@pytest.mark.parametrize("text", NEITHER.values(), ids=NEITHER)
def test_parts_of_which_nothing_can_be_said(text: str) -> None:
    assert [hits(check, "工作总结\n" + text) for check in (check_of(ABOVE), check_of(BELOW))] == [[], []]


@pytest.mark.parametrize("text", [_plain(text) for text in (*MORE.values(), *LESS.values())])
def test_values_name_the_figures(text: str) -> None:
    for check in (check_of(ABOVE), check_of(BELOW)):
        for hit in hits(check, text):
            assert set(hit.values) == {"total", "sum", "text"}
            assert hit.values["text"] == text[hit.span.start : hit.span.end]


@given(st.integers(0, 10**6), st.integers(0, 99999), st.sampled_from(["", "百", "千", "万", "百万", "亿", "万亿"]))
def test_figures_are_written_as_they_were_read(whole: int, decimals: int, scale: str) -> None:
    number = f"{whole}.{decimals:05}".rstrip("0").rstrip(".")
    assert shown(scaled(number, scale), scale) == number + scale


@given(st.text(alphabet="0123456789.，、万亿元个件年以上（）其中已余 和\n", max_size=60))
def test_quantities_stand_where_they_say(text: str) -> None:
    for one in quantities_in(text, 0, len(text)):
        assert text.startswith(one.written, one.start)
        assert text[: one.end].endswith(one.unit)
