"""A rule: a check with its severity, words, source and examples, as a typed value."""

from typing import ClassVar, Literal

import msgspec

from lint.checks import make
from lint.checks.base import Check
from lint.messages.language import Language
from lint.rulebook.finding import Severity


class Basis(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a rule comes from; ``norm`` is a standard's name or ``practice``.

    ``tier`` is how binding it is: norm (应当), recommendation (一般、原则上、可以) or practice.
    """

    norm: str
    tier: Literal["norm", "recommendation", "practice"]
    clause: str = ""

    def __str__(self) -> str:
        """Norm and clause."""
        return f"{self.norm} {self.clause}".strip()


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A draft that the rule must leave alone (``valid``) or must mark at ⟦…⟧ (``invalid``).

    ``fix`` is what every finding on it offers: a safe fix, one that must be looked at, none.
    ``name`` is a file name whose suffix chooses the reader (default draft.txt).
    """

    valid: str | None = None
    invalid: str | None = None
    message: str | None = None
    fixed: str | None = None
    fix: Literal["none", "safe", "unsafe"] | None = None
    name: str = "draft.txt"


class Suppression(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names in ``wengao-lint: ignore`` comments that silence nothing (``unused``) or that nobody knows (``unknown``).

    No check of a document can tell: the engine looks for them once it has the findings of all other rules.
    """

    report: Literal["unused", "unknown"]

    values: ClassVar[frozenset[str]] = frozenset({"found", "nearest"})
    related_values: ClassVar[frozenset[str]] = frozenset()


SUPPRESSION = "suppression"
"""The kind of rule that the engine answers itself; every other kind is a check."""


class Rule(msgspec.Struct, frozen=True):
    """A rule ready to run; ``id`` is its path under the rules folder without the suffix.

    ``kind`` names the check and ``parameters`` are its fields as JSON: the check itself is made when first used.
    ``signs`` are texts of which a draft must hold one for the check to find anything; none where any draft will do.
    ``features`` are groups of those of a document, of each of which it must have one.
    With ``genres`` it looks only at parts of these genres. With ``once`` it tells a habit once a document.
    """

    id: str
    title: str
    title_en: str
    why: str
    source: Basis
    severity: Severity
    kind: str
    parameters: str
    message: str
    message_en: str
    related: str = ""
    related_en: str = ""
    fix: Literal["none", "safe", "unsafe"] = "none"
    genres: tuple[str, ...] = ()
    once: Literal["", "document"] = ""
    examples: tuple[Example, ...] = ()
    signs: tuple[str, ...] = ()
    features: tuple[tuple[str, ...], ...] = ()

    @property
    def check(self) -> Check:
        """The check, made once for all rules of this kind with these parameters."""
        return make(self.kind, self.parameters)

    @property
    def suppression(self) -> Suppression:
        """What a rule of the kind ``suppression`` reports."""
        return msgspec.json.decode(self.parameters, type=Suppression)

    @property
    def category(self) -> str:
        """The folder of the rule, such as ``numbering``."""
        return self.id.partition("/")[0]

    def titled(self, lang: Language) -> str:
        """The title in a language."""
        return self.title_en if lang == "en" and self.title_en else self.title
