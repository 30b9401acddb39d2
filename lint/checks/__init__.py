"""The check kinds, by the name that a rule calls them."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module

import msgspec

from lint.checks.base import Check

_FOLDERS: dict[str, tuple[str, ...]] = {
    "correspondence": (
        "field_order",
        "in_force_days",
        "name_repeated",
    ),
    "correspondence.counts": (
        "all_but_one",
        "announced_count",
        "clause_count",
        "counted_arms",
        "deeper_count",
        "echoed_count",
        "glossed_count",
        "heading_count",
        "labelled_count",
        "listed_count",
        "name_list_count",
        "named_count",
        "paired_arms",
        "paragraph_count",
        "preamble_count",
        "ranked_count",
        "recalled_count",
        "title_cases",
        "title_count",
    ),
    "correspondence.figures": (
        "asked_sum",
        "change_direction",
        "heading_points",
        "parts_above_total",
        "parts_below_total",
        "share_sum",
        "stated_average",
        "stated_change",
        "stated_rate",
    ),
    "correspondence.pairs": (
        "aspect_answer",
        "aspect_order",
        "aspect_origin",
        "subproblem_trace",
    ),
    "correspondence.promises": (
        "named_parts",
        "preamble_promise",
        "promised_kinds",
        "subtitle_promise",
    ),
    "correspondence.tables": (
        "cell_against_field",
        "cell_count",
        "row_count",
        "table_total",
        "total_against_text",
    ),
    "elements": (
        "annotation_brackets",
        "attendance",
        "issued_text",
        "masked_name",
        "matter_count",
        "particulars",
        "required_facts",
    ),
    "elements.date": (
        "date_absence",
        "date_hao",
        "date_numerals",
        "date_points",
        "date_zero",
        "printing_order",
        "printing_zero",
        "undated_signature",
        "yearless_date",
    ),
    "elements.formulas": (
        "closing_formula",
        "closing_formula_kind",
        "opening_formula_kind",
    ),
    "elements.number": (
        "cited_number_form",
        "own_number_blank",
        "own_number_form",
        "own_number_year",
    ),
    "elements.recipients": (
        "address_form",
        "copies_end",
        "recipient_absence",
        "recipient_colon",
        "recipient_copied",
        "recipient_count",
        "recipient_person",
        "recipient_presence",
        "salutation_colon",
    ),
    "elements.signature": (
        "joint_signature",
        "signature_absence",
        "signature_office",
        "signer_presence",
    ),
    "elements.title": (
        "cited_name",
        "doubled_kind",
        "meeting_name",
        "self_name",
        "title_kind",
    ),
    "hierarchy": (
        "dotted_prefix",
        "family_change",
        "heading_levels",
        "item_content",
        "level_depth",
        "level_inversion",
        "level_skip",
        "numbering_systems",
        "unusual_levels",
    ),
    "numbering": (
        "labelled_order",
        "last_item_mark",
        "list_end_marks",
        "row_order",
    ),
    "numbering.markers": (
        "broken_marker",
        "compatibility_marker",
        "doubled_marker",
        "half_bracket",
        "marker_mark",
        "marker_numeral",
        "mixed_marker_mark",
        "stray_marker_brackets",
        "uniform_marker_brackets",
        "uniform_marker_mark",
    ),
    "numbering.series": (
        "first_of_law",
        "ordinal_switch",
        "series_families",
        "series_length",
        "series_order",
        "series_restart",
        "series_start",
        "sibling_headings",
        "slipped_marker",
        "start_below_parent",
    ),
    "numerals": (
        "capital_amount",
        "decimal_comma",
        "duplicate_paragraph",
        "grade_intervals",
        "look_alikes",
        "scaled_again",
    ),
    "numerals.dates": (
        "date_style",
        "impossible_date",
        "impossible_time",
        "inverted_range",
        "mixed_date",
        "period_length",
        "quarter_months",
        "weekday_match",
    ),
    "numerals.order": (
        "event_reply",
        "future_cutoff",
        "future_event",
        "in_force_order",
        "meeting_order",
        "past_deadline",
        "reply_order",
    ),
    "numerals.years": (
        "annex_year",
        "outlook_year",
        "relative_year",
        "plan_year",
        "review_signing",
        "past_plan",
        "short_year",
        "stale_year",
        "target_years",
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
        "caption_citation",
        "caption_order",
        "end_matter",
        "internal_reference",
        "note_presence",
        "note_use",
        "part_number",
    ),
    "references.annexes": (
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
        "annex_word",
    ),
    "references.contents": (
        "contents_difference",
        "heading_without_contents",
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
        "ledger_cells",
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
    cls = CHECKS[kind]
    return cls() if parameters == "{}" else msgspec.json.decode(parameters, type=cls)  # which looks up all annotations
