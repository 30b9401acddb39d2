"""What the command itself says, in Chinese and in English."""

import errno
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from lint.files.loading import NoReaderError, NotRegularError, TooLargeError
from lint.text.source import DecodeError

if TYPE_CHECKING:
    from lint.messages.language import Language


class Words(msgspec.Struct, frozen=True):
    """The interface texts of one language; braces name what is filled in."""

    summary: str
    clean: str
    totals: str
    failed: str
    incomplete: str
    nothing: str
    missing: str
    denied: str
    folder: str
    unreadable: str
    undecodable: str
    not_word: dict[str, str]
    stopped: str
    genre_stopped: str
    overruns: dict[str, str]
    more: str
    internal: str
    unwritable: str
    unwritable_place: str
    not_regular: str
    too_large: str
    disk_full: str
    long_name: str
    memory: str
    standard_output: str
    needs_extra: str
    not_restorable: str
    clashes: dict[str, str]
    no_reader: str
    option_or_file: str
    left_alone: str
    reasons_to_leave: dict[str, str]
    unsound: str
    quoted: str
    annotated: str
    mended: str
    fixable: str
    would_mend: str
    baseline_written: str
    baseline_gone: str
    baseline_entry: str
    not_a_baseline: str
    unknown_name: str
    unknown_genre: str
    did_you_mean: str
    config_encoding: str
    config_yaml: str
    config_mapping: str
    config_key: str
    config_name: str
    config_deep: str
    config_alias: str
    config_tag: str
    config_folders: str
    config_patterns: str
    config_twice: str
    config_list: str
    config_text: str
    config_pairs: dict[str, str]
    config_pattern: str
    config_choice: str
    basis: str
    related_place: str
    related_more: str
    habit: str
    habit_and_right: str
    joined: str
    source: str
    severity: str
    why: str
    message: str
    fix: str
    fixes: dict[str, str]
    severities: dict[str, str]
    tiers: dict[str, str]
    valid: str
    invalid: str
    fixed: str
    tested: str
    genre: str
    no_genre: str
    genre_reasons: dict[str, str]
    genre_keys: dict[str, str]
    parts: dict[str, str]
    pieces: dict[str, str]
    flags: dict[str, str]
    masked: str
    roles: dict[str, str]
    unanswered: str
    no_correspondence: str
    nearest_answer: str
    comma: str
    semicolon: str
    aside: str
    needs_pygls: str
    needs_watchfiles: str
    watching: str
    cache_holds: str
    cache_cleared: str
    cache_without_folder: str
    cache_foreign: str
    cache_no_folder: str
    quick_fix: str
    quick_fix_unsafe: str
    fix_all: str
    suppress: str
    ignored_by: str


_ZH = Words(
    summary="检查 {drafts} 份文稿，用时 {seconds} 秒：{counts}",
    clean="未见差错",
    totals="{error} 处错误，{warning} 处警告，{info} 处提示",
    failed="；{failed} 份未能检查",
    incomplete="；{incomplete} 份未能全部检查",
    nothing="没有可检查的文稿，应为 .txt、.md、.markdown 或 .docx 文件",
    missing="没有这个文件或文件夹",
    denied="没有读取权限",
    folder="是文件夹，应为文件",
    unreadable="无法读取：{reason}",
    undecodable="不是可读的文稿，应为 UTF-8、GB18030 或带 BOM 的 UTF-16 文本（{reason}）",
    not_word={
        "doc": "是旧式 Word 文件（.doc），请在 Word 或 WPS 中另存为 .docx 再检查",
        "wps": "是 WPS 文字文件（.wps），请在 WPS 中另存为 .docx 再检查",
        "pdf": "是 PDF，请检查它的 .docx 原稿，或复制文字存为 .txt",
        "ofd": "是 OFD 版式文件，请检查它的 .docx 原稿，或复制文字存为 .txt",
        "rtf": "是 RTF 文件，请在 Word 或 WPS 中另存为 .docx 再检查",
        "encrypted": "有密码保护或加密，请在 Word 或 WPS 中取消密码（文件—信息—保护文档）后再检查",
        "damaged": "不是完整的 .docx，请重新取得，或用 Word、WPS 打开修复后另存为 .docx",
        "too_large": "解压后过大，不予读取；如确是文稿，请删去图片等附带内容后另存为 .docx",
        "doubled": "同一部件在压缩包中有两份，不知以哪份为准，不予读取；请用 Word 或 WPS 打开修复后另存为 .docx",
        "entities": "含有 XML 实体声明，正常的 .docx 没有，不予读取；请用 Word 或 WPS 另存为 .docx",
        "strict": "是 Strict Open XML 格式，请在 Word 中另存为普通的“Word 文档（*.docx）”再检查",
        "embedded": "的正文是嵌入的另一种文件（altChunk），请在 Word 或 WPS 中打开并另存为 .docx 再检查",
        "not_word": "不是 Word 文档，请在 Word 或 WPS 中另存为 .docx 再检查",
        "extra": "读取 .docx 需要 python-docx，请运行 pip install 'wengao-lint[docx]'",
    },
    stopped="规则 {rules} 未能完成，已略过：{reason}",
    genre_stopped="文种未能认定，按不明处理：{reason}",
    overruns={
        "pattern": "匹配超过 {seconds} 秒",
        "rule": "超过 {seconds} 秒",
        "draft": "检查全文超过 {seconds} 秒",
        "memory": "匹配所需的内存或层数过多",
    },
    more="规则 {rule} 另有 {count} 处未列出",
    internal="内部错误：{reason}。请连同文稿反馈给维护者，设置 WENGAO_LINT_DEBUG=1 可显示详情",
    unwritable="无法写入：{reason}",
    unwritable_place="没有写入权限（文件或所在文件夹只读）",
    not_regular="不是普通文件",
    too_large="文件过大，应不超过 {most} 个字节",
    disk_full="磁盘已满",
    long_name="文件名过长",
    memory="内存不足",
    standard_output="标准输出",
    needs_extra="{format} 格式需要 {package}，可用 pip install 'wengao-lint[{format}]' 安装",
    not_restorable="未修改：改后无法以原编码（{encoding}）原样写回",
    clashes={
        "draft": "不能写入：这是本次要检查的文稿（{path}）；若是以前的报告，请换名，或在设置的 exclude 中排除",
        "rule": "不能写入：这是本次使用的规则文件（{path}）",
        "settings": "不能写入：这是本次使用的设置（{path}）",
        "baseline": "不能写入：这是本次使用的基线（{path}）",
        "output": "不能写入：另一处输出也写到这个文件（{path}）",
        "copy": "不能写入：这里要写带批注的副本（{path}）",
    },
    no_reader="管道的另一端没有程序在读",
    option_or_file="既是选项又是文件名；如是文件，请把文件名都放在 -- 之后，如 check -- 文件；如是选项，请先给文件改名",
    left_alone="未修改：{why}",
    reasons_to_leave={
        "changed": "检查期间文稿被改动或移走，请重新运行",
        "linked": "文稿有多个硬链接，改写会使它们分开，请在各自的文件夹中另存后再改",
        "outside": "是指向所查文件夹之外的链接，要修改请直接写出文稿的路径",
    },
    unsound="改后会出现原来没有的错误（{rules}）",
    quoted="{message}（“{place}”）",
    annotated="带批注的副本：{path}",
    mended="；已修改 {count} 处",
    fixable="；{count} 处可用 {options} 修改",
    would_mend="；可修改 {count} 处",
    baseline_written="基线 {path}：记下 {count} 处，涉及 {drafts} 份文稿",
    baseline_gone="基线 {path} 中 {count} 处已不存在，可重新用 --write-baseline 生成以删去：",
    baseline_entry="{draft}：{rule} {before}⟦{text}⟧{after}",
    not_a_baseline="不是基线文件：{reason}",
    unknown_name="没有规则或类别“{name}”",
    unknown_genre="没有文种“{name}”",
    did_you_mean="，是否为“{name}”？",
    config_encoding="不是 UTF-8 文本，应为 UTF-8",
    config_yaml="不是合法的 YAML：{reason}",
    config_mapping="应为“键: 值”",
    config_name="键应为一个词",
    config_deep="嵌套过深",
    config_alias="不支持锚点（&）和引用（*），请写出全文",
    config_tag="不支持标签 {name}",
    config_folders="rules 不能超过 {most} 个文件夹",
    config_patterns="路径的写法不能超过 {most} 个",
    config_key="没有设置项“{name}”",
    config_twice="设置项“{name}”重复",
    config_list="{name} 应为列表",
    config_text="{name} 的各项应为文字",
    config_pairs={
        "severity": "severity 应为“规则: 级别”",
        "genres": "genres 应为“路径: 文种”",
        "per-file-ignores": "per-file-ignores 应为“路径: [规则或类别]”",
    },
    config_pattern="{name} 的路径“{pattern}”不合 .gitignore 的写法",
    config_choice="{name} 不能为“{value}”，应为{choices}之一",
    basis="依据：{source}",
    related_place="相关：第 {line} 行第 {column} 列",
    related_more="{message}（另有 {count} 处）",
    habit="{message}（全文共 {count} 处）",
    habit_and_right="{message}（全文这样写的 {count} 处，合乎规范的 {right} 处）",
    joined="{head}：{text}",
    source="依据",
    severity="级别",
    why="缘由",
    message="提示",
    fix="修改",
    fixes={"none": "不能自动修改", "safe": "可自动修改", "unsafe": "可自动修改，改后须核对"},
    severities={"error": "错误", "warning": "警告", "info": "提示"},
    tiers={"norm": "规定", "recommendation": "一般要求", "practice": "惯例"},
    valid="正确",
    invalid="错误",
    fixed="改为",
    tested="检验 {rules} 条规则、文种和词表的 {examples} 个示例：{passed} 个符合，{failed} 个不符",
    genre="文种",
    no_genre="未能认定",
    genre_reasons={
        "option": "--genre 指定",
        "front_matter": "文稿开头的 genre 指定",
        "path": "配置文件按路径指定",
        "title": "据标题“{evidence}”",
        "subtitle": "据副标题“{evidence}”",
        "file_name": "据文件名“{evidence}”",
    },
    genre_keys={
        "titles": "标题",
        "sections": "各部分（按顺序）",
        "required": "必备",
        "customary": "通常应有",
        "optional": "可有",
        "headings": "标题含",
        "closing": "结语",
        "recipients": "主送机关",
        "any": "不限",
        "none": "不写",
        "one": "一个",
        "aspects": "年度要求对照的方面",
        "rules": "专用规则",
        "examples": "示例",
    },
    parts={"main": "正文", "annex": "附件", "text": "另文"},
    pieces={
        "title": "标题",
        "subtitle": "副标题",
        "recipients": "主送",
        "preamble": "引言",
        "contents": "目录",
        "closing": "结语",
        "signature": "署名",
        "date": "日期",
    },
    flags={
        "run_in": "标题接正文",
        "inline": "段内",
        "quoted": "引文内",
        "continues": "接前 {base}",
        "restarts": "重新起号",
    },
    masked="不作正文",
    roles={"problems": "问题", "causes": "原因", "measures": "措施"},
    unanswered="无对应",
    no_correspondence="没有可以对照的问题、原因和措施",
    nearest_answer="最接近的是",
    comma="、",
    semicolon="；",
    aside="（{text}）",
    needs_pygls="语言服务器需要 pygls，可用 pip install 'wengao-lint[lsp]' 安装",
    needs_watchfiles="--watch 需要 watchfiles，可用 pip install 'wengao-lint[watch]' 安装",
    watching="等待文稿、规则或设置的改动，按 Ctrl+C 结束",
    cache_holds="{path}：{count} 个文件，{size} 字节",
    cache_cleared="{path}：已清除 {count} 个文件，{size} 字节",
    cache_without_folder="没有缓存：XDG_CACHE_HOME 或 HOME 不是绝对路径",
    cache_foreign="不用作缓存：属于其他用户，或其他用户可以写入，应为本用户独有的文件夹",
    cache_no_folder="不用作缓存：应为文件夹，不能是链接或文件",
    quick_fix="修改：{message}",
    quick_fix_unsafe="修改（改后须核对）：{message}",
    fix_all="修改全部可自动修改之处",
    suppress="在此忽略 {rule}",
    ignored_by="忽略",
)

_EN = Words(
    summary="checked {drafts} drafts in {seconds} s: {counts}",
    clean="no findings",
    totals="{error} errors, {warning} warnings, {info} infos",
    failed="; {failed} not checked",
    incomplete="; {incomplete} not checked in full",
    nothing="no drafts to check, expected .txt, .md, .markdown or .docx files",
    missing="no such file or folder",
    denied="no permission to read it",
    folder="is a folder, expected a file",
    unreadable="cannot be read: {reason}",
    undecodable="no readable draft, expected UTF-8, GB18030 or UTF-16 text with a BOM ({reason})",
    not_word={
        "doc": "is an old Word file (.doc): save it as .docx in Word or WPS",
        "wps": "is a WPS Writer file (.wps): save it as .docx in WPS",
        "pdf": "is a PDF: check the .docx that it was made from, or copy its text into a .txt",
        "ofd": "is an OFD file: check the .docx that it was made from, or copy its text into a .txt",
        "rtf": "is an RTF file: save it as .docx in Word or WPS",
        "encrypted": "is encrypted: remove its password in Word or WPS (File, Info, Protect Document)",
        "damaged": "is no whole .docx: get it anew, or open and repair it in Word or WPS and save it as .docx",
        "too_large": "is too large once unpacked and is not read: if it is a draft, save it without images as .docx",
        "doubled": "holds a part twice and is not read: open and repair it in Word or WPS and save it as .docx",
        "entities": "declares XML entities, as no proper .docx does, and is not read: save it as .docx in Word or WPS",
        "strict": "is Strict Open XML: save it as a plain Word document (*.docx) in Word",
        "embedded": "holds its text as an embedded file (altChunk): open it in Word or WPS and save it as .docx",
        "not_word": "is no Word document: save it as .docx in Word or WPS",
        "extra": "reading .docx takes python-docx: pip install 'wengao-lint[docx]'",
    },
    stopped="rule {rules} did not finish and is left out: {reason}",
    genre_stopped="the genre could not be told and is taken as unknown: {reason}",
    overruns={
        "pattern": "matching takes more than {seconds} s",
        "rule": "takes more than {seconds} s",
        "draft": "checking the draft takes more than {seconds} s",
        "memory": "matching takes too much memory or too many levels",
    },
    more="rule {rule}: {count} more findings are not listed",
    internal="internal error: {reason}. Please report it with the draft; WENGAO_LINT_DEBUG=1 shows the details",
    unwritable="cannot be written: {reason}",
    unwritable_place="no permission to write (the file or its folder is read-only)",
    not_regular="not a regular file",
    too_large="the file is too large, expected at most {most} bytes",
    disk_full="the disk is full",
    long_name="the name is too long",
    memory="out of memory",
    standard_output="standard output",
    needs_extra="the format {format} needs {package}: pip install 'wengao-lint[{format}]'",
    not_restorable="not fixed: the result cannot be written back in the draft's encoding ({encoding}) as it stands",
    clashes={
        "draft": "cannot be written: it is a draft to be checked ({path}); an earlier report needs another name, or a "
        "line under exclude in the settings",
        "rule": "cannot be written: it is a file of rules in use ({path})",
        "settings": "cannot be written: it holds the settings in use ({path})",
        "baseline": "cannot be written: it is the baseline in use ({path})",
        "output": "cannot be written: another output goes to the same file ({path})",
        "copy": "cannot be written: an annotated copy goes here ({path})",
    },
    no_reader="nothing reads at the other end of the pipe",
    option_or_file="is an option and the name of a file: put all names of files after --, as in check -- FILE; "
    "where the option is meant, rename the file",
    left_alone="not fixed: {why}",
    reasons_to_leave={
        "changed": "the draft was changed or moved while it was checked, run again",
        "linked": "the draft has several hard links, which a new file would part: save it anew where it is to differ",
        "outside": "it is a link out of the folder that was searched: to fix the draft, name it by its own path",
    },
    unsound="the fixes would bring about errors that are not there now ({rules})",
    quoted='{message} ("{place}")',
    annotated="annotated copy: {path}",
    mended="; fixed {count}",
    fixable="; {count} can be fixed with {options}",
    would_mend="; would fix {count}",
    baseline_written="baseline {path}: {count} findings in {drafts} drafts",
    baseline_gone="baseline {path}: {count} findings are gone; --write-baseline anew removes them:",
    baseline_entry="{draft}: {rule} {before}⟦{text}⟧{after}",
    not_a_baseline="is no baseline: {reason}",
    unknown_name="no rule or category {name!r}",
    unknown_genre="no genre {name!r}",
    did_you_mean=", did you mean {name!r}?",
    config_encoding="is not UTF-8, expected UTF-8",
    config_yaml="is not YAML: {reason}",
    config_mapping="expected 'key: value'",
    config_name="a key must be a word",
    config_deep="nested too deep",
    config_alias="anchors (&) and aliases (*) are not supported: write the text in full",
    config_tag="tags are not supported: {name}",
    config_folders="rules: expected at most {most} folders",
    config_patterns="expected at most {most} patterns for paths",
    config_key="no setting {name!r}",
    config_twice="setting {name!r} is given twice",
    config_list="{name}: expected a list",
    config_text="{name}: expected a text in each entry",
    config_pairs={
        "severity": "severity: expected 'rule: level'",
        "genres": "genres: expected 'path: genre'",
        "per-file-ignores": "per-file-ignores: expected 'path: [rule or category]'",
    },
    config_pattern="{name}: {pattern!r} is no pattern as in .gitignore",
    config_choice="{name} is {value!r}, expected one of {choices}",
    basis="source: {source}",
    related_place="related: line {line}, column {column}",
    related_more="{message} (and {count} more)",
    habit="{message} ({count} places)",
    habit_and_right="{message} (written so in {count} places, as the norm wants in {right})",
    joined="{head}: {text}",
    source="source",
    severity="severity",
    why="why",
    message="message",
    fix="fix",
    fixes={"none": "none", "safe": "safe", "unsafe": "unsafe, to be reviewed"},
    severities={"error": "error", "warning": "warning", "info": "info"},
    tiers={"norm": "norm", "recommendation": "recommendation", "practice": "practice"},
    valid="valid",
    invalid="invalid",
    fixed="fixed",
    tested="tested {examples} examples of {rules} rules, genres and lexicons: {passed} as expected, {failed} not",
    genre="genre",
    no_genre="not known",
    genre_reasons={
        "option": "given by --genre",
        "front_matter": "given by the front matter",
        "path": "given by the configuration for this path",
        "title": 'by the title "{evidence}"',
        "subtitle": 'by the subtitle "{evidence}"',
        "file_name": 'by the file name "{evidence}"',
    },
    genre_keys={
        "titles": "titles",
        "sections": "sections, in order",
        "required": "required",
        "customary": "customary",
        "optional": "optional",
        "headings": "heading holds",
        "closing": "closing",
        "recipients": "recipients",
        "any": "any",
        "none": "none",
        "one": "one",
        "aspects": "aspects prescribed for the year",
        "rules": "rules of its own",
        "examples": "examples",
    },
    parts={"main": "main text", "annex": "annex", "text": "another text"},
    pieces={
        "title": "title",
        "subtitle": "subtitle",
        "recipients": "recipients",
        "preamble": "preamble",
        "contents": "contents",
        "closing": "closing",
        "signature": "signature",
        "date": "date",
    },
    flags={
        "run_in": "run-in",
        "inline": "inline",
        "quoted": "quoted",
        "continues": "continues {base}",
        "restarts": "restarts",
    },
    masked="masked",
    roles={"problems": "problem", "causes": "cause", "measures": "measure"},
    unanswered="none",
    no_correspondence="no problems, causes and measures to compare",
    nearest_answer="nearest is",
    comma=", ",
    semicolon="; ",
    aside=" ({text})",
    needs_pygls="the language server needs pygls: pip install 'wengao-lint[lsp]'",
    needs_watchfiles="--watch needs watchfiles: pip install 'wengao-lint[watch]'",
    watching="waiting for drafts, rules or settings to change, Ctrl+C ends",
    cache_holds="{path}: {count} files, {size} bytes",
    cache_cleared="{path}: removed {count} files, {size} bytes",
    cache_without_folder="no cache: XDG_CACHE_HOME or HOME is not an absolute path",
    cache_foreign="not used as a cache: another user's, or others may write to it; expected a folder of your own",
    cache_no_folder="not used as a cache: expected a folder, not a link or a file",
    quick_fix="fix: {message}",
    quick_fix_unsafe="fix, to be reviewed: {message}",
    fix_all="fix all that can be fixed safely",
    suppress="ignore {rule} here",
    ignored_by="ignored by",
)

_WORDS: dict["Language", Words] = {"zh": _ZH, "en": _EN}


_ONE_OF_TWO = 0.5
"""How alike names of two characters are that share one."""


def words_for(lang: "Language") -> Words:
    """The interface texts of a language."""
    return _WORDS[lang]


def why_unreadable(error: OSError | DecodeError | MemoryError, words: Words) -> str:
    """Why a file cannot be read, and what was expected, in words."""
    if isinstance(error, DecodeError):
        return words.not_word[error.reason] if error.reason else words.undecodable.format(reason=error)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return words.missing
    if isinstance(error, PermissionError):
        return words.denied
    if isinstance(error, IsADirectoryError):
        return words.folder
    if isinstance(error, NotRegularError):
        reason = words.not_regular
    elif isinstance(error, TooLargeError):
        reason = words.too_large.format(most=error.most)
    elif isinstance(error, MemoryError):
        reason = words.memory
    else:
        reason = error.strerror or str(error)
    return words.unreadable.format(reason=reason)


def why_unwritable(error: OSError, words: Words) -> str:
    """Why a file cannot be written, in words."""
    if isinstance(error, NotRegularError):
        reason = words.not_regular
    elif isinstance(error, NoReaderError):
        reason = words.no_reader
    elif isinstance(error, PermissionError) or error.errno == errno.EROFS:
        reason = words.unwritable_place
    elif isinstance(error, FileNotFoundError):
        reason = words.missing
    elif isinstance(error, IsADirectoryError):
        reason = words.folder
    elif error.errno == errno.ENOSPC:
        reason = words.disk_full
    elif error.errno == errno.ENAMETOOLONG:
        reason = words.long_name
    else:
        reason = error.strerror or str(error)
    return words.unwritable.format(reason=reason)


def nearest(name: str, known: Iterable[str], words: Words, cutoff: float = 0.6) -> str:
    """A question for the nearest of the known names, or nothing."""
    from difflib import get_close_matches  # noqa: PLC0415 - only errors need it

    near = get_close_matches(name, list(known), 1, cutoff)
    return words.did_you_mean.format(name=near[0]) if near else ""


def unknown_genre(name: str, known: Iterable[str], words: Words) -> str:
    """That a genre is not known, and the nearest that is."""
    return words.unknown_genre.format(name=name) + nearest_genre(name, known, words)


def nearest_genre(name: str, known: Iterable[str], words: Words) -> str:
    """A question for the genre with the nearest id or name, or nothing."""
    return nearest(name, known, words, _ONE_OF_TWO)
