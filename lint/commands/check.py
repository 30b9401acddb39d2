"""``wengao-lint check``: drafts in, findings and an exit status out."""

import os
from time import perf_counter
from typing import Any, Literal

import click
import msgspec

from lint.batch import check_files, processors
from lint.commands.baselines import read_baseline, tell_gone, write_baseline
from lint.commands.failure import UNCHECKED, Failure, complain
from lint.commands.load import load
from lint.commands.options import names, rulebook_options
from lint.commands.streams import colored, opened, passed_on
from lint.files import STDIN, Found, find_files, shown
from lint.finding import Severity
from lint.linter import Language
from lint.reporters import REPORTERS, reporter
from lint.reporters.base import ColumnUnit, Style
from lint.reporters.diff import report as diff_report
from lint.rulebook import Rulebook
from lint.settings import Overrides, Settings
from lint.suppressions import UNUSED
from lint.tally import Tally
from lint.task import Mode, Task
from lint.words import Words, why_unreadable, words_for

_MACHINE = ("json", "jsonl")


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """The command line of ``check``, field for option."""

    paths: tuple[str, ...]
    stdin_filename: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: Severity | None
    exit_zero: bool
    output_format: str
    output_file: str | None
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
    lang: Language | None
    genre: str
    fix: bool
    unsafe_fixes: bool
    diff: bool
    baseline: str | None
    write_baseline: str | None
    report_unused: bool

    @property
    def overrides(self) -> Overrides:
        """The part that may also stand in the configuration."""
        return Overrides(**{name: getattr(self, name) for name in Overrides.__struct_fields__})

    @property
    def mode(self) -> Mode:
        """Whether the drafts are checked, fixed, or shown as they would be fixed."""
        return "diff" if self.diff else "fix" if self.fix else "check"


_HELP = """检查文稿的结构。PATH 是文件或文件夹，默认为当前文件夹；- 是标准输入。

文件夹中检查 .txt、.md、.markdown，遵从 .gitignore。退出码：0 没有达到 --fail-on 的发现；1 有；2 有未能检查的。
"""


@click.command("check", short_help="检查文稿的结构。", help=_HELP)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--stdin-filename", metavar="NAME", help="标准输入（-）的文件名，用于显示并决定格式。")
@click.option(
    "--select", metavar="NAME", multiple=True, callback=names, help="只用这些规则或类别，逗号分隔，可多次使用。"
)
@click.option(
    "--ignore", metavar="NAME", multiple=True, callback=names, help="不用这些规则或类别，逗号分隔，可多次使用。"
)
@click.option("--genre", metavar="NAME", default="", help="文稿的文种，不再据标题认定；名称见 wengao-lint genres。")
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "info"]), help="达到此级别则退出码为 1，默认 warning。"
)
@click.option("--exit-zero", is_flag=True, help="有发现也以 0 退出；未能检查仍以 2 退出。")
@click.option("--output-format", type=click.Choice([*REPORTERS]), default="text", show_default=True, help="输出格式。")
@click.option("--output-file", metavar="FILE", help="写入文件而非标准输出。")
@click.option("--statistics", is_flag=True, help="最后按规则列出数量。")
@click.option("--show-files", is_flag=True, help="只列出将要检查的文稿。")
@click.option("--show-settings", is_flag=True, help="只列出生效的设置和规则。")
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True, help="颜色。"
)
@click.option(
    "--column-unit",
    type=click.Choice(["char", "byte", "utf16", "display"]),
    default="char",
    show_default=True,
    help="text 和 full 格式中列的单位：字符、UTF-8 字节、UTF-16 单元或显示宽度。",
)
@click.option("--fix", is_flag=True, help="把不改变文意的修改写入文稿，再报告其余；标准输入改后写到标准输出。")
@click.option("--unsafe-fixes", is_flag=True, help="连同改后须核对的修改（如重排序号），与 --fix 或 --diff 一同使用。")
@click.option("--diff", is_flag=True, help="只显示 --fix 将作的修改，不写入文稿；有修改则退出码为 1。")
@click.option("--baseline", metavar="FILE", help="不报告这个基线文件中记下的发现。")
@click.option("--write-baseline", metavar="FILE", help="把现有的发现记入基线文件，不再报告。")
@click.option(
    "--report-unused/--no-report-unused", default=True, show_default=True, help="是否报告没有用处的忽略注释。"
)
@click.option("-q", "--quiet", is_flag=True, help="不写小结。")
@click.option("--jobs", metavar="N", type=click.IntRange(1), help="文稿较多时最多用几个进程，默认等于处理器数。")
@rulebook_options
@click.pass_context
def command(context: click.Context, /, **options: Any) -> None:
    """Check drafts; see _HELP."""
    context.exit(_run(Options(**options)))


def _run(options: Options) -> int:
    began = perf_counter()
    paths = options.paths or (os.curdir,)
    if options.stdin_filename and STDIN not in paths:
        raise click.UsageError("--stdin-filename 须与 - 一同使用")
    anchors = [options.stdin_filename or STDIN if path == STDIN else path for path in paths]
    settings, rules = load(options.overrides, anchors)
    if options.show_settings:
        _show_settings(settings, rules)
        return 0
    words = words_for(settings.lang)
    found = _find(paths, settings, options.output_file, words)
    if options.show_files:
        click.echo("".join(f"{shown(path)}\n" for path in found.paths), nl=False)
        return UNCHECKED if found.missing else 0
    tally = _check(found, rules, settings, options)
    if not options.quiet:
        if not (found.paths or found.missing):
            click.echo(words.nothing, err=True)
        click.echo(tally.summary(perf_counter() - began, words) + _offer(tally, options, words), err=True)
    return _status(tally, settings, options)


def _status(tally: Tally, settings: Settings, options: Options) -> int:
    """The exit status of a run."""
    if tally.failed:
        return UNCHECKED
    if options.exit_zero or options.write_baseline:
        return 0
    return int(bool(tally.changed) if options.diff else tally.reaches(settings.fail_on))


def _offer(tally: Tally, options: Options, words: Words) -> str:
    """What fixes could still do, for the end of the summary."""
    if not tally.fixable or options.mode != "check":
        return ""
    return words.fixable.format(
        count=tally.fixable, options="--fix --unsafe-fixes" if options.unsafe_fixes else "--fix"
    )


def _find(paths: tuple[str, ...], settings: Settings, output_file: str | None, words: Words) -> Found:
    """The drafts, without the file that the findings are written to."""
    found = find_files(paths, settings.exclude)
    for path, error in found.missing:
        complain(path, why_unreadable(error, words))
    if output_file and any(os.path.exists(path) and path == os.path.normpath(output_file) for path in paths):
        raise Failure([f"{shown(output_file)}: --output-file 不能是要检查的文稿"])
    target = os.path.realpath(output_file) if output_file else None
    return Found([path for path in found.paths if os.path.realpath(path) != target], found.missing)


def _check(found: Found, rules: Rulebook, settings: Settings, options: Options) -> Tally:
    tally = Tally()
    tally.failed = len(found.missing)
    words = words_for(settings.lang)
    task = _task(rules, settings, options)
    filtering = options.mode == "fix" and STDIN in found.paths
    with opened(
        options.output_file,
        machine=options.diff or options.output_format in _MACHINE,
        words=words,
        beside=filtering,
    ) as out:
        results = check_files(found.paths, task, jobs=options.jobs or processors())
        results = tally.watch(results, complain, unsafe=options.unsafe_fixes)
        if filtering:
            results = passed_on(results)
        if options.write_baseline:
            results = (msgspec.structs.replace(result, findings=(), source=None) for result in results)
        style = Style(settings.lang, colored(options.color, out), options.column_unit)
        report = diff_report if options.diff else reporter(options.output_format)
        report(results, out, style)
    if options.statistics:
        click.echo("".join(f"{line}\n" for line in tally.statistics()), nl=False, err=True)
    _keep_baselines(tally, task, options, words)
    return tally


def _task(rules: Rulebook, settings: Settings, options: Options) -> Task:
    return Task(
        rulebook=rules if options.report_unused else rules.select((), (UNUSED,)),
        lang=settings.lang,
        stdin_name=options.stdin_filename or "<stdin>",
        genres=settings.genres,
        ignores=settings.ignores,
        mode=options.mode,
        unsafe=options.unsafe_fixes,
        baseline=read_baseline(options.baseline, words_for(settings.lang)) if options.baseline else None,
        record=options.write_baseline is not None,
    )


def _keep_baselines(tally: Tally, task: Task, options: Options, words: Words) -> None:
    """Write the baseline wanted; say what is gone from the one used."""
    if options.write_baseline:
        said = write_baseline(options.write_baseline, tally.entries, words)
        if not options.quiet:
            click.echo(said, err=True)
    elif options.baseline and task.baseline and not options.quiet:
        tell_gone(options.baseline, task.baseline, tally.gone, words)


def _show_settings(settings: Settings, rules: Rulebook) -> None:
    """The settings in the form of a configuration file, the rules with their severities."""
    shown_settings = {
        "config": settings.config,
        "lang": settings.lang,
        "fail-on": settings.fail_on,
        "select": settings.select,
        "ignore": settings.ignore,
        "exclude": settings.exclude.lines if settings.exclude else (),
        "rules": settings.rules,
        "genres": dict(settings.genres.by_path),
        "per-file-ignores": dict(settings.ignores.by_pattern),
        "severity": {rule.id: rule.severity for rule in rules.rules},
    }
    click.echo(msgspec.yaml.encode(shown_settings).decode(), nl=False)
