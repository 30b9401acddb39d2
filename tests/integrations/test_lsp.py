"""The lines of lsp.md in real Neovim and in Emacs with Eglot: their own clients on the language server."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.integrations.pages import DRAFTS, Found, drafts, expected, fenced, findings, lacking, need, run, width

PAGE = "lsp.md"

NEOVIM = """
local function await(what)
  assert(vim.wait(60000, what, 20), 'nothing came')
end
local function answers(method, params)
  params.textDocument = vim.lsp.util.make_text_document_params()
  local answer = assert(vim.lsp.buf_request_sync(0, method, params, 60000))
  local id, found = next(answer)
  return found.result, vim.lsp.get_client_by_id(id).offset_encoding
end

await(function() return #vim.diagnostic.get(0) > 0 end)
local found = { opened = vim.diagnostic.get(0) }

local last = vim.api.nvim_buf_line_count(0)
vim.api.nvim_buf_set_lines(0, last, last, true, { '余下XX处。' })
await(function() return #vim.diagnostic.get(0, { lnum = last }) > 0 end)
found.changed = vim.diagnostic.get(0)

local range = { start = { line = 0, character = 0 }, ['end'] = { line = last, character = 0 } }
local context = { only = { 'source.fixAll' }, diagnostics = {} }
local actions, encoding = answers('textDocument/codeAction', { range = range, context = context })
for _, action in ipairs(actions) do
  vim.lsp.util.apply_workspace_edit(action.edit, encoding)
end
found.mended = vim.api.nvim_buf_get_lines(0, 0, -1, true)
found.symbols = #select(1, answers('textDocument/documentSymbol', {}))

vim.fn.writefile({ vim.json.encode(found) }, 'found.json')
vim.cmd('qall!')
"""

EGLOT = """;;; -*- lexical-binding: t -*-
(defun await (what)
  (with-timeout (60 (error "Nothing came"))
    (while (not (funcall what)) (accept-process-output nil 0.05))))
(defun shown ()
  (vconcat
   (mapcar (lambda (each)
             (save-excursion
               (goto-char (flymake-diagnostic-beg each))
               (list :line (line-number-at-pos) :column (1+ (- (point) (line-beginning-position)))
                     :found (buffer-substring-no-properties (point) (flymake-diagnostic-end each))
                     :text (flymake-diagnostic-text each))))
           (seq-sort-by #'flymake-diagnostic-beg #'< (flymake-diagnostics)))))

(find-file (pop command-line-args-left))
(text-mode)
(run-hooks 'post-command-hook)
(await #'eglot-current-server)
(flymake-start)
(await #'flymake-diagnostics)
(let ((opened (shown)))
  (goto-char (point-max))
  (insert "余下XX处。\\n")
  (setq eglot-confirm-server-initiated-edits nil)
  (mapc (lambda (action) (eglot--apply-workspace-edit (plist-get action :edit)))
        (eglot-code-actions (point-min) (point-max) "source.fixAll.wengao-lint"))
  (let ((coding-system-for-write 'utf-8))
    (write-region (json-serialize (list :opened opened :mended (buffer-string))) nil "found.json" nil 'silent)))
(set-buffer-modified-p nil)
(eglot-shutdown (eglot-current-server))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return drafts(tmp_path)


def in_neovim(folder: Path, name: str) -> Any:
    """What the script found in a draft after the lines of the page."""
    [page] = fenced(PAGE, "lua")
    (folder.parent / "settings.lua").write_text(page, "utf-8")
    (folder.parent / "script.lua").write_text(NEOVIM, "utf-8")
    options = ["--headless", "-i", "NONE", "-u", "../settings.lua", "-S", "../script.lua"]
    ended = run(folder, need("nvim"), *options, name)
    assert (ended.returncode, ended.stderr) == (0, ""), ended
    return json.loads((folder / "found.json").read_text("utf-8"))


def in_emacs(folder: Path, name: str) -> Any:
    """What the script found in a draft after the lines of the page; Eglot may be a package of the distribution."""
    [page] = fenced(PAGE, "elisp")
    begin = ["--batch", "-q", "--eval", "(package-initialize)"]
    if run(folder, need("emacs"), *begin, "--eval", "(require 'eglot)").returncode:
        lacking("Eglot (Emacs 29, or elpa-eglot)")
    (folder.parent / "page.el").write_text(page, "utf-8")
    (folder.parent / "script.el").write_text(EGLOT, "utf-8")
    ended = run(folder, need("emacs"), *begin, "-l", "eglot", "-l", "../page.el", "-l", "../script.el", name)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return json.loads((folder / "found.json").read_text("utf-8"))


def shown(found: list[dict[str, Any]]) -> list[Found]:
    return [
        Found(each["lnum"] + 1, each["col"] + 1, "ewi"[each["severity"] - 1], f"{each['message']} [{each['code']}]")
        for each in found
    ]


def ends(folder: Path, name: str) -> list[tuple[int, int]]:
    lines = DRAFTS[name].split("\n")
    return [
        (each["end_line"], width(lines[each["end_line"] - 1][: each["end_column"] - 1], "byte"))
        for each in findings(folder, name)
    ]


def mended(folder: Path, name: str) -> tuple[list[str], str]:
    """The rules that a draft with one more line breaks, and its text after ``check --fix``."""
    changed = DRAFTS[name] + "余下XX处。\n"
    draft = folder / name
    draft.write_text(changed, "utf-8")
    rules = [each["rule"] for each in findings(folder, name)]
    run(folder, "wengao-lint", "check", "-q", "--fix", name)
    text = draft.read_text("utf-8")
    assert text != changed
    return rules, text


@pytest.mark.parametrize("name", DRAFTS)
def test_neovim_shows_and_mends_what_check_finds(folder: Path, name: str) -> None:
    found = in_neovim(folder, name)
    assert shown(found["opened"]) == expected(folder, name, "byte")
    assert [(each["end_lnum"] + 1, each["end_col"]) for each in found["opened"]] == ends(folder, name)

    rules, text = mended(folder, name)
    assert [each["code"] for each in found["changed"]] == rules
    assert found["mended"] == text.splitlines()
    assert found["symbols"]


@pytest.mark.parametrize("name", DRAFTS)
def test_eglot_shows_and_mends_what_check_finds(folder: Path, name: str) -> None:
    found = in_emacs(folder, name)
    lines = DRAFTS[name].split("\n")
    assert found["opened"] == [
        {
            "line": each["line"],
            "column": each["column"],
            "found": lines[each["line"] - 1][each["column"] - 1 : each["end_column"] - 1],
            "text": f"wengao-lint [{each['rule']}]: {each['message']}",
        }
        for each in findings(folder, name)
    ]
    assert found["mended"] == mended(folder, name)[1]


def test_helix_settings_load() -> None:
    [page] = fenced(PAGE, "toml")
    settings = tomllib.loads(page)
    [server] = settings["language-server"]
    assert [each["language-servers"] for each in settings["language"]] == [[server], [server]]
    assert settings["language-server"][server] == {"command": "wengao-lint", "args": ["server"]}
