"""The check kinds, by the name that a rule calls them."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module

import msgspec

from lint.checks.base import Check

_FOLDERS: dict[str, tuple[str, ...]] = {
    "correspondence": (
        "announced_count",
        "aspect_answer",
        "aspect_order",
        "aspect_origin",
        "cell_against_field",
        "cell_count",
        "change_direction",
        "clause_count",
        "deeper_count",
        "echoed_count",
        "field_order",
        "glossed_count",
        "heading_count",
        "heading_points",
        "in_force_days",
        "labelled_count",
        "listed_count",
        "ledger_cells",
        "name_list_count",
        "name_repeated",
        "named_count",
        "named_parts",
        "paired_arms",
        "parts_above_total",
        "parts_below_total",
        "preamble_count",
        "preamble_promise",
        "ranked_count",
        "recalled_count",
        "stated_change",
        "stated_rate",
        "subproblem_trace",
        "subtitle_promise",
        "table_total",
        "title_cases",
        "title_count",
    ),
    "elements": (
        "address_form",
        "annotation_brackets",
        "attendance",
        "cited_name",
        "cited_number_form",
        "closing_formula",
        "closing_formula_kind",
        "copies_end",
        "date_absence",
        "date_hao",
        "date_numerals",
        "date_points",
        "date_zero",
        "doubled_kind",
        "issued_text",
        "joint_signature",
        "matter_count",
        "meeting_name",
        "opening_formula_kind",
        "own_number_blank",
        "own_number_form",
        "own_number_year",
        "particulars",
        "printing_order",
        "printing_zero",
        "recipient_absence",
        "recipient_colon",
        "recipient_copied",
        "recipient_count",
        "recipient_person",
        "recipient_presence",
        "required_facts",
        "signature_absence",
        "signature_office",
        "signer_presence",
        "title_kind",
        "yearless_date",
    ),
    "hierarchy": (
        "dotted_prefix",
        "heading_levels",
        "item_content",
        "level_depth",
        "level_inversion",
        "level_skip",
        "numbering_systems",
        "unusual_levels",
    ),
    "numbering": (
        "broken_marker",
        "compatibility_marker",
        "doubled_marker",
        "first_of_law",
        "half_bracket",
        "labelled_order",
        "last_item_mark",
        "list_end_marks",
        "marker_mark",
        "marker_numeral",
        "mixed_marker_mark",
        "ordinal_switch",
        "row_order",
        "series_families",
        "series_length",
        "series_order",
        "series_restart",
        "series_start",
        "sibling_headings",
        "slipped_marker",
        "start_below_parent",
        "stray_marker_brackets",
        "uniform_marker_brackets",
        "uniform_marker_mark",
    ),
    "numerals": (
        "annex_year",
        "date_style",
        "duplicate_paragraph",
        "future_cutoff",
        "future_event",
        "grade_intervals",
        "impossible_date",
        "impossible_time",
        "in_force_order",
        "inverted_range",
        "look_alikes",
        "meeting_order",
        "mixed_date",
        "outlook_year",
        "past_deadline",
        "period_length",
        "quarter_months",
        "reply_order",
        "short_year",
        "stale_year",
        "target_years",
        "weekday_match",
        "yearless_end",
    ),
    "punctuation": (
        "alike_marks",
        "broken_paragraph",
        "mark_width",
        "missing_last_stop",
        "missing_stop",
        "mixed_heading_ends",
        "nested_marks",
        "paused_item",
        "reversed_marks",
        "straight_quotation",
        "stray_heading_end",
        "title_end",
        "unpaired_marks",
    ),
    "references": (
        "annex_body_presence",
        "annex_citation",
        "annex_cited_name",
        "annex_colon",
        "annex_count",
        "annex_list_presence",
        "annex_listing",
        "annex_name",
        "annex_name_mark",
        "annex_number",
        "annex_number_mark",
        "annex_numbering",
        "annex_order",
        "annex_single_number",
        "caption_citation",
        "caption_order",
        "contents_difference",
        "end_matter",
        "heading_without_contents",
        "internal_reference",
        "note_presence",
        "note_use",
        "numbered_entry_without_heading",
        "plain_entry_without_heading",
    ),
    "sections": (
        "absent_field",
        "agenda_items",
        "announced_order",
        "aspect_set",
        "closing_clause",
        "empty_field",
        "fixed_section_order",
        "section_order",
        "section_presence",
    ),
}
_PLACES = {name: f"{__name__}.{folder}.{name}" for folder, names in _FOLDERS.items() for name in names} | {
    name: f"{__name__}.{name}" for name in ("pattern",)
}


class _Kinds(Mapping[str, type[Check]]):
    """The class of each kind, from the file of its name; a draft needs few of them, and those are imported then."""

    def __getitem__(self, name: str) -> type[Check]:
        kind: type[Check] = getattr(import_module(_PLACES[name]), "".join(map(str.capitalize, name.split("_"))))
        return kind

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(_PLACES))

    def __len__(self) -> int:
        return len(_PLACES)


CHECKS = _Kinds()


@lru_cache(maxsize=1024)
def make(kind: str, parameters: str) -> Check:
    """A check of a kind, with its parameters given as JSON; its module is imported now."""
    return msgspec.json.decode(parameters, type=CHECKS[kind])
