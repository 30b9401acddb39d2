"""The file of emacs.md in real Emacs: the compilation buffer and the Flymake backend."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.integrations.pages import DRAFTS, drafts, expected, fenced, findings, need, run

[FILE] = fenced("emacs.md", "elisp")
[COMMAND] = fenced("emacs.md", "sh")

PRELUDE = """;;; -*- lexical-binding: t -*-
(defun write-found (found)
  (let ((coding-system-for-write 'utf-8))
    (write-region (json-serialize (vconcat found)) nil "found.json" nil 'silent)))
(defun wait-until (done)
  (with-timeout (30 (error "Nothing came"))
    (while (not (funcall done)) (accept-process-output nil 0.05))))
"""

CHECK = """
(find-file (pop command-line-args-left))
(wengao-lint (or (pop command-line-args-left) buffer-file-name))
(setq next-error-last-buffer (get-buffer "*wengao-lint*"))
"""

COMPILE = """
(setq compilation-skip-threshold 0)
(compile (pop command-line-args-left))
(setq next-error-last-buffer (get-buffer "*compilation*"))
"""

VISIT = """
(wait-until (lambda () (null (get-buffer-process next-error-last-buffer))))
(let (found)
  (condition-case nil
      (while t
        (next-error)
        (with-current-buffer (window-buffer)
          (push (list :path (buffer-name) :line (line-number-at-pos) :point (- (point) (line-beginning-position))
                      :type (with-current-buffer next-error-last-buffer
                              (compilation--message->type (get-text-property (point) 'compilation-message))))
                found)))
    (user-error nil))
  (write-found (nreverse found)))
"""

FLYMAKE = """
(find-file (pop command-line-args-left))
(text-mode)
(unless (memq #'wengao-lint-flymake flymake-diagnostic-functions) (error "No backend"))
(goto-char (point-max))
(insert "余下XX处。\\n")
(narrow-to-region (point-min) (1+ (point-min)))
(flymake-start)
(wait-until #'flymake-diagnostics)
(widen)
(write-found
 (mapcar (lambda (each)
           (save-excursion
             (goto-char (flymake-diagnostic-beg each))
             (list :line (line-number-at-pos) :point (- (point) (line-beginning-position))
                   :found (buffer-substring-no-properties (point) (flymake-diagnostic-end each))
                   :type (substring (symbol-name (flymake-diagnostic-type each)) 1)
                   :text (flymake-diagnostic-text each))))
         (seq-sort-by #'flymake-diagnostic-beg #'< (flymake-diagnostics))))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return drafts(tmp_path)


def emacs(folder: Path, script: str, *arguments: str) -> Any:
    """What a script wrote that ran in Emacs after the file of the page."""
    (folder.parent / "wengao-lint.el").write_text(FILE, "utf-8")
    (folder.parent / "script.el").write_text(PRELUDE + script, "utf-8")
    ended = run(folder, need("emacs"), "--batch", "-Q", "-l", "../wengao-lint.el", "-l", "../script.el", *arguments)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return json.loads((folder / "found.json").read_text("utf-8"))


def test_file_compiles_without_warnings(folder: Path) -> None:
    (folder / "wengao-lint.el").write_text(FILE, "utf-8")
    compile_it = ["--eval", "(setq byte-compile-error-on-warn t)", "-f", "batch-byte-compile", "wengao-lint.el"]
    ended = run(folder, need("emacs"), "--batch", "-Q", *compile_it)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize("name", DRAFTS)
def test_next_error_goes_to_each_finding(folder: Path, name: str) -> None:
    found = emacs(folder, CHECK + VISIT, name)
    types = {"e": 2, "w": 1, "i": 0}
    assert found == [
        {"path": name, "line": each.line, "point": each.column - 1, "type": types[each.severity]}
        for each in expected(folder, name, "char")
    ]


def test_folder_is_checked(folder: Path) -> None:
    found = emacs(folder, CHECK + VISIT, next(iter(DRAFTS)), ".")
    listed = [(name, each) for name in DRAFTS for each in expected(folder, name, "char")]
    assert [(each["path"], each["line"], each["point"]) for each in found] == [
        (name, each.line, each.column - 1) for name, each in listed
    ]


@pytest.mark.parametrize("name", DRAFTS)
def test_flymake_shows_the_findings_of_the_buffer_unsaved(folder: Path, name: str) -> None:
    found = emacs(folder, FLYMAKE, name)
    (folder / name).write_text(DRAFTS[name] + "余下XX处。\n", "utf-8")
    lines = (folder / name).read_text("utf-8").split("\n")
    types = {"error": "error", "warning": "warning", "info": "note"}
    assert found == [
        {
            "line": each["line"],
            "point": each["column"] - 1,
            "found": lines[each["line"] - 1][each["column"] - 1 : each["end_column"] - 1],
            "type": types[each["severity"]],
            "text": f"{each['message']} [{each['rule']}]",
        }
        for each in findings(folder, name)
    ]


def test_plain_compile_goes_to_each_finding(folder: Path) -> None:
    name = next(iter(DRAFTS))
    found = emacs(folder, COMPILE + VISIT, f"{COMMAND.strip()} '{name}'")
    assert [(each["line"], each["point"]) for each in found] == [
        (each.line, each.column - 1) for each in expected(folder, name, "char")
    ]
