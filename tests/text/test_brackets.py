import pytest

from lint.text.brackets import is_balanced


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", True),
        ("甲（乙“丙”）", True),
        ("甲(乙）", True),
        ("甲（乙", False),
        ("乙）甲", False),
        ("（甲“乙）丙”", False),
        ("it’s 甲", True),
        ("‘it’s", True),
        ("甲’乙", False),
    ],
)
def test_pairs_within_a_text(text: str, expected: bool) -> None:
    assert is_balanced(text) is expected
