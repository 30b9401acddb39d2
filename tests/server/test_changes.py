"""The way from one text to another, and the comment that silences a rule."""

from hypothesis import given
from hypothesis import strategies as st

from lint.engine.fixing.fixes import apply
from lint.server.changes import changes
from lint.text.edit import Edit
from lint.text.source import Source, Span

TEXTS = st.text(alphabet="甲乙\n\r", max_size=30)


@given(TEXTS, TEXTS)
def test_changes_lead_from_one_text_to_the_other(before: str, after: str) -> None:
    assert apply(before, changes(Source("稿.txt", before), Source("稿.txt", after))) == after


def test_lines_that_stay_are_left_alone() -> None:
    before, after = Source("稿.txt", "甲\n乙\n丙"), Source("稿.txt", "甲\n丁\n丙")
    assert [*changes(before, after)] == [Edit(Span(2, 4), "丁\n")]
