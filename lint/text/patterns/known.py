"""What patterns need, as it was read when the rules were loaded: no later run has to read it from them again."""

import msgspec

from lint.text.patterns.literals import Alternative, Need


class KnownNeeds(msgspec.Struct, frozen=True):
    """What each match of a pattern holds, and what the alternatives of a pattern are, by the pattern."""

    needs: dict[str, tuple[Need, ...]] = {}
    alternatives: dict[str, tuple[Alternative, ...]] = {}

    def learn(self, other: "KnownNeeds") -> None:
        """Take over what another one knows."""
        self.needs.update(other.needs)
        self.alternatives.update(other.alternatives)


KNOWN = KnownNeeds()
"""What is known in this process."""
