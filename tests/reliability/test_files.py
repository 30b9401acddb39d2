"""Whatever a path names: one line that says what is wrong, exit status 2, and the other drafts checked."""

import os
import socket
import stat
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

import lint.engine.check_file
from lint.cli.main import main
from lint.engine.processes.batch import FEW
from lint.files.loading import Loaded
from lint.messages.language import words_for
from tests.reliability.running import COMMAND, DRAFT, FINDINGS, HANGS, check, environment, run

BESIDE = FINDINGS.format("z.txt")
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("z.txt").write_text(DRAFT, "utf-8")
    return tmp_path


def test_a_pipe_with_a_name_is_refused_and_not_waited_for() -> None:
    os.mkfifo("甲.txt")
    assert check("甲.txt", "z.txt") == (2, BESIDE, "甲.txt: 无法读取：不是普通文件\n")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/full", "/dev/null", "/dev/random"])
def test_a_device_is_refused_and_not_read(device: str) -> None:
    assert check(device, "z.txt") == (2, BESIDE, f"{device}: 无法读取：不是普通文件\n")


def test_an_open_pipe_of_the_shell_is_read() -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as file:
        file.write(DRAFT.encode())
    path = f"/dev/fd/{reading}"
    command = [*COMMAND, "check", "--isolated", "-q", path]
    done = subprocess.run(
        command, capture_output=True, pass_fds=[reading], timeout=HANGS, check=False, env=environment()
    )
    os.close(reading)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (1, FINDINGS.format(path), b"")
    assert check("/dev/stdin", stdin=DRAFT.encode()) == (1, FINDINGS.format("/dev/stdin"), "")


def test_an_open_pipe_is_read_once_where_findings_are_known_from_before() -> None:
    for number in range(FEW):
        Path(f"{number}.txt").write_text(f"{DRAFT}{number}", "utf-8")
    first = check(".", "/dev/stdin", stdin=DRAFT.encode())
    again = check(".", "/dev/stdin", stdin=DRAFT.encode())
    assert first == again
    assert FINDINGS.format("/dev/stdin") in again[1]


def test_what_a_search_meets_besides_drafts_is_passed_over() -> None:
    os.mkfifo("甲.txt")
    Path("乙.txt").symlink_to("/dev/zero")
    Path("圈").symlink_to(".")
    Path("圈.txt").symlink_to("..")
    assert check(".") == (1, BESIDE, "")


def test_a_link_that_leads_in_a_circle_is_told() -> None:
    Path("甲.txt").symlink_to("乙.txt")
    Path("乙.txt").symlink_to("甲.txt")
    told = "乙.txt: 无法读取：Too many levels of symbolic links\n甲.txt: 无法读取：Too many levels of symbolic links\n"
    assert check(".") == (2, BESIDE, told)


def test_a_draft_that_vanishes_between_listing_and_reading_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def vanish(path: str) -> Loaded:
        Path("甲.txt").unlink(missing_ok=True)
        return read(path)

    read = lint.engine.check_file.read_draft
    monkeypatch.setattr("lint.engine.check_file.read_draft", vanish)
    Path("甲.txt").write_text(DRAFT, "utf-8")
    result = CliRunner().invoke(main, ["check", "--isolated", "-q", "."])
    assert (result.exit_code, result.stdout, result.stderr) == (2, BESIDE, "甲.txt: 没有这个文件或文件夹\n")


@pytest.mark.skipif(AS_ROOT, reason="root may read everything")
def test_drafts_and_folders_without_permission_are_told() -> None:
    Path("甲").mkdir(0)
    Path("乙.txt").write_text(DRAFT, "utf-8")
    Path("乙.txt").chmod(0)
    assert check(".") == (2, BESIDE, "甲: 没有读取权限\n乙.txt: 没有读取权限\n")


def test_a_folder_that_cannot_be_listed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def scandir(folder: str) -> object:
        if folder == "甲":
            raise PermissionError(13, "Permission denied")
        return scan(folder)

    scan = os.scandir
    Path("甲").mkdir()
    monkeypatch.setattr(os, "scandir", scandir)
    result = CliRunner().invoke(main, ["check", "--isolated", "-q", "."])
    assert (result.exit_code, result.stdout, result.stderr) == (2, BESIDE, "甲: 没有读取权限\n")


def test_a_path_below_a_file_is_missing() -> None:
    assert check("z.txt/甲.txt", "z.txt") == (2, BESIDE, "z.txt/甲.txt: 没有这个文件或文件夹\n")


def test_names_that_are_no_text_are_shown_replaced() -> None:
    name = os.fsdecode("稿.txt".encode("gbk"))
    Path(name).write_text(DRAFT, "utf-8")
    assert check(".") == (1, BESIDE + FINDINGS.format("\ufffd\ufffd.txt"), "")
    assert check("--fix", "--unsafe-fixes", name)[0] == 1
    assert Path(name).read_text("utf-8") == DRAFT.replace("三", "二")


def test_names_that_begin_with_a_dash_are_named_after_two() -> None:
    Path("-甲.txt").write_text(DRAFT, "utf-8")
    assert check("--", "-甲.txt") == (1, FINDINGS.format("-甲.txt"), "")
    assert check(".") == (1, FINDINGS.format("-甲.txt") + BESIDE, "")


@pytest.mark.parametrize(
    ("token", "rest"),
    [
        ("--output-file=z.txt", ["z.txt"]),
        ("-q", ["z.txt"]),
        ("--fix", ["."]),
        ("--fail-on", ["error", "z.txt"]),
        ("--lang=en", ["z.txt"]),
        ("--unknown.txt", []),
    ],
)
def test_an_option_that_is_also_a_file_is_refused(token: str, rest: list[str]) -> None:
    Path(token).parent.mkdir(exist_ok=True)
    Path(token).write_text(DRAFT, "utf-8")
    said = f"{token}: {words_for('en' if 'lang' in token else 'zh').option_or_file}\n"
    assert run("check", "--isolated", token, *rest) == (2, "", said)
    assert (Path(token).read_text("utf-8"), Path("z.txt").read_text("utf-8")) == (DRAFT, DRAFT)
    assert run("check", "--isolated", "--quiet", "--", token)[:2] == (1, FINDINGS.format(token))


@pytest.mark.parametrize(
    "arguments", [["check", "-q", "z.txt"], ["rule"], ["genres"], ["schema"], ["outline", "z.txt"]]
)
def test_a_full_disk_under_standard_output_is_one_line(arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, timeout=HANGS, check=False, env=environment()
        )
    assert (done.returncode, done.stderr.decode()) == (2, "标准输出: 无法写入：磁盘已满\n")


def test_a_full_disk_under_an_output_file_is_one_line() -> None:
    told = "/dev/full: 无法写入：磁盘已满\n"
    assert check("--output-file", "/dev/full", "z.txt") == (2, "", told)
    assert check("--output", "text=-", "--output", "json=/dev/full", "z.txt") == (2, BESIDE, told)


def test_a_pipe_without_a_reader_is_refused_and_not_waited_for() -> None:
    os.mkfifo("管道")
    told = "管道: 无法写入：管道的另一端没有程序在读\n"
    assert check("--output-file", "管道", "z.txt") == (2, "", told)
    assert check("--write-baseline", "管道", "z.txt") == (2, "", "管道: 无法写入：不是普通文件\n")


def test_a_pipe_with_a_reader_takes_the_report() -> None:
    os.mkfifo("管道")
    reading = os.open("管道", os.O_RDONLY | os.O_NONBLOCK)
    assert check("--output-file", "管道", "z.txt") == (1, "", "")
    assert os.read(reading, 1 << 16).decode() == BESIDE
    os.close(reading)
    assert stat.S_ISFIFO(os.stat("管道").st_mode)


@pytest.mark.parametrize("special", ["folder", "socket"])
def test_what_is_neither_file_nor_stream_takes_no_report(special: str) -> None:
    if special == "folder":
        Path("处").mkdir()
        told = "处: 无法写入：是文件夹，应为文件\n"
    else:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("处")
        told = "处: 无法写入：不是普通文件\n"
    assert check("--output-file", "处", "z.txt") == (2, "", told)


SHELL = {
    "process substitution": ("{} --output-file >(cat >&2; echo end >&2) z.txt; sleep 0.2", "", BESIDE + "end\n"),
    "standard output by name": ("{} --output-file /dev/stdout z.txt", BESIDE, ""),
    "standard error by name": ("{} --output-file /dev/stderr z.txt", "", BESIDE),
    "a descriptor": ("{} --output-file /dev/fd/2 z.txt", "", BESIDE),
    "nothing": ("{} --output-file /dev/null z.txt", "", ""),
    "a log that grows": ("echo old > log; {} --output-file /dev/stdout z.txt >> log; cat log", "old\n" + BESIDE, ""),
    "a descriptor that is closed": (
        "{} --output-file /dev/fd/63 z.txt",
        "",
        "/dev/fd/63: 无法写入：Bad file descriptor\n",
    ),
}


@pytest.mark.parametrize(("line", "out", "error"), SHELL.values(), ids=SHELL)
def test_streams_of_the_shell_take_the_report(line: str, out: str, error: str) -> None:
    done = subprocess.run(
        ["bash", "-c", line.format('"$@"'), "bash", *COMMAND, "check", "--isolated", "-q"],
        capture_output=True,
        timeout=HANGS,
        check=False,
        env=environment(),
    )
    assert (done.stdout.decode(), done.stderr.decode()) == (out, error)


def test_a_draft_on_standard_input_is_not_written_over() -> None:
    with open("z.txt", "rb") as draft:
        done = subprocess.run(
            [*COMMAND, "check", "--isolated", "-q", "--output-file", "z.txt", "-"],
            stdin=draft,
            capture_output=True,
            timeout=HANGS,
            check=False,
            env=environment(),
        )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("z.txt: 不能写入：这是本次要检查的文稿（-）")
    assert Path("z.txt").read_text("utf-8") == DRAFT


def test_standard_streams_that_are_closed_are_no_error() -> None:
    shell = '"$@" {}; echo $?'
    outcomes = [
        subprocess.run(
            ["sh", "-c", shell.format(closing), "sh", *COMMAND, "check", "--isolated", "-q", *paths],
            capture_output=True,
            timeout=HANGS,
            check=False,
            env=environment(),
        )
        for closing, paths in ((">&-", ["z.txt"]), ("2>&-", ["z.txt"]), ("<&-", ["-"]))
    ]
    assert [(one.stdout.decode(), one.stderr.decode()) for one in outcomes] == [
        ("1\n", ""),
        (BESIDE + "1\n", ""),
        ("0\n", "<stdin>: 是空的，没有文字可以检查\n"),
    ]


def test_a_baseline_or_settings_that_are_no_file_are_refused() -> None:
    os.mkfifo("甲")
    assert check("--baseline", "甲", "z.txt") == (2, "", "甲: 无法读取：不是普通文件\n")
    assert run("check", "--config", "甲", "z.txt") == (2, "", "甲: 无法读取：不是普通文件\n")
    assert check("--baseline", "/dev/zero", "z.txt") == (2, "", "/dev/zero: 无法读取：不是普通文件\n")


def test_a_current_folder_that_is_gone_is_one_line(tmp_path: Path) -> None:
    shell = 'mkdir gone; cd gone; rmdir ../gone; "$@"'
    done = subprocess.run(
        ["sh", "-c", shell, "sh", *COMMAND, "check", "-q"],
        capture_output=True,
        timeout=HANGS,
        check=False,
        env=environment(),
    )
    assert (done.returncode, done.stdout, done.stderr.decode()) == (2, b"", ".: 没有这个文件或文件夹\n")
