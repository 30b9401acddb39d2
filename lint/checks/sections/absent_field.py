"""Whether every block of a list of tasks has the fields that its siblings have."""

from collections.abc import Iterator

import msgspec

from lint.analysis.records import Record
from lint.checks.base import Hit
from lint.checks.shared.sibling_fields import SiblingFields, Siblings
from lint.document.tree import Document
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_OTHERS = lazy("(?:关于)?其[他它余]")
_BRACKETS = lazy(r"[（(][^（）()：:\n]{3,}[）)][。；;]?[ \u3000]*(?:\n|\Z)")


class AbsentField(SiblingFields, frozen=True, kw_only=True):
    """Labelled fields (整改措施：… 责任单位：…) that most blocks of one form have and another lacks.

    ``fields`` are groups of labels that mean the same: at least ``share`` percent of ``least`` blocks must have them.
    Any other label counts where it is as good as everywhere (``usual`` percent), but for those of ``optional`` words.
    """

    least: int = 3
    share: int = 60
    usual: int = 75

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the head of each block that lacks fields, with all of them."""
        found: dict[Span, Hit] = {}
        for hit in self.once(document):
            other = found.get(hit.span, hit)
            fields = dict.fromkeys((other.values["field"], hit.values["field"]))
            found[hit.span] = msgspec.structs.replace(other, values=other.values | {"field": "、".join(fields)})
        yield from found.values()

    def lacking(self, document: Document, siblings: Siblings) -> Iterator[Hit]:
        """A hit for each block without a field that is expected, unless brackets at its end tell the same."""
        if self._expects(siblings):
            for record, field in siblings.blocks:
                if field is None and not (
                    _is_catch_all(document, record, siblings.model) or _in_other_words(document, record, siblings.model)
                ):
                    yield siblings.hit(document, record, record.head)

    def _expects(self, siblings: Siblings) -> bool:
        """Whether so many blocks have filled a field that the others are to have it as well."""
        share, least = (self.share, 2) if siblings.known else (self.usual, 3)
        count, filled = len(siblings.blocks), siblings.filled
        return count >= self.least and filled >= least and 100 * filled >= share * count


def _is_catch_all(document: Document, record: Record, model: Record) -> bool:
    """Whether a record without any field of the others is what was left over, and like none of the others: 其他事项."""
    apart = model.field([field.label for field in record.fields]) is None
    return apart and _OTHERS.match(document.slice(record.name)) is not None


def _in_other_words(document: Document, record: Record, model: Record) -> bool:
    """Whether a record ends in brackets without a label, where others have bracketed fields: （办公室牵头）."""
    bracketed = any(document.text[field.span.start - 1] in "（(" for field in model.fields)
    return bracketed and _BRACKETS.search(document.slice(record.span)) is not None
