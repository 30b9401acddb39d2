"""Where a repository of git keeps what it ignores in one copy alone, found without running git."""

import os

from lint.files.loading import MOST_SETTINGS, read_file

_NAMED = "gitdir:"


def git_exclude(root: str) -> str:
    """The path of ``info/exclude`` for the repository at a root; empty where there is none.

    In a worktree or submodule ``.git`` is a file that names the folder, and worktrees share that of their repository.
    """
    folder = os.path.join(root, ".git")
    if os.path.isfile(folder):
        named = _line(folder)
        if not named.startswith(_NAMED):
            return ""
        folder = os.path.join(root, named.removeprefix(_NAMED).strip())
    shared = _line(os.path.join(folder, "commondir"))
    return os.path.join(folder, shared, "info", "exclude") if os.path.isdir(folder) else ""


def _line(path: str) -> str:
    """The first line of a file; empty where it cannot be read."""
    try:
        lines = read_file(path, MOST_SETTINGS).decode(errors="surrogateescape").splitlines()
    except (OSError, ValueError):
        return ""
    return lines[0].strip() if lines else ""
