"""Documents of many shapes through every fix: nothing changes but the text of the edits, and all open again."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from click.testing import CliRunner
from lxml import etree  # type: ignore[import-untyped]  # lxml has no types

from lint.cli.main import main
from lint.engine.fixing.fixes import fix
from lint.engine.linter import lint
from lint.formats.decoding import decode
from lint.formats.docx.source import WordSource
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from tests.docx.comments import unlike
from tests.docx.documents import document
from tests.docx.making import W

RULEBOOK = load_rulebook([builtin_folder()])
OPTIONS = {"safe": ["--fix"], "all": ["--fix", "--unsafe-fixes"]}
WITH_TEXT = ("word/document.xml", "word/footnotes.xml")


def texts_and_rest(data: bytes) -> tuple[list[str], list[str]]:
    """What stands in each w:t of the document and of its notes, and their XML without it."""
    texts: list[str] = []
    rest: list[str] = []
    for part in WITH_TEXT:
        with ZipFile(BytesIO(data)) as archive:
            root: Any = etree.fromstring(archive.read(part))
        for element in root.iter(f"{{{W}}}t"):
            texts.append(element.text or "")
            element.text = ""
            element.attrib.clear()
        rest.append(etree.tostring(root).decode())
    return texts, rest


def unshared(one: str, other: str) -> tuple[int, int]:
    """How many characters of each of two texts are in no longest text that both hold in order."""
    row = [0] * (len(other) + 1)
    for char in one:
        before = row
        row = [0]
        for at, match in enumerate(other):
            row.append(before[at] + 1 if char == match else max(before[at + 1], row[at]))
    return len(one) - row[-1], len(other) - row[-1]


def assert_fixed(path: Path, kind: str) -> int:
    """Fix a draft with the command, compare it with what the fixes are, and count them."""
    before = path.read_bytes()
    source = decode(before, path.name)
    expected = fix(source, lambda changed: lint(changed, RULEBOOK), unsafe=kind == "all").source
    assert isinstance(expected, WordSource)
    result = CliRunner().invoke(main, ["check", "--isolated", "-q", *OPTIONS[kind], str(path)])
    assert (result.exit_code in (0, 1), result.stderr) == (True, "")
    after = path.read_bytes()
    assert decode(after, path.name).text == expected.text
    assert unlike(before, after) <= set(WITH_TEXT)
    (texts, rest), (new_texts, new_rest) = texts_and_rest(before), texts_and_rest(after)
    assert new_rest == rest
    changes = [change for made in expected.rounds for change in made]
    lost, won = map(sum, zip(*map(unshared, texts, new_texts), strict=True))
    assert lost <= sum(span.end - span.start for span, _ in changes)
    assert won <= sum(len(new) for _, new in changes)
    assert len(docx.Document(BytesIO(after)).paragraphs) == len(docx.Document(BytesIO(before)).paragraphs)
    return len(changes)


@pytest.mark.parametrize("kind", OPTIONS)
@pytest.mark.parametrize("seed", range(8))
def test_nothing_changes_but_the_text_of_the_edits(seed: int, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(document(seed))
    assert assert_fixed(path, kind)
    fixed = path.read_bytes()
    assert not assert_fixed(path, kind)
    assert path.read_bytes() == fixed
