"""The difference that fixes make, as a unified diff."""

from collections.abc import Iterator


def unified(path: str, before: str, after: str) -> str:
    """A unified diff with ``a/`` and ``b/`` before the path; lines end at line feeds only, as for git and patch."""
    if before == after:
        return ""
    from difflib import unified_diff  # noqa: PLC0415 - few runs need it

    name = path.lstrip("/")
    lines = unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    return list(_split(text))


def _split(text: str) -> Iterator[str]:
    start = 0
    while end := text.find("\n", start) + 1:
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]
