"""Folders of rules that settings build on: given by path, or by the name of an installed package.

A package names its folder by an entry point of the group ``wengao_lint.rules``; the folder is looked up without
importing the package, for rules never run code.
"""

import os
from importlib.metadata import entry_points
from importlib.util import find_spec

GROUP = "wengao_lint.rules"


class NoRulesError(LookupError):
    """A name that is neither a folder nor a package, or a package without its ``folder``."""

    def __init__(self, folder: str = "") -> None:
        super().__init__(folder)
        self.folder = folder


def rules_folder(name: str, beside: str) -> str:
    """The folder that a name stands for: a path relative to a folder, or an installed package; raises NoRulesError."""
    folder = os.path.join(beside, name)
    if os.path.isdir(folder):
        return folder
    points = [*entry_points(group=GROUP, name=name)]
    if not points:
        raise NoRulesError
    top, *below = points[0].value.partition("[")[0].strip().replace(":", ".").split(".")
    spec = find_spec(top)  # of a module at the top, which is not imported for it
    found = spec.submodule_search_locations if spec else None
    folders = [os.path.join(place, *below) for place in found or ()]
    for each in folders:
        if os.path.isdir(each):
            return each
    raise NoRulesError(points[0].module)


def installed() -> list[str]:
    """The names of the installed packages of rules."""
    return sorted({point.name for point in entry_points(group=GROUP)})
