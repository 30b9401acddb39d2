"""The examples of a genre, run: titles that are of it, titles that are not, drafts and what they lack."""

from lint.analysis.draft import draft_of
from lint.analysis.genres import detect
from lint.checks.sections.section_presence import SectionPresence
from lint.document.genre import Genre, TitleExample
from lint.engine.linted import GENRES, Stopped
from lint.engine.trials.rules import Outcome
from lint.messages.language import Language, words_for
from lint.messages.words import Words
from lint.rulebook.rulebook import Rulebook
from lint.text.clock import Overrun
from lint.text.source import Source


def run_genre_examples(genre: Genre, rulebook: Rulebook, lang: Language) -> list[Outcome]:
    """Run the examples of a genre among all genres of a rulebook."""
    return [_run(genre, number, example, rulebook, lang) for number, example in enumerate(genre.examples, 1)]


def _run(genre: Genre, number: int, example: TitleExample, rulebook: Rulebook, lang: Language) -> Outcome:
    name, words = f"genres/{genre.id}", words_for(lang)
    try:
        if example.draft is not None:
            expected, got = (
                words.comma.join(names) or words.trial_complete
                for names in (example.missing, _missing(genre, example.draft, rulebook, lang))
            )
            return Outcome(name, number, "Passed" if got == expected else "Missing", expected, got)
        return _titled(genre, number, example, rulebook, lang)
    except Overrun as error:
        return Outcome(name, number, "TimedOut", words.trial_in_time, Stopped.by(error, GENRES).reason(words))


def _titled(genre: Genre, number: int, example: TitleExample, rulebook: Rulebook, lang: Language) -> Outcome:
    """Whether a title is taken for the genre, or is not."""
    name, words = f"genres/{genre.id}", words_for(lang)
    title = example.title if example.title is not None else example.other or ""
    taken = detect(title, rulebook.genres)
    got = words.joined.format(head=_called(taken, words, lang), text=title)
    if example.title is not None:
        return Outcome(name, number, "Passed" if taken is genre else "Missing", genre.called(lang), got)
    expected = words.trial_not.format(genre=genre.called(lang))
    return Outcome(name, number, "Noisy" if taken is genre else "Passed", expected, got)


def _called(genre: Genre | None, words: Words, lang: Language) -> str:
    return genre.called(lang) if genre else words.trial_no_genre


def _missing(genre: Genre, draft: str, rulebook: Rulebook, lang: Language) -> list[str]:
    """Names of the required parts that a draft lacks; its own genre's name when it was taken for another."""
    read = draft_of(Source("draft.txt", draft), rulebook.genres, rulebook.lexicon)
    if read.overrun:
        raise read.overrun
    main, *annexes = read.document.genres
    if main is not genre:
        return [_called(main, words_for(lang), lang)]
    known = read.document.known_as((genre, *(None for _ in annexes)), rulebook.lexicon)
    return [hit.values["missing"] for hit in SectionPresence().run(known)]
