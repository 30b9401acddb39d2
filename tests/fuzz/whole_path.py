"""From bytes to every report and the fixed draft: whatever comes in, only the documented errors come out."""

from io import StringIO

from lint.analysis.genres import UnknownGenreError
from lint.engine.check_draft import check
from lint.engine.fixing.written_back import FixError
from lint.engine.processes.job import Task
from lint.engine.result import FileResult
from lint.formats.decoding import decode
from lint.reporters import REPORTERS, reporter
from lint.reporters.base import Style
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.source import DecodeError

RULEBOOK = load_rulebook([builtin_folder()])
NAMES = ("稿.txt", "稿.md", "稿.docx")
_TASK = Task(rulebook=RULEBOOK)
_FIX = Task(rulebook=RULEBOOK, mode="fix", unsafe=True)
_STYLE = Style(color=True, unit="display", rules=RULEBOOK.rules, genres=RULEBOOK.genres, lexicon=RULEBOOK.lexicon)


def whole_path(data: bytes, name: str) -> None:
    """Check a draft of these bytes, report on it in every format, fix it and check what that gives."""
    try:
        result = check(data, name, _TASK)
    except (DecodeError, UnknownGenreError) as error:
        result = FileResult(name, error=str(error))
    for output_format in REPORTERS:
        out = StringIO()
        reporter(output_format)([result], out, _STYLE)
        assert out.getvalue().isprintable() or "\0" not in out.getvalue()
    if not result.error:
        _fix(data, name)


def _fix(data: bytes, name: str) -> None:
    try:
        fixed = check(data, name, _FIX).fixed
    except FixError:
        return
    if fixed is not None:
        decode(fixed, name)
