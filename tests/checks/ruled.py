"""Checks with the vocabulary of the built-in rules."""

from functools import lru_cache

from lint.checks.base import Check
from lint.rulebook.rulebook import builtin_folder, load_rulebook


@lru_cache
def check_of(rule: str) -> Check:
    """The check of a built-in rule."""
    (only,) = load_rulebook([builtin_folder()]).select([rule], []).rules
    return only.check
