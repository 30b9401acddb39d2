"""``wengao-lint init``: a commented configuration to start from, and the lines for pre-commit."""

import os

import click

from lint import __version__
from lint.cli.failure import Failure, tell
from lint.cli.options import LANG
from lint.cli.spoken import Spoken
from lint.config.config_file import NAME
from lint.files.writing import create_file
from lint.messages.failures import why_unwritable
from lint.messages.language import Language, words_for

_HELP = f"在文件夹（默认当前文件夹）中写一个带注释的 {NAME}，并显示 pre-commit 的设置。已有的配置不会被覆盖。"

_CONFIG = """\
# wengao-lint 的设置；对这个文件夹和其中的文件夹有效。路径都相对于本文件所在的文件夹。
# 全部规则：wengao-lint rule；设置项的 JSON Schema：wengao-lint schema config

# 达到此级别则退出码为 1：error、warning 或 info。
fail-on: warning

# 提示的语言：zh 或 en。
lang: zh

# 只用这些规则或类别；不写则用全部。
# select: [numbering, placeholders]

# 不用这些规则或类别。
# ignore: [hierarchy/only-child]

# 改变规则的级别：error、warning、info 或 off（停用）。
# severity:
#   punctuation/half-width: warning
#   numbering/lone-item: off

# 改变规则的参数，不必抄一份规则；wengao-lint schema 列出各种检查的参数。
# options:
#   hierarchy/too-deep: {most: 6}

# 不检查的文稿，写法与 .gitignore 相同。
# exclude: [归档/, "*.bak.txt"]

# 某些文稿另外不用的规则或类别。
# per-file-ignores:
#   发言稿/: [sections]

# 某些文稿的文种；名称见 wengao-lint genres。
# genres:
#   台账/: 工作总结

# 本单位的规则、文种和词表所在的文件夹。
# rules: [house-rules]

# 作为基础的规则：文件夹，或用 pip 安装的规则包的名称；rules 中同名的规则取代它们。
# extends: [../ministry-rules]
# 规则说明所在网站的地址；报告和编辑器链接到各条规则的页面，不写则不链接。
# site-url: https://wengao.example/
"""

_PRE_COMMIT = f"""\
repos:
  - repo: https://github.com/wengao-lint/wengao-lint
    rev: v{__version__}
    hooks:
      - id: wengao-lint
"""


@click.command("init", cls=Spoken, short_help="写一个带注释的初始配置。", help=_HELP)
@click.argument("folder", metavar="[DIR]", default=os.curdir, type=click.Path(exists=True, file_okay=False))
@LANG
@click.pass_context
def command(context: click.Context, /, folder: str, lang: Language | None) -> None:
    """Write the configuration; see _HELP."""
    words = words_for(lang or "zh")
    path = os.path.normpath(os.path.join(folder, NAME))
    try:
        create_file(path, _CONFIG.encode())
    except FileExistsError as error:
        raise Failure([f"{path}: {words.settings_there}"]) from error
    except OSError as error:
        raise Failure([f"{path}: {why_unwritable(error, words)}"]) from error
    tell(words.settings_written.format(path=path))
    tell("")
    click.echo(_PRE_COMMIT, nl=False)
    context.exit(0)
