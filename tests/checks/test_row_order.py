import pytest

from lint.checks.numbering.row_order import RowOrder
from tests.checks.marking import hits

CHECK = RowOrder(heads=("序号",))


def expected(numbers: str, head: str = "序号\t任务\t进度") -> list[str]:
    """The numbers that the check wants, for a table with a row for each number that is written."""
    rows = [f"{number}\t任务{place}\t办结" for place, number in enumerate(numbers.split(","))]
    return [hit.values["expected"] for hit in hits(CHECK, "\n".join(("重点任务", head, *rows)) + "\n")]


@pytest.mark.parametrize(
    ("numbers", "wanted"),
    [
        ("1,2,4", "1、2、3"),
        ("1,2,2,3", "1、2、3、4"),
        ("1,2,4,3", "1、2、3、4"),
        ("1,2,3,1,2,4", "1、2、3"),
        ("1,2,合计,4", "1、2、3"),
        ("1.,2.,4.", "1、2、3"),
        ("一,二,四", "一、二、三"),
        ("1,2,3,4,5,6,7,8,9,10,12,13,14", "…、8、9、10、11、12、13"),
    ],
)
def test_row_that_went_or_was_copied(numbers: str, wanted: str) -> None:
    assert expected(numbers) == [wanted]


@pytest.mark.parametrize(
    "numbers",
    [
        "1,2,3",
        "1,2,1,2",
        "1,3",  # two rows are no run
        "1,1,2,2,3,3",  # two rows for each
        "1,2,2,2,3",
        "2,5,9",  # an excerpt
        "7,8,9",  # the rest of a table
        "1,2,3,20",
        "3,1,2",  # sorted by something else
        "4,3,2,1",
        "十十一,1,99999999999,2",
        "甲,乙,丁",
    ],
)
def test_numbers_that_are_meant(numbers: str) -> None:
    assert expected(numbers) == []


def test_column_of_another_name_is_not_read() -> None:
    assert expected("1,2,4", head="编号\t任务\t进度") == []
    assert expected("1,2,4", head="序　号\t任务\t进度") == ["1、2、3"]
