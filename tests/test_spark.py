import contextlib
import io
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from lint.api import lint_text
from lint.engine.result import FileResult
from lint.reporters.record import records
from lint.text.source import Source, decode
from tests.integrations.pages import need

pytestmark = pytest.mark.filterwarnings("default")  # PySpark's own

ROOT = Path(__file__).parent.parent
SEEDS = sorted(path for path in (ROOT / "seeds").iterdir() if path.suffix in {".txt", ".md"})


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    need("java")
    from pyspark.sql import SparkSession  # noqa: PLC0415 - slow to load

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
        yield spark
        spark.stop()


def expected(path: str, text: str) -> list[dict[str, Any]]:
    """The rows of a text, by the way of ``lint_text``."""
    result = FileResult(path, tuple(lint_text(text, path=path)), Source(path, text))
    return [{**msgspec.json.decode(msgspec.json.encode(each)), "error": None} for each in records(result)]


def rows(table: Any) -> list[dict[str, Any]]:
    return [row.asDict(recursive=True) for row in table.collect()]


def by_place(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["path"], row["line"], row["column"], row["rule"]


def test_five_thousand_texts(session: Any) -> None:
    from lint.spark import SCHEMA, finder  # noqa: PLC0415 - pandas is slow to load

    texts = [decode(path.read_bytes()).text[:1500] for path in SEEDS]
    archive = [(f"{number}.txt", texts[number % len(texts)]) for number in range(5000)]
    found = rows(
        session.createDataFrame(archive, "path string, text string").repartition(8).mapInPandas(finder("text"), SCHEMA)
    )
    wanted = {path: expected(path, text) for path, text in archive[: len(texts)]}
    assert any(wanted.values())
    everything = [
        {**row, "path": path}
        for number, (path, _) in enumerate(archive)
        for row in wanted[f"{number % len(texts)}.txt"]
    ]
    assert sorted(found, key=by_place) == sorted(everything, key=by_place)


def test_folder_of_files(session: Any) -> None:
    from lint.spark import SCHEMA, finder  # noqa: PLC0415 - the same

    files = session.read.format("binaryFile").option("pathGlobFilter", "*.{txt,md}").load(str(ROOT / "seeds"))
    found = rows(files.mapInPandas(finder("content"), SCHEMA))
    everything = [row for path in SEEDS for row in expected(f"file:{path}", decode(path.read_bytes()).text)]
    assert sorted(found, key=by_place) == sorted(everything, key=by_place)


def test_draft_that_cannot_be_checked_is_a_row(session: Any) -> None:
    from lint.spark import SCHEMA, finder  # noqa: PLC0415 - the same

    files = session.createDataFrame(
        [("一.txt", b"\0\1"), ("二.md", "---\ngenre: 公告栏\n---\n正文。\n".encode()), ("三.txt", None)],
        "name string, content binary",
    )
    found = rows(files.mapInPandas(finder("content", path="name", lang="en"), SCHEMA))
    assert [{key: value for key, value in row.items() if value is not None} for row in found] == [
        {
            "path": "一.txt",
            "error": "no readable draft, expected UTF-8, GB18030 or UTF-16 text with a BOM "
            "(binary data (it holds NUL bytes), expected text)",
        },
        {"path": "二.md", "error": "no genre '公告栏', did you mean '公告'?"},
        {"path": "三.txt", "error": "is empty: there is no text to check"},
    ]


def test_what_is_missing_from_the_findings_is_a_row() -> None:
    from pandas import DataFrame  # noqa: PLC0415 - slow to load

    from lint.spark import finder  # noqa: PLC0415 - the same

    frame = DataFrame({"path": ["一.txt"], "text": ["XX、" * 1002]})
    [found] = finder("text", select=["placeholders/letters"])([frame])
    told = found["error"].dropna()
    assert (len(found), [*told]) == (1001, ["规则 placeholders/letters 另有 2 处未列出"])


def test_page_shows_what_comes_out(session: Any, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "spark.md").read_text("utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    [table] = re.findall(r"^```text\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    shutil.copytree(ROOT / "seeds", tmp_path / "drafts")
    names: dict[str, Any] = {}
    printed = []
    for block in blocks:
        with contextlib.redirect_stdout(io.StringIO()) as output:
            exec(block.replace('load("drafts")', f'load("{tmp_path}/drafts")'), names)
        printed.append(output.getvalue())
    assert printed[1].strip() == table.strip()
    assert printed[2].startswith("+")
    assert printed[3] == "17 numbering/gap 序号依次为“一、三”，缺“二”；如无漏写，应为“一、二”\n"
