"""The hit at a section that comes too early, for the checks of fixed and of usual orders."""

from lint.analysis.sectioning.sections import Headed
from lint.checks.base import Hit, Place
from lint.document.genre import Genre


def too_early(early: Headed, after: Headed, genre: Genre) -> Hit:
    """The hit at a heading, related to the one that it belongs after."""
    usual = "、".join(section.name for section in genre.sections)
    return Hit(early.span, {"heading": early.text, "after": after.text, "usual": usual}, (Place(after.span),))
