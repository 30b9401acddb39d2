from hypothesis import given
from hypothesis import strategies as st

from lint.text.sentences import sentence_end, sentence_start

TEXTS = st.text(st.sampled_from("甲，。！？；\n"), max_size=12)


@given(TEXTS, st.data())
def test_a_sentence_holds_no_end_of_one(text: str, data: st.DataObject) -> None:
    start, place, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 3)))
    first, last = sentence_start(text, start, place), sentence_end(text, place, end)
    assert start <= first <= place <= last <= end
    assert not set(text[first:last]) & set("。！？；\n")
    assert first == start or text[first - 1] in "。！？；\n"
    assert last == end or text[last] in "。！？；\n"
