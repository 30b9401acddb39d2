from lint.formats.blocks import Block, Reading
from lint.text.source import Span

READING = Reading(
    "标题\n一是甲二是乙",
    (Block("paragraph", 0, 2), Block("paragraph", 3, 9, indent=4)),
    ((0, 0), (3, 5), (6, 9)),
    joins=(6,),
)


def test_spans_lead_back_to_the_source() -> None:
    assert READING.to_source(Span(3, 6)) == Span(5, 8)
    assert READING.to_source(Span(5, 7)) == Span(7, 10)
    assert READING.to_source(Span(6, 9)) == Span(9, 12)


def test_an_empty_span_is_a_place() -> None:
    assert READING.to_source(Span(3, 3)) == Span(5, 5)


def test_a_reading_of_nothing() -> None:
    assert Reading("", (), ()).to_source(Span(0, 0)) == Span(0, 0)
