"""Findings in words: one line, of bounded length, with as many related places as are told."""

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.engine.findings import abridged, worded
from lint.engine.linter import examine, lint
from lint.formats.blocks import MASK
from lint.messages.language import Language
from lint.rulebook.finding import Related
from lint.rulebook.rulebook import Rulebook, builtin_folder, load_rulebook
from lint.text.bounds import Bounds
from lint.text.edit import Edit
from lint.text.source import Source, Span
from tests.fakes import UNFILLED

RUN = "序号依次为“{found}”，应为“{expected}”"
LONG = "、".join(map(str, range(1, 200)))


@pytest.mark.parametrize(
    ("template", "values", "message"),
    [
        (RUN, {"found": "一、三", "expected": "一、二"}, "序号依次为“一、三”，应为“一、二”"),
        (
            RUN,
            {"found": LONG, "expected": "一、二"},
            "序号依次为“1、2、3、4、5、6、7、8、9、10、11、12、…、197、198、199”，应为“一、二”",
        ),
        (
            RUN,
            {"found": LONG, "expected": LONG, "marker": LONG},
            "序号依次为“1、2、3、4、5、6、7、…、198、199”，应为“1、2、3、4、5、6、7、…、198、199”",
        ),
        ("“{found}”未填", {"found": "甲" * 90}, f"“{'甲' * 37}…{'甲' * 18}”未填"),
        ("{found}{found}{found}{found}", {"found": "甲" * 19}, f"{'甲' * 59}…"),
        ("“{found}”\n未填", {"found": "甲\r\n\u2028乙"}, "“甲 乙” 未填"),
    ],
)  # fmt: skip
def test_a_message_is_one_line_and_no_longer_than_its_bound(
    template: str, values: dict[str, str], message: str
) -> None:
    assert worded(template, values, 60) == message


@given(
    values=st.dictionaries(st.sampled_from(["found", "expected"]), st.text(max_size=300), min_size=2),
    most=st.integers(60, 200),
)
def test_any_values_make_one_line_of_bounded_length(values: dict[str, str], most: int) -> None:
    message = worded(RUN, values, most)
    assert len(message) <= most
    assert len(message.splitlines()) == 1
    whole = worded(RUN, values, 1_000)
    assert message == whole or (len(whole) > most and "…" in message)


@given(value=st.text(max_size=200), most=st.integers(20, 100))
def test_a_value_keeps_its_beginning_and_its_end(value: str, most: int) -> None:
    short = abridged(value, most)
    assert len(short) <= most
    if short != value:
        assert len(value) > most
        cut = next(place for place, char in enumerate(short) if char == "…" and value.endswith(short[place + 1 :]))
        assert value.startswith(short[:cut])


PLACES = [Related(Span(at, at + 2), "又见“XX”") for at in range(3, 12, 3)]


@pytest.mark.parametrize(
    ("most", "lang", "places"),
    [
        (3, "zh", PLACES),
        (2, "zh", [PLACES[0], Related(Span(6, 8), "又见“XX”（另有 1 处）")]),
        (1, "zh", [Related(Span(3, 5), "又见“XX”（另有 2 处）")]),
        (1, "en", [Related(Span(3, 5), "XX again (and 2 more)")]),
        (0, "zh", []),
    ],
)
def test_the_last_of_the_related_places_says_how_many_more_there_are(
    most: int, lang: Language, places: list[Related]
) -> None:
    source = Source("稿.txt", "XX、XX、XX、XX。")
    [found] = examine(source, Rulebook((UNFILLED,)), lang=lang, bounds=Bounds(related=most)).findings
    assert found.related == tuple(places)


class Renumber(Check, frozen=True):
    """The third item made the second, without a related place."""

    def run(self, document: Document) -> Iterator[Hit]:
        place = document.items[-1].marker.numeral
        yield Hit(place, {"found": document.slice(place)}, edits=(Edit(place, "二"),))


def test_references_to_what_is_renumbered_are_counted_too() -> None:
    text = "一、甲。按第三项办。第三项要紧。见第三项。\n三、乙。\n"
    rule = msgspec.structs.replace(UNFILLED, made=Renumber())
    whole = examine(Source("稿.txt", text), Rulebook((rule,)), bounds=Bounds()).findings[0].related
    assert len(whole) == 3
    [found] = examine(Source("稿.txt", text), Rulebook((rule,)), bounds=Bounds(related=2)).findings
    last = msgspec.structs.replace(whole[1], message=f"{whole[1].message}（另有 1 处）")
    assert found.related == (whole[0], last)


TABLE = "单位\t人数\t金额\n甲局\t1\t2\n乙局\t3\t4\n"
ENDINGS = {
    "a table": TABLE,
    "two tables": f"{TABLE}\n{TABLE}",
    "wide blanks": "单位　　人数　　金额\n甲局　　1　　2\n",
}


@pytest.mark.parametrize("ending", ENDINGS.values(), ids=ENDINGS)
@pytest.mark.parametrize("title", ["关于拨付经费的请示", "关于开展检查的通知", "关于商请协助的函"])
def test_messages_quote_words_and_no_mask(title: str, ending: str) -> None:
    draft = f"{title}\n\n市政府：\n现将有关情况报告如下，请审阅。\n{ending}"
    messages = [finding.message for finding in lint(Source("a.txt", draft), load_rulebook([builtin_folder()]))]
    assert "“现将有关情况报告如下，请审阅。”之后没有成文日期" in messages
    assert [message for message in messages if "…" in message or MASK in message] == []


def test_a_stretch_of_masks_is_one_ellipsis() -> None:
    assert worded("“{found}”", {"found": f"见{MASK}{MASK}\n{MASK} {MASK}。"}, 300) == "“见…。”"


def test_the_finding_itself_is_no_related_place() -> None:
    class Twice(Check, frozen=True):
        """A check that names its own place among the others."""

        def run(self, document: Document) -> Iterator[Hit]:
            yield Hit(
                Span(0, 1), {"found": "甲"}, (Place(Span(0, 1), {"again": "甲"}), Place(Span(1, 2), {"again": "乙"}))
            )

    rule = msgspec.structs.replace(UNFILLED, made=Twice(), fix="none")
    (finding,) = lint(Source("a.txt", "甲乙"), Rulebook((rule,)))
    assert finding.related == (Related(Span(1, 2), "又见“乙”"),)
