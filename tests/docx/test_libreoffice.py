"""LibreOffice shows what is computed here, opens what is written here, and writes what is read here."""

import re
import subprocess
import unicodedata
from pathlib import Path

import pytest

from lint.engine.linter import lint
from lint.formats import read
from lint.formats.decoding import decode
from lint.formats.docx.source import WordSource
from lint.formats.docx.writing.annotating import annotated
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.source import Source
from tests.docx.comments import comments
from tests.docx.converting import numbered, typed
from tests.docx.labelled import documents
from tests.docx.making import GB, level, listed, lists, paragraph, word
from tests.integrations.pages import need

SEEDS = Path(__file__).parent.parent.parent / "seeds"
RULEBOOK = load_rulebook([builtin_folder()])


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profile")


def converted(paths: list[Path], target: str, profile: Path) -> list[Path]:
    """Files as LibreOffice writes them in another format, in a folder beside them."""
    soffice = need("soffice")
    folder = paths[0].parent / target.partition(":")[0]
    home = f"-env:UserInstallation={profile.as_uri()}"
    command = [soffice, home, "--headless", "--convert-to", target, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return [folder / path.with_suffix(f".{folder.name}").name for path in paths]


def told(source: Source) -> list[tuple[str, str]]:
    return sorted((finding.rule, finding.message) for finding in lint(source, RULEBOOK))


def test_every_annotated_draft_opens(tmp_path: Path, profile: Path) -> None:
    need("soffice")
    paths: list[Path] = []
    counts: list[int] = []
    for number, seed in enumerate(sorted(SEEDS.glob("*.txt"))):
        for kind, make in (("typed", typed), ("numbered", numbered)):
            data = make(decode(seed.read_bytes(), seed.name))
            findings = lint(decode(data, "a.docx"), RULEBOOK)
            paths.append(tmp_path / f"{number}-{kind}.docx")
            paths[-1].write_bytes(annotated(data, [(one.span, f"{one.message}\n[{one.rule}]") for one in findings]))
            counts.append(len(findings))
            assert len(comments(paths[-1].read_bytes())) == len(findings)
    assert [path.read_bytes()[:5] for path in converted(paths, "pdf", profile)] == [b"%PDF-"] * len(paths)
    texts = [path.read_text("utf-8") for path in converted(paths, "fodt", profile)]
    assert [text.count("<dc:creator>wengao-lint</dc:creator>") for text in texts] == counts


def test_labels_are_those_that_libreoffice_shows(tmp_path: Path, profile: Path) -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    nothing = '<w:suff w:val="nothing"/>'
    forms = ["decimalEnclosedCircle", "upperLetter", "lowerLetter", "lowerRoman", "ideographTraditional"]
    forms += ["chineseLegalSimplified", "ideographLegalTraditional"]
    abstracts = [
        "".join(re.findall("<w:lvl .*?</w:lvl>", GB)),
        level(0, "chineseCountingThousand", "第%1章", more=nothing)
        + level(1, "chineseCountingThousand", "第%2条", more=nothing),
        level(0, "decimal", "%1", more=nothing) + level(1, "decimal", "%1.%2", more=nothing),
        *(level(0, form, "%1", more=nothing) for form in forms),
    ]
    numbering = lists(*abstracts, overrides={20: (1, again), 21: (1, "")})
    steps = [(1, d) for d in (0, 1, 1, 2, 3, 1, 0, 1)] + [(20, 0), (20, 1), (21, 0), (1, 0)]
    steps += [(2, d) for d in (0, 1, 1, 0, 1)] + [(3, d) for d in (0, 1, 1, 0, 1)]
    steps += [(number, 0) for number in range(4, 4 + len(forms)) for _ in range(11)]
    path = tmp_path / "a.docx"
    path.write_bytes(word("".join(listed("甲", *step) for step in steps) + paragraph("乙"), numbering=numbering))
    [shown] = converted([path], "txt:Text (encoded):UTF8", profile)
    source = decode(path.read_bytes(), "a.docx")
    assert isinstance(source, WordSource)
    labels = [one.label.text.strip() for one in source.paragraphs]
    assert [f"{label}甲" for label in labels[:-1]] == [
        "".join(line.split()) for line in shown.read_text("utf-8-sig").splitlines()[:-1]
    ]


def unblanked(line: str) -> str:
    return unicodedata.normalize("NFKC", "".join(line.split()))


def test_every_label_is_the_one_that_libreoffice_shows(tmp_path: Path, profile: Path) -> None:
    need("soffice")
    made = {name: one for name, one in documents() if one.by_hand is None}  # it ignores w:isLgl
    paths: list[Path] = []
    for number, one in enumerate(made.values()):
        paths.append(tmp_path / f"{number}.docx")
        paths[-1].write_bytes(one.data)
    texts = [path.read_text("utf-8-sig") for path in converted(paths, "txt:Text (encoded):UTF8", profile)]
    for name, path, text in zip(made, paths, texts, strict=True):
        source = decode(path.read_bytes(), "a.docx")
        assert isinstance(source, WordSource)
        shown = [
            unblanked(one.label.text + line)
            for one, line in zip(source.paragraphs, source.text.splitlines(), strict=True)
            if one.place != "box"  # which it leaves out
        ]
        assert [line for line in shown if line] == [unblanked(line) for line in text.splitlines() if line.strip()], name


def test_drafts_that_libreoffice_wrote_are_read(tmp_path: Path, profile: Path) -> None:
    paths: list[Path] = []
    for number, seed in enumerate(sorted(SEEDS.glob("*.txt"))):
        paths.append(tmp_path / f"{number}.docx")
        paths[-1].write_bytes(numbered(decode(seed.read_bytes(), seed.name)))
    written = converted(converted(paths, "odt", profile), "docx", profile)
    for before, after in zip(paths, written, strict=True):
        one, other = (decode(path.read_bytes(), "a.docx") for path in (before, after))
        assert read(other).text == read(one).text
        assert told(other) == told(one)
