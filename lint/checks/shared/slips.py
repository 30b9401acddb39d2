"""How far a number may be off what it counts to be a slip of the pen."""

_FEW = 2
_SHARE = 4  # of the number: a quarter of it


def may_be_slip(number: int, counted: int) -> bool:
    """Whether a number is near a count; what is off by more than two and a quarter of it counts something else."""
    return abs(number - counted) <= max(_FEW, number // _SHARE)
