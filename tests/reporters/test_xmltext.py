from xml.etree import ElementTree as ET

from hypothesis import given

from lint.reporters.services.xmltext import attributes, content
from tests.reporters.written import ANY, possible


@given(attribute=ANY, text=ANY)
def test_any_text_survives(attribute: str, text: str) -> None:
    element = ET.fromstring(f"<a{attributes(b=attribute)}>{content(text)}</a>".encode())
    assert (element.attrib["b"], element.text or "") == (possible(attribute), possible(text))


def test_attributes_that_are_none_are_left_out() -> None:
    assert attributes(name="“甲”\n", line=3, file=None) == ' name="“甲”&#10;" line="3"'
