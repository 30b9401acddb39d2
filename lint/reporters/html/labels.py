"""What the page says, in Chinese and in English."""

import msgspec

from lint.messages.language import Language


class PageWords(msgspec.Struct, frozen=True):
    """The texts of the page in one language; braces name what is filled in, here or by the page's script."""

    lang: str
    title: str
    report_of: str
    generated: str
    drafts: str
    faulty: str
    clean: str
    failed: str
    no_findings: str
    nothing: str
    script_needed: str
    skip: str
    theme: str
    themes: dict[str, str]
    keys: str
    key_list: dict[str, str]
    close: str
    filters: str
    by_severity: str
    by_category: str
    reset: str
    draft: str
    total: str
    state: str
    states: dict[str, str]
    sort: str
    chart: str
    chart_hint: str
    bar: str
    back: str
    previous: str
    next: str
    outline: str
    text: str
    findings: str
    shown: str
    none_shown: str
    place: str
    rule: str
    source: str
    why: str
    fix: str
    more_changes: str
    related: str
    to_text: str
    to_list: str
    expected: str
    in_order: str
    items: str
    has_findings: str
    renumbered: str
    picture: str
    picture_hint: str
    terms: str
    strength: str
    missing: dict[str, str]
    roles: dict[str, str]
    line: str
    genre: str
    parts: dict[str, str]
    pieces: dict[str, str]
    severities: dict[str, str]
    counted: dict[str, str]
    tiers: dict[str, str]
    fixes: dict[str, str]
    practice: str
    colon: str
    comma: str
    categories: dict[str, str]


_ZH = PageWords(
    lang="zh-CN",
    title="文稿检查报告",
    report_of="{name}：文稿检查报告",
    generated="由 wengao-lint {version} 生成",
    drafts="份文稿",
    faulty="份有发现",
    clean="份未见差错",
    failed="份未能检查",
    no_findings="未见差错",
    nothing="没有可检查的文稿",
    script_needed="要在文中查看各处发现，请允许本页运行脚本。",
    skip="跳到正文",
    theme="明暗",
    themes={"auto": "随系统", "light": "浅色", "dark": "深色"},
    keys="快捷键",
    key_list={
        "n": "下一处",
        "p": "上一处",
        "↑ ↓": "在列表、结构中移动",
        "← →": "收起、展开结构",
        "Enter": "到文中该处",
        "b": "从文中回到列表",
        "[ ]": "上一份、下一份文稿",
        "u": "回到全部文稿",
        "t": "切换明暗",
        "Esc": "关闭",
    },
    close="关闭",
    filters="筛选",
    by_severity="按级别",
    by_category="按类别",
    reset="全部显示",
    draft="文稿",
    total="合计",
    state="结果",
    states={"faulty": "有发现", "clean": "未见差错", "failed": "未能检查"},
    sort="按此列排序",
    chart="各类别的发现",
    chart_hint="点击类别，只看这一类",
    bar="{category}：{total} 处",
    back="全部文稿",
    previous="上一份",
    next="下一份",
    outline="结构",
    text="正文",
    findings="发现",
    shown="显示 {shown} / {total} 处",
    none_shown="筛选后没有可显示的发现",
    place="第 {line} 行第 {column} 列",
    rule="规则",
    source="依据",
    why="缘由",
    fix="建议",
    more_changes="另有 {count} 处改动",
    related="相关",
    to_text="看文中此处",
    to_list="回到列表",
    expected="应为 {expected}",
    in_order="序号连贯",
    items="{count} 项",
    has_findings="{count} 处发现",
    renumbered="序号应改，见同级的发现",
    picture="问题、原因、措施的对应",
    picture_hint="连线表示原因或措施回应了该问题，线越粗越贴近；指向连线可看依据的词语，点击方框到文中该处。",
    terms="共同的词语",
    strength="相合程度 {weight}/5",
    missing={"causes": "无对应原因", "measures": "无对应措施", "problems": "无对应问题"},
    roles={"problems": "问题", "causes": "原因", "measures": "措施"},
    line="第 {line} 行",
    genre="文种",
    parts={"main": "正文", "annex": "附件", "text": "另文"},
    pieces={
        "title": "标题",
        "recipients": "主送",
        "preamble": "引言",
        "closing": "结语",
        "signature": "署名",
        "date": "日期",
    },
    severities={"error": "错误", "warning": "警告", "info": "提示"},
    counted={"error": "处错误", "warning": "处警告", "info": "处提示"},
    tiers={"norm": "规定", "recommendation": "一般要求", "practice": "惯例"},
    fixes={"safe": "可自动修改", "unsafe": "可自动修改，改后须核对"},
    practice="惯例",
    colon="：",
    comma="、",
    categories={
        "correspondence": "前后对应",
        "elements": "公文要素",
        "hierarchy": "层次",
        "numbering": "序号",
        "numerals": "数字日期",
        "placeholders": "未填占位",
        "punctuation": "标点",
        "references": "引用附件",
        "sections": "结构部分",
        "suppressions": "忽略注释",
    },
)

_EN = PageWords(
    lang="en",
    title="Report on drafts",
    report_of="{name}: report on drafts",
    generated="made by wengao-lint {version}",
    drafts="drafts",
    faulty="with findings",
    clean="without findings",
    failed="not checked",
    no_findings="no findings",
    nothing="no drafts to check",
    script_needed="Let this page run its script to see the findings in the text.",
    skip="Skip to the text",
    theme="Theme",
    themes={"auto": "as the system", "light": "light", "dark": "dark"},
    keys="Keys",
    key_list={
        "n": "next finding",
        "p": "previous finding",
        "↑ ↓": "move in the list or the outline",
        "← →": "fold and unfold the outline",
        "Enter": "go to the place in the text",
        "b": "back from the text to the list",
        "[ ]": "previous and next draft",
        "u": "back to all drafts",
        "t": "change the theme",
        "Esc": "close",
    },
    close="Close",
    filters="Filters",
    by_severity="By severity",
    by_category="By category",
    reset="Show all",
    draft="Draft",
    total="Total",
    state="Result",
    states={"faulty": "has findings", "clean": "no findings", "failed": "not checked"},
    sort="Sort by this column",
    chart="Findings by category",
    chart_hint="Click a category to see it alone",
    bar="{category}: {total} findings",
    back="All drafts",
    previous="Previous",
    next="Next",
    outline="Outline",
    text="Text",
    findings="Findings",
    shown="{shown} of {total} shown",
    none_shown="The filters leave no finding to show",
    place="line {line}, column {column}",
    rule="Rule",
    source="Source",
    why="Why",
    fix="Fix",
    more_changes="{count} more changes",
    related="Related",
    to_text="Show in the text",
    to_list="Back to the list",
    expected="should be {expected}",
    in_order="in order",
    items="{count} items",
    has_findings="{count} findings",
    renumbered="to be renumbered, see the finding beside it",
    picture="How problems, causes and measures correspond",
    picture_hint="A line joins a problem to a cause or measure that answers it, the thicker the closer; point at a "
    "line for the words behind it, click a box to go to its place.",
    terms="Words in common",
    strength="strength {weight} of 5",
    missing={"causes": "no cause", "measures": "no measure", "problems": "no problem"},
    roles={"problems": "Problems", "causes": "Causes", "measures": "Measures"},
    line="line {line}",
    genre="Genre",
    parts={"main": "Main text", "annex": "Annex", "text": "Another text"},
    pieces={
        "title": "title",
        "recipients": "recipients",
        "preamble": "preamble",
        "closing": "closing",
        "signature": "signature",
        "date": "date",
    },
    severities={"error": "error", "warning": "warning", "info": "info"},
    counted={"error": "errors", "warning": "warnings", "info": "infos"},
    tiers={"norm": "norm", "recommendation": "recommendation", "practice": "practice"},
    fixes={"safe": "can be fixed automatically", "unsafe": "can be fixed automatically, to be reviewed"},
    practice="practice",
    colon=": ",
    comma=", ",
    categories={},
)

_WORDS: dict[Language, PageWords] = {"zh": _ZH, "en": _EN}


def page_words(lang: Language) -> PageWords:
    """The texts of the page in a language."""
    return _WORDS[lang]
