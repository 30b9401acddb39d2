import pytest

from lint.formats.docx.draft import word_source
from lint.formats.docx.number_formats import render
from tests.docx.making import GB, level, listed, lists, paragraph, word


def labels(body: str, **parts: str) -> list[str]:
    return [one.label.text for one in word_source(word(body, **parts), "a.docx").paragraphs]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", "1 2 10 11 20 21 99 100 101"),
        ("chineseCounting", "一 二 十 十一 二十 二十一 九十九 一〇〇 一〇一"),
        ("chineseCountingThousand", "一 二 十 十一 二十 二十一 九十九 一百 一百零一"),
        ("japaneseCounting", "一 二 十 十一 二十 二十一 九十九 一百 一百零一"),
        ("ideographDigital", "一 二 一〇 一一 二〇 二一 九九 一〇〇 一〇一"),
        ("ideographLegalTraditional", "壹 貳 壹拾 壹拾壹 貳拾 貳拾壹 玖拾玖 壹佰 壹佰零壹"),
        ("chineseLegalSimplified", "壹 贰 壹拾 壹拾壹 贰拾 贰拾壹 玖拾玖 壹佰 壹佰零壹"),
        ("decimalEnclosedCircle", "① ② ⑩ ⑪ ⑳ ㉑ 99 100 101"),
        ("decimalEnclosedCircleChinese", "① ② ⑩ ⑪ ⑳ ㉑ 99 100 101"),
        ("decimalFullWidth", "１ ２ １０ １１ ２０ ２１ ９９ １００ １０１"),
        ("decimalZero", "01 02 10 11 20 21 99 100 101"),
        ("upperRoman", "I II X XI XX XXI XCIX C CI"),
        ("lowerRoman", "i ii x xi xx xxi xcix c ci"),
        ("upperLetter", "A B J K T U UUUU VVVV WWWW"),
        ("lowerLetter", "a b j k t u uuuu vvvv wwww"),
        ("ideographTraditional", "甲 乙 癸 11 20 21 99 100 101"),
        ("ideographZodiac", "子 丑 酉 戌 20 21 99 100 101"),
        ("decimalEnclosedParen", "⑴ ⑵ ⑽ ⑾ ⒇ 21 99 100 101"),
        ("unheardOf", "1 2 10 11 20 21 99 100 101"),
    ],
)
def test_formats(form: str, expected: str) -> None:
    assert " ".join(render(value, form) for value in (1, 2, 10, 11, 20, 21, 99, 100, 101)) == expected


def test_no_number_is_shown_for_none() -> None:
    assert render(3, "none") == ""


def test_levels_count_below_each_other() -> None:
    body = "".join(listed("甲", 1, depth) for depth in (0, 1, 1, 2, 3, 3, 1, 0, 1, 2))
    assert labels(body, numbering=GB) == [
        "一、",
        "（一）",
        "（二）",
        "1.",
        "（1）",
        "（2）",
        "（三）",
        "二、",
        "（一）",
        "1.",
    ]


DECIMALS = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") + level(2, "decimal", "%1.%2.%3")


def test_numbers_of_higher_levels_are_shown_and_set_off() -> None:
    body = "".join(listed("甲", 1, depth) for depth in (0, 1, 2, 2, 1, 0, 1))
    assert labels(body, numbering=lists(DECIMALS)) == ["1 ", "1.1 ", "1.1.1 ", "1.1.2 ", "1.2 ", "2 ", "2.1 "]


def test_a_level_that_has_not_begun_shows_its_first_number() -> None:
    assert labels(listed("甲", 1, 1) + listed("乙", 1, 1), numbering=lists(DECIMALS)) == ["1.1 ", "1.2 "]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", ["第一章 ", "第一条 ", "第二条 ", "第二章 ", "第一条 "]),
        ('<w:lvlRestart w:val="0"/>', ["第一章 ", "第一条 ", "第二条 ", "第二章 ", "第三条 "]),
        ('<w:lvlRestart w:val="1"/>', ["第一章 ", "第一条 ", "第二条 ", "第二章 ", "第一条 "]),
    ],
)
def test_articles_run_on_over_chapters_when_told_to(more: str, expected: list[str]) -> None:
    numbering = lists(
        level(0, "chineseCountingThousand", "第%1章") + level(1, "chineseCountingThousand", "第%2条", more=more)
    )
    assert labels("".join(listed("甲", 1, depth) for depth in (0, 1, 1, 0, 1)), numbering=numbering) == expected


def test_legal_numbers_are_decimal() -> None:
    numbering = lists(level(0, "chineseCounting", "%1、") + level(1, "decimal", "%1.%2", more="<w:isLgl/>"))
    assert labels(listed("甲", 1) + listed("乙", 1, 1), numbering=numbering) == ["一、", "1.1 "]


def test_lists_of_one_kind_share_their_count_until_one_begins_again() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    fifth = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = lists(level(0, "decimal", "%1."), overrides={2: (1, ""), 3: (1, again), 4: (1, fifth)})
    body = "".join(listed("甲", number) for number in (1, 2, 3, 3, 1, 4, 4, 3))
    assert labels(body, numbering=numbering) == ["1.", "2.", "1.", "2.", "3.", "5.", "6.", "7."]


def test_a_level_can_be_replaced() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1.")}</w:lvlOverride>'
    numbering = lists(level(0, "decimal", "%1."), overrides={2: (1, override)})
    assert labels(listed("甲", 2) + listed("乙", 2), numbering=numbering) == ["A.", "B."]


def test_a_start_is_counted_from() -> None:
    assert labels(listed("甲", 1) + listed("乙", 1), numbering=lists(level(0, "decimal", "%1.", start=3))) == [
        "3.",
        "4.",
    ]


def style(name: str, properties: str, based_on: str = "", kind: str = "paragraph") -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    head = f'w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>'
    return f"<w:style {head}{based}<w:pPr>{properties}</w:pPr></w:style>"


def styled(name: str, more: str = "") -> str:
    return paragraph("甲", f'<w:pStyle w:val="{name}"/>{more}')


def test_styles_number_their_paragraphs_and_those_of_styles_based_on_them() -> None:
    styles = (
        style("A", '<w:numPr><w:numId w:val="1"/></w:numPr>')
        + style("B", '<w:numPr><w:numId w:val="1"/></w:numPr>')
        + style("C", "", "B")
        + style("D", '<w:numPr><w:numId w:val="0"/></w:numPr>', "A")
    )
    numbering = lists(
        level(0, "chineseCounting", "%1、", more='<w:pStyle w:val="A"/>')
        + level(1, "chineseCounting", "（%2）", more='<w:pStyle w:val="B"/>')
    )
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = styled("A") + styled("B") + styled("C") + styled("D") + styled("A", none) + styled("A")
    assert labels(body, styles=styles, numbering=numbering) == ["一、", "（一）", "（二）", "", "", "二、"]


def test_a_list_style_leads_to_its_levels() -> None:
    styles = style("L", '<w:numPr><w:numId w:val="2"/></w:numPr>', kind="numbering")
    numbering = lists('<w:numStyleLink w:val="L"/>', f'<w:styleLink w:val="L"/>{level(0, "decimal", "%1.")}')
    assert labels(listed("甲", 1) + listed("乙", 2), styles=styles, numbering=numbering) == ["1.", "2."]


def test_a_format_for_newer_programs_has_one_for_older_ones() -> None:
    form = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="chineseCounting"/></mc:Fallback></mc:AlternateContent>'
    )
    numbering = lists(f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{form}<w:lvlText w:val="%1、"/></w:lvl>')
    assert labels(listed("甲", 1), numbering=numbering) == ["一、"]


def test_hidden_numbers_count_and_are_not_shown() -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    numbering = lists(level(0, "decimal", "%1.", more=hidden) + level(1, "decimal", "%1.%2"))
    assert labels(listed("甲", 1) + listed("乙", 1) + listed("丙", 1, 1), numbering=numbering) == ["", "", "2.1 "]


def test_bullets_are_no_numbers() -> None:
    source = word_source(word(listed("甲", 1), numbering=lists(level(0, "bullet", "●"))), "a.docx")
    assert [(one.label.text, one.bullet) for one in source.paragraphs] == [("", 1)]


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        lists(""),
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
        lists('<w:lvl w:ilvl="99"><w:lvlText w:val="%1"/></w:lvl>'),
        lists('<w:numStyleLink w:val="none"/>'),
    ],
)
def test_a_broken_list_gives_no_label(numbering: str) -> None:
    assert labels(listed("甲", 1) + listed("乙", 1, 8) + listed("丙", 9), numbering=numbering) == ["", "", ""]


def test_roman_numbers_are_read_as_they_are_typed_in_chinese() -> None:
    body = "".join(listed("甲", 1) for _ in range(4))
    assert labels(body, numbering=lists(level(0, "upperRoman", "%1."))) == ["Ⅰ.", "Ⅱ.", "Ⅲ.", "Ⅳ."]
