"""Remarks become comments around their words, and nothing else becomes other."""

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from lint.cli.main import main
from lint.formats.decoding import decode
from lint.formats.docx.draft import word_source
from lint.formats.docx.errors import WordError
from lint.formats.docx.names import ID
from lint.formats.docx.writing.annotating import annotated
from lint.text.source import Span
from tests.docx.comments import comments, letters, marks, unlike
from tests.docx.making import GB, listed, members, package, paragraph, run, table, word
from tests.steps import steps

BOLD = "<w:b/>"
CHANGED = (
    f"<w:ins w:id='7' w:author='a'>{run('新写')}</w:ins>"
    "<w:del w:id='8' w:author='a'><w:r><w:delText>旧</w:delText></w:r></w:del>"
)


def around(body: str, *places: tuple[int, int], **parts: str) -> list[str]:
    """The texts that comments on spans of the source come to stand around."""
    data = word(body, **parts)
    after = annotated(data, [(Span(*place), "文\n字") for place in places])
    assert letters(after) == letters(data)
    before, source = word_source(data, "a.docx"), word_source(after, "a.docx")
    assert (source.text, source.paragraphs) == (before.text, before.paragraphs)
    assert unlike(data, after) == {
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }
    found = comments(after)
    assert [(author, text) for author, _, text in found] == [("wengao-lint", "文\n字")] * len(places)
    return [marked for _, marked, _ in found]


@pytest.mark.parametrize(
    ("content", "places", "expected"),
    [
        (run("甲乙丙丁"), [(0, 4)], ["甲乙丙丁"]),
        (run("甲乙丙丁"), [(1, 3)], ["乙丙"]),
        (run("甲乙") + run("丙丁", BOLD), [(1, 3)], ["乙丙"]),
        (run("甲乙丙丁"), [(0, 2), (1, 3), (1, 3), (2, 4)], ["甲乙", "乙丙", "乙丙", "丙丁"]),
        (run("甲\t乙丙", BOLD), [(0, 1), (1, 2), (2, 3)], ["甲", "\t", "乙"]),
        (run("甲乙"), [(0, 0), (1, 1), (2, 2)], ["甲", "乙", "乙"]),
        (
            "<w:r><mc:AlternateContent><mc:Choice Requires='w14'><w:t>甲乙</w:t><w:t>丙</w:t></mc:Choice>"
            "</mc:AlternateContent></w:r>" + run("丁戊"),
            [(3, 4), (0, 2)],
            ["丁", "甲乙丙"],
        ),
        (CHANGED + run("丙"), [(1, 3)], ["写丙"]),
        (f"<w:hyperlink>{run('甲乙丙')}</w:hyperlink>{run('丁')}", [(1, 2), (2, 4)], ["乙", "丙丁"]),
        (f"<w:sdt><w:sdtContent>{run('甲乙丙')}</w:sdtContent></w:sdt>", [(1, 2)], ["乙"]),
        (f"{run('甲 ')}<w:r><w:t xml:space='preserve'> </w:t></w:r>{run(' 乙')}", [(1, 4)], ["   "]),
        (run("甲") + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>" + run("乙"), [(1, 2), (0, 3)], ["", "甲乙"]),
    ],
)
def test_comments_stand_around_their_words(content: str, places: list[tuple[int, int]], expected: list[str]) -> None:
    assert around(paragraph(run("前")) + paragraph(content), *[(a + 2, b + 2) for a, b in places]) == expected


def test_comments_run_over_paragraphs() -> None:
    assert around(paragraph("甲乙") + paragraph("丙丁") + paragraph("戊"), (1, 4), (2, 7)) == ["乙丙", "丙丁戊"]


def test_comments_in_cells_and_on_empty_ones() -> None:
    assert around(paragraph("甲") + table(["乙", ""]), (2, 3), (4, 4)) == ["乙", ""]


def test_comments_on_automatic_numbers() -> None:
    assert around(listed("总体", 1) + listed("", 1), (0, 0), (3, 3), numbering=GB) == ["总", ""]


def test_comments_on_notes_and_text_boxes_stand_where_these_hang() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('框')}</w:txbxContent></v:textbox></w:pict></w:r>"
    footnotes = f'<w:footnote w:id="2">{paragraph("注")}</w:footnote>'
    assert around(paragraph(run("甲") + note + box), (2, 3), (4, 5), footnotes=footnotes) == ["*", "*框"]


def test_comments_and_changes_that_are_there_stay() -> None:
    first = annotated(word(paragraph(run("甲乙") + CHANGED)), [(Span(0, 1), "先")])
    second = annotated(first, [(Span(0, 2), "后"), (Span(1, 3), "再")])
    assert [(marked, text) for _, marked, text in comments(second)] == [("甲", "先"), ("甲乙", "后"), ("乙新", "再")]
    assert unlike(first, second) == {"word/document.xml", "word/comments.xml"}
    assert letters(second) == letters(first)


IDS = ["甲", "", "1.5", "-7", " 5 ", "٥", "9" * 6000, "2147483646", "2147483647", "1"]


@pytest.mark.parametrize("name", IDS)
def test_comments_whose_ids_are_no_numbers_stay_and_new_ones_have_their_own(name: str) -> None:
    marked = f'<w:commentRangeStart w:id="{name}"/>{run("甲乙")}<w:commentRangeEnd w:id="{name}"/>'
    reference = f'<w:r><w:commentReference w:id="{name}"/></w:r>'
    there = f'<w:comment w:id="{name}" w:author="乙">{paragraph("先")}</w:comment>'
    data = word(paragraph(marked + reference), comments=there)
    after = annotated(data, [(Span(0, 1), "后"), (Span(1, 2), "再")])
    assert unlike(data, after) == {"word/document.xml", "word/comments.xml"}
    part: Any = docx.Document(BytesIO(after)).part.part_related_by(RT.COMMENTS)
    ids = [one.get(ID) for one in part.element]
    assert (ids[0], len(set(ids)), all(int(one) < 1 << 31 for one in ids[1:])) == (name, 3, True)
    assert marks(docx.Document(BytesIO(after)).element) == dict(zip(ids, ["甲乙", "甲", "乙"], strict=True))


def test_a_comment_takes_as_long_beside_many_others() -> None:
    def ten_more(there: int) -> int:
        others = "".join(f'<w:comment w:id="{n}" w:author="a"/>' for n in range(there))
        data = word(paragraph("甲乙"), comments=others)
        ten, twenty = ([(Span(0, 1), "文")] * number for number in (10, 20))
        annotated(data, twenty)
        return steps(annotated, data, twenty) - steps(annotated, data, ten)

    assert ten_more(500) < 1.1 * ten_more(0)


PARTS = {
    "another case": {"word/Comments.xml": "<a/>"},
    "unrelated": {"word/comments.xml": "<a/>", "word/comments2.xml": "<a/>"},
}


@pytest.mark.parametrize("more", PARTS.values(), ids=PARTS)
def test_a_new_part_takes_a_name_that_no_member_has(more: dict[str, str]) -> None:
    data = package(members(paragraph("甲乙")) | more)
    after = annotated(data, [(Span(0, 1), "文")])
    assert [(marked, text) for _, marked, text in comments(after)] == [("甲", "文")]
    assert not unlike(data, after) & set(more)
    assert decode(after, "a.docx").text == "甲乙\n"


RELATIONSHIPS = {
    "one without an id": "<Relationship Type='x' Target='numbering.xml'/>",
    "comments elsewhere": f"<Relationship Id='rId1' Type='{RT.COMMENTS}' Target='http://a' TargetMode='External'/>",
}


@pytest.mark.parametrize("relationship", RELATIONSHIPS.values(), ids=RELATIONSHIPS)
def test_relationships_that_are_odd_stay(relationship: str) -> None:
    contents = members(paragraph("甲乙"), numbering=GB)
    name = "word/_rels/document.xml.rels"
    contents[name] = contents[name].replace('Id="rId1"', 'Id="rId2"')
    contents[name] = contents[name].replace("</Relationships>", f"{relationship}</Relationships>")
    after = annotated(package(contents), [(Span(0, 1), "文")])
    document = docx.Document(BytesIO(after))
    related = [one for one in document.part.rels.values() if one.reltype == RT.COMMENTS and not one.is_external]
    assert [str(one.target_part.partname) for one in related] == ["/word/comments.xml"]
    assert decode(after, "a.docx").text == "甲乙\n"


@pytest.mark.parametrize("target", ["document.xml", "numbering.xml"])
def test_comments_that_are_none_are_told(target: str) -> None:
    contents = members(paragraph("甲乙"), numbering=GB, comments="")
    name = "word/_rels/document.xml.rels"
    contents[name] = contents[name].replace('Target="comments.xml"', f'Target="{target}"')
    with pytest.raises(WordError, match=rf"^damaged: /word/{target}: no comments$"):
        annotated(package(contents), [(Span(0, 1), "文")])


def test_a_document_of_python_docx_keeps_its_parts(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("工作方案", 1)
    document.add_paragraph("一是抓学习。三是抓作风。")
    document.add_table(2, 2).cell(1, 1).text = "甲"
    document.sections[0].header.paragraphs[0].text = "页眉"
    out = BytesIO()
    document.save(out)
    data = out.getvalue()
    after = annotated(data, [(Span(5, 7), "文")])
    assert unlike(data, after) == {
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }
    assert marks(docx.Document(BytesIO(after)).element) == {"0": "一是"}
    assert letters(after) == letters(data)


DEFECTIVE = word(
    paragraph(run("工作方案", '<w:sz w:val="44"/>'), '<w:jc w:val="center"/>')
    + listed("总体要求", 1)
    + paragraph(run("一是抓学习。") + run("三是", BOLD) + run("抓作风。二是抓落实。"))
    + listed("二、保障措施", 1)
    + paragraph("落实责任。"),
    numbering=GB,
)


def check(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["check", "--isolated", *arguments])
    kept = [line for line in result.stderr.splitlines() if not line.startswith("检查 ")]
    return result.exit_code, result.stdout, "\n".join(kept)


def test_the_command_writes_a_copy_beside_the_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("方案.docx").write_bytes(DEFECTIVE)
    Path("无误.docx").write_bytes(word(paragraph("一是抓学习。二是抓作风。")))
    Path("文字.txt").write_text("一是抓学习。三是抓作风。二是抓落实。", "utf-8")
    status, out, err = check("--annotate", ".")
    assert (status, err) == (1, "带批注的副本：方案.批注.docx")
    assert [line.partition(" ")[0] for line in out.splitlines()] == [
        "文字.txt:1:7:",
        "方案.docx:3:7:",
        "方案.docx:4:1:",
    ]
    assert Path("方案.docx").read_bytes() == DEFECTIVE
    copy = Path("方案.批注.docx").read_bytes()
    assert comments(copy) == [
        (
            "wengao-lint",
            "三是",
            "序号乱序：“一、”下的“一是…”序号依次为“一、三、二”，应为“一、二、三”\n"
            "序号错乱会让引用、核对、督办都落空，念稿时当场露馅。\n[numbering/out-of-order] GB/T 9704-2012 7.3.3",
        ),
        (
            "wengao-lint",
            "二、",
            "序号重复：“二、”之后又写了序号“二、”\n"
            "自动编号的段落又手工写了序号，打印出来就是“一、一、”；序号改动后两者还会不一致。\n"
            "[numbering/doubled-marker] GB/T 9704-2012 7.3.3",
        ),
    ]
    assert check("--annotate", "方案.docx")[2] == "带批注的副本：方案.批注.docx"
    assert comments(Path("方案.批注.docx").read_bytes()) == comments(copy)
    assert check(".", "--show-files")[1].split() == ["文字.txt", "方案.docx", "无误.docx"]


def test_a_copy_that_somebody_answered_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("方案.docx").write_bytes(DEFECTIVE)
    first, second, third = (f"带批注的副本：方案.批注{number}.docx" for number in ("", 2, 3))
    assert check("--annotate", "方案.docx")[2] == first
    answered = Path("方案.批注.docx").read_bytes() + b"\0"
    Path("方案.批注.docx").write_bytes(answered)
    assert [check("--annotate", "方案.docx")[2] for _ in range(3)] == [second] * 3
    assert Path("方案.批注.docx").read_bytes() == answered
    assert check("--annotate", "方案.docx", "--no-cache")[2] == third
    assert check("--annotate", "方案.docx", "--cache-dir", "缓存")[2] == "带批注的副本：方案.批注4.docx"
    assert check("--annotate", "方案.docx", "--cache-dir", "缓存")[2] == "带批注的副本：方案.批注4.docx"


def test_a_copy_that_is_a_draft_of_the_run_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("方案.docx").write_bytes(DEFECTIVE)
    check("--annotate", "方案.docx")
    copy = Path("方案.批注.docx").read_bytes()
    said = check("--annotate", "方案.docx", "方案.批注.docx")[2].splitlines()
    assert said == ["带批注的副本：方案.批注2.docx", "带批注的副本：方案.批注.批注.docx"]
    assert Path("方案.批注.docx").read_bytes() == copy


def test_copies_remembered_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("lint.engine.kept.own_copies.MOST_FILES", 2)
    for name in ("甲", "乙", "丙"):
        Path(f"{name}.docx").write_bytes(DEFECTIVE)
    check("--annotate", ".", "--cache-dir", "缓存")
    kept = [path.name for path in Path("缓存/wengao-lint").iterdir()]
    assert sorted(name.partition("-")[0] for name in kept) == ["copy", "copy", "key", "rules"]


def test_messages_quote_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("方案.docx").write_bytes(DEFECTIVE)
    assert check("方案.docx")[1].splitlines() == [
        "方案.docx:3:7: error: “一、”下的“一是…”序号依次为“一、三、二”，应为“一、二、三”"
        "（“一是抓学习。三是抓作风。二是抓落实。”） [numbering/out-of-order]",
        "方案.docx:4:1: error: “二、”之后又写了序号“二、”（“二、二、保障措施”） [numbering/doubled-marker]",
    ]


@pytest.mark.parametrize("other", ["--fix", "--diff", "--write-baseline=b", "-"])
def test_options_that_do_not_go_with_it(other: str) -> None:
    status, _, err = check("--annotate", other)
    assert (status, err.splitlines()[-1]) == (
        2,
        "错误：--annotate 不能与 --fix、--diff、--write-baseline、- 一同使用",
    )
