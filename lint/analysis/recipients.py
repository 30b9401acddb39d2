"""The recipients (主送机关) of a text, name by name."""

from lint.text.lazy import lazy

_BRACKETS = lazy(r"[（(][^（）()]*[）)]")
_JOINT = lazy("[、，,；]|(?<=[政府委局厅])(?:和|并|及)")


def names_of(line: str) -> list[str]:
    """The recipients that a line names, without what stands in brackets."""
    plain = _BRACKETS.sub("", line).strip().rstrip("：:")
    return [name.strip() for name in _JOINT.split(plain) if name.strip()]
