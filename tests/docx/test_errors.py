"""What is no Word draft that can be read: one line that says what to do, and the other drafts are checked."""

import struct
import sys
import warnings
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from lint.cli.main import main
from lint.formats.decoding import decode
from lint.formats.docx import container
from lint.formats.docx.errors import WordError
from tests.docx.making import members, package, paragraph, word

DRAFT = word(paragraph("一是抓学习。"))
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


@pytest.mark.parametrize("code", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32", "utf-32-be"])
def test_entities_in_other_encodings_are_refused(code: str) -> None:
    contents: dict[str, str | bytes] = {**members(paragraph("甲"))}
    contents["word/document.xml"] = f'<?xml version="1.0"?>{ENTITY}<a/>'.encode(code)
    with pytest.raises(WordError, match=r"entities: word/document.xml"):
        decode(package(contents), "a.docx")


@pytest.mark.parametrize("name", ["word/document.bin", "word/document", "word/文.XML"])
@pytest.mark.parametrize("code", ["utf-8", "utf-32"])
def test_entities_are_refused_whatever_the_name_of_the_part(name: str, code: str) -> None:
    contents = {
        key.replace("word/document.xml", name): content.replace("word/document.xml", name)
        for key, content in members(paragraph("甲")).items()
    }
    body = contents[name].replace('encoding="UTF-8" ', "")
    head, rest = body[: body.index("?>") + 2], body[body.index("?>") + 2 :]
    data: dict[str, str | bytes] = {**contents, name: (head + ENTITY + rest.replace("甲", "&a;")).encode(code)}
    with pytest.raises(WordError, match="entities"):
        decode(package(data), "a.docx")


@pytest.mark.parametrize("name", ["word/document.xml", "Word/DOCUMENT.xml"])
def test_a_part_that_is_there_twice_is_refused(name: str) -> None:
    out = BytesIO(DRAFT)
    with warnings.catch_warnings(action="ignore"), ZipFile(out, "a") as archive:
        archive.writestr(name, members(paragraph("乙"))["word/document.xml"])
    with pytest.raises(WordError, match=r"^doubled$"):
        decode(out.getvalue(), "a.docx")


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
    assert err == (
        "丙.docx: 不是完整的 .docx，请重新取得，或用 Word、WPS 打开修复后另存为 .docx\n"
        "甲.doc: 是旧式 Word 文件（.doc），请在 Word 或 WPS 中另存为 .docx 再检查\n"
    )


def test_python_docx_is_named_when_it_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "docx", None)
    Path("甲.docx").write_bytes(DRAFT)
    Path("乙.txt").write_text("一是抓学习。三是抓作风。二是抓落实。", "utf-8")
    status, out, err = check("甲.docx", "乙.txt")
    assert (status, len(out.splitlines())) == (2, 1)
    assert err == "甲.docx: 读取 .docx 需要 python-docx，请运行 pip install 'wengao-lint[docx]'\n"


def test_text_needs_no_python_docx() -> None:
    import subprocess  # noqa: PLC0415 - only this test starts a process

    program = (
        "import sys; from lint.formats.decoding import decode; from lint.formats import read; "
        "read(decode(b'a', 'a.txt'));"
        "print({'docx', 'lxml', 'zipfile'} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "set()\n"
