"""What a worker makes of a draft: findings, a page, a mended draft, a copy with comments; a function of its bytes."""

import base64
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from lint.config.genre_choice import GenreChoice
from lint.config.settings import Settings, SettingsError, chosen
from lint.engine.check_draft import check
from lint.engine.check_file import check_data, describe, why_unchecked
from lint.engine.fixing.fixes import apply
from lint.engine.fixing.verification import require_sound
from lint.engine.fixing.written_back import written_back
from lint.engine.processes.job import Task
from lint.engine.result import FileResult
from lint.formats.decoding import decode
from lint.messages.language import words_for
from lint.reporters.base import Style, placed
from lint.reporters.html.draft import DraftView, draft
from lint.reporters.html.findings import ChangeView, change_views
from lint.reporters.html.summary import RuleText, Summary
from lint.reporters.record import FindingRecord, records
from lint.rulebook.finding import Finding
from lint.rulebook.rulebook import Rulebook
from lint.text.jsontext import encoded as json_text
from lint.text.source import Source, Span
from lint.web.answers import JSON, Problem, encoded
from lint.web.mended import carried, changes
from lint.web.requests import Choice, Job, One, Reply
from lint.web.words import web_words

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MOST_SHOWN = 200_000
"""Code points of a draft that the page shows: more would stop a browser."""


class Rules(msgspec.Struct, frozen=True):
    """All rules, and the settings of the service; travels to the workers."""

    loaded: Rulebook
    settings: Settings


class Unfinished(msgspec.Struct, frozen=True):
    """What kept a draft from being checked as a whole, and what was found all the same."""

    errors: tuple[Problem, ...]
    findings: tuple[FindingRecord, ...]


class Viewed(msgspec.Struct, frozen=True):
    """A draft for the page, None where it cannot be read; ``cut`` where the page does not show all of its text."""

    draft: DraftView | None
    rules: dict[str, RuleText] = {}
    errors: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()
    cut: bool = False


class Mended(msgspec.Struct, frozen=True):
    """A mended draft in base64, the spans that were mended in it, and the changes made just now.

    ``count`` is how many findings were mended.
    """

    data: str
    mended: tuple[Span, ...]
    changes: tuple[ChangeView, ...]
    count: int


class _GoneError(Exception):
    """The finding to be mended is not in the draft."""


class _Mending(NamedTuple):
    data: bytes
    findings: int


def worked(job: Job, rules: Rules) -> Reply:
    """What comes of a job; never raises for a draft's sake."""
    words = web_words(job.choice.lang)
    try:
        task = task_for(rules, job.choice)
    except SettingsError as error:
        return _refused(400, job.name, *error.errors)
    try:
        return _KINDS[job.kind](job, task)
    except _GoneError:
        return _refused(409, job.name, words.gone)
    except MemoryError as error:
        return msgspec.structs.replace(_refused(422, job.name, why_unchecked(error, task)), spent=True)
    except Exception as error:
        try:
            why = why_unchecked(error, task)
        except Exception:  # who is debugging wants it raised, but here nobody would meet it
            why = words_for(job.choice.lang).internal.format(reason=describe(error))
        return _refused(422, job.name, why)


@lru_cache(maxsize=32)
def _rulebook_for(key: "_ById", select: tuple[str, ...], ignore: tuple[str, ...], genre: str, lang: str) -> Rulebook:
    settings = key.rules.settings
    return chosen(
        key.rules.loaded,
        msgspec.structs.replace(
            settings,
            select=select or settings.select,
            ignore=ignore if select else (*settings.ignore, *ignore),
            genres=msgspec.structs.replace(settings.genres, option=genre),
            lang="en" if lang == "en" else "zh",
        ),
    )


class _ById:
    """The rules of this process as a key: they are one value for as long as it runs."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules

    def __hash__(self) -> int:
        return id(self.rules)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ById) and other.rules is self.rules


def task_for(rules: Rules, choice: Choice) -> Task:
    """What the options of a request ask for; raises SettingsError."""
    settings = rules.settings
    book = _rulebook_for(_ById(rules), choice.select, choice.ignore, choice.genre, choice.lang)
    genres = GenreChoice(choice.genre or settings.genres.option, settings.genres.folder, settings.genres.by_path)
    return Task(rulebook=book, lang=choice.lang, genres=genres, ignores=settings.ignores)


def _check(job: Job, task: Task) -> Reply:
    result = check(job.data, job.name, task)
    found = tuple(records(result))
    errors, _ = _beside(result, task)
    reply = Reply(422, JSON, json_text(Unfinished(errors, found)).encode()) if errors else _json(found)
    return msgspec.structs.replace(reply, unlisted=sum(more.count for more in result.hidden))


def _beside(result: FileResult, task: Task) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """What did not finish, and what is not listed."""
    words = words_for(task.lang)
    errors, notices = result.complaints(words), result.notices(words)
    return tuple(Problem(line, result.path) for line in errors), tuple(Problem(line, result.path) for line in notices)


def _view(job: Job, task: Task) -> Reply:
    result = check_data(job.data, job.name, task)
    if result.error:  # no failure of the request: a browser would note one in its console
        return _json(Viewed(None, errors=(Problem(result.error, job.name),)))
    source = result.source or decode(job.data, job.name)
    style = Style(
        task.lang,
        rules=task.rulebook.rules,
        genres=task.rulebook.genres,
        lexicon=task.rulebook.lexicon,
        choice=task.genres,
    )
    summary = Summary(style)
    summary.add(msgspec.structs.replace(result, source=source))
    shown = draft(result, source, style, [Span(*span) for span in job.mended])
    paragraphs, cut = _bounded(shown)
    shown = msgspec.structs.replace(shown, paragraphs=paragraphs, outline=() if cut else shown.outline)
    return _json(Viewed(shown, summary.rules(), *_beside(result, task), cut))


def _mend(job: Job, task: Task) -> Reply:
    before = decode(job.data, job.name)
    if job.mend.what == "one" and job.mend.one:
        mending = _one_mended(job, before, task, job.mend.one)
    else:
        mode = msgspec.structs.replace(task, mode="fix", unsafe=job.mend.what == "all")
        result = check(job.data, job.name, mode)
        mending = _Mending(job.data if result.fixed is None else result.fixed, sum(result.mended.values()))
    after = decode(mending.data, job.name)
    made = changes(before.text, after.text)
    return _json(
        Mended(
            "" if job.mend.preview else base64.b64encode(mending.data).decode(),
            tuple(carried((Span(*span) for span in job.mended), made)),
            tuple(change_views(((change.before, after.text[slice(*change.after)]) for change in made), before)),
            mending.findings,
        )
    )


def _one_mended(job: Job, before: Source, task: Task, wanted: One) -> _Mending:
    finding = _found(check(job.data, job.name, task), wanted)
    if finding.fix is None:
        raise _GoneError
    edits = finding.fix.edits
    after = before.changed(apply(before.text, edits), ((edit.span, edit.text) for edit in edits))
    fixed = written_back(before, after, job.data)
    require_sound(before, decode(fixed, job.name), task.fixable)
    return _Mending(fixed, 1)


def _found(result: FileResult, wanted: One) -> Finding:
    """The finding that is meant; raises _GoneError where another, or none, is in its place."""
    findings: Sequence[Finding] = placed(result)
    if result.source is None or not 0 <= wanted.index < len(findings):
        raise _GoneError
    finding = findings[wanted.index]
    if (finding.rule, *result.source.position(finding.span.start)) != (wanted.rule, wanted.line, wanted.column):
        raise _GoneError
    return finding


def _annotate(job: Job, task: Task) -> Reply:
    result = check(job.data, job.name, msgspec.structs.replace(task, mode="annotate"))
    return Reply(200, WORD, job.data if result.annotated is None else result.annotated)


def _bounded(shown: DraftView) -> tuple[tuple[object, ...], bool]:
    """The paragraphs that the page shows, and whether any text is left out."""
    left = _MOST_SHOWN
    for number, paragraph in enumerate(shown.paragraphs):
        for place, piece in enumerate(paragraph.pieces):
            text = piece if isinstance(piece, str) else piece.text
            if len(text) > left:
                rest = text[:left] + "…"
                last = rest if isinstance(piece, str) else msgspec.structs.replace(piece, text=rest)
                kept = msgspec.structs.replace(paragraph, pieces=(*paragraph.pieces[:place], last))
                return (*shown.paragraphs[:number], kept), True
            left -= len(text)
    return shown.paragraphs, False


def _json(value: object) -> Reply:
    return Reply(200, JSON, json_text(value).encode())


def _refused(status: int, name: str, *lines: str) -> Reply:
    return Reply(status, JSON, encoded(Problem(line, name) for line in lines))


_KINDS = {"check": _check, "view": _view, "mend": _mend, "annotate": _annotate}
