"""The command line of ``check``: its options, and what they say as one value."""

from typing import Any, Literal

import click
import msgspec

from lint.cli.options import COLOR, SELECTION, Command, Decorator, rulebook_options
from lint.cli.outputs import Output, outputs
from lint.config.settings import Overrides
from lint.engine.processes.job import Mode
from lint.files.search import STDIN
from lint.messages.language import Language, words_for
from lint.messages.usage import usage_words
from lint.reporters import REPORTERS
from lint.reporters.base import ColumnUnit
from lint.rulebook.finding import Severity


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """The command line of ``check``, field for option."""

    paths: tuple[str, ...]
    stdin_filename: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: Severity | None
    exit_zero: bool
    output_format: str | None
    output_file: str | None
    output: tuple[Output, ...]
    statistics: bool
    show_files: bool
    show_settings: bool
    color: Literal["auto", "always", "never"]
    column_unit: ColumnUnit
    quiet: bool
    jobs: int | None
    config: str | None
    isolated: bool
    rules: tuple[str, ...]
    no_cache: bool
    cache_dir: str | None
    lang: Language | None
    genre: str
    fix: bool
    unsafe_fixes: bool
    diff: bool
    annotate: bool
    baseline: str | None
    write_baseline: str | None
    report_unused: bool
    watch: bool

    @property
    def overrides(self) -> Overrides:
        """The part that may also stand in the configuration."""
        return Overrides(**{name: getattr(self, name) for name in Overrides.__struct_fields__})

    @property
    def mode(self) -> Mode:
        """Whether the drafts are checked, fixed, shown as they would be fixed, or annotated."""
        return "diff" if self.diff else "fix" if self.fix else "annotate" if self.annotate else "check"

    @property
    def outputs(self) -> tuple[Output, ...]:
        """Where the findings go, or the diff."""
        return self.output or (Output("diff" if self.diff else self.output_format or "text", self.output_file),)

    def require_agreement(self) -> None:
        """Raise UsageError for options that contradict each other."""
        words = usage_words(self.lang or "zh")

        def refuse(option: str, *others: str) -> None:
            raise click.UsageError(
                words.excluded.format(option=option, others=words_for(self.lang or "zh").comma.join(others))
            )

        if self.stdin_filename and STDIN not in self.paths:
            raise click.UsageError(words.stdin_filename_alone)
        if self.output and (self.output_format or self.output_file):
            refuse("--output", "--output-format", "--output-file")
        if self.annotate and (self.fix or self.diff or self.write_baseline or STDIN in self.paths):
            refuse("--annotate", "--fix", "--diff", "--write-baseline", "-")
        others = (self.fix, self.diff, self.annotate, self.write_baseline, self.show_files, self.show_settings)
        if self.watch and (any(others) or STDIN in self.paths):
            refuse(
                "--watch", "--fix", "--diff", "--annotate", "--write-baseline", "--show-files", "--show-settings", "-"
            )
        if self.diff and (self.output or self.output_format):
            refuse("--diff", "--output", "--output-format")


_OPTIONS: tuple[Decorator[Any], ...] = (
    click.argument("paths", nargs=-1, metavar="[PATH]..."),
    click.option("--stdin-filename", metavar="NAME", help="标准输入（-）的文件名，用于显示并决定格式。"),
    *SELECTION,
    click.option("--genre", metavar="NAME", default="", help="文稿的文种，不再据标题认定；名称见 wengao-lint genres。"),
    click.option(
        "--fail-on", type=click.Choice(["error", "warning", "info"]), help="达到此级别则退出码为 1，默认 warning。"
    ),
    click.option("--exit-zero", is_flag=True, help="有发现也以 0 退出；未能检查仍以 2 退出。"),
    click.option("--output-format", type=click.Choice([*REPORTERS]), help="输出格式，默认 text。"),
    click.option("--output-file", metavar="FILE", help="写入文件而非标准输出。"),
    click.option(
        "--output",
        metavar="FORMAT=FILE",
        multiple=True,
        callback=outputs,
        help="同时写几种输出，如 --output sarif=report.sarif --output text=-；- 是标准输出。",
    ),
    click.option("--statistics", is_flag=True, help="最后按规则列出数量。"),
    click.option("--show-files", is_flag=True, help="只列出将要检查的文稿。"),
    click.option("--show-settings", is_flag=True, help="只列出生效的设置和规则。"),
    COLOR,
    click.option(
        "--column-unit",
        type=click.Choice(["char", "byte", "utf16", "display"]),
        default="char",
        show_default=True,
        help="text 和 full 格式中列的单位：字符、UTF-8 字节、UTF-16 单元或显示宽度。",
    ),
    click.option("--fix", is_flag=True, help="把不改变文意的修改写入文稿，再报告其余；标准输入改后写到标准输出。"),
    click.option("--unsafe-fixes", is_flag=True, help="连同改后须核对的修改（如重排序号）。"),
    click.option("--diff", is_flag=True, help="只显示 --fix 将作的修改，不写入文稿；有修改则退出码为 1。"),
    click.option(
        "--annotate", is_flag=True, help="另为每份 .docx 写一份副本（原名.批注.docx），每处发现一条批注；原稿不变。"
    ),
    click.option("--baseline", metavar="FILE", help="不报告这个基线文件中记下的发现。"),
    click.option("--write-baseline", metavar="FILE", help="把现有的发现记入基线文件，不再报告。"),
    click.option(
        "--report-unused/--no-report-unused", default=True, show_default=True, help="是否报告没有用处的忽略注释。"
    ),
    click.option("--watch", is_flag=True, help="文稿、规则或设置保存后再检查，按 Ctrl+C 结束。"),
    click.option("-q", "--quiet", is_flag=True, help="不写小结。"),
    click.option("--jobs", metavar="N", type=click.IntRange(1), help="文稿较多时最多用几个进程，默认等于处理器数。"),
)


def check_options(command: Command) -> Command:
    """The options of ``check``, in the order in which its help lists them."""
    command = rulebook_options(command)
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
