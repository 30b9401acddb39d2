"""The examples of a genre, run: titles that are of it, titles that are not, drafts and what they lack."""

from lint.analysis.draft import draft_of
from lint.analysis.genres import detect
from lint.checks.sections.section_presence import SectionPresence
from lint.document.genre import Genre, TitleExample
from lint.engine.linted import GENRES, Stopped
from lint.engine.trials.rules import Outcome
from lint.messages.words import words_for
from lint.rulebook.rulebook import Rulebook
from lint.text.clock import Overrun
from lint.text.source import Source


def run_genre_examples(genre: Genre, rulebook: Rulebook) -> list[Outcome]:
    """Run the examples of a genre among all genres of a rulebook."""
    return [_run(genre, number, example, rulebook) for number, example in enumerate(genre.examples, 1)]


def _run(genre: Genre, number: int, example: TitleExample, rulebook: Rulebook) -> Outcome:
    name = f"genres/{genre.id}"
    try:
        return _outcome(genre, name, number, example, rulebook)
    except Overrun as error:
        return Outcome(name, number, "TimedOut", "按时完成", Stopped.by(error, GENRES).reason(words_for("zh")))


def _outcome(genre: Genre, name: str, number: int, example: TitleExample, rulebook: Rulebook) -> Outcome:
    if example.draft is not None:
        expected = "、".join(example.missing) or "不缺部分"
        got = "、".join(_missing(genre, example.draft, rulebook)) or "不缺部分"
        return Outcome(name, number, "Passed" if got == expected else "Missing", expected, got)
    title = example.title if example.title is not None else example.other or ""
    taken = detect(title, rulebook.genres)
    got = taken.name if taken else "没有文种"
    if example.title is not None:
        return Outcome(name, number, "Passed" if taken is genre else "Missing", genre.name, f"{got}：{title}")
    return Outcome(name, number, "Noisy" if taken is genre else "Passed", f"不是{genre.name}", f"{got}：{title}")


def _missing(genre: Genre, draft: str, rulebook: Rulebook) -> list[str]:
    """Names of the required parts that a draft lacks; its own genre's name when it was taken for another."""
    read = draft_of(Source("draft.txt", draft), rulebook.genres, rulebook.lexicon)
    if read.overrun:
        raise read.overrun
    main, *annexes = read.document.genres
    if main is not genre:
        return [main.name if main else "没有文种"]
    known = read.document.known_as((genre, *(None for _ in annexes)), rulebook.lexicon)
    return [hit.values["missing"] for hit in SectionPresence().run(known)]
