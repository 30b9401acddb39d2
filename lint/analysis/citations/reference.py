"""A reference of a draft to itself, and the words and numbers that all of them are written with."""

from typing import Literal

import msgspec

from lint.document.kinds import EITHER
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

Kind = Literal["article", "chapter", "part", "item", "decimal", "label"]

H = "一二三四五六七八九十百千零〇"
N = rf"(?:[{H}]{{1,7}}|\d{{1,4}})"
KINDS = f"实施条例|实施细则|实施办法|实施方案|暂行办法|暂行规定|若干规定|解释|文件|文|法|{EITHER}"
OTHER_TEXT = lazy(rf"》|(?<!本)(?:{EITHER})|文件|来[文函]|上级|该[文件]")
NUMBERS = lazy(rf"[{H}]+|\d+")
NEAR = 400  # characters before a reference that are read for other texts


class Reference(msgspec.Struct, frozen=True):
    """A reference to what does not exist; ``last`` is the last marker of the run in which it would stand.

    ``row`` is that marker where it stands in a table, of which the text holds nothing.
    """

    kind: Kind
    span: Span
    last: Span
    row: str = ""
