"""A text that every match of a pattern holds, found without an engine: drafts without it need none."""

import re

_TOKEN = re.compile(
    r"""(?P<escape>\\[dDwWsSbBAZ]|\\[^0-9A-Za-z])
    | (?P<group>\((?:\?:|\?[=!>]|\?<[=!]|\?P?<\w+>|(?!\?)))
    | (?P<set>\[\^?\]?(?:\\.|[^\\\[\]])*\])
    | (?P<may_be_absent>\*|\?|\{\d*(?:,\d*)?\})
    | (?P<plain>[^\\()\[\]*?{}|.^$+])
    | (?P<other>[).^$+|])""",
    re.VERBOSE | re.DOTALL,
)


def required_literal(pattern: str) -> str:
    """The longest such text outside groups and sets; "" where there is none or the pattern is not plain.

    ``(?:实施|工作)方案$`` requires 方案; 甲|乙 requires nothing, nor does a pattern that sets flags.
    """
    runs = [""]
    depth = at = 0
    while at < len(pattern):
        token = _TOKEN.match(pattern, at)
        if token is None or (token[0] == "|" and depth == 0):
            return ""
        at = token.end()
        if token["plain"] and depth == 0:
            runs[-1] += token[0]
            continue
        if token["may_be_absent"]:
            runs[-1] = runs[-1][:-1]
        depth += bool(token["group"]) - (token[0] == ")")
        runs.append("")
    return max(runs, key=len)
