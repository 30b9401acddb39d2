"""A rules-based linter for the structure of Chinese official documents."""

TYPE_CHECKING = False  # as type checkers read it; typing is slow to import, and signals are not handled before __main__
if TYPE_CHECKING:
    from lint.api import lint_text

__version__ = "0.1.0"
__all__ = ["__version__", "lint_text"]


def __getattr__(name: str) -> object:
    """``lint_text``, imported when it is asked for: the command needs none of it to start."""
    if name == "lint_text":
        from lint.api import lint_text  # noqa: PLC0415 - see above

        return lint_text
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
