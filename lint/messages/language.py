"""The languages of the interface, and its texts in each."""

from typing import Literal

from lint.messages.words import Words

Language = Literal["zh", "en"]


def words_for(lang: Language) -> Words:
    """The interface texts of a language."""
    if lang == "en":
        from lint.messages.english import ENGLISH  # noqa: PLC0415 - a run speaks one language

        return ENGLISH
    from lint.messages.chinese import CHINESE  # noqa: PLC0415 - a run speaks one language

    return CHINESE
