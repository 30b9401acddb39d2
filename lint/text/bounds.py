"""How much is told of one rule in one draft, and how long that may take; a value, so that a caller may set others."""

import msgspec


class Bounds(msgspec.Struct, frozen=True, kw_only=True):
    """``findings`` of a rule in a draft (None: all), ``related`` places of a finding, code points of a ``message``.

    ``rule_seconds`` and ``draft_seconds`` are processor time for a rule on a draft and for all rules on it, for every
    ``stretch`` of code points that the draft has.
    """

    findings: int | None = 1_000
    related: int = 20
    message: int = 300
    rule_seconds: float = 2.0
    draft_seconds: float = 60.0
    stretch: int = 200_000

    @property
    def whole(self) -> "Bounds":
        """These bounds with every finding, for fixes and baselines."""
        return msgspec.structs.replace(self, findings=None)


BOUNDS = Bounds()
