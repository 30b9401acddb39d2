"""The qualified names of WordprocessingML that are looked at."""

import functools

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"


@functools.cache
def w(name: str) -> str:
    """A name of WordprocessingML in Clark's notation."""
    return f"{{{_W}}}{name}"


VAL = w("val")
ID = w("id")
P, R, T, TABLE, ROW, CELL = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc")
P_PR, R_PR, TR_PR, TC_PR = w("pPr"), w("rPr"), w("trPr"), w("tcPr")
TEXT_BOX = w("txbxContent")
ALTERNATE = f"{{{_MC}}}AlternateContent"
CHOICE, FALLBACK = f"{{{_MC}}}Choice", f"{{{_MC}}}Fallback"
FORMULAS = frozenset({f"{{{_M}}}oMath", f"{{{_M}}}oMathPara"})
SDT, SDT_CONTENT = w("sdt"), w("sdtContent")
REMOVED = frozenset({w("del"), w("moveFrom")})
WRAPPERS = frozenset({SDT_CONTENT, *map(w, ("ins", "moveTo", "smartTag", "customXml", "hyperlink", "dir", "bdo"))})
"""Elements whose content stands where they stand."""

_OFF = frozenset({"0", "false", "off"})


def child(element: "object", *path: str) -> "object | None":
    """The first element at a path below an element, or None."""
    found: object | None = element
    for name in path:
        found = None if found is None else found.find(name)  # type: ignore[attr-defined]  # lxml has no types
    return found


def value(element: "object", *path: str) -> str | None:
    """The w:val of the first element at a path; an empty text where it has none, None without the element."""
    found = child(element, *path)
    return None if found is None else found.get(VAL, "")  # type: ignore[attr-defined]  # the same


def is_on(element: "object", *path: str) -> bool | None:
    """Whether a property that is on or off is on; None where nothing is said."""
    said = value(element, *path)
    return None if said is None else said not in _OFF


def integer(text: str | None) -> int | None:
    """A number that is written in a few digits; None for anything else."""
    return int(text) if text is not None and text.isdecimal() and len(text) < 9 else None
