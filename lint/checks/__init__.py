"""The check kinds, by the name that a rule calls them."""

from lint.checks.annex_citation import AnnexCitation
from lint.checks.annex_list import AnnexList
from lint.checks.annex_match import AnnexMatch
from lint.checks.annex_order import AnnexOrder
from lint.checks.annotation_brackets import AnnotationBrackets
from lint.checks.announced_count import AnnouncedCount
from lint.checks.aspect_coverage import AspectCoverage
from lint.checks.aspect_set import AspectSet
from lint.checks.base import Check
from lint.checks.caption_citation import CaptionCitation
from lint.checks.caption_order import CaptionOrder
from lint.checks.case_answer import CaseAnswer
from lint.checks.cell_placeholder import CellPlaceholder
from lint.checks.closing_formula import ClosingFormula
from lint.checks.contents_match import ContentsMatch
from lint.checks.date_form import DateForm
from lint.checks.date_presence import DatePresence
from lint.checks.document_number import DocumentNumber
from lint.checks.dotted_prefix import DottedPrefix
from lint.checks.doubled_marker import DoubledMarker
from lint.checks.duplicate_paragraph import DuplicateParagraph
from lint.checks.echoed_count import EchoedCount
from lint.checks.final_stop import FinalStop
from lint.checks.formula_kind import FormulaKind
from lint.checks.heading_end import HeadingEnd
from lint.checks.impossible_date import ImpossibleDate
from lint.checks.internal_reference import InternalReference
from lint.checks.item_content import ItemContent
from lint.checks.labelled_order import LabelledOrder
from lint.checks.ledger_cells import LedgerCells
from lint.checks.level_depth import LevelDepth
from lint.checks.level_order import LevelOrder
from lint.checks.list_ends import ListEnds
from lint.checks.mark_width import MarkWidth
from lint.checks.marker_brackets import MarkerBrackets
from lint.checks.marker_form import MarkerForm
from lint.checks.marker_mark import MarkerMark
from lint.checks.matter_count import MatterCount
from lint.checks.named_count import NamedCount
from lint.checks.note_marks import NoteMarks
from lint.checks.numbering_systems import NumberingSystems
from lint.checks.only_child import OnlyChild
from lint.checks.paired_arms import PairedArms
from lint.checks.paired_marks import PairedMarks
from lint.checks.pattern import Pattern
from lint.checks.promised_parts import PromisedParts
from lint.checks.recipients import Recipients
from lint.checks.required_facts import RequiredFacts
from lint.checks.row_order import RowOrder
from lint.checks.section_order import SectionOrder
from lint.checks.section_presence import SectionPresence
from lint.checks.series_families import SeriesFamilies
from lint.checks.series_length import SeriesLength
from lint.checks.series_order import SeriesOrder
from lint.checks.series_restart import SeriesRestart
from lint.checks.series_start import SeriesStart
from lint.checks.short_year import ShortYear
from lint.checks.sibling_fields import SiblingFields
from lint.checks.sibling_headings import SiblingHeadings
from lint.checks.stated_total import StatedTotal
from lint.checks.subproblem_trace import SubproblemTrace
from lint.checks.suppression import Suppression
from lint.checks.title_count import TitleCount
from lint.checks.title_kind import TitleKind

CHECKS: dict[str, type[Check]] = {
    "annex_citation": AnnexCitation,
    "annex_list": AnnexList,
    "annex_match": AnnexMatch,
    "annex_order": AnnexOrder,
    "annotation_brackets": AnnotationBrackets,
    "announced_count": AnnouncedCount,
    "aspect_coverage": AspectCoverage,
    "aspect_set": AspectSet,
    "caption_citation": CaptionCitation,
    "caption_order": CaptionOrder,
    "case_answer": CaseAnswer,
    "cell_placeholder": CellPlaceholder,
    "closing_formula": ClosingFormula,
    "contents_match": ContentsMatch,
    "date_form": DateForm,
    "date_presence": DatePresence,
    "document_number": DocumentNumber,
    "dotted_prefix": DottedPrefix,
    "doubled_marker": DoubledMarker,
    "duplicate_paragraph": DuplicateParagraph,
    "echoed_count": EchoedCount,
    "final_stop": FinalStop,
    "formula_kind": FormulaKind,
    "heading_end": HeadingEnd,
    "impossible_date": ImpossibleDate,
    "internal_reference": InternalReference,
    "item_content": ItemContent,
    "labelled_order": LabelledOrder,
    "ledger_cells": LedgerCells,
    "level_depth": LevelDepth,
    "level_order": LevelOrder,
    "list_ends": ListEnds,
    "mark_width": MarkWidth,
    "marker_brackets": MarkerBrackets,
    "marker_form": MarkerForm,
    "marker_mark": MarkerMark,
    "matter_count": MatterCount,
    "named_count": NamedCount,
    "note_marks": NoteMarks,
    "numbering_systems": NumberingSystems,
    "only_child": OnlyChild,
    "paired_arms": PairedArms,
    "paired_marks": PairedMarks,
    "pattern": Pattern,
    "promised_parts": PromisedParts,
    "recipients": Recipients,
    "required_facts": RequiredFacts,
    "row_order": RowOrder,
    "section_order": SectionOrder,
    "section_presence": SectionPresence,
    "series_families": SeriesFamilies,
    "series_length": SeriesLength,
    "series_order": SeriesOrder,
    "series_restart": SeriesRestart,
    "series_start": SeriesStart,
    "short_year": ShortYear,
    "sibling_fields": SiblingFields,
    "sibling_headings": SiblingHeadings,
    "stated_total": StatedTotal,
    "subproblem_trace": SubproblemTrace,
    "suppression": Suppression,
    "title_count": TitleCount,
    "title_kind": TitleKind,
}
