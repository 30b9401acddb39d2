"""The lines of vim.md in real Vim and Neovim: the quickfix list, ALE, the table for nvim-lint."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.integrations.pages import DRAFTS, ROOT, Found, drafts, expected, fenced, findings, lacking, need, run, width

PAGE = "vim.md"
SETTINGS, ALE_LINTER, ALE_SETTINGS = fenced(PAGE, "vim")
EDITORS = {"vim": ["-es", "-N", "-i", "NONE"], "nvim": ["--headless", "-i", "NONE"]}

QUICKFIX = """
silent make
call writefile([json_encode({
\\ 'list': map(getqflist(), '[bufname(v:val.bufnr), v:val.lnum, v:val.col, v:val.type, v:val.text, v:val.valid]'),
\\ 'cursor': [bufname(''), line('.'), col('.')],
\\})], 'found.json')
qall!
"""

ALE = """
call timer_start(30000, {-> execute('cquit!')})
call ale#Queue(0)
while empty(getloclist(0)) | sleep 20m | endwhile
let shown = map(getloclist(0), '[v:val.lnum, v:val.col, v:val.type, v:val.text]')
let kept = map(copy(g:ale_buffer_info[bufnr('')].loclist), '[v:val.end_lnum, v:val.end_col, v:val.code]')
call writefile([json_encode({'shown': shown, 'kept': kept})], 'found.json')
qall!
"""

# Runs a linter's table as nvim-lint does, which Debian does not have.
NVIM_LINT = """
package.preload.lint = function()
  local lint = { linters = {}, linters_by_ft = {} }
  function lint.try_lint()
    for _, name in ipairs(lint.linters_by_ft[vim.bo.filetype]) do
      local linter = lint.linters[name]
      local command = vim.tbl_map(function(each) return type(each) == 'function' and each() or each end, linter.args)
      table.insert(command, 1, linter.cmd)
      local output = vim.fn.system(command, linter.stdin and vim.api.nvim_buf_get_lines(0, 0, -1, true))
      assert(linter.ignore_exitcode or vim.v.shell_error == 0)
      local found = linter.parser(output, vim.api.nvim_get_current_buf(), vim.fn.getcwd())
      vim.diagnostic.set(vim.api.nvim_create_namespace(name), 0, found)
    end
  end
  return lint
end
"""

DIAGNOSTICS = """
vim.fn.writefile({ vim.json.encode(vim.diagnostic.get(0)) }, 'found.json')
vim.cmd('qall!')
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return drafts(tmp_path)


def edited(folder: Path, editor: str, settings: str, name: str, script: str, suffix: str = "vim") -> Any:
    """What a script wrote that ran in an editor with settings on a draft."""
    (folder.parent / f"settings.{suffix}").write_text(settings, "utf-8")
    (folder.parent / f"script.{suffix}").write_text(script, "utf-8")
    options = [*EDITORS[editor], "-u", f"../settings.{suffix}", "-S", f"../script.{suffix}"]
    ended = run(folder, need(editor), *options, name)
    assert (ended.returncode, ended.stderr) == (0, ""), ended
    return json.loads((folder / "found.json").read_text("utf-8"))


def listed(folder: Path, name: str) -> list[list[Any]]:
    found = expected(folder, name, "byte")
    return [[name, each.line, each.column, each.severity, each.message, 1] for each in found]


@pytest.mark.parametrize("editor", EDITORS)
@pytest.mark.parametrize("name", DRAFTS)
def test_make_fills_the_quickfix_list_and_goes_to_the_first_finding(folder: Path, editor: str, name: str) -> None:
    found = edited(folder, editor, SETTINGS, name, QUICKFIX)
    assert found["list"] == listed(folder, name)
    assert found["cursor"] == found["list"][0][:3]


@pytest.mark.parametrize("editor", EDITORS)
def test_make_checks_the_folder(folder: Path, editor: str) -> None:
    page = (ROOT / "docs/integrations" / PAGE).read_text("utf-8")
    command = re.findall(r"`:(setlocal makeprg=[^`]+)`", page)[0]
    found = edited(folder, editor, SETTINGS, next(iter(DRAFTS)), command + QUICKFIX)
    assert found["list"] == [each for name in DRAFTS for each in listed(folder, name)]


def ends(folder: Path, name: str) -> list[list[Any]]:
    """The last byte of each finding, and its rule."""
    lines = DRAFTS[name].split("\n")
    return [
        [
            each["end_line"],
            width(lines[each["end_line"] - 1][: each["end_column"] - 1], "byte"),
            each["rule"],
        ]
        for each in findings(folder, name)
    ]


@pytest.mark.parametrize("name", DRAFTS)
def test_ale_shows_the_findings_of_the_buffer(folder: Path, name: str) -> None:
    linters = folder.parent / ".vim" / "ale_linters" / "text"
    linters.mkdir(parents=True)
    (linters / "wengao_lint.vim").write_text(ALE_LINTER, "utf-8")
    has_ale = run(folder, need("vim"), *EDITORS["vim"], "-u", "NONE", "-c", "packadd ale | qall!")
    if has_ale.returncode:
        lacking("ALE (vim-ale)")
    found = edited(folder, "vim", f"filetype on\npackadd ale\n{ALE_SETTINGS}", name, ALE)
    shown = [
        Found(line, column, kind.lower(), "{1} [{0}]".format(*text.split(": ", 1)))
        for line, column, kind, text in found["shown"]
    ]
    assert shown == expected(folder, name, "byte")
    assert found["kept"] == ends(folder, name)


@pytest.mark.parametrize("name", DRAFTS)
def test_nvim_lint_table_gives_neovim_diagnostics(folder: Path, name: str) -> None:
    [page] = fenced(PAGE, "lua")
    found = edited(folder, "nvim", NVIM_LINT + page, name, DIAGNOSTICS, "lua")
    shown = [
        Found(each["lnum"] + 1, each["col"] + 1, "ewi"[each["severity"] - 1], f"{each['message']} [{each['code']}]")
        for each in found
    ]
    assert shown == expected(folder, name, "byte")
    assert [[each["end_lnum"] + 1, each["end_col"], each["code"]] for each in found] == ends(folder, name)
