"""Where a draft names an address of the net or a path: the marks in it are no punctuation of the prose."""

from bisect import bisect_right

from lint.text.lazy import lazy
from lint.text.source import Span

_SIGNS = ("://", "www.", "@", ":\\", "\\\\", ":/")
_END = r"\s，。；：、！？（）“”‘’《》〈〉【】〔〕…)\]\"'<>|"
_ADDRESS = lazy(
    rf"(?<![A-Za-z0-9])(?:[A-Za-z][A-Za-z0-9+.\-]{{0,20}}://|www\.)[^{_END}]+"
    r"|(?<![A-Za-z0-9.+_\-])[A-Za-z0-9.+_\-]{1,64}@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*+"
    rf"|(?<![A-Za-z0-9])[A-Za-z]:[\\/][^{_END}]*|\\\\[^{_END}\\]+\\[^{_END}]*"
)


def addresses_in(text: str) -> list[Span]:
    r"""The addresses (https://…, name@host) and paths (C:\…) of a text, in order."""
    return [Span(*match.span()) for match in _ADDRESS.finditer(text)] if any(sign in text for sign in _SIGNS) else []


def touches(addresses: list[Span], span: Span) -> bool:
    """Whether a span shares a character with an address of a list, or lies without width inside one."""
    index = bisect_right(addresses, span.start, key=lambda address: address.end)
    return index < len(addresses) and addresses[index].start < span.end
