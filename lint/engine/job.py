"""What is to be done with each draft of a run; travels to the processes that do it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import msgspec

from lint.config.genre_choice import NO_CHOICE, GenreChoice
from lint.config.per_file import NO_IGNORES, PerFileIgnores
from lint.engine.linter import lint, never
from lint.messages.language import Language
from lint.rulebook.finding import Finding
from lint.rulebook.rulebook import Rulebook
from lint.text.source import Source

if TYPE_CHECKING:
    from lint.engine.baseline import Baseline
    from lint.engine.findings_cache import FindingsCache

Mode = Literal["check", "fix", "diff", "annotate"]


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """The rules and how to go about them: ``fix`` changes the draft, ``diff`` shows what would change,
    ``annotate`` writes the findings into a copy as comments.

    With ``unsafe`` all fixes are made and not only the safe ones. Findings in ``baseline`` are let pass;
    with ``record`` the findings are noted for a new one. To ``check`` is to look into ``cache`` first.
    """

    rulebook: Rulebook
    lang: Language = "zh"
    stdin_name: str = "<stdin>"
    genres: GenreChoice = NO_CHOICE
    ignores: PerFileIgnores = NO_IGNORES
    mode: Mode = "check"
    unsafe: bool = False
    baseline: "Baseline | None" = None
    record: bool = False
    cache: "FindingsCache | None" = None

    def lint(self, source: Source, cancelled: Callable[[], bool] = never) -> list[Finding]:
        """The findings in a draft by the rules that hold for its path; raises as ``lint.engine.linter.lint`` does."""
        rulebook = self.ignores.rulebook_for(source.path, self.rulebook)
        return lint(source, rulebook, lang=self.lang, told=self.genres.told(source.path), cancelled=cancelled)
