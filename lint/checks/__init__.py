"""The check kinds, by the name that a rule calls them."""

from collections.abc import Iterator, Mapping
from importlib import import_module

from lint.checks.base import Check

_NAMES = (
    "annex_citation",
    "annex_list",
    "annex_match",
    "annex_order",
    "annotation_brackets",
    "announced_count",
    "aspect_coverage",
    "aspect_set",
    "caption_citation",
    "caption_order",
    "case_answer",
    "cell_placeholder",
    "closing_formula",
    "contents_match",
    "date_form",
    "date_presence",
    "document_number",
    "dotted_prefix",
    "doubled_marker",
    "duplicate_paragraph",
    "echoed_count",
    "final_stop",
    "formula_kind",
    "heading_end",
    "impossible_date",
    "internal_reference",
    "item_content",
    "labelled_order",
    "ledger_cells",
    "level_depth",
    "level_order",
    "list_ends",
    "mark_width",
    "marker_brackets",
    "marker_form",
    "marker_mark",
    "matter_count",
    "named_count",
    "note_marks",
    "numbering_systems",
    "only_child",
    "paired_arms",
    "paired_marks",
    "pattern",
    "promised_parts",
    "recipients",
    "required_facts",
    "row_order",
    "section_order",
    "section_presence",
    "series_families",
    "series_length",
    "series_order",
    "series_restart",
    "series_start",
    "short_year",
    "sibling_fields",
    "sibling_headings",
    "stated_total",
    "subproblem_trace",
    "suppression",
    "title_count",
    "title_kind",
)


class _Kinds(Mapping[str, type[Check]]):
    """The class of each kind, from the file of its name; a draft needs few of them, and those are imported then."""

    def __getitem__(self, name: str) -> type[Check]:
        if name not in _NAMES:
            raise KeyError(name)
        kind: type[Check] = getattr(import_module(f"{__name__}.{name}"), "".join(map(str.capitalize, name.split("_"))))
        return kind

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)


CHECKS = _Kinds()
