"""A rule file as it is written, and how it becomes a rule."""

import string
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Literal

import msgspec

from lint.checks import CHECKS
from lint.checks.base import Check
from lint.messages import rule_mistakes as mistakes
from lint.messages.reasons import reason
from lint.messages.rule_mistakes import Said
from lint.rulebook.convert import convert, in_words, suggestion
from lint.rulebook.finding import Severity
from lint.rulebook.rule import SUPPRESSION, Basis, Example, Rule, Suppression
from lint.rulebook.strict_yaml import YamlDocument, YamlError
from lint.text.patterns.bounded import fault


class RuleFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"with_": "with"}):
    """One rule: a check with its parameters, its words, its source and its examples; ``genres`` if not for all.

    What has no English is told in Chinese. ``once: document`` is for habits of form: all findings of one form in a
    document are told as one. ``words_of`` names lists among its parameters that are those of another rule.
    """

    title: str
    title_en: str = ""
    why: str
    source: Basis
    severity: Severity
    check: str
    message: str
    message_en: str = ""
    examples: tuple[Example, ...]
    with_: dict[str, Any] = {}
    words_of: dict[str, tuple[str, ...]] = {}
    related: str = ""
    related_en: str = ""
    fix: Literal["none", "safe", "unsafe"] = "none"
    genres: tuple[str, ...] = ()
    once: Literal["", "document"] = ""


class Override(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a house rule may change of a built-in one without writing it anew.

    ``add`` holds words for the lists among its parameters, and groups of words for lists of groups.
    """

    severity: Severity | None = None
    enabled: bool = True
    add: dict[str, tuple[str | tuple[str, ...], ...]] = {}


class ParameterError(ValueError):
    """A value that a check does not take."""

    def __init__(self, said: Said) -> None:
        super().__init__(said)
        self.said = said


def is_override(loaded: YamlDocument) -> bool:
    """Whether a file only changes another rule."""
    return (
        isinstance(loaded.data, dict)
        and "check" not in loaded.data
        and bool({"severity", "enabled", "add"} & loaded.data.keys())
        and "message" not in loaded.data
    )


def to_rule(loaded: YamlDocument, rule_id: str) -> Rule:
    """The rule of a file; raises YamlError at the first thing that is wrong."""
    file = convert(loaded, RuleFile)
    check = _check(loaded, file)
    for problem in _problems(loaded, file, check):
        raise problem
    return Rule(
        id=rule_id,
        kind=file.check,
        parameters=msgspec.json.encode(check).decode(),
        signs=check.signs() if isinstance(check, Check) else (),
        features=check.features() if isinstance(check, Check) else (),
        **{name: getattr(file, name) for name in RULE_FIELDS},
    )


def with_parameters(rule: Rule, parameters: Mapping[str, Any], *, strict: bool = True) -> Rule:
    """A rule with other parameters; raises ParameterError for values that its check does not take.

    Unless ``strict`` a number or true and false may come as the text that says them.
    """
    kind = CHECKS[rule.kind]
    own = {name: value for name, value in parameters.items() if name not in kind.derived}
    try:
        check = msgspec.convert(own, kind, strict=strict)
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at ")
        said = in_words(message)
        raise ParameterError(mistakes.AT.filled(said=said, place=place.strip("`$.")) if place else said) from None
    for field, problem in _faults(check):
        raise ParameterError(mistakes.AT.filled(said=problem, place=field))
    check = check.completed()
    return msgspec.structs.replace(
        rule,
        parameters=msgspec.json.encode(check).decode(),
        signs=check.signs(),
        features=check.features(),
    )


def parameters_of(rule: Rule) -> dict[str, Any]:
    """The parameters of a rule by name, without what its check finds by itself."""
    kind = CHECKS.get(rule.kind)
    values: dict[str, Any] = msgspec.json.decode(rule.parameters)
    return {name: value for name, value in values.items() if kind and name not in kind.derived}


RULE_FIELDS = (
    "title",
    "title_en",
    "why",
    "source",
    "severity",
    "message",
    "message_en",
    "related",
    "related_en",
    "fix",
    "genres",
    "once",
    "examples",
)


def _check(loaded: YamlDocument, file: RuleFile) -> Check | Suppression:
    if "with" not in loaded.data:
        loaded.data["with"] = {}
    if file.check == SUPPRESSION:
        return convert(loaded, Suppression, ("with",))
    kind = CHECKS.get(file.check)
    if kind is None:
        raise loaded.error(
            ("check",), mistakes.NO_CHECK.filled(name=file.check, nearest=suggestion(file.check, CHECKS))
        )
    for key in kind.derived:
        if key in loaded.data["with"]:
            raise loaded.error(("with", key), mistakes.DERIVED.filled(name=key), at_key=True)
    check = convert(loaded, kind, ("with",))
    for field, problem in _faults(check):
        raise loaded.error(("with", field), problem)
    return check.completed()


def _faults(check: Check) -> Iterator[tuple[str, Said]]:
    """What is wrong with the patterns of a check, then with its fields together."""
    faults = ((field, fault(pattern)) for field, pattern in check.patterns())
    patterns = ((field, mistakes.PATTERN.filled(reason=reason(problem))) for field, problem in faults if problem)
    return chain(patterns, check.problems())


def _problems(loaded: YamlDocument, file: RuleFile, check: Check | Suppression) -> Iterator[YamlError]:
    for field in ("message", "message_en"):
        yield from _placeholders(loaded, field, getattr(file, field), check.values)
    for field in ("related", "related_en"):
        yield from _placeholders(loaded, field, getattr(file, field), check.values | check.related_values)
    if not any(example.valid is not None for example in file.examples):
        yield loaded.error(("examples",), mistakes.NO_VALID, at_key=True)
    if not any(example.invalid is not None for example in file.examples):
        yield loaded.error(("examples",), mistakes.NO_INVALID, at_key=True)
    for index, example in enumerate(file.examples):
        if (example.valid is None) == (example.invalid is None):
            yield loaded.error(("examples", index), mistakes.ONE_OF_TWO)
        elif example.invalid is not None and (
            "⟦" not in example.invalid or example.invalid.count("⟦") != example.invalid.count("⟧")
        ):
            yield loaded.error(("examples", index, "invalid"), mistakes.NO_MARKS)


def _placeholders(loaded: YamlDocument, field: str, template: str, known: frozenset[str]) -> Iterator[YamlError]:
    try:
        braces = [
            (name, form or conversion)
            for _, name, form, conversion in string.Formatter().parse(template)
            if name is not None
        ]
    except ValueError as error:
        yield loaded.error((field,), mistakes.BRACES.filled(reason=reason(str(error))))
        return
    for name, extra in braces:
        if extra:
            yield loaded.error((field,), mistakes.NAME_ONLY.filled(name=f"{{{name}}}"))
        elif name not in known:
            yield loaded.error((field,), _unknown_placeholder(name, sorted(known)))


def _unknown_placeholder(name: str, known: Sequence[str]) -> Said:
    names = Said("、".join(known), ", ".join(known)) if known else mistakes.NONE
    return mistakes.NO_PLACEHOLDER.filled(name=f"{{{name}}}", nearest=suggestion(name, known), known=names)
