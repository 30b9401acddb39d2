from hypothesis import given
from hypothesis import strategies as st

from lint.analysis.matching.concepts import concepts_in, names_in
from lint.document.lexicon import Concept, Lexicon
from lint.document.parser import parse
from lint.formats import read
from lint.text.source import Source, Span

LEXICON = Lexicon((Concept("学", ("学习", "理论学习", "习惯")), Concept("廉", ("廉洁", "洁身"))))


@given(st.text(st.sampled_from("理论学习惯廉洁身好。\n")), st.integers(0, 40), st.integers(0, 40))
def test_concepts_of_a_stretch_are_those_of_its_text(text: str, one: int, other: int) -> None:
    document = parse(read(Source("稿.txt", text))).known_as((None,), LEXICON)
    start, end = sorted((min(one, len(document.text)), min(other, len(document.text))))
    expected = LEXICON.find(document.text[start:end])
    assert concepts_in(document, Span(start, end)) == expected
    assert names_in(document, Span(start, end)) == expected.keys()


def test_words_of_one_character_are_found_too() -> None:
    assert Lexicon((Concept("学", ("学", "学习")),)).find("学习，学") == {"学": ("学习", "学")}
