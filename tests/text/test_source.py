import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.text.source import DecodeError, Position, Source, Unit, decode

TEXT = "一、𠮷祥\r\n二、ａb\r三、€\n"
UNITS = st.sampled_from(("char", "byte", "utf16"))


@pytest.mark.parametrize(
    ("bom", "codec", "encoding"),
    [
        (b"", "utf-8", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8", "utf-8"),
        (b"", "gb18030", "gb18030"),
        (b"\xff\xfe", "utf-16-le", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be", "utf-16-be"),
    ],
)
def test_decode(bom: bytes, codec: str, encoding: str) -> None:
    data = bom + TEXT.encode(codec)
    source = decode(data, "draft.txt")
    assert (source.path, source.text, source.encoding, source.bom) == ("draft.txt", TEXT, encoding, bom)
    assert source.encode(TEXT) == data


def test_gbk_reads_as_gb18030() -> None:
    assert decode("关于召开会议的通知".encode("gbk")).text == "关于召开会议的通知"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\0\0", "binary data"),
        (b"\xff\xfe\0\0", "binary data"),
        (b"\xff\xff\xff", "neither UTF-8"),
        ("一".encode() + b"\xff", "neither UTF-8"),
        (b"\xff\xfe\x00", "invalid utf-16-le"),
        (b"\xef\xbb\xbf\xff", "invalid utf-8 at byte 3"),
        (b"\x81\x40\x01\x02\x03\x04\x05", "readable GB18030"),
    ],
)
def test_what_is_no_text(data: bytes, message: str) -> None:
    with pytest.raises(DecodeError, match=message):
        decode(data)


def test_lines() -> None:
    source = Source("", TEXT)
    assert tuple(source.line_starts) == (0, 6, 11, 15)
    assert [source.line(number) for number in (1, 2, 3, 4)] == ["一、𠮷祥", "二、ａb", "三、€", ""]


@pytest.mark.parametrize(("unit", "column"), [("char", 4), ("byte", 11), ("utf16", 5)])
def test_columns(unit: Unit, column: int) -> None:
    source = Source("", TEXT)
    assert source.position(3, unit) == Position(1, column)
    assert source.offset(Position(1, column), unit) == 3
    assert source.offset(Position(1, 99), unit) == 4


@given(st.text("一𠮷a€\ud800\r\n", max_size=40), UNITS, st.data())
def test_positions_round_trip(text: str, unit: Unit, data: st.DataObject) -> None:
    source = Source("", text)
    offset = data.draw(st.integers(0, len(text)))
    position = source.position(offset, unit)
    inside = text[offset - 1 : offset + 1] == "\r\n" or text[offset - 1 : offset] == ""
    assert source.offset(position, unit) == offset or inside


@given(st.text("一a\r\n", max_size=40))
def test_lines_and_newlines_make_up_the_text(text: str) -> None:
    source = Source("", text)
    newlines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [source.line(number + 1) for number in range(len(source.line_starts))] == newlines


@given(st.binary(max_size=60))
def test_decoding_gives_a_source_or_a_decode_error(data: bytes) -> None:
    try:
        source = decode(data)
    except DecodeError:
        return
    assert source.encode(source.text) == data or source.encoding == "gb18030"
