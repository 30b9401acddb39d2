import pytest

from lint.checks.elements.required_facts import Fact, RequiredFacts
from tests.checks.genred import hits, marked, plain

FACTS = RequiredFacts(
    facts=(
        Fact("时间", opening=("月",)),
        Fact("主持人", patterns=("主持",)),
    )
)

CASES = {
    "all": "会议纪要\n6月1日，县长在会议室主持会议。\n一、甲",
    "one missing": "⟦会议纪要⟧\n6月1日在会议室开会。\n一、甲",
    "not in the opening": "⟦会议纪要⟧\n县长主持会议。\n一、6月底前办结。",
    "under the title": "会议纪要\n（2025年6月1日）\n县长主持会议。\n一、甲",
    "no title": "⟦县长主持会议，议定以下事项，请认真办理。⟧\n一、甲",
    "empty": "会议纪要",
}


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_facts(expected: str) -> None:
    assert marked(FACTS, plain(expected)) == expected


def test_values() -> None:
    [hit] = hits(FACTS, "会议纪要\n会议议定。\n一、甲")
    assert hit.values == {"missing": "时间、主持人"}
    assert [pattern for _, pattern in FACTS.patterns()] == ["月", "主持"]
