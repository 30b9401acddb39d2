"""``wengao-lint check``: drafts in, findings and an exit status out."""

import os
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click
import msgspec

from lint.cli.check_options import Options, check_options
from lint.cli.clashes import is_cache_read, own_copies, require_apart
from lint.cli.failure import UNCHECKED, Failure, complain, tell
from lint.cli.load import load
from lint.cli.outputs import write
from lint.cli.progress import shown_progress
from lint.cli.streams import passed_on
from lint.cli.tokens import NamesAreNoOptions
from lint.config.settings import Settings
from lint.engine.processes.batch import FEW, check_files, processors
from lint.engine.processes.job import Task
from lint.files.search import STDIN, Found, find_files, shown
from lint.messages.failures import why_unreadable
from lint.messages.language import words_for
from lint.messages.words import Words
from lint.reporters.base import Style
from lint.reporters.summary import Tally
from lint.rulebook.rulebook import Rulebook
from lint.text.display import line, visible

if TYPE_CHECKING:
    from lint.engine.spared.baseline import Baseline

_UNUSED = "suppressions/unused"
"""The rule that ``--no-report-unused`` leaves out."""
_HELP = """检查文稿的结构。PATH 是文件或文件夹，默认为当前文件夹；- 是标准输入。

文件夹中检查 .txt、.md、.markdown、.docx，遵从 .gitignore。退出码：0 没有达到 --fail-on 的发现；1 有；2 有未能检查的。
"""


@click.command("check", cls=NamesAreNoOptions, short_help="检查文稿的结构。", help=_HELP)
@check_options
@click.pass_context
def command(context: click.Context, /, **options: Any) -> None:
    """Check drafts; see _HELP."""
    context.exit(_run(Options(**options)))


def _run(options: Options) -> int:
    options.require_agreement()
    if options.watch:
        from lint.cli.watch import watch  # noqa: PLC0415 - few runs go on

        watch(_check_once, options)
        return 0
    return _check_once(options)


def _check_once(options: Options) -> int:
    began = perf_counter()
    paths = options.paths or (os.curdir,)
    anchors = [options.stdin_filename or STDIN if path == STDIN else path for path in paths]
    if is_cache_read(options):
        options = msgspec.structs.replace(options, no_cache=True)
    settings, rules = load(options.overrides, anchors)
    if options.show_settings:
        _show_settings(settings, rules)
        return 0
    words = words_for(settings.lang)
    if not rules.rules:
        raise Failure([f"wengao-lint: {words.no_rules}"])
    found = find_files(paths, settings.exclude)
    for missing in found.missing:
        complain(missing.path, why_unreadable(missing.error, words))
    if options.show_files:
        click.echo("".join(f"{line(shown(path))}\n" for path in found.paths), nl=False)
        return UNCHECKED if found.missing else 0
    require_apart(found, settings, options, words)
    tally = _check(found, rules, settings, options)
    if not options.quiet:
        if not (found.paths or found.missing):
            tell(words.nothing)
        for copy in tally.copies:
            tell(words.annotated.format(path=copy))
        tell(tally.summary(perf_counter() - began, words) + _offer(tally, options, words))
    return _status(tally, settings, options)


def _status(tally: Tally, settings: Settings, options: Options) -> int:
    """The exit status of a run."""
    if tally.failed or tally.incomplete:
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


def _check(found: Found, rules: Rulebook, settings: Settings, options: Options) -> Tally:
    tally = Tally()
    tally.failed = len(found.missing)
    words = words_for(settings.lang)
    task = _task(rules, settings, options, found)
    filtering = options.mode == "fix" and STDIN in found.paths
    results = check_files(found.paths, task, jobs=options.jobs or processors())
    results = shown_progress(results, len(found.paths))
    results = tally.watch(results, complain, words, unsafe=options.unsafe_fixes)
    if filtering:
        results = passed_on(results)
    if options.write_baseline:
        results = (msgspec.structs.replace(result, findings=(), source=None) for result in results)
    style = Style(
        settings.lang,
        unit=options.column_unit,
        rules=rules.rules,
        genres=rules.genres,
        lexicon=rules.lexicon,
        choice=settings.genres,
        site_url=settings.site_url,
    )
    write(results, options.outputs, style, options.color, words, beside=filtering)
    if options.statistics:
        titles = {rule.id: rule.titled(settings.lang) for rule in rules.rules}
        for counted in tally.statistics(titles):
            tell(counted)
    _keep_baselines(tally, task, options, words)
    if task.cache:
        task.cache.keep()
    if tally.copies:
        task.copies.tidy()
    return tally


def _task(rules: Rulebook, settings: Settings, options: Options, found: Found) -> Task:
    rules = rules if options.report_unused else rules.select((), (_UNUSED,))
    cache = None
    if options.mode == "check" and len(found.paths) >= FEW and settings.cache:
        from lint.engine.kept.findings_cache import FindingsCache  # noqa: PLC0415 - few drafts need none

        cache = FindingsCache(settings.cache, rules, settings.lang)
    return Task(
        rulebook=rules,
        lang=settings.lang,
        stdin_name=options.stdin_filename or "<stdin>",
        genres=settings.genres,
        ignores=settings.ignores,
        mode=options.mode,
        unsafe=options.unsafe_fixes,
        outside=found.outside,
        baseline=_baseline(options.baseline, words_for(settings.lang)) if options.baseline else None,
        record=options.write_baseline is not None,
        whole=any(output.format == "html" for output in options.outputs),
        cache=cache,
        copies=own_copies(found, settings),
    )


def _baseline(path: str, words: Words) -> "Baseline":
    from lint.cli.baselines import read_baseline  # noqa: PLC0415 - most runs have none

    return read_baseline(path, words)


def _keep_baselines(tally: Tally, task: Task, options: Options, words: Words) -> None:
    """Write the baseline wanted; say what is gone from the one used."""
    if not (options.write_baseline or options.baseline):
        return
    from lint.cli.baselines import tell_gone, write_baseline  # noqa: PLC0415 - most runs have none

    if options.write_baseline:
        said = write_baseline(options.write_baseline, tally.entries, tally.unchecked, words)
        if not options.quiet:
            tell(said)
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
        "options": settings.options,
        "genres": dict(settings.genres.by_path),
        "per-file-ignores": dict(settings.ignores.by_pattern),
        "site-url": settings.site_url,
        "severity": {rule.id: rule.severity for rule in rules.rules},
    }
    click.echo(_yaml(shown_settings), nl=False)


def _yaml(value: object) -> str:
    """A value as YAML; with characters that would turn or break a line, all that is not ASCII is an escape."""
    text = msgspec.yaml.encode(value).decode()
    if visible(text) == text:
        return text
    from yaml import safe_dump  # noqa: PLC0415 - few settings hold such characters

    return safe_dump(msgspec.to_builtins(value), sort_keys=False)
