import importlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

import lint
from lint.modules import Modules

SOURCE = {"__init__.py": "", "one.py": "VALUE = 1\n", "deep/__init__.py": "from pack.one import VALUE\n"}


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package beside whose modules Python keeps them compiled."""
    folder = tmp_path / "pack"
    for name, text in SOURCE.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "__pycache__").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    yield folder
    forget()


def forget() -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "pack"]:
        del sys.modules[name]


def installed() -> tuple[Modules, ModuleType]:
    """The package as a new process would import it, and the finder of its modules."""
    forget()
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, Modules)]
    package = importlib.import_module("pack")
    modules = Modules(package)
    sys.meta_path.insert(0, modules)
    return modules, package


def kept(package: Path) -> Path:
    """The file in which the package's modules are kept."""
    modules, _ = installed()
    importlib.import_module("pack.deep")
    modules.keep()
    [file] = (package / "__pycache__").iterdir()
    return file


def test_modules_come_from_the_file(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(package)
    installed()
    monkeypatch.setattr("importlib.machinery.SourceFileLoader.get_code", None)
    deep = importlib.import_module("pack.deep")
    assert (deep.VALUE, deep.__file__, deep.__path__) == (1, str(package / "deep/__init__.py"), [str(package / "deep")])


def test_edited_module_is_loaded_anew(package: Path) -> None:
    kept(package)
    (package / "one.py").write_text("VALUE = 23\n", encoding="utf-8")
    installed()
    assert importlib.import_module("pack.deep").VALUE == 23


@pytest.mark.parametrize(
    "damage",
    [lambda data: b"", lambda data: data[:-1], lambda data: data[:99] + b"\0" + data[100:], lambda data: data * 2],
)
def test_damaged_file_is_none(package: Path, damage: Callable[[bytes], bytes]) -> None:
    file = kept(package)
    file.write_bytes(damage(file.read_bytes()))
    modules, _ = installed()
    assert importlib.import_module("pack.deep").VALUE == 1
    modules.keep()


def test_what_is_no_code_is_none(package: Path) -> None:
    modules, _ = installed()
    modules._shelf.put("key", b"?")
    assert modules.code("key") is None


def test_nothing_is_written_where_python_keeps_nothing(package: Path) -> None:
    (package / "__pycache__").rmdir()
    modules, _ = installed()
    assert importlib.import_module("pack.deep").VALUE == 1
    modules.keep()
    assert not (package / "__pycache__").exists()


def test_what_is_not_of_the_package_is_for_others(package: Path) -> None:
    modules, pack = installed()
    assert [modules.find_spec(name, pack.__path__) for name in ("json", "json.decoder", "pack.absent")] == [None] * 3
    assert modules.find_spec("pack") is None
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("pack.absent")


def test_command_finds_its_modules_in_the_file_and_says_the_same(tmp_path: Path) -> None:
    root = Path(lint.__file__).parents[1]
    for name in ("lint", "rules"):
        subprocess.run(["cp", "-r", root / name, tmp_path / name], check=True)
    (tmp_path / "lint" / "__pycache__").mkdir(exist_ok=True)
    (tmp_path / "稿.txt").write_text("一、甲。\n三、乙。\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "lint", "check", "--isolated", "-q", "稿.txt"]
    said = [
        subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        for _ in range(2)
    ]
    assert [(one.returncode, one.stdout, one.stderr) for one in said] == [(1, said[0].stdout, "")] * 2
    assert "numbering/gap" in said[0].stdout
    assert [*(tmp_path / "lint" / "__pycache__").glob("modules-*.bin")]
