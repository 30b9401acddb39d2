"""What is to be done with each draft of a run; travels to the processes that do it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import msgspec

from lint.analysis.draft import Draft, draft_of
from lint.config.genre_choice import NO_CHOICE, GenreChoice
from lint.config.per_file import NO_IGNORES, PerFileIgnores
from lint.engine.kept.own_copies import OwnCopies
from lint.engine.linted import Linted
from lint.engine.linter import lint, never, run_rules
from lint.messages.language import Language
from lint.rulebook.finding import Finding
from lint.rulebook.rulebook import Rulebook
from lint.text.bounds import BOUNDS, Bounds
from lint.text.source import Source

if TYPE_CHECKING:
    from lint.engine.kept.findings_cache import FindingsCache
    from lint.engine.spared.baseline import Baseline

Mode = Literal["check", "fix", "diff", "annotate"]


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """The rules and how to go about them: ``fix`` changes the draft, ``diff`` shows what would change,
    ``annotate`` writes the findings into a copy as comments, over one of ``copies`` if it may.

    With ``unsafe`` all fixes are made and not only the safe ones, but none in the drafts of ``outside``.
    Findings in ``baseline`` are let pass; with ``record`` the findings are noted for a new one.
    With ``whole`` a draft without findings comes back with its source, for reports that show it.
    To ``check`` is to look into ``cache`` first. ``bounds`` are how much is told of a rule in a draft, and how long it
    may take. ``site_url`` is where the rules are explained.
    """

    rulebook: Rulebook
    lang: Language = "zh"
    bounds: Bounds = BOUNDS
    stdin_name: str = "<stdin>"
    genres: GenreChoice = NO_CHOICE
    ignores: PerFileIgnores = NO_IGNORES
    mode: Mode = "check"
    unsafe: bool = False
    outside: frozenset[str] = frozenset()
    baseline: "Baseline | None" = None
    record: bool = False
    whole: bool = False
    cache: "FindingsCache | None" = None
    site_url: str = ""
    copies: OwnCopies = OwnCopies()

    def draft(self, source: Source) -> Draft:
        """A source read and parsed for the rules; raises UnknownGenreError."""
        told = self.genres.told(source.path)
        return draft_of(source, self.rulebook.genres, self.rulebook.lexicon, told, self.bounds)

    def examine(self, draft: Draft, cancelled: Callable[[], bool] = never) -> Linted:
        """What the rules that hold for its path find in a draft; raises as ``lint.engine.linter.run_rules`` does."""
        rulebook = self.ignores.rulebook_for(draft.source.path, self.rulebook)
        return run_rules(draft, rulebook, lang=self.lang, bounds=self.bounds, cancelled=cancelled)

    def fixable(self, source: Source, cancelled: Callable[[], bool] = never) -> tuple[Finding, ...]:
        """Every finding in a draft of the rules that finish, for fixes; raises as ``examine`` and ``draft`` do."""
        return msgspec.structs.replace(self, bounds=self.bounds.whole).examine(self.draft(source), cancelled).findings

    def lint(self, source: Source) -> list[Finding]:
        """Every finding in a draft by the rules that hold for its path; raises as ``lint.engine.linter.lint`` does."""
        rulebook = self.ignores.rulebook_for(source.path, self.rulebook)
        return lint(source, rulebook, lang=self.lang, told=self.genres.told(source.path))
