"""What a client asks for: a draft, how it is to be checked, and what is to be mended."""

from typing import Literal

import msgspec

from lint.messages.language import Language

Kind = Literal["check", "view", "mend", "annotate"]


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Options of a check, as on the command line."""

    genre: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    lang: Language = "zh"


class One(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The finding to be mended: its number among the findings of the draft, and what it is expected to be."""

    index: int
    rule: str
    line: int
    column: int


class Mend(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is to be mended: one finding, all with safe fixes, or all; a ``preview`` gives the changes alone."""

    what: Literal["one", "safe", "all"] = "safe"
    one: One | None = None
    preview: bool = False


class Job(msgspec.Struct, frozen=True):
    """A draft and what a worker does with it; ``mended`` are spans of its text that were mended before."""

    kind: Kind
    data: bytes
    name: str
    choice: Choice = Choice()
    mend: Mend = Mend()
    mended: tuple[tuple[int, int], ...] = ()


class Reply(msgspec.Struct, frozen=True):
    """What came of a job; a worker that is ``spent`` ends after it.

    ``unlisted`` is how many findings there are beyond those in the body.
    """

    status: int
    media: str
    body: bytes
    spent: bool = False
    unlisted: int = 0
