"""Where quotations begin and end, those of several paragraphs included (GB/T 15834-2011)."""

from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of
from lint.text.source import Span

_MARKS = lazy("[“”\n]")
_PARAGRAPHS_AHEAD = 40


def find_quotations(text: str) -> tuple[Span, ...]:
    """Outermost spans between “ and ” of the reading, the marks included.

    A quotation may run over paragraphs: each may open anew, only the last closes. An opening mark that
    nothing closes ends with its paragraph and makes no span.
    """
    plain = _plain(text)
    if plain is not None:
        return plain
    spans: list[Span] = []
    marks = [(match.start(), match[0]) for match in _MARKS.finditer(text)]
    opened, depth = -1, 0
    for index, (place, mark) in enumerate(marks):
        if mark == "\n":
            if opened >= 0 and not _goes_on(text, marks, index):
                opened, depth = -1, 0
        elif mark == "“":
            begins_paragraph = place == 0 or text[place - 1] == "\n"
            if opened < 0:
                opened, depth = place, 1
            elif not begins_paragraph:
                depth += 1
        elif opened >= 0:
            depth -= 1
            if depth == 0:
                spans.append(Span(opened, place + 1))
                opened = -1
    return tuple(spans)


def _plain(text: str) -> tuple[Span, ...] | None:
    """The quotations of a text in which after each “ comes its ” in the same paragraph, as in most."""
    if "“" not in text and "”" not in text:
        return ()
    openings, closings = [*places_of("“", text)], [*places_of("”", text)]
    plain = len(openings) == len(closings) and all(
        opening < closing < following and "\n" not in text[opening:closing]
        for opening, closing, following in zip(openings, closings, [*openings[1:], len(text)], strict=True)
    )
    if not plain:
        return None
    return tuple(Span(opening, closing + 1) for opening, closing in zip(openings, closings, strict=True))


def _goes_on(text: str, marks: list[tuple[int, str]], newline: int) -> bool:
    """Whether a quotation open at this newline is closed, or opened anew, in a following paragraph."""
    for index in range(newline + 1, min(newline + 1 + _PARAGRAPHS_AHEAD, len(marks))):
        place, mark = marks[index]
        if mark == "”":
            return True
        if mark == "“":
            return text[place - 1] == "\n" and _ends_quoted(text, marks, index)
    return False


def _ends_quoted(text: str, marks: list[tuple[int, str]], opening: int) -> bool:
    """Whether the paragraph that begins with this mark is quoted to its end."""
    closing = None
    for index in range(opening + 1, len(marks)):
        place, mark = marks[index]
        if mark == "\n":
            break
        closing = place if mark == "”" else closing
    return closing is None or text[closing + 1 : closing + 3].lstrip("。！？；，）")[:1] in ("", "\n")
