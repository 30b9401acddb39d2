import pytest

from lint.reporters import REPORTERS
from tests.reporters.written import HARD, written


@pytest.mark.parametrize("output_format", REPORTERS)
def test_the_same_results_are_the_same_text_in_whole_lines(output_format: str) -> None:
    text = written(output_format, *HARD)
    assert text == written(output_format, *HARD)
    assert text.endswith("\n")
    assert "\r" not in text
