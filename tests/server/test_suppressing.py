"""The comment that silences a rule: where it stands, and that it silences just that."""

import pytest

from lint.config.settings import Overrides
from lint.engine.fixing.fixes import apply
from lint.server.session import OpenDraft, Session
from lint.server.suppressing import suppression
from lint.text.source import Span

CASES = {
    "段.txt": (
        "报告\r\n一是抓学习。\r\n\r\n由XX局牵头。\r\n",
        "报告\r\n一是抓学习。\r\n\r\n# wengao-lint: ignore-next-line placeholders/letters\r\n由XX局牵头。\r\n",
    ),
    "首.txt": ("由XX局牵头。", "# wengao-lint: ignore-next-line placeholders/letters\n由XX局牵头。"),
    "段.md": (
        "# 报告\n\n- 甲  \n- 由XX局牵头。  \n- 丙\n",
        "# 报告\n\n- 甲  \n- 由XX局牵头。 <!-- wengao-lint: ignore placeholders/letters -->  \n- 丙\n",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_comment_silences_one_rule_at_one_place(name: str) -> None:
    text, silenced = CASES[name]
    session = Session(Overrides(isolated=True, select=("placeholders", "suppressions"), no_cache=True))
    found = session.analysis(OpenDraft("", 1, name, text))
    at = text.index("XX")
    assert [finding.span for finding in found.findings] == [Span(at, at + 2)]
    assert apply(text, [suppression(found.source, found.reading, at, "placeholders/letters")]) == silenced
    assert session.analysis(OpenDraft("", 2, name, silenced)).findings == []
