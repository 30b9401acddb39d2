import re
import sys

from hypothesis import example, given
from hypothesis import strategies as st

from lint.text.comparison.bigrams import is_telling, pairs_of

TEXTS = st.text(st.sampled_from("学习党的一①a8_，\n\U00020000\ud800") | st.characters())
RUN = re.compile(r"[^\W\da-zA-Z_]{2}")


def text_of(pair: int) -> str:
    return pair.to_bytes(8, sys.byteorder).decode("utf-32-le", "surrogatepass")


@given(TEXTS)
def test_pairs_are_those_of_the_text(text: str) -> None:
    shown = text.replace("\0", " ")
    assert sorted(map(text_of, pairs_of(text))) == sorted(shown[place : place + 2] for place in range(len(text) - 1))


@example("¹\0")
@given(TEXTS)
def test_telling_pairs_are_of_words(text: str) -> None:
    for pair in pairs_of(text):
        assert not is_telling(pair) or RUN.fullmatch(text_of(pair))


def test_what_every_draft_is_full_of_tells_nothing() -> None:
    pairs = {text_of(pair): is_telling(pair) for pair in pairs_of("学习是工作问题")}
    assert pairs == {"学习": True, "习是": False, "是工": False, "工作": False, "作问": True, "问题": False}
