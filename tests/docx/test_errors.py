"""What is no Word draft that can be read: one line that says what to do, and the other drafts are checked."""

import re
import struct
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from lint.cli.main import main
from lint.formats.decoding import decode
from lint.formats.docx.archive import container
from lint.formats.docx.errors import WordError
from tests.docx.comments import unlike
from tests.docx.making import GB, W, members, package, paragraph, word

DRAFT = word(paragraph("一是抓学习。"))
DAMAGED = "不是完整的 .docx，请重新取得，或用 Word、WPS 打开修复后另存为 .docx"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
ENTITY = '<!DOCTYPE w:document [<!ENTITY a "甲">]>'


def with_member(name: str, content: str) -> bytes:
    return package(members(paragraph("甲")) | {name: content})


def without(name: str) -> bytes:
    return package({key: content for key, content in members(paragraph("甲")).items() if key != name})


def typed(kind: str) -> bytes:
    """A package whose main part is of another type."""
    contents = members(paragraph("甲"))
    contents["[Content_Types].xml"] = contents["[Content_Types].xml"].replace("wordprocessingml.document.main", kind)
    return package(contents)


def locked() -> bytes:
    """A zip archive whose members are marked as encrypted."""
    data = bytearray(DRAFT)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            struct.pack_into("<H", data, at + offset, 1)
            at = data.find(sign, at + 4)
    return bytes(data)


def torn() -> bytes:
    """A zip archive with a member that does not fit its sum."""
    data = bytearray(DRAFT)
    at = data.find(b"word/document.xml") + len(b"word/document.xml")
    data[at : at + 8] = b"\xff" * 8
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.doc", OLE, "doc"),
        ("a.doc", b"", "doc"),
        ("a.doc", "旧稿".encode(), "doc"),
        ("a.docx", OLE, "doc"),
        ("a.wps", OLE, "wps"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        ("a.docx", locked(), "encrypted"),
        ("a.pdf", b"%PDF-1.7\n\0", "pdf"),
        ("a.txt", b"%PDF-1.7\n\0", "pdf"),
        ("a.pdf", b"", "pdf"),
        ("a.ofd", package({"OFD.xml": "<a/>"}), "ofd"),
        ("a.ofd", b"", "ofd"),
        ("a.rtf", b"{\\rtf1}", "rtf"),
        ("a.docx", b"", "damaged"),
        ("a.docx", "文字".encode(), "not_word"),
        ("a.docx", package({"a.txt": "甲"}), "not_word"),
        ("a.docx", typed("template.main"), "not_word"),
        ("a.docm", typed("x"), "not_word"),
        ("a.docx", DRAFT[:-30], "damaged"),
        ("a.docx", DRAFT[: len(DRAFT) // 2], "damaged"),
        ("a.docx", torn(), "damaged"),
        ("a.docx", without("word/document.xml"), "damaged"),
        ("a.docx", without("_rels/.rels"), "not_word"),
        ("a.docx", with_member("word/document.xml", "<w:document"), "damaged"),
        ("a.docx", with_member("word/document.xml", ENTITY + "<a>&a;</a>"), "entities"),
        ("a.docx", with_member("customXml/item1.xml", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'), "entities"),
        ("a.docx", word(paragraph("甲") + '<w:altChunk r:id="rId1"/>'), "embedded"),
        (
            "a.docx",
            with_member("_rels/.rels", '<Relationships xmlns="http://purl.oclc.org/ooxml/x"/>'),
            "strict",
        ),
    ],
)
def test_reasons(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(WordError) as raised:
        decode(data, name)
    assert raised.value.reason == reason


ENCODINGS = ["UTF-8", "UTF-16", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE", "UTF-7", "GB18030"]
PARSED = [
    "word/document.xml",
    "word/numbering.xml",
    "[Content_Types].xml",
    "_rels/.rels",
    "word/_rels/document.xml.rels",
]


def declaring(content: str, encoding: str) -> bytes:
    """XML with a document type, and an entity in its text, in an encoding."""
    text = content.partition("?>")[2].replace("甲", "&a;")
    return f'<?xml version="1.0" encoding="{encoding}"?>{ENTITY}{text}'.encode(encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("part", PARSED)
def test_entities_in_other_encodings_are_refused(encoding: str, part: str) -> None:
    contents = members(paragraph("甲"), numbering=GB)
    with pytest.raises(WordError, match=rf"^entities: {re.escape(part)}$"):
        decode(package(contents | {part: declaring(contents[part], encoding)}), "a.docx")


NAMES = ["document.bin", "document", "document.svg", "document.html", "文稿.txt"]


def main_part(name: str, content: str | bytes) -> bytes:
    """A draft whose main part has another name."""
    contents: dict[str, str | bytes] = dict(members(paragraph("甲")))
    for member in ("[Content_Types].xml", "_rels/.rels"):
        contents[member] = str(contents[member]).replace("word/document.xml", f"word/{name}")
    del contents["word/document.xml"]
    return package(contents | {f"word/{name}": content})


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-32"])
def test_entities_in_parts_of_other_names_are_refused(name: str, encoding: str) -> None:
    content = members(paragraph("甲"))["word/document.xml"]
    assert decode(main_part(name, content), "a.docx").text == "甲\n"
    with pytest.raises(WordError, match=rf"^entities: /?word/{name}$"):
        decode(main_part(name, declaring(content, encoding)), "a.docx")


def test_entities_of_a_part_that_only_its_relationship_tells_are_refused() -> None:
    contents = members(paragraph("甲"), footnotes=f'<w:footnote w:id="2">{paragraph("甲")}</w:footnote>')
    contents["[Content_Types].xml"] = contents["[Content_Types].xml"].replace("footnotes", "notes.svg")
    contents["word/_rels/document.xml.rels"] = contents["word/_rels/document.xml.rels"].replace(
        'Target="footnotes.xml"', 'Target="notes.svg"'
    )
    types = contents["[Content_Types].xml"]
    kind = types.partition("notes.svg.xml")[2].partition('ContentType="')[2].partition('"')[0]
    contents["[Content_Types].xml"] = types.replace("notes.svg.xml", "notes.svg").replace(kind, "image/svg+xml")
    notes = contents.pop("word/footnotes.xml")
    assert decode(package(contents | {"word/notes.svg": notes}), "a.docx").text == "甲\n"
    with pytest.raises(WordError, match=r"^entities: /word/notes.svg$"):
        decode(package({**contents, "word/notes.svg": declaring(notes, "UTF-16")}), "a.docx")


@pytest.mark.parametrize(
    "before", [" \n" * 5000, f"<!--{'x' * 10_000}-->", "\ufeff"], ids=["blanks", "comment", "mark"]
)
def test_what_stands_before_a_document_type_does_not_hide_it(before: str) -> None:
    with pytest.raises(WordError, match=r"^entities: word/document.xml$"):
        decode(with_member("word/document.xml", f"{before}{ENTITY}<a>&a;</a>"), "a.docx")


def test_pictures_and_pages_may_declare_what_they_are() -> None:
    picture = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><svg/>'
    contents = members(paragraph("甲")) | {"word/media/a.svg": picture, "word/b.htm": "<!DOCTYPE html><p>乙<br>"}
    assert decode(package(contents), "a.docx").text == "甲\n"


def test_what_bounds_xml_bounds_parts_of_other_names(monkeypatch: pytest.MonkeyPatch) -> None:
    data = main_part("document.bin", members(paragraph("甲" * 1000))["word/document.xml"])
    monkeypatch.setattr(container, "MOST_XML", 3000)
    with pytest.raises(WordError, match=r"^too_large$"):
        decode(data, "a.docx")


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("twin", ["word/document.xml", "Word/Document.XML"])
def test_a_part_that_is_there_twice_is_refused(twin: str) -> None:
    out = BytesIO(DRAFT)
    with ZipFile(out, "a") as archive:
        archive.writestr(twin, members(paragraph("乙"))["word/document.xml"])
    with pytest.raises(WordError, match=r"^doubled$"):
        decode(out.getvalue(), "a.docx")


def test_letters_of_other_alphabets_tell_parts_apart() -> None:
    contents = members(paragraph("甲")) | {"word/é.bin": "1", "word/É.bin": "2"}
    assert decode(package(contents), "a.docx").text == "甲\n"


@pytest.mark.parametrize("name", ["/etc/gone", "../../gone", "word/../../gone", "C:\\gone", "a\nb", "word/"])
def test_members_that_name_places_outside_stay_in_the_archive(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    data = package(members(paragraph("抓学习，，抓作风。")) | {name: "" if name.endswith("/") else "丙"})
    path.write_bytes(data)
    assert check("--fix", str(path)) == (0, "", "")
    assert unlike(data, path.read_bytes()) == {"word/document.xml"}
    assert [one.name for one in tmp_path.iterdir()] == ["a.docx"]


def test_a_torn_picture_is_told_when_the_draft_is_fixed(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    data = bytearray(package(members(paragraph("抓学习，，抓作风。")) | {"word/media/a.png": "丙" * 9}))
    at = data.rfind(b"word/media/a.png") - 46
    struct.pack_into("<I", data, at + 16, 1)
    path.write_bytes(data)
    assert check("--fix", str(path)) == (2, "", f"{path}: {DAMAGED}\n")
    assert path.read_bytes() == data


@pytest.mark.parametrize("member", ["<a/>", f"<w:document xmlns:w='{W}'/>"], ids=["another root", "no body"])
def test_a_document_without_a_body_is_damaged(member: str) -> None:
    with pytest.raises(WordError, match=r"^damaged: /word/document.xml: no body$"):
        decode(with_member("word/document.xml", member), "a.docx")


def test_a_name_too_long_for_a_copy_is_told_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    long = "x" * 250 + ".docx"
    data = word(paragraph("抓学习，，抓作风。"))
    for name in (long, "乙.docx"):
        Path(name).write_bytes(data)
    status, out, err = check("--annotate", ".")
    assert (status, out.count("\n")) == (2, 1)
    assert err == f"{long}: 无法写入：文件名过长\n带批注的副本：乙.批注.docx\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([long, "乙.docx", "乙.批注.docx"])
    assert check("--fix", ".") == (0, "", "")
    assert {decode(Path(name).read_bytes(), name).text for name in (long, "乙.docx")} == {"抓学习，抓作风。\n"}


@pytest.mark.parametrize(("bound", "most"), [("MOST_MEMBERS", 3), ("MOST_BYTES", 100), ("MOST_XML", 100)])
def test_bombs_are_not_unpacked(bound: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, bound, most)
    with pytest.raises(WordError, match=r"^too_large$"):
        decode(DRAFT, "a.docx")


def test_a_size_that_lies_does_not_help() -> None:
    bomb = bytearray(word(paragraph("甲" * 100_000)))
    at = bomb.find(b"PK\x01\x02", bomb.find(b"word/document.xml", bomb.find(b"PK\x01\x02")) - 46)
    struct.pack_into("<I", bomb, at + 24, 50)
    with pytest.raises(WordError, match=r"^damaged: "):
        decode(bytes(bomb), "a.docx")


def test_the_suffix_does_not_matter_for_a_word_draft() -> None:
    assert decode(DRAFT, "草稿").text == decode(DRAFT, "a.doc").text == decode(DRAFT, "a.DOCX").text == "一是抓学习。\n"


def check(*paths: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["check", "--isolated", *paths])
    return (
        result.exit_code,
        result.stdout,
        "".join(line for line in result.stderr.splitlines(keepends=True) if not line.startswith("检查 ")),
    )


def test_other_drafts_are_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("甲.doc").write_bytes(OLE)
    Path("乙.docx").write_bytes(word(paragraph("一是抓学习。三是抓作风。二是抓落实。")))
    Path("丙.docx").write_bytes(DRAFT[:-30])
    Path("~$乙.docx").write_bytes(b"\0")
    status, out, err = check(".", "甲.doc")
    assert (status, [line.partition(" ")[0] for line in out.splitlines()]) == (2, ["乙.docx:1:7:"])
    assert err == (f"丙.docx: {DAMAGED}\n甲.doc: 是旧式 Word 文件（.doc），请在 Word 或 WPS 中另存为 .docx 再检查\n")


def test_python_docx_is_named_when_it_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "docx", None)
    Path("甲.docx").write_bytes(DRAFT)
    Path("乙.txt").write_text("一是抓学习。三是抓作风。二是抓落实。", "utf-8")
    status, out, err = check("甲.docx", "乙.txt")
    assert (status, len(out.splitlines())) == (2, 1)
    said = "读取 .docx 需要 python-docx，请运行 pip install python-docx，或在源码文件夹中运行 pip install '.[docx]'"
    assert err == f"甲.docx: {said}\n"


def test_text_needs_no_python_docx() -> None:
    import subprocess  # noqa: PLC0415 - only this test starts a process

    program = (
        "import sys; from lint.formats.decoding import decode; from lint.formats import read; "
        "read(decode(b'a', 'a.txt'));"
        "print({'docx', 'lxml', 'zipfile'} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "set()\n"
