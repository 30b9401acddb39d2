"""``wengao-lint test``: the examples of rules and genres, run."""

import click

from lint.cli.failure import Failure, tell
from lint.cli.options import LANG
from lint.cli.spoken import Spoken
from lint.cli.streams import standard_output
from lint.engine.linter import lint
from lint.engine.trials.genres import run_genre_examples
from lint.engine.trials.lexicons import run_lexicon_examples
from lint.engine.trials.rules import run_examples
from lint.messages.language import Language, words_for
from lint.messages.plurals import filled
from lint.rulebook.rulebook import RulebookError, builtin_folder, load_rulebook, stems_of
from lint.text.display import line

_HELP = "运行规则和文种的示例：正确的不得有发现，错误的须在 ⟦ ⟧ 处有发现。DIR 是自己的规则文件夹，默认为内置规则。"


@click.command("test", cls=Spoken, short_help="运行规则的示例。", help=_HELP)
@click.argument("folder", metavar="[DIR]", required=False)
@LANG
@click.pass_context
def command(context: click.Context, /, folder: str | None, lang: Language | None) -> None:
    """Run the examples of the built-in rules or of a folder; each that fails is a line on standard output."""
    lang = lang or "zh"
    words = words_for(lang)
    try:
        rulebook = load_rulebook([builtin_folder(), *([folder] if folder else [])], lang=lang)
        own = stems_of(folder or builtin_folder())
    except RulebookError as error:
        raise Failure(str(line) for line in error.errors) from error
    rules = [rule for rule in rulebook.rules if rule.id in own]
    genres = [genre for genre in rulebook.genres if f"genres/{genre.id}" in own]
    outcomes = [outcome for rule in rules for outcome in run_examples(rule, lint, rulebook, words)]
    outcomes += [outcome for genre in genres for outcome in run_genre_examples(genre, rulebook, lang)]
    lexicons = [lexicon for lexicon in rulebook.lexicons if f"lexicons/{lexicon.id}" in own]
    outcomes += [outcome for lexicon in lexicons for outcome in run_lexicon_examples(lexicon, rulebook.lexicon, words)]
    failed = [outcome for outcome in outcomes if not outcome.passed]
    out = standard_output()
    out.writelines(f"{line(outcome.told(words))}\n" for outcome in failed)
    out.flush()
    summary = filled(
        words.tested,
        rules=len(rules) + len(genres) + len(lexicons),
        examples=len(outcomes),
        passed=len(outcomes) - len(failed),
        failed=len(failed),
    )
    tell(summary)
    context.exit(int(bool(failed)))
