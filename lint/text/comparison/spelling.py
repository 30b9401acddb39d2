"""The nearest right spelling, looked for a few times only: each time every name that is right is compared."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

MOST_LOOKS = 20
"""How many mistakes of one file or run are answered; whoever made more has made one of them many times."""


class Few(Generic[T]):
    """A function that looks for a spelling; it answers the first few times, and says ``nothing`` from then on."""

    def __init__(self, look: Callable[..., T], nothing: T) -> None:
        self._look = look
        self._nothing = nothing
        self._left = MOST_LOOKS

    def __call__(self, *arguments: object) -> T:
        """What the function says, or nothing."""
        self._left -= 1
        return self._look(*arguments) if self._left >= 0 else self._nothing
