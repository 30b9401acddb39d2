"""What a message calls a run of markers, so that a reader knows of which level it speaks."""

from lint.messages.language import Language

_BELOW: dict[Language, str] = {"zh": "“{holder}”下的", "en": "below {holder}, "}
_AFTER: dict[Language, str] = {"zh": "“{holder}”之后的", "en": "after {holder}, "}
_FIRST: dict[Language, str] = {"zh": "“{first}…”", "en": "{first}… "}


def run_name(lang: Language, holder: str, first: str, *, after: bool = False) -> str:
    """The run that begins with a marker below a holder, or after one; of either may be nothing said.

    The name stands at the beginning of a message, and the word that follows joins it as it is.
    """
    named = (_AFTER if after else _BELOW)[lang].format(holder=holder) if holder else ""
    return named + (_FIRST[lang].format(first=first) if first else "")
