import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest
import regex

import lint
from lint.lazy import _LazyPattern
from lint.linter import lint as lint_draft
from lint.patterns import compiled
from lint.programs import PROGRAMS, Program, Programs
from lint.rulebook import builtin_folder, load_rulebook
from lint.source import decode

HAN = "[一二三四五六七八九十百零〇]+(?P<mark>[、，])"
TEXT = "一、甲。二，乙。"


def ours() -> Iterator[_LazyPattern]:
    """Every pattern that a module of ours will compile when it is first used."""
    for module in pkgutil.walk_packages(lint.__path__, "lint."):
        if module.name != "lint.__main__":
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, _LazyPattern):
                    yield value


def filled(folder: Path) -> list[Path]:
    """The files of a folder that hold a program of each kind."""
    programs = Programs()
    programs.use(str(folder))
    programs.compile(HAN, 0)
    programs.compile_regex(HAN, int(regex.V1))
    programs.keep()
    return sorted(folder.iterdir())


@pytest.fixture
def without_programs() -> Iterator[None]:
    yield
    PROGRAMS._shelves = None
    compiled.cache_clear()


def marks(programs: Programs) -> list[list[str]]:
    found = programs.compile(HAN, 0).finditer(TEXT), programs.compile_regex(HAN, int(regex.V1)).finditer(TEXT)
    return [[match["mark"] for match in matches] for matches in found]


def test_program_is_what_compiling_gives(tmp_path: Path) -> None:
    programs = Programs()
    for _ in range(2):
        programs.use(str(tmp_path))
        patterns = [*ours()]
        assert len(patterns) > 100
        for pattern in patterns:
            assert programs.compile(pattern._pattern, pattern._flags) == re.compile(pattern._pattern, pattern._flags)
        programs.keep()


def test_kept_programs_spare_the_compiler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path)
    monkeypatch.delattr("lint.programs._program")
    monkeypatch.delattr("lint.programs._regex_program")
    monkeypatch.delattr("lint.programs._DOUBTS")
    programs = Programs()
    programs.use(str(tmp_path))
    assert marks(programs) == [["、", "，"], ["、", "，"]]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[:60] + bytes([data[60] ^ 1]) + data[61:],
        lambda data: b"\0\0\0\0",
        lambda data: b"\xff" * 100,
    ],
    ids=["empty", "cut short", "one bit", "no sum", "foreign"],
)
def test_spoilt_file_is_written_anew(spoil: Callable[[bytes], bytes], tmp_path: Path) -> None:
    paths = filled(tmp_path)
    good = [path.read_bytes() for path in paths]
    for path in paths:
        path.write_bytes(spoil(path.read_bytes()))
    programs = Programs()
    programs.use(str(tmp_path))
    assert marks(programs) == [["、", "，"], ["、", "，"]]
    programs.keep()
    assert [path.read_bytes() for path in paths] == good


def test_program_that_the_matcher_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs = Programs()
    programs.use(str(tmp_path))
    refused = Program(0, [1, 2, 3], 1, {"mark": 1}, (None, "mark"))
    monkeypatch.setattr("lint.programs._program", lambda pattern, flags: refused)
    assert programs.compile(HAN, 0).findall(TEXT) == ["、", "，"]


def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    programs = Programs()
    programs.use(str(tmp_path / "file"))
    assert marks(programs) == [["、", "，"], ["、", "，"]]
    programs.keep()


def test_pattern_with_an_error(tmp_path: Path) -> None:
    programs = Programs()
    programs.use(str(tmp_path))
    with pytest.raises(regex.error):
        programs.compile_regex("(", int(regex.V1))
    with pytest.raises(re.error):
        programs.compile("(", 0)


def test_findings_are_the_same_with_programs(tmp_path: Path, without_programs: None) -> None:
    book = load_rulebook([builtin_folder()])
    drafts = [decode(path.read_bytes(), path.name) for path in (Path(__file__).parent.parent / "seeds").glob("*.txt")]
    plain = [lint_draft(draft, book) for draft in drafts]
    assert any(plain)
    for _ in range(2):
        PROGRAMS.use(str(tmp_path))
        compiled.cache_clear()
        for pattern in ours():
            pattern.__dict__.pop("_compiled", None)
        assert [lint_draft(draft, book) for draft in drafts] == plain
        PROGRAMS.keep()


def test_matcher_needs_no_compiler_once_programs_are_kept(tmp_path: Path) -> None:
    filled(tmp_path)
    code = (
        "import sys; from lint.programs import Programs; programs = Programs(); programs.use(sys.argv[1]); "
        f"found = programs.compile_regex({HAN!r}, {int(regex.V1)}); "
        f"print([match['mark'] for match in found.finditer({TEXT!r})], 'regex._regex_core' in sys.modules); "
        "import regex; print(regex.findall('[、，]', '一、二，'), next(found.finditer('一、')).expand(r'\\g<mark>'))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout == "['、', '，'] False\n['、', '，'] 、\n"


def test_without_the_package_there_is_no_matcher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = filled(tmp_path)
    before = [path.read_bytes() for path in paths]
    monkeypatch.setattr("lint.programs._matcher", Mock(side_effect=ImportError))
    programs = Programs()
    programs.use(str(tmp_path))
    assert marks(programs) == [["、", "，"], ["、", "，"]]
    programs.keep()
    assert [path.read_bytes() for path in paths] == before


def test_long_program_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lint.programs.MOST_CODE", 5)
    programs = Programs()
    programs.use(str(tmp_path))
    assert marks(programs) == [["、", "，"], ["、", "，"]]
    programs.keep()
    assert [*tmp_path.iterdir()] == []


def test_of_a_file_grown_too_large_what_is_used_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def kept(*patterns: str) -> int:
        programs = Programs()
        programs.use(str(tmp_path))
        for pattern in patterns:
            programs.compile(pattern, 0)
        programs.keep()
        [path] = tmp_path.iterdir()
        return path.stat().st_size

    size = kept("甲", "乙")
    monkeypatch.setattr("lint.programs.MOST_BYTES", size + 32)
    kept("甲", "丙")
    monkeypatch.setattr("lint.programs._program", lambda pattern, _: pytest.fail(pattern))
    kept("甲", "丙")
    with pytest.raises(pytest.fail.Exception, match="乙"):
        kept("乙")
