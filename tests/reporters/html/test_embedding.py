import json

from hypothesis import given

from lint.reporters.html.embedding import embedded
from tests.reporters.written import ANY


@given(text=ANY)
def test_any_text_survives(text: str) -> None:
    data = embedded({"a": [text]})
    assert json.loads(data) == {"a": [text]}
    assert not set(data) & set("<>&\u2028\u2029")
