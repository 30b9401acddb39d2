"""What the command line says of itself and of its misuse, click's own words among it, in Chinese and in English."""

import re

import msgspec

from lint.messages.language import Language
from lint.text.patterns.lazy import lazy


class UsageWords(msgspec.Struct, frozen=True, gc=False):
    """The words around usage and help; braces name what is filled in."""

    usage: str
    options: str
    commands: str
    options_metavar: str
    subcommand_metavar: str
    help: str
    version: str
    default: str
    see_help: str
    error: str
    unknown_command: str
    one_of: str
    option_or_options: str
    stdin_filename_alone: str
    excluded: str
    empty_name: str
    same_output: str
    output_form: str
    unknown_format: str


_CHINESE = UsageWords(
    usage="用法：",
    options="选项：",
    commands="命令：",
    options_metavar="[选项]",
    subcommand_metavar="命令 [参数]...",
    help="显示这份说明。",
    version="显示版本。",
    default="默认 ",
    see_help="可用 {command} --help 查看用法。",
    error="错误：{message}",
    unknown_command="没有命令，也没有文件“{name}”",
    one_of="，命令有：{names}",
    option_or_options="没有选项 {name}",
    stdin_filename_alone="--stdin-filename 须与 - 一同使用",
    excluded="{option} 不能与 {others} 一同使用",
    empty_name="空的名称，应为规则或类别",
    same_output="两种输出不能写到同一处",
    output_form="“{value}”应写作 格式=文件，如 sarif=report.sarif",
    unknown_format="没有格式“{name}”，应为 {formats} 之一",
)
_ENGLISH = UsageWords(
    usage="Usage: ",
    options="Options:",
    commands="Commands:",
    options_metavar="[OPTIONS]",
    subcommand_metavar="COMMAND [ARGS]...",
    help="Show this message and exit.",
    version="Show the version and exit.",
    default="default: ",
    see_help="Try '{command} --help' for help.",
    error="Error: {message}",
    unknown_command="there is no command and no file {name!r}",
    one_of="; the commands are {names}",
    option_or_options="no such option: {name}",
    stdin_filename_alone="--stdin-filename goes with - only",
    excluded="{option} does not go with {others}",
    empty_name="an empty name, expected a rule or a category",
    same_output="two outputs cannot go to one place",
    output_form="{value!r} should read FORMAT=FILE, such as sarif=report.sarif",
    unknown_format="no format {name!r}, expected one of {formats}",
)


def usage_words(lang: Language) -> UsageWords:
    """The words of a language."""
    return _ENGLISH if lang == "en" else _CHINESE


_QUOTED = r"['\"](.*)['\"]"
_CLICK = tuple(
    (lazy(pattern, re.DOTALL), words)
    for pattern, words in (
        (r"No such option:? (.+)", "没有选项 {0}"),
        (rf"Option {_QUOTED} requires an argument\.?", "选项 {0} 后面缺少内容"),
        (rf"Option {_QUOTED} does not take a value\.?", "选项 {0} 后面不带内容"),
        (rf"Missing argument {_QUOTED}\.?", "缺少 {0}"),
        (rf"Missing (?:option|parameter):? {_QUOTED}\.?", "缺少选项 {0}"),
        (r"Got unexpected extra arguments? \((.*)\)", "多出了 {0}"),
        (r"Invalid value for ['\"](.*?)['\"]: (.*)", "{0}：{1}"),
        (r"Invalid value for (\S+): (.*)", "{0}：{1}"),
        (rf"{_QUOTED} is not one of (.*?)\.?", "不能为“{0}”，应为 {1} 之一"),
        (rf"{_QUOTED} is not a valid (?:integer|float|number)(?: range)?\.?", "“{0}”不是数"),
        (r"Missing command\.?", "缺少命令"),
        (r"(\S+) is not in the range x>=(\d+)\.?", "“{0}”太小，应不小于 {1}"),
        (rf"(?:Directory|File|Path) {_QUOTED} does not exist\.?", "没有文件夹“{0}”"),
        (rf"Directory {_QUOTED} is a file\.?", "“{0}”是文件，应为文件夹"),
    )
)
"""What click says, of whichever version, and how it reads in Chinese; what it says within another message too."""


_TYPE = re.compile(r"is not a valid (?:integer|float|number)(?: range)?")


def in_english(message: str) -> str:
    """A message of click without the names of types."""
    return _TYPE.sub("is not a number", message)


def in_chinese(message: str) -> str:
    """A message of click in Chinese; one that is Chinese already, or that nobody has put into words, as it stands."""
    for pattern, words in _CLICK:
        match = pattern.fullmatch(message)
        if match:
            parts = [in_chinese(part) for part in match.groups()]
            return words.format(*parts).replace("', '", "、").replace("'", "")
    return message
