"""The linter's own modules from one file: to find and open a hundred small ones takes longer than to run them once.

The file stands beside those in which Python keeps compiled modules, where there are any, and is to be trusted as they
are. A module that was edited, or is not in it yet, is loaded as always.
"""

import marshal
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType, ModuleType

from lint.shelf import Shelf

MOST_BYTES = 4_000_000
"""Of the file; all modules of the linter take a third of it."""


class Modules:
    """A finder of the package's modules, first among those that Python asks."""

    def __init__(self, package: ModuleType) -> None:
        self._prefix = f"{package.__name__}."
        folder = os.path.dirname(package.__spec__.cached or "") if package.__spec__ else ""
        self._writes = os.access(folder, os.W_OK)
        self._file = os.path.join(folder, f"modules-{sys.implementation.cache_tag}-{sys.hexversion:x}.bin")
        self._shelf = Shelf(self._file, MOST_BYTES)

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where a module of the package is, as Python's import system asks; None for any other module."""
        if not (path and name.startswith(self._prefix)):
            return None
        place = os.path.join(path[0], name.rpartition(".")[2])
        for file, folders in ((f"{place}.py", None), (os.path.join(place, "__init__.py"), [place])):
            try:
                state = os.stat(file)
            except OSError:
                continue
            key = f"{file} {state.st_size} {state.st_mtime_ns}"
            spec = ModuleSpec(name, _Loader(name, file, self, key), origin=file)
            spec.submodule_search_locations = folders
            spec.has_location, spec.cached = True, self._file
            return spec
        return None

    def code(self, key: str) -> CodeType | None:
        """The code of a module as it was kept."""
        kept = self._shelf.get(key)
        try:
            return marshal.loads(kept) if kept else None
        except (EOFError, TypeError, ValueError):
            return None

    def note(self, key: str, code: CodeType) -> None:
        """Note the code of a module for later runs."""
        if self._writes:
            self._shelf.put(key, marshal.dumps(code))

    def keep(self) -> None:
        """Write what was noted."""
        self._shelf.keep()


class _Loader(SourceFileLoader):
    """Loads a module from what was kept of it, or as always."""

    def __init__(self, name: str, path: str, modules: Modules, key: str) -> None:
        super().__init__(name, path)
        self._modules = modules
        self._key = key

    def get_code(self, fullname: str) -> CodeType | None:
        """The module compiled."""
        code = self._modules.code(self._key)
        if code is None:
            code = super().get_code(fullname)
            if code is not None:
                self._modules.note(self._key, code)
        return code
