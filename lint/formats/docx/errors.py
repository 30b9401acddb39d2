"""Why a file is no Word draft that can be read; the words for it are ``lint.messages.words``."""

from typing import Literal

from lint.text.source import DecodeError

Reason = Literal[
    "doc",
    "wps",
    "pdf",
    "ofd",
    "rtf",
    "encrypted",
    "damaged",
    "too_large",
    "doubled",
    "entities",
    "strict",
    "embedded",
    "not_word",
    "extra",
]


class WordError(DecodeError):
    """A file that is not read as a Word draft, why, and what more is known of it."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason: Reason = reason
        self.detail = detail

    def __str__(self) -> str:
        """Reason and detail on one line."""
        return f"{self.reason}: {self.detail}" if self.detail else self.reason
