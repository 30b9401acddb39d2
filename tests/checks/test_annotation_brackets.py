import pytest

from lint.checks.elements.annotation_brackets import AnnotationBrackets
from tests.checks.genred import hits, marked, mended, plain

CHECK = AnnotationBrackets(words=("联系人", "此件"))
CASES = {
    "without": "关于防汛的通知\n各镇：\n请落实。\n县防办\n2025年6月1日\n⟦联系人：王明，电话：0000⟧",
    "with": "关于防汛的通知\n各镇：\n请落实。\n县防办\n2025年6月1日\n（联系人：王明，电话：0000）",
    "above the date": "关于防汛的通知\n各镇：\n请落实。\n联系人：王明。\n县防办\n2025年6月1日",
    "another line": "关于防汛的通知\n各镇：\n请落实。\n县防办\n2025年6月1日\n抄送：县政府办公室。",
    "no date": "关于防汛的通知\n各镇：\n请落实。\n联系人：王明",
}


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_brackets(expected: str) -> None:
    assert marked(CHECK, plain(expected)) == expected
    assert hits(CHECK, mended(CHECK, plain(expected))) == []
