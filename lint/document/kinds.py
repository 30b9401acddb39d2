"""The kinds of official documents (文种) by which titles end and texts call themselves."""

EITHER = (
    "材料|报告|总结|方案|通知|请示|函|批复|纪要|办法|规定|细则|条例|意见|决定|通报|公告|通告|讲话|预案|提纲|要点|计划|规划"
    "|决议|令|议案|公报|致辞|发言|汇报|说明|清单|台账|守则|制度|规则|规程|章程|准则|标准|指南|协议|合同|倡议书|申请书|承诺书|启事"
)
"""An alternative that matches one of the kinds.

《党政机关公文处理工作条例》, art. 8, names fifteen; the others are in daily use beside them.
"""
KINDS = tuple(EITHER.split("|"))
FORMULA_WORD = "通知|通告|公告|通报|报告|汇报|请示|批复|函复|函告|函商|函达|复函|决定|答复|公布|函|复"
"""An alternative that matches the word by which an opening (现…如下) or a closing (特此…) names its kind."""
