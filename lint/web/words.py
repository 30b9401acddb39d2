"""What the page and the interface say beyond the report's words, in Chinese and in English."""

import msgspec

from lint.messages.language import Language


class WebWords(msgspec.Struct, frozen=True):
    """The texts of the service in one language; braces name what is filled in, here or by the page's script."""

    app: str
    welcome: str
    guide: str
    private: str
    open_files: str
    drop_here: str
    write: str
    write_hint: str
    samples: str
    sample: str
    drafts_open: str
    pasted: str
    close_draft: str
    new_text: str
    checking: str
    checked: str
    typing: str
    genre_choice: str
    genre_auto: str
    genre_changed: str
    rules_choice: str
    rules_off: str
    rules_hint: str
    rules_reset: str
    rule_off: str
    category_all: str
    mend: str
    mend_unsafe: str
    mend_safe: str
    mend_all: str
    nothing_safe: str
    undo: str
    redo: str
    mended_now: str
    mended_mark: str
    difference: str
    difference_hint: str
    no_change: str
    confirm: str
    cancel: str
    edit_here: str
    copy: str
    copied: str
    copy_failed: str
    save_text: str
    save_file: str
    save_annotated: str
    annotated_name: str
    text_name: str
    tools: str
    language: str
    other_language: str
    cut: str
    clean_draft: str
    failed: str
    unreachable: str
    changed_since: str
    too_large: str
    kinds: str
    web_keys: dict[str, str]
    refusals: dict[str, str]
    uploads: dict[str, str]
    failures: dict[str, str]
    statuses: dict[str, str]
    busy: str
    gone: str
    internal: str


_ZH = WebWords(
    app="文稿检查",
    welcome="检查一份文稿",
    guide="把文稿拖到本页任何地方，或在下面粘贴、书写：停笔片刻即出结果。",
    private="文稿只在运行本服务的机器上检查，不保存，不外传；关闭或刷新本页，文稿即清除。",
    open_files="打开文件…",
    drop_here="松开即检查",
    write="文稿原文",
    write_hint="在此粘贴或书写文稿……",
    samples="先看样稿：",
    sample="样稿",
    drafts_open="打开的文稿",
    pasted="粘贴的文稿",
    close_draft="关闭 {name}",
    new_text="新建",
    checking="检查中…",
    checked="已检查：{count} 处发现",
    typing="停笔后检查",
    genre_choice="文种",
    genre_auto="自动认定",
    genre_changed="本稿按所选文种检查",
    rules_choice="规则",
    rules_off="规则（停用 {count}）",
    rules_hint="去掉勾选的规则不检查本稿；此选择只存在本浏览器中。",
    rules_reset="全部启用",
    rule_off="本稿不用此规则",
    category_all="{name}（整类）",
    mend="修改",
    mend_unsafe="看改动…",
    mend_safe="改好全部稳妥处（{count}）",
    mend_all="全部可改处…",
    nothing_safe="没有可直接修改之处",
    undo="撤销",
    redo="重做",
    mended_now="已修改 {count} 处发现",
    mended_mark="已修改",
    difference="改动前后对照",
    difference_hint="此项修改可能影响文意（如改变序号），请核对后再确认。",
    no_change="没有改动",
    confirm="确认修改",
    cancel="不改",
    edit_here="到原文此处修改",
    copy="复制全文",
    copied="已复制全文",
    copy_failed="未能复制，请在文稿原文中全选后复制",
    save_text="下载 .txt",
    save_file="下载改好的文稿",
    save_annotated="下载带批注的 .docx",
    annotated_name="{stem}.批注.docx",
    text_name="文稿.txt",
    tools="对本稿的操作",
    language="语言",
    other_language="English",
    cut="文稿过长，本页只显示前面部分；发现和修改仍按全文。",
    clean_draft="未见差错",
    failed="未能检查",
    unreachable="连不上检查服务：请确认 wengao-lint web 仍在运行，再试一次",
    changed_since="文稿刚刚改过，正在重新检查，请稍后再试",
    too_large="文件过大，应不超过 {most} 个字节",
    kinds="可检查 .txt、.md、.docx 文件，可一次打开多份。",
    web_keys={"f": "修改所选的一处", "z": "撤销修改", "y": "重做修改", "e": "到原文此处"},
    refusals={
        "host": "拒绝访问：本服务不应答这个主机名，请用启动时显示的地址，或以 --allowed-host 允许它",
        "origin": "拒绝访问：请求来自别的网页",
    },
    uploads={
        "media": "请求应为 application/json 或 multipart/form-data",
        "json": "请求不是所需的 JSON：{detail}",
        "form": "请求不是可读的表单：{detail}",
        "none": "请求中没有文稿，应有 text 或文件",
        "several": "此处一次只收一份文稿",
        "large": "文稿过大，应不超过 {most} 个字节",
        "silent": "上传过慢或中断，已停止等待",
        "broken": "上传中断",
    },
    failures={
        "slow": "检查超时，已停止；请将文稿分成几份再试",
        "killed": "检查所需的内存过多，已停止；请将文稿分成几份再试",
    },
    statuses={"404": "没有这个地址", "405": "此地址不接受这种请求"},
    busy="正在检查的文稿过多，请稍后再试",
    gone="该处已变，请重新检查后再修改",
    internal="内部错误：{kind}，请反馈给维护者",
)

_EN = WebWords(
    app="Draft checker",
    welcome="Check a draft",
    guide="Drop a draft anywhere on this page, or paste or write it below: pause, and the findings appear.",
    private="Drafts are checked on the machine that runs this service; nothing is kept or sent on. "
    "Close or reload the page and they are gone.",
    open_files="Open files…",
    drop_here="Drop to check",
    write="The draft's text",
    write_hint="Paste or write the draft here…",
    samples="See a sample: ",
    sample="Sample",
    drafts_open="Open drafts",
    pasted="Pasted draft",
    close_draft="Close {name}",
    new_text="New",
    checking="Checking…",
    checked="Checked: {count} findings",
    typing="Checked when you pause",
    genre_choice="Genre",
    genre_auto="detected",
    genre_changed="checked as the genre chosen",
    rules_choice="Rules",
    rules_off="Rules ({count} off)",
    rules_hint="Rules without a tick are not used on this draft; the choice stays in this browser.",
    rules_reset="Use all",
    rule_off="Not on this draft",
    category_all="{name} (all of them)",
    mend="Fix",
    mend_unsafe="See the change…",
    mend_safe="Fix all that is safe ({count})",
    mend_all="All that can be fixed…",
    nothing_safe="Nothing can be fixed at once",
    undo="Undo",
    redo="Redo",
    mended_now="{count} findings fixed",
    mended_mark="fixed",
    difference="Before and after",
    difference_hint="This fix may change what the draft says (a number, for one): look it over before you confirm.",
    no_change="nothing changes",
    confirm="Fix it",
    cancel="Leave it",
    edit_here="Edit it in the text",
    copy="Copy the text",
    copied="The text is copied",
    copy_failed="It could not be copied: select the text in the field and copy it",
    save_text="Save as .txt",
    save_file="Save the fixed draft",
    save_annotated="Save .docx with comments",
    annotated_name="{stem}.annotated.docx",
    text_name="draft.txt",
    tools="What to do with this draft",
    language="Language",
    other_language="中文",
    cut="The draft is long: only its beginning is shown here, findings and fixes are those of the whole.",
    clean_draft="no findings",
    failed="not checked",
    unreachable="The service does not answer: see whether wengao-lint web still runs, and try again",
    changed_since="The draft has just changed and is being checked: try again in a moment",
    too_large="the file is too large, expected at most {most} bytes",
    kinds="Takes .txt, .md and .docx files, several at once.",
    web_keys={"f": "fix the chosen finding", "z": "undo a fix", "y": "redo a fix", "e": "edit it in the text"},
    refusals={
        "host": "refused: this service does not answer to that host; use the address that it printed, "
        "or allow the name with --allowed-host",
        "origin": "refused: the request comes from another site's page",
    },
    uploads={
        "media": "expected application/json or multipart/form-data",
        "json": "not the JSON expected: {detail}",
        "form": "not a readable form: {detail}",
        "none": "no draft in the request, expected text or a file",
        "several": "one draft at a time here",
        "large": "the draft is too large, expected at most {most} bytes",
        "silent": "the upload was too slow or stopped, and is given up",
        "broken": "the upload stopped",
    },
    failures={
        "slow": "the check took too long and was stopped; divide the draft and try again",
        "killed": "the check needed too much memory and was stopped; divide the draft and try again",
    },
    statuses={"404": "no such address", "405": "this address takes no such request"},
    busy="too many drafts are being checked: try again in a moment",
    gone="the draft has changed there: check it again before you fix it",
    internal="internal error: {kind}; please tell the maintainers",
)

_WORDS: dict[Language, WebWords] = {"zh": _ZH, "en": _EN}


def web_words(lang: Language) -> WebWords:
    """The texts of the service in a language."""
    return _WORDS[lang]
