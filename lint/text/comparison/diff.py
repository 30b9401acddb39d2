"""The difference that fixes make, as a unified diff.

It is a patch as it stands, unless a hunk holds characters that would turn or break a line: these are shown as signs,
and ``patch`` and ``git apply`` refuse it. A byte order mark and the CR of a CRLF belong to the file and stay.
"""

from collections.abc import Iterator

from lint.text.display import printable

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_MARK = "\ufeff"


def unified(path: str, before: str, after: str) -> str:
    """A unified diff with ``a/`` and ``b/`` before the path; lines end at line feeds only, as for git and patch."""
    if before == after:
        return ""
    from difflib import unified_diff  # noqa: PLC0415 - few runs need it

    name = path.lstrip("/")
    lines = unified_diff(_lines(before), _lines(after), _header(f"a/{name}"), _header(f"b/{name}"))
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _header(name: str) -> str:
    """A name as git writes it: odd characters escaped in quotation marks, a tab at the end of one with spaces."""
    escaped = "".join(map(_escaped, name))
    if escaped != name:
        return f'"{escaped}"'
    return f"{name}\t" if " " in name else name


def _escaped(char: str) -> str:
    return _ESCAPES.get(char) or (_octal(char) if printable(char) != char else char)


def _octal(char: str) -> str:
    return "".join(f"\\{byte:03o}" for byte in char.encode(errors="replace"))


def _lines(text: str) -> list[str]:
    mark = text[:1] if text.startswith(_MARK) else ""
    lines = [_shown(line) for line in _split(text[len(mark) :])]
    return [mark + lines[0], *lines[1:]] if lines else [mark] if mark else []


def _shown(line: str) -> str:
    """A line with a sign for what would turn or break it; its own end and its tabs stay."""
    end = "\r\n" if line.endswith("\r\n") else line[-1:] if line.endswith("\n") else ""
    return "\t".join(map(printable, line[: len(line) - len(end)].split("\t"))) + end


def _split(text: str) -> Iterator[str]:
    start = 0
    while end := text.find("\n", start) + 1:
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]
