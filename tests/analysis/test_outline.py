import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from lint.analysis.genres import Kind
from lint.cli.main import main
from lint.document.families import HAN, IS
from lint.document.genre import Genre
from lint.document.markers import Marker
from lint.document.tree import Document, Item, Part, Series
from lint.formats.blocks import Block, Masked, Reading
from lint.messages.language import words_for
from lint.reporters.views.outline import outline, render
from lint.text.source import Source, Span

TEXT = "关于安全的报告\n市政府：\n根据要求报告。\n一、情况\n一是好。二是坏。\n`x`\n二、打算\n落款\n"


def span(text: str) -> Span:
    start = TEXT.index(text)
    return Span(start, start + len(text))


def item(marker: str, heading: str, *children: Item, inline: bool = False) -> Item:
    family = IS if inline else HAN
    place = span(marker)
    value = "一二".index(marker[0]) + 1
    parsed = Marker(family, value, place, Span(place.start, place.start + 1))
    return Item(parsed, span(marker + heading), span(heading), span(heading), 0, inline, inline, inline, 2, children)


KIND = Kind(Genre(id="request", name="请示", name_en="request", titles=("请示$",)), "title", "关于安全的请示")


def document() -> Document:
    inner = (item("一是", "好", inline=True), item("二是", "坏", inline=True))
    items = (item("一、", "情况", *inner), item("二、", "打算"))
    blocks = (Block("paragraph", *span("关于安全的报告")), Block("paragraph", *span("市政府：")))
    part = Part(
        "main",
        Span(0, len(TEXT)),
        title=span("关于安全的报告"),
        recipients=span("市政府"),
        preamble=span("根据要求报告。"),
        items=items,
        signature=span("落款"),
        contents=(1,),
    )
    series = (Series(HAN, items, None, 0), Series(IS, inner, items[0], 0, base=3, restarts=True))
    reading = Reading(TEXT, blocks, ((0, 0),), (Masked("code", span("`x`")),))
    return Document(reading, (part,), series, ())


def test_outline_in_chinese() -> None:
    assert list(render(outline(Source("稿.txt", TEXT), document(), [KIND]), words_for("zh"))) == [
        "正文 [1–8]",
        "  文种：请示（据标题“关于安全的请示”）",
        "  [1] 标题：关于安全的报告",
        "  [2] 主送：市政府",
        "  [2] 目录：市政府：",
        "  [3] 引言：根据要求报告。",
        "  [4] 一、 情况",
        "    [5] 一是 好  <标题接正文、段内、引文内、重新起号、接前 3>",
        "    [5] 二是 坏  <标题接正文、段内、引文内>",
        "  [7] 二、 打算",
        "  [8] 署名：落款",
        "不作正文 [6] code",
    ]


def test_outline_in_english() -> None:
    lines = list(render(outline(Source("稿.txt", TEXT), document()), words_for("en")))
    assert (lines[0], lines[1], lines[2], lines[7], lines[-1]) == (
        "main text [1–8]",
        "  genre: not known",
        "  [1] title: 关于安全的报告",
        "    [5] 一是 好  <run-in, inline, quoted, restarts, continues 3>",
        "masked [6] code",
    )


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("稿.txt").write_text(
        "关于安全的报告\n\n　　一、情况\n　　一切正常。\n　　二、打算\n　　继续努力。\n", encoding="utf-8"
    )
    return "稿.txt"


def test_command_prints_text(draft: str) -> None:
    result = CliRunner().invoke(main, ["outline", draft])
    assert (result.exit_code, result.stderr) == (0, "")
    assert "  [3] 一、 情况" in result.stdout.splitlines()


def test_command_prints_json(draft: str) -> None:
    result = CliRunner().invoke(main, ["outline", draft, "--output-format", "json"])
    tree = json.loads(result.stdout)
    assert list(tree) == ["path", "parts", "masked"]
    assert [(node["marker"], node["heading"], node["line"], node["column"]) for node in tree["parts"][0]["items"]] == [
        ("一、", "情况", 3, 3),
        ("二、", "打算", 5, 3),
    ]


def test_command_reads_standard_input() -> None:
    result = CliRunner().invoke(main, ["outline", "-", "--output-format", "json"], input="一、好\n".encode())
    assert json.loads(result.stdout)["path"] == "<stdin>"


@pytest.mark.parametrize(
    ("name", "error"), [("no.txt", "no.txt: 没有这个文件或文件夹\n"), (".", ".: 是文件夹，应为文件\n")]
)
def test_command_tells_what_cannot_be_read(name: str, error: str) -> None:
    result = CliRunner().invoke(main, ["outline", name])
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", error)
