"""Where a sentence begins and ends, one set apart by ； being a sentence too."""

_STOPS = "。！？；\n"


def sentence_start(text: str, start: int, place: int) -> int:
    """The beginning of the sentence that a place is in, in code points, but not before ``start``."""
    return max(start, *(text.rfind(stop, start, place) + 1 for stop in _STOPS))


def sentence_end(text: str, place: int, end: int) -> int:
    """The place of the mark that ends the sentence of a place, in code points, or ``end`` where none is before it."""
    return min((at for stop in _STOPS if (at := text.find(stop, place, end)) >= 0), default=end)
