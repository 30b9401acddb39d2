import pytest

from lint.checks.punctuation.straight_quotation import StraightQuotation
from lint.document.parser import parse
from lint.formats import read
from lint.text.source import Source
from tests.checks.marking import hits, marked, mended

CHECK = StraightQuotation()

CASES = {
    "pair without Chinese before it": ('采用"AI"布局，采用⟦"大模型"⟧架构', '采用"AI"布局，采用“大模型”架构'),
    "full width": ("落实⟦＂四风＂⟧要求", "落实“四风”要求"),
    "sentence": ('他说：⟦"要抓落实，见实效。"⟧', "他说：“要抓落实，见实效。”"),
    "clauses with their end in sight": ('树立⟦"绿水青山，就是金山"⟧的理念', "树立“绿水青山，就是金山”的理念"),
    "clauses without": ('讲⟦"四风，抓"⟧一岗双责', None),
    "odd": ('落实"四风"和"一岗双责', None),
    "what stands between two": ('落实一岗双责"和"四风', None),
    "mark first": ('一岗双责"，抓"四风', None),
    "opening bracket last": ('甲"乙（"丙）', None),
    "inches, of which one is left": ('27"屏和⟦"智慧"⟧屏', None),
    "figure at the end": ('实施⟦"规划2025"⟧行动', "实施“规划2025”行动"),
    "code": ('设为name=⟦"张三"⟧', None),
    "JSON": ('{"name": ⟦"张三"⟧, "age": 3}', None),
    "call": ('执行open(⟦"甲表"⟧)', None),
    "English": ('The word ⟦"小康"⟧ is Chinese.', None),
    "half a bracket inside": ('甲（乙⟦"丙）丁"⟧戊', None),
    "curly pair inside": ('甲⟦"乙“丙”丁"⟧戊', None),
    "inside a curly pair": ('甲“乙⟦"丙"⟧丁”戊', None),
    "beside a curly pair": ('甲“乙”和⟦"丙"⟧', "甲“乙”和“丙”"),
    "half a curly pair beside": ('甲“乙和⟦"丙"⟧', None),
    "half a curly pair one paragraph before": ('甲“乙。\n丙⟦"丁"⟧。\n戊”。', None),
    "half a pair two paragraphs after": ('甲⟦"乙"⟧\n\n丙\n\n丁"戊', None),
    "half a pair far off": ('甲⟦"乙"⟧\n\n丙\n\n丁\n\n戊\n\n己"庚', "甲“乙”\n\n丙\n\n丁\n\n戊\n\n己\"庚"),
    "quotation in another": ('说：⟦"要落实"⟧四风⟦"要求。"⟧', None),
    "blank inside": ('甲⟦" 乙 "⟧丙', None),
    "no Chinese": ('甲"AI"乙', None),
}  # fmt: skip


@pytest.mark.parametrize(("expected", "fixed"), CASES.values(), ids=CASES)
def test_quotations(expected: str, fixed: str | None) -> None:
    text = expected.replace("⟦", "").replace("⟧", "")
    assert marked(CHECK, text) == expected
    assert mended(CHECK, text) == (text if fixed is None else fixed)


def test_values() -> None:
    [hit] = hits(CHECK, '落实"四风"')
    assert hit.values == {"found": '"四风"', "replacement": "“四风”"}


def test_what_is_not_read_may_hide_half_a_pair() -> None:
    document = parse(read(Source("稿.md", '落实"四风"，执行`a"`。')))
    assert [(hit.values["found"], hit.edits) for hit in CHECK.run(document)] == [('"四风"', ())]
