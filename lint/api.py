"""Drafts that are texts and not files: what a batch engine, an editor or a web service calls."""

from collections.abc import Iterable
from functools import lru_cache

from lint.config.settings import Overrides, resolve, rulebook
from lint.engine.processes.job import Task
from lint.messages.language import Language
from lint.rulebook.finding import Finding
from lint.text.source import Source


class _Arguments(Overrides, frozen=True, kw_only=True):
    """What a call says; it names arguments, not options."""

    dashes = ""


def lint_text(  # noqa: PLR0913 - the options of ``check`` that concern one text, each by its name
    text: str,
    *,
    path: str = "<text>",
    genre: str = "",
    lang: Language = "zh",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: Iterable[str] = (),
) -> list[Finding]:
    """The findings in a text, sorted by place and rule; spans are offsets into it, in code points.

    ``path`` names the draft in the findings, and its suffix tells the format (.md, .markdown; else plain text).
    ``genre``, ``lang``, ``select`` and ``ignore`` are as on the command line, ``rules`` are folders of house rules;
    no configuration file is read. The same arguments always give the same findings, which can be pickled, as can
    the function itself; all of them, however many a rule has.
    Raises SettingsError for a name that no rule or genre has, RulebookError for rules that do not load,
    UnknownGenreError when the text names no known genre, LintError when a rule ran out of time; the
    findings of the other rules are its ``findings``.
    """
    task = task_for(genre, lang, tuple(select), tuple(ignore), tuple(rules))
    return task.lint(Source(path, text))


@lru_cache(maxsize=8)
def task_for(
    genre: str, lang: Language, select: tuple[str, ...], ignore: tuple[str, ...], rules: tuple[str, ...]
) -> Task:
    """What these options of ``lint_text`` ask for, its rules loaded once per process; raises as that does."""
    options = _Arguments(isolated=True, genre=genre, lang=lang, select=select, ignore=ignore, rules=rules)
    settings = resolve(options)
    return Task(rulebook=rulebook(settings), lang=settings.lang, genres=settings.genres)
