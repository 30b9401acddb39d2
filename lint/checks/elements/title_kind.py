"""Whether a title ends in one kind of document (文种), no more and no less."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from lint.checks.base import Check, Hit
from lint.document.tree import Document, Part
from lint.text.lazy import lazy
from lint.text.source import Span

_TAIL = lazy(r"[\s\u3000]*(?:[（(〔【][^（）()〔〕【】]*[）)〕】][\s\u3000]*)*$")
_BLANKS = lazy(r"[\s\u3000]+")
_PASSES_ON = lazy("转发|批转|印发|贯彻|落实|执行|废止|撤销|修改|更正|补充|学习|宣传|公布|发布|报送|征求|规范|停止")
_PERSONS = lazy("同志|代表|委员|朋友|来宾|领导|老师|同学|嘉宾|女士|先生|乡亲")
_FORMULA = lazy("特此|[妥当可]否[，,]?请|请予|此复|(?:通知|通告|公告|通报|报告|请示|批复|函复|函告)如下")


class TitleKind(Check, frozen=True):
    """Titles of letters and orders that name no kind or two.

    ``kinds`` are the words that a title may end in; ``statutory`` are those of which no two may meet.
    A title is expected to name a kind when it says 关于 and the text is addressed to offices.
    """

    report: Literal["missing", "doubled"]
    kinds: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"title", "found", "first", "second"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each title, or at the doubled kind in it."""
        for part in document.parts:
            if part.title is not None and part.kind != "annex":
                found = (
                    self._missing(document, part, part.title)
                    if self.report == "missing"
                    else self._doubled(document, part.title)
                )
                if found is not None:
                    yield found

    def _missing(self, document: Document, part: Part, title: Span) -> Hit | None:
        text = document.slice(title)
        plain = _BLANKS.sub("", _TAIL.sub("", text))
        if plain.endswith(self.kinds) or "关于" not in plain or not _is_addressed(document, part):
            return None
        return Hit(title, {"title": plain, "found": "", "first": "", "second": ""})

    def _doubled(self, document: Document, title: Span) -> Hit | None:
        text = document.slice(title)
        end = len(_TAIL.sub("", text))
        last = [kind for kind in self.kinds if text.endswith(kind, 0, end)]
        for first in self.kinds:
            for second in last:
                for joint in ("", "的"):
                    found = first + joint + second
                    if text.endswith(found, 0, end) and _are_doubled(text, first, second, joint):
                        place = Span(title.start + end - len(found), title.start + end)
                        return Hit(place, {"title": text, "found": found, "first": first, "second": second})
        return None


def _are_doubled(text: str, first: str, second: str, joint: str) -> bool:
    """Whether two kinds at the end are one too many: 请示报告 are, 转发通知的通知 are not."""
    return first == second and not _PASSES_ON.search(text) if joint else True


def _is_addressed(document: Document, part: Part) -> bool:
    if part.recipients is None:
        return False
    text = document.text[part.span.start : part.span.end]
    return not _PERSONS.search(document.slice(part.recipients)) and (
        part.date is not None or bool(_FORMULA.search(text))
    )
