"""The difference that fixes make, as a unified diff."""

from collections.abc import Iterator

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


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
    return _ESCAPES.get(char) or (f"\\{ord(char):03o}" if char < " " or char == "\x7f" else char)


def _lines(text: str) -> list[str]:
    return list(_split(text))


def _split(text: str) -> Iterator[str]:
    start = 0
    while end := text.find("\n", start) + 1:
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]
