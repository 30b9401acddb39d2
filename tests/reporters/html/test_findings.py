from lint.reporters.html.findings import EditView, FindingView, FixView, PlaceView, Quote, entries
from lint.rulebook.finding import Finding, Fix, Related
from lint.text.edit import Edit
from lint.text.source import Source, Span


def test_finding_as_it_is_listed() -> None:
    source = Source("稿.txt", "甲\n一是学习不深。三是作风不实。\n二是能力不足。\n")
    finding = Finding(
        "稿.txt",
        "numbering/out-of-order",
        "error",
        "乱序",
        Span(9, 11),
        "GB/T 9704-2012 7.3.3",
        Fix(False, (Edit(Span(9, 10), "二"), Edit(Span(17, 18), "三"))),
        (Related(Span(17, 19), "这里应为“三”"),),
    )
    assert list(entries([finding], source)) == [
        FindingView(
            "numbering/out-of-order",
            "error",
            "乱序",
            2,
            8,
            "GB/T 9704-2012 7.3.3",
            Quote("一是学习不深。", "三是", "作风不实。"),
            FixView(
                False,
                (EditView("学习不深。", "三", "二", "是作风不实"), EditView("", "二", "三", "是能力不足")),
                0,
            ),
            (PlaceView(3, 1, "这里应为“三”"),),
        )
    ]


def test_fix_of_many_changes_shows_the_first() -> None:
    edits = tuple(Edit(Span(place, place + 1), "乙") for place in range(12))
    finding = Finding("稿.txt", "a/b", "info", "", Span(0, 1), "", Fix(True, edits))
    [entry] = entries([finding], Source("稿.txt", "甲" * 12))
    assert entry.fix
    assert (len(entry.fix.changes), entry.fix.more) == (8, 4)
