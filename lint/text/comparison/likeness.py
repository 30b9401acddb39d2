"""How far two short texts are the same: from both ends, or in a run of characters."""


def common_ends(one: str, other: str) -> tuple[int, int]:
    """The number of characters (code points) that two texts begin and end with alike; no character counts twice."""
    shorter = min(len(one), len(other))
    head = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if one[-1 - at] != other[-1 - at]), rest)
    return head, tail


def share_run(one: str, other: str, length: int) -> bool:
    """Whether two texts have so many characters (code points) in a row in common."""
    return any(one[at : at + length] in other for at in range(len(one) - length + 1))
