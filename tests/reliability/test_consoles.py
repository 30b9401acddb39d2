"""Consoles of other times and systems: Chinese comes out right or replaced, and nothing breaks for its sake."""

from pathlib import Path

import pytest

from tests.reliability.running import DRAFT, run_bytes

NAME = "甲稿.txt"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("PYTHONIOENCODING", "PYTHONUTF8", "LC_ALL", "LANG"):
        monkeypatch.delenv(name, raising=False)
    Path(NAME).write_text(DRAFT, "utf-8")
    return tmp_path


LINES = [
    "甲稿.txt:2:1: error: 序号依次为“一、三”，缺“二”；如无漏写，应为“一、二” [numbering/gap]",
    "甲稿.txt:2:3: error: “XX”是未填的占位 [placeholders/letters]",
]
MISSING = "无.txt: 没有这个文件或文件夹"
C = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
CONSOLES = {
    "GBK": ({"PYTHONIOENCODING": "gbk"}, "gbk"),
    "GBK in a C locale": ({**C, "PYTHONIOENCODING": "gbk"}, "gbk"),
    "Latin 1": ({"PYTHONIOENCODING": "latin-1"}, "latin-1"),
    "Windows 437": ({"PYTHONIOENCODING": "cp437"}, "cp437"),
    "ASCII": (C, "ascii"),
    "UTF-16": ({"PYTHONIOENCODING": "utf-16-le"}, "utf-16-le"),
}
COMMANDS = (
    ["check", "--isolated", "--output-format", "full", "."],
    ["check", "--isolated", "--diff", "--unsafe-fixes", "."],
    ["outline", "甲稿.txt"],
    ["rule"],
    ["rule", "numbering/gap"],
    ["genres"],
    ["test", "无"],
    ["check", "--help"],
    ["check", "--无"],
    ["init"],
)


@pytest.mark.parametrize(("settings", "encoding"), CONSOLES.values(), ids=CONSOLES)
def test_findings_and_complaints_come_out_right_or_replaced(settings: dict[str, str], encoding: str) -> None:
    status, out, error = run_bytes("check", "--isolated", "-q", "无.txt", NAME, settings=settings)
    shown = [line.encode(encoding, "replace").decode(encoding) for line in LINES]
    assert (status, out.decode(encoding).splitlines()) == (2, shown)
    # On a console that is ASCII for want of a locale, click writes UTF-8.
    expected = {MISSING.encode(encoding, "backslashreplace"), MISSING.encode()}
    assert error.rstrip(b"\r\n\0") in expected


@pytest.mark.parametrize("console", ["GBK", "Latin 1", "ASCII"])
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_command_breaks_on_a_console(arguments: list[str], console: str) -> None:
    settings, encoding = CONSOLES[console]
    status, out, error = run_bytes(*arguments, settings=settings)
    assert status in {0, 1, 2}
    said = out.decode(encoding, "replace") + error.decode(encoding, "replace")
    assert said.strip()
    assert [word for word in ("Traceback", "内部错误", "UnicodeEncodeError", "codec") if word in said] == []


@pytest.mark.parametrize(("settings", "encoding"), CONSOLES.values(), ids=CONSOLES)
def test_files_are_written_in_utf_8_whatever_the_console(settings: dict[str, str], encoding: str) -> None:
    run_bytes("check", "--isolated", "-q", "--output-file", "报告", "--write-baseline", "基线", NAME, settings=settings)
    assert '"drafts": {\n "甲稿.txt": [' in Path("基线").read_text("utf-8")
    run_bytes("check", "--isolated", "-q", "--output-file", "报告", NAME, settings=settings)
    assert Path("报告").read_text("utf-8").splitlines() == LINES
    fixed = run_bytes("check", "--isolated", "-q", "--fix", "--unsafe-fixes", NAME, settings=settings)
    assert (fixed[0], Path(NAME).read_text("utf-8")) == (1, DRAFT.replace("三", "二"))


@pytest.mark.parametrize(("settings", "encoding"), CONSOLES.values(), ids=CONSOLES)
def test_standard_input_is_bytes_whatever_the_console(settings: dict[str, str], encoding: str) -> None:
    arguments = ("check", "--isolated", "-q", "--fix", "--unsafe-fixes", "-")
    _, out, _ = run_bytes(*arguments, stdin=DRAFT.encode("gb18030"), settings=settings)
    assert out == DRAFT.replace("三", "二").encode("gb18030")


@pytest.mark.parametrize("settings", [C, {}], ids=["ASCII", "UTF-8"])
def test_chinese_names_in_settings_and_baselines_mean_the_drafts_in_every_locale(settings: dict[str, str]) -> None:
    Path("夹").mkdir()
    Path("夹/乙.txt").write_text(DRAFT, "utf-8")
    Path(".wengao-lint.yaml").write_text("exclude: [甲*]\nper-file-ignores: {夹/: [numbering]}\n", "utf-8")
    line = "夹/乙.txt:2:3: error: “XX”是未填的占位 [placeholders/letters]\n"
    assert run_bytes("check", "-q", "--output-file", "报告", ".", settings=settings)[0] == 1
    assert Path("报告").read_text("utf-8") == line
    assert run_bytes("check", "-q", "--write-baseline", "基线", ".", settings=settings)[0] == 0
    assert run_bytes("check", "-q", "--baseline", "基线", ".", settings=settings) == (0, b"", b"")
    assert run_bytes("check", "-q", "--baseline", "基线", ".") == (0, b"", b"")
