"""Where the rules that come with the linter are explained on the net."""

import os
from functools import cache

from lint.rulebook.rulebook import builtin_folder


@cache
def rule_page(site_url: str, rule: str) -> str:
    """The address of a rule's page on the site at ``site_url``; empty without a site, and for rules of a house.

    A house rule in place of a built-in one, or that changes it, has the page of that one.
    """
    if not site_url or not os.path.isfile(os.path.join(builtin_folder(), f"{rule}.yaml")):
        return ""
    return f"{site_url.rstrip('/')}/rules/{rule}/"
