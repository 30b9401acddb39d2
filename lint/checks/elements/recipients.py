"""Whether the recipients (主送机关) are as many as the genre has, and end in a colon."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from lint.analysis.paragraphs import paragraphs
from lint.checks.base import Check, Hit
from lint.document.tree import Document, Part
from lint.text.edit import Edit
from lint.text.lazy import lazy
from lint.text.source import Span

_BRACKETS = lazy(r"[（(][^（）()]*[）)]")
_OFFICE = (
    "(?:政府|党委|区委|市委|县委|省委|党组|委员会|厅|局|办公室|办公厅|委|部|院|公司|集团|中心|街道办事处|街道办|单位|部门|企业"
    "|学校|大学|医院|支队|大队|处|科室|机构|组织|办事处|乡镇|镇|乡|街道|机关|协会|联合会|总工会|管委会|法院|检察院)"
)
_OFFICES = lazy(rf"^(?!本|我|为|根据|按照)[\u4e00-\u9fff（）()、，]{{2,80}}?{_OFFICE}(?P<mark>[，。；、,;.]?)$")
_IS_OFFICE = lazy(rf"^[^是由将把被为的]*{_OFFICE}$")
_JOINT = lazy("[、，,；]|(?<=[政府委局厅])(?:和|并|及)")
_PERSONS = lazy("同志|代表|委员们|朋友|来宾|领导|老师|同学|嘉宾|女士|先生|市民|群众|居民|业主")


class Recipients(Check, frozen=True):
    """Recipients that are too many, out of place, or not closed by a colon.

    ``several``: more than one in genres that address one. ``unwanted``: any in genres that address nobody.
    ``colon``: a line of offices below the title that ends in another mark or in none.
    """

    report: Literal["several", "unwanted", "colon"]

    values: ClassVar[frozenset[str]] = frozenset({"found", "count", "genre"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the recipients, for ``colon`` where the colon belongs."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            if genre is None or part.kind == "annex":
                continue
            if self.report == "colon":
                yield from _without_colon(document, part)
            elif part.recipients is not None:
                names = _names(document.slice(part.recipients))
                values = {"found": "、".join(names), "count": str(len(names)), "genre": genre.name}
                several = self.report == "several" and genre.recipients == "one" and len(names) > 1
                unwanted = self.report == "unwanted" and genre.recipients == "none"
                if (several or unwanted) and not _PERSONS.search(values["found"]):
                    yield Hit(part.recipients, values)


def _names(text: str) -> list[str]:
    plain = _BRACKETS.sub("", text).strip().rstrip("：:")
    return [name.strip() for name in _JOINT.split(plain) if name.strip()]


def _without_colon(document: Document, part: Part) -> Iterator[Hit]:
    if part.recipients is not None or part.title is None:
        return
    signature = document.slice(part.signature) if part.signature else ""
    subtitle = [part.subtitle] if part.subtitle else []
    for span in (*subtitle, *paragraphs(document, part)[:1]):
        line = document.slice(span)
        match = _OFFICES.match(line)
        if match and not (signature and match[0].rstrip("，。；、,;.") in signature) and "\n" not in line:
            place = Span(span.start + match.start("mark"), span.end)
            where = place if match["mark"] else span
            values = {"found": line, "count": "", "genre": ""}
            certain = match["mark"] not in ("。", ".") and all(
                map(_IS_OFFICE.match, _names(line.rstrip(match["mark"])))
            )
            yield Hit(where, values, edits=(Edit(place, "："),), certain=certain)
            return
