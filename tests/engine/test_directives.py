import pytest

from lint import lint_text
from lint.document.parser import parse
from lint.engine.spared.directives import Directive, directives
from lint.formats import read
from lint.text.source import Source


def found(text: str, name: str) -> list[Directive]:
    source = Source(name, text)
    return list(directives(source, parse(read(source))))


def shown(text: str, name: str = "稿.md") -> list[tuple[str, tuple[str, ...]]]:
    return [(one.verb.text, tuple(word.text for word in one.names)) for one in found(text, name)]


def scopes(text: str, name: str) -> list[str]:
    """The letters of a draft that its comments speak of, comments aside."""
    return [
        "".join(char for char in text[one.scope.start : one.scope.end] if char in "ABCDEFG")
        for one in found(text, name)
    ]


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("<!-- wengao-lint: ignore -->", ("ignore", ())),
        ("<!--wengao-lint:ignore-->", ("ignore", ())),
        ("<!--   wengao-lint:\tignore   numbering/gap   -->", ("ignore", ("numbering/gap",))),
        ("<!-- wengao-lint: ignore numbering/gap, punctuation -->", ("ignore", ("numbering/gap", "punctuation"))),
        ("<!-- wengao-lint: ignore numbering/gap，punctuation、a；b -->",
         ("ignore", ("numbering/gap", "punctuation", "a", "b"))),
        ("<!-- wengao-lint: ignore numbering/gap -- 领导要求, 保留 -->", ("ignore", ("numbering/gap",))),
        ("<!-- wengao-lint: ignore-file -- 征求意见稿 -->", ("ignore-file", ())),
        ("<!-- wengao-lint: ignore-next-line numbering -->", ("ignore-next-line", ("numbering",))),
        ("<!-- wengao-lint: ignore-section numbering\n     punctuation -->",
         ("ignore-section", ("numbering", "punctuation"))),
        ("<!-- wengao-lint: ignore-lines numbering -->", ("ignore-lines", ("numbering",))),
        ("<!-- wengao-lint: -->", ("", ())),
    ],
)  # fmt: skip
def test_comments_of_markdown(comment: str, expected: tuple[str, tuple[str, ...]]) -> None:
    assert shown(f"{comment}\n\n一、好。\n") == shown(f"一、好。 {comment}\n") == [expected]


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("# wengao-lint: ignore", ("ignore", ())),
        (
            "\u3000\u3000# wengao-lint: ignore numbering/gap，punctuation  ",
            ("ignore", ("numbering/gap", "punctuation")),
        ),
        ("# wengao-lint: ignore-section numbering -- 领导要求", ("ignore-section", ("numbering",))),
        ("# wengao-lint: ignore-file --", ("ignore-file", ())),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_comments_of_plain_text(comment: str, expected: tuple[str, tuple[str, ...]], newline: str) -> None:
    assert shown(f"一、好。{newline}{comment}{newline}二、好。", "稿.txt") == [expected]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("一、好。 # wengao-lint: ignore\n", "稿.txt"),
        ("<!-- wengao-lint: ignore -->\n一、好。\n", "稿.txt"),
        ("# wengao-lint: ignore\n\n一、好。\n", "稿.md"),
        ("`<!-- wengao-lint: ignore -->`\n", "稿.md"),
        ("```\n<!-- wengao-lint: ignore -->\n```\n", "稿.md"),
        ("<!-- ignore: wengao-lint: ignore -->\n", "稿.md"),
        ("# wengao-lint ignore\n", "稿.txt"),
    ],
)
def test_what_is_no_comment_to_the_linter(text: str, name: str) -> None:
    assert shown(text, name) == []


def test_words_know_their_places() -> None:
    text = "一、好。\n<!-- wengao-lint: ignore-next-line  numbering/gap，numbering -- 甲 -->\n三、好。\n"
    [directive] = found(text, "稿.md")
    for word in (directive.verb, *directive.names):
        assert text[word.span.start : word.span.end] == word.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A\n# wengao-lint: ignore\nB\nC\n", ["B"]),
        ("A\n\n# wengao-lint: ignore-next-line\n\n\n\u3000\u3000B\n\nC\n", ["B"]),
        ("A\n# wengao-lint: ignore a\n# wengao-lint: ignore b\nB\nC\n", ["B", "B"]),
        ("A\n# wengao-lint: ignore-file\nB\n", ["AB"]),
        ("A\nB\n# wengao-lint: ignore-file", ["AB"]),
        ("A\n# wengao-lint: ignore\n", [""]),
        ("A\n# wengao-lint: ignore-section", [""]),
        ("A\n# wengao-lint: ignore-lines\nB\n", [""]),
        ("一、A\n# wengao-lint: ignore-section\n二、B\n（一）C\n（二）D\n三、E\n", ["BCD"]),
        ("一、A\n二、B\n# wengao-lint: ignore-section\n（一）C\nD\n（二）E\n三、F\n", ["CD"]),
        ("一、A\n二、B\n（一）C\n# wengao-lint: ignore-section\nD\nE\n（二）F\n三、G\n", ["DE"]),
        ("# wengao-lint: ignore-section\nA\nB\n", ["AB"]),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_stretches_in_plain_text(text: str, newline: str, expected: list[str]) -> None:
    assert scopes(text.replace("\n", newline), "稿.txt") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A\n\n<!-- wengao-lint: ignore -->\n\nB\n\nC\n", ["B"]),
        ("A\n\n<!-- wengao-lint: ignore -->\nB\n\nC\n", ["B"]),
        ("A\n\nB <!-- wengao-lint: ignore -->\n\nC\n", ["B"]),
        ("A\n\nB <!-- wengao-lint: ignore-next-line -->\n\nC\n", ["C"]),
        ("- A\n- B <!-- wengao-lint: ignore -->\n- C\n", ["B"]),
        ("> A\n>\n> <!-- wengao-lint: ignore -->\n>\n> B\n\nC\n", ["B"]),
        ("> <!-- wengao-lint: ignore\n> -->\n>\n> A\n\nB\n", ["A"]),
        ("- <!-- wengao-lint: ignore -->\n\n  A\n- B\n", ["A"]),
        ("1. A\n\n   <!-- wengao-lint: ignore -->\n\n   B\n2. C\n", ["B"]),
        ("## A <!-- wengao-lint: ignore-section -->\n\nB\n\n### C\n\nD\n\n## E\n", ["ABCD"]),
        ("## A\n\n<!-- wengao-lint: ignore-section -->\n\n### B\n\nC\n\n### D\n\n## E\n", ["BC"]),
        ("## A\n\nB\n\n<!-- wengao-lint: ignore-section -->\n\nC\n\nD\n\n## E\n", ["CD"]),
        ("A <!-- wengao-lint: ignore -->\n<!-- wengao-lint: ignore-file -->\n\nB\n", ["A", "AB"]),
        ("<!-- wengao-lint: ignore a --> <!-- wengao-lint: ignore b -->\n\nA\n\nB\n", ["A", "A"]),
        ("<!--\nwengao-lint: ignore\n-->\n\nA\n\nB\n", ["A"]),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_stretches_in_markdown(text: str, newline: str, expected: list[str]) -> None:
    assert scopes(text.replace("\n", newline), "稿.md") == expected


LETTER = "东江县水利局\n关于报送材料的通知\n\n各单位：\n现将有关事项通知如下：\n一、时间；\n二、地点；\n三、方式；\n"


@pytest.mark.parametrize("line", range(1, 9))
def test_comment_changes_nothing_but_what_is_silenced(line: int) -> None:
    """Wherever it stands, also in a title or before the last item of a list."""
    lines = LETTER.splitlines(keepends=True)
    for name, comment in (("稿.txt", "# wengao-lint: ignore-next-line todo\n"), ("稿.md", "\n<!-- a note -->\n\n")):
        text = LETTER if name == "稿.txt" else LETTER.replace("\n", "\n\n")
        step = 1 if name == "稿.txt" else 2
        lines = text.splitlines(keepends=True)
        noted = "".join([*lines[: line * step], comment, *lines[line * step :]])
        wanted = [(each.rule, each.message) for each in lint_text(text, path=name)]
        assert wanted
        assert [
            (each.rule, each.message)
            for each in lint_text(noted, path=name)
            if not each.rule.startswith("suppressions/")
        ] == wanted


def test_comment_before_text_on_its_line_is_heard() -> None:
    """CommonMark takes the whole line for HTML; what stands behind the comment is masked as before."""
    text = "<!-- wengao-lint: ignore-file --> 附注\n\n一、甲。\n\n三、乙。\n"
    assert lint_text(text.replace("ignore-file", "heed"), path="稿.md", ignore=["suppressions"]) != []
    assert lint_text(text, path="稿.md") == []
