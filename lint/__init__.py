"""A rules-based linter for the structure of Chinese official documents."""

__version__ = "0.1.0"
