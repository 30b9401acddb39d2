"""The language that a browser prefers, of the two that there are."""

from lint.messages.language import Language


def preferred(accepted: str) -> Language:
    """The language for an ``Accept-Language``: English where it is wanted more than Chinese, else Chinese."""
    weights: dict[str, float] = {}
    for part in accepted.split(","):
        tag, *parameters = (piece.strip() for piece in part.split(";"))
        weight = next((_weight(each[2:]) for each in parameters if each.startswith("q=")), 1.0)
        primary = tag.lower().partition("-")[0]
        weights[primary] = max(weights.get(primary, 0.0), weight)
    return "en" if weights.get("en", 0.0) > weights.get("zh", 0.0) else "zh"


def _weight(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
