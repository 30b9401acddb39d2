"""The titles of texts that are left open on purpose: forms to be filled in, and models to be copied."""

from lint.text.patterns.lazy import lazy

TAIL = r"[\s\u3000]*(?:[（(〔【][^（）()〔〕【】]*[）)〕】][\s\u3000]*)*$"
"""What stands in brackets behind the last word of a title: （试行）."""

FORM = lazy(rf"(?:[表单卡书证票]|回执|问卷|合同|协议|证明|收据|便笺|笔录|介绍信|封面){TAIL}")
"""A form, in which blanks wait for whoever fills it in: 报名表, 回执, 承诺书."""

MODEL = lazy(
    r"样式|式样|样本|样表|样张|样例|范本|范例|范文|模板|模版|参考(?:文本|格式|样式)|示范文本|[文书表公]格式"
    r"|写作|写法|怎么写|如何写|撰写(?:要求|规范|指南|要点)|体例|[用话术]语规范|规范用语|话术"
    rf"|文书{TAIL}"
)
"""A model of a text, or a text on how to write one, in which crosses and letters stand for what each user puts in."""

COPIED = lazy(rf"(?:申请|申报|登记|报名|审批|承诺|委托|协议|聘用|告知|通知|决定|责任|授权)(?:[表单书]|合同){TAIL}")
"""A form of words that an annex gives to be copied: 承诺书, 委托书, 告知书."""
