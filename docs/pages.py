"""Pages in two languages: the code of the Chinese ones is that of the English ones beside them."""

import re
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).parent
CHINESE = DOCS / "zh"

_FENCED = re.compile(r"^(`{3,})[^\n`]*\n.*?^\1$", re.DOTALL | re.MULTILINE)


def chinese_pages() -> Iterator[tuple[Path, str]]:
    """Every Chinese page with the text that it should have."""
    for path in sorted(CHINESE.rglob("*.md")):
        yield path, with_code_of((DOCS / path.relative_to(CHINESE)).read_text("utf-8"), path.read_text("utf-8"))


def with_code_of(english: str, chinese: str) -> str:
    """A page with the blocks of code of another; as it is where it has more or fewer of them."""
    blocks = [match[0] for match in _FENCED.finditer(english)]
    if len(_FENCED.findall(chinese)) != len(blocks):
        return chinese
    left = iter(blocks)
    return _FENCED.sub(lambda _: next(left), chinese)
