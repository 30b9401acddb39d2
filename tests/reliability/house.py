"""House rules and settings of people who mean harm, or have no idea."""

import json
from pathlib import Path

RULE = """\
title: 某
title_en: some
why: 某。
source: {{norm: 本院规定, tier: practice}}
severity: error
check: pattern
with: {{pattern: {pattern}}}
message: 某
message_en: some
examples:
  - valid: 好。
  - valid: 好好。
  - invalid: ⟦坏⟧。
    message: 某
  - invalid: 不⟦坏⟧。
    message: 某
"""
GENRE = """\
name: 某
name_en: some
titles: [{pattern}]
examples:
  - title: 某
  - other: 某某
"""


def write(name: str, text: str | bytes) -> None:
    """A file, its folder made."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def house_rule(pattern: str) -> None:
    """The rule house/rule.yaml in the folder rules, with a pattern."""
    write("rules/house/rule.yaml", RULE.format(pattern=json.dumps(pattern, ensure_ascii=False)))


def house_genre(pattern: str) -> None:
    """A genre in the folder rules whose titles match a pattern."""
    write("rules/genres/some.yaml", GENRE.format(pattern=json.dumps(pattern, ensure_ascii=False)))
