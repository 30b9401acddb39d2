"""Where a draft names an address of the net or a path: the marks in it are no punctuation of the prose."""

import re
from bisect import bisect_right

from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_SIGNS = ("://", "www.", "@", ":\\", "\\\\", ":/")
_MAIL_SIGN = "[A-Za-z0-9.+_-]"
_HOST = "[A-Za-z0-9-]+"
_PLAIN_SIGN = r"[!#-'*-;=?-Z\\^-~]"  # any of ASCII but quotation marks and brackets: those of a link stand around it
_PLAIN = lazy(
    rf"(?:(?:https?|ftp)://|www\.)(?:{_PLAIN_SIGN}|\({_PLAIN_SIGN}*\))*(?<=[0-9A-Za-z/#&=_~)-])"
    rf"|(?<!{_MAIL_SIGN})[0-9A-Za-z]{_MAIL_SIGN}*@{_HOST}(?:\.{_HOST})+",
    re.IGNORECASE,
)
_END = r"\s，。；：、！？（）“”‘’《》〈〉【】〔〕…)\]\"'<>|"
_ANY = lazy(
    rf"(?<![A-Za-z0-9])(?:[A-Za-z][A-Za-z0-9+.\-]{{0,20}}://|www\.)[^{_END}]+"
    rf"|(?<!{_MAIL_SIGN}){_MAIL_SIGN}{{1,64}}@{_HOST}(?:\.{_HOST})*+"
    rf"|(?<![A-Za-z0-9])[A-Za-z]:[\\/][^{_END}]*|\\\\[^{_END}\\]+\\[^{_END}]*"
)


def plain_addresses_in(text: str) -> list[Span]:
    """The addresses of the net and of mail as far as they are written in ASCII, in order: what is surely no prose."""
    if "://" in text or "@" in text or "www." in text.lower():
        return [Span(*match.span()) for match in _PLAIN.finditer(text)]
    return []


def addresses_in(text: str) -> list[Span]:
    r"""The addresses (https://…, name@host) and paths (C:\…) of a text, in order, as far as they may reach."""
    return [Span(*match.span()) for match in _ANY.finditer(text)] if any(sign in text for sign in _SIGNS) else []


def touches(addresses: list[Span], span: Span) -> bool:
    """Whether a span shares a character with an address of a list, or lies without width inside one."""
    index = bisect_right(addresses, span.start, key=lambda address: address.end)
    return index < len(addresses) and addresses[index].start < span.end
