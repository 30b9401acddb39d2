from lint.reporters.html.sweep import Boundary, Sweep
from lint.text.source import Span


def finding(start: int, end: int, value: int) -> Boundary:
    return Boundary(Span(start, end), "finding", value)


def test_marks_that_overlap() -> None:
    one, other = finding(1, 4, 0), finding(2, 6, 1)
    sweep = Sweep([other, one])
    assert sweep.cuts(0, 8) == [1, 2, 4, 6]
    held = []
    for offset in (0, 1, 2, 4, 6):
        assert sweep.reach(offset) == []
        held.append(list(sweep.active()))
    assert held == [[], [one], [one, other], [other], []]
    assert sweep.rest() == []


def test_marks_without_text_are_told_once_passed() -> None:
    point, hidden, last = finding(2, 2, 0), finding(3, 5, 1), finding(9, 9, 2)
    sweep = Sweep([point, hidden, last])
    assert sweep.reach(2) == [point]
    assert sweep.reach(5) == [hidden]
    assert sweep.rest() == [last]
    assert sweep.rest() == []
