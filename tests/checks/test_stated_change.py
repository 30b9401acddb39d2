"""Changes against the figures before and after, whatever these are."""

from decimal import Decimal

from hypothesis import assume, example, given
from hypothesis import strategies as st

from lint.checks.correspondence.figures.stated_change import StatedChange
from tests.checks.marking import hits

numbers = st.integers(1, 9999)


@given(numbers, numbers, st.integers(-3, 3))
def test_differences(before: int, after: int, off: int) -> None:
    """A difference is told where it is not that of the two figures, with the right one."""
    assume(before != after and abs(after - before) + off >= 0)
    verb = "增" if after > before else "减"
    text = f"工作总结\n全年发文由{before}件{verb}至{after}件，{verb}少{abs(after - before) + off}件。".replace(
        "增少", "增加"
    )
    expected = [
        {
            "text": f"{'增加' if verb == '增' else '减少'}{abs(after - before) + off}件",
            "expected": str(abs(after - before)),
        }
    ]
    assert [hit.values for hit in hits(StatedChange(), text)] == (expected if off else [])


@given(st.integers(20, 9999), st.integers(20, 9999), st.integers(0, 2))
def test_shares_however_rounded(before: int, after: int, decimals: int) -> None:
    """A share that is rounded or cut off is never told."""
    assume(before < after)
    share = 100 * (after - before) / before
    text = f"工作总结\n全年发文由{before}件增加到{after}件，增长{share:.{decimals}f}%。"
    assert hits(StatedChange(), text) == []


@example(Decimal("1.00"), Decimal("1.01"))
@given(st.decimals(1, 900, places=2), st.decimals(1, 900, places=2))
@example(Decimal("655.35"), Decimal("655.36"))
def test_differences_of_rounded_figures(before: Decimal, after: Decimal) -> None:
    """What rounding explains is never told."""
    assume(before != after)
    first, second = float(before), float(after)
    verb = "增加" if second > first else "减少"
    text = f"工作总结\n投资由{first:.1f}亿元{verb}到{second:.1f}亿元，{verb}{abs(second - first):.1f}亿元。"
    assert hits(StatedChange(), text) == []


@given(st.integers(1, 9999), st.integers(1, 9999), st.integers(0, 2))
def test_shares_of_what_a_figure_was_before(before: int, by: int, decimals: int) -> None:
    text = f"工作总结\n受理信访{before + by}件，比上年增加{by}件，增长{100 * by / before:.{decimals}f}%。"
    assert hits(StatedChange(), text) == []
    text = f"工作总结\n受理信访{before}件，较上年减少{by}件，降幅{100 * by / (before + by):.{decimals}f}%。"
    assert hits(StatedChange(), text) == []


@given(st.integers(10, 9999), st.integers(1, 9999))
def test_shares_of_the_later_figure_are_told(before: int, by: int) -> None:
    wrong, right = f"{100 * by / (before + by):.2f}", 100 * by / before
    assume(right - float(wrong) > 0.1)
    [hit] = hits(StatedChange(), f"工作总结\n受理信访{before + by}件，比上年增加{by}件，增长{wrong}%。")
    assert hit.values["text"] == f"增长{wrong}%"
    assert abs(float(hit.values["expected"]) - right) < 0.01


def test_a_share_of_one_of_two_figures_is_spared() -> None:
    assert hits(StatedChange(), "工作总结\n受理286件、办结250件，比上年增加26件，增长20%。") == []
