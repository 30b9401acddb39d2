from lint.reporters.base import Style
from tests.reporters.written import result, written


def test_line_carets_related_places_and_source() -> None:
    assert (
        written("full", result("好。\n" * 8 + "一\tXX来，，\n　　再看XX。\n"))
        == """\
稿.txt:9:3: error: “XX”未填 [placeholders/unfilled]
  9 | 一    XX来，，
    |       ^^
  相关：第 10 行第 5 列：又见“XX”
 10 | 　　再看XX。
    |         --
  依据：GB/T 9704-2012 7.3.3

稿.txt:9:6: warning: “，，”重复 [punctuation/doubled]
 9 | 一    XX来，，
   |           ^^^^
  依据：practice

"""
    )


def test_related_place_without_words_in_english() -> None:
    assert (
        written("full", result("，，\n，，\n"), style=Style(lang="en", unit="byte"))
        == """\
稿.txt:1:1: warning: “，，”重复 [punctuation/doubled]
 1 | ，，
   | ^^^^
  related: line 2, column 1
 2 | ，，
   | ----
  source: practice

"""
    )


def test_long_paragraph_is_cut_around_the_place() -> None:
    line = "认真学习贯彻有关精神，" * 30 + "XX单位" + "，切实抓好各项工作落实" * 30
    assert (
        written("full", result(line))
        == """\
稿.txt:1:331: error: “XX”未填 [placeholders/unfilled]
 1 | …认真学习贯彻有关精神，XX单位，切实抓好各项工作落实，切实抓好各项工作落实…
   |                        ^^
  依据：GB/T 9704-2012 7.3.3

"""
    )


def test_colours() -> None:
    assert written("full", result("XX"), style=Style(color=True)) == (
        "\x1b[1m稿.txt:1:1:\x1b[0m \x1b[1;31merror:\x1b[0m “XX”未填 \x1b[2m[placeholders/unfilled]\x1b[0m\n"
        "\x1b[2m 1 |\x1b[0m XX\n"
        "\x1b[2m   |\x1b[0m \x1b[1;31m^^\x1b[0m\n"
        "  \x1b[2m依据：GB/T 9704-2012 7.3.3\x1b[0m\n"
        "\n"
    )
