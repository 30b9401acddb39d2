"""Why a pattern, a replacement or braces are wrong, in Chinese beside the English of regex and of Python.

A reason that is unknown here, such as one of a later version, stays in English.
"""

import re

from lint.messages.rule_mistakes import Said
from lint.text.patterns.bounded import TOO_DEEP
from lint.text.patterns.lazy import lazy

_DEEP = Said("嵌套过深", TOO_DEEP)
_PLACE = lazy(r" at position (\d+)(?: \(line \d+, column \d+\))?\Z")
_KNOWN = tuple(
    (lazy(pattern, re.DOTALL), words)
    for pattern, words in (
        (r"missing (\W)", "缺少“{0}”"),
        (r"expected }", "缺少“}}”"),
        (r"unbalanced parenthesis", "括号不配对"),
        (r"unterminated character set", "方括号没有配对"),
        (r"expected character set", "应为方括号里的字"),
        (r"bad character range", "方括号里的范围前后颠倒"),
        (r"nothing (?:to repeat|for fuzzy constraint)", "“*”“+”“?”“{{”前面没有可重复的内容"),
        (r"multiple repeat", "重复的符号连用"),
        (r"min repeat greater than max repeat", "重复次数前大后小"),
        (r"repeat count too big", "重复次数过大"),
        (r"missing group name", "缺少组名"),
        (r"bad character in group name", "组名中有不能用的字"),
        (r"unknown group|no such group|(?:invalid|ambiguous) group reference", "没有所引用的组"),
        (r"(?:missing|invalid) relative group number", "没有所引用的组"),
        (r"cannot refer to an open group|group reference not allowed", "不能引用这个组"),
        (r"expected lookaround conditional", "“(?(”之后应为组或前后条件"),
        (r"bad escape \(end of pattern\)", "末尾的“\\”后面没有内容"),
        (r"bad (?:hex )?escape (\\.*)", "没有“{0}”这种写法"),
        (r"incomplete escape (\\.*)", "“{0}”没有写完整"),
        (r"undefined character name", "没有这个名称的字符"),
        (r"unknown property(?: value)?", "没有这种字符类别"),
        (r"unknown (?:extension|verb)", "“(?”或“(*”之后的写法不对"),
        (r"(?:undefined|missing) named list.*", "没有这个词表"),
        (r"bad inline flags: .*|.* flags are mutually incompatible", "标志不能这样用"),
        (r"bad fuzzy cost limit|repeated fuzzy cost|more than one cost equation", "近似匹配的条件不对"),
        (r"expected '\}' before end of string", "“{{”没有配对"),
        (r"Single '(.)' encountered in format string", "“{0}”没有配对；如是文字，请写两遍"),
        (r"un(?:matched|expected) '\{' in (?:format spec|field name)", "“{{”没有配对"),
        (r"end of string while looking for conversion specifier", "“{{”没有配对"),
        (r"expected ':' after conversion specifier", "花括号里只能写名称"),
    )
)


def reason(english: str) -> Said:
    """What a package says of a mistake, in English as it is, and in Chinese with the English after it."""
    if english == TOO_DEEP:
        return _DEEP
    place = _PLACE.search(english)
    stem = english[: place.start()] if place else english
    for pattern, words in _KNOWN:
        match = pattern.fullmatch(stem)
        if match:
            where = f"第 {int(place[1]) + 1} 个字符处，" if place else ""
            return Said(f"{where}{words.format(*match.groups())}（{english}）", english)
    return Said(english, english)
