"""The shapes of markers, as patterns on the shape of a text: one byte a character, so that they compile fast."""

import re

from lint.document.families import STEP_WORDS, VERBS
from lint.text.patterns.lazy import lazy
from lint.text.patterns.shapes import ENCLOSED, LETTER, Alphabet
from lint.text.patterns.shapes import ROMAN as ROMAN_SIGN

_N = "[一二三四五六七八九十百千零〇]"
_D = "[0-9]"  # of both widths: a shape has those of one
_NOT_A_NOUN = "(?![素务件点义害领旨职员塞目闻诀])"  # 六要素, 第一要务, 三要件 …
_NOT_A_GROUP = f"(?!{_N}(?:、|[线类级等期产审流把手批次档者号]))"  # 一、二线城市; 一、三产业
_B = r"[ \u3000]?"


_TITLED = f"{LETTER}|{ROMAN_SIGN}|[“《]"  # how a heading may begin: 4.3.1　Ⅳ级响应
_UNIT = "[项款条目](?!目|件|例|标|录|的|前|项)|班(?!子)"  # （一）项; （3）班
_OTHER = f"[、，,和及或至]?第?[（(][{_N[1:-1]}0-9]+[）)]"  # （一）、（二）项


def _in_brackets(group: str, numeral: str, *, head: bool) -> str:
    """A numeral in brackets, with the mark after it; inside a paragraph not （一）（二）项 or （3）班."""
    cited = "" if head else rf"(?!{_UNIT}|(?![（(](?P={group})[）)]){_OTHER})"
    return rf"[（(]{_B}(?P<{group}>{numeral}){_B}[）)](?P<{group}_mark>[、，,．.]?){cited}"


# Shapes that stand alike at the head of a paragraph and after a pause inside it. In every alternative the
# group without a suffix holds the numeral, and the last group that can match is ``…_mark``. What looks like a word
# (（一）班, 一、二线) is none inside a paragraph, and doubtful at its head.
def _anywhere(*, head: bool) -> str:
    group = "" if head else _NOT_A_GROUP
    return rf"""
    (?P<counter>{_N}+)(?P<counter_kind>是(?!(?P=counter)[，。；、])|要{_NOT_A_NOUN}|[{VERBS}](?![{_N[1:-1]}两]))(?P<counter_mark>[，,、：:]?)
    |第(?P<nth>{_N}+)(?P<nth_mark>[，,、])(?!第|{_D}|{_N}+(?:[、，,和及至]|产业)|(?<=、){_N})
    |其(?P<among>{_N}+)(?P<among_mark>[，,、]|是)
    |(?P<order>首先|其次|再次|最后|{"|".join(STEP_WORDS)})(?P<order_mark>[，,、]?)
    |(?P<side>另?一方面)(?P<side_mark>[，,]?)
    |{_in_brackets("han_paren", f"{_N}+", head=head)}
    |{_in_brackets("digit_paren", f"{_D}{{1,3}}", head=head)}
    |(?P<digit_half_paren>{_D}{{1,2}})(?P<digit_half_paren_mark>[）)])
    |(?P<han_half_paren>{_N}{{1,3}})(?P<han_half_paren_mark>[）)])
    |(?P<han>{_N}+)(?P<han_mark>[、，,．.]){group}
"""


_HEAD = rf"""[“‘"]?(?:
    第(?P<law>{_N}+|{_D}{{1,4}})(?P<unit>分编|部分|[编章节条])(?:之(?P<sub>{_N}+))?(?P<law_mark>(?=[\s：:])|\Z)?
    |(?P<dotted>{_D}{{1,2}}(?:[.．]{_D}{{1,2}}){{1,3}})(?P<dotted_mark>[.．、]?)(?P<dotted_space>\s+)?(?={_TITLED})
    |(?P<digit>{_D}{{1,3}})(?P<digit_mark>[.．、])
    |(?P<bare>{_D}{{1,2}})(?P<bare_mark>)(?=[ \u3000]+{_TITLED})
    |(?P<roman>{ROMAN_SIGN})(?P<roman_mark>[.．、])
    |(?P<latin>[a-zA-Z])(?P<latin_mark>[.．、)）])(?=\s*{LETTER})
    |(?P<enclosed>{ENCLOSED})(?P<enclosed_mark>[、，,．.]?)
    |(?P<dash>—{{1,2}})(?P<dash_mark>)(?=[^—])
    |(?P<unmarked>{_N}{{1,3}})(?P<unmarked_mark>[ \u3000])(?={LETTER}{{2}})
    |{_anywhere(head=True)})"""
# Begins with a set, which is found fast, and looks what comes next before it tries the shapes one by one.
_BEGINNINGS = f"{_N[1:-1]}{_D[1:-1]}第其首再最接紧随继然另（(a-zA-Z"
_NO_RATIO = rf"(?<!{_D}[:：](?={_D}))"  # （比例为2:1）
_INLINE = rf"""[。；：！？;:!?、，,“‘】]{_NO_RATIO}["“‘”’）)]?[ \u3000]*(?=[{_BEGINNINGS}])(?:
    (?P<digit>{_D}{{1,2}})(?P<digit_mark>[.．、])(?=\s*[^\s\d.．、])
    |(?P<latin>[a-zA-Z])(?P<latin_mark>[.．、)）])(?=\s*{LETTER})
    |{_anywhere(head=False)})"""
_NO_PAUSE = f"{_N[1:-1]}唯之统逐单专划第其每万不同期周初这那此某另任如"  # 唯一是, 周一要
LED_IN = lazy(
    rf"(?<=[^\W\d_])(?<![{_NO_PAUSE}])(?P<counter>一)(?P<counter_kind>[是要{VERBS}])(?P<counter_mark>)"
    "(?!一|求(?![真实新稳变]))"
)  # the first of a list that its sentence names without a stop: 最重要的原因一是…, 各单位一要…
_INLINE_ENCLOSED = rf"(?P<enclosed>{ENCLOSED})(?P<enclosed_mark>)(?<![图表注见式第\n].)(?![。；，）)\n])"
SIGNS = Alphabet(_HEAD + _INLINE + _INLINE_ENCLOSED)
HEAD_SHAPE, INLINE_SHAPE = (lazy(SIGNS.pattern(each), re.VERBOSE) for each in (_HEAD, _INLINE))
ENCLOSED_SHAPE = lazy(SIGNS.pattern(_INLINE_ENCLOSED))
GROUP = lazy(rf"(?P<first>{_N})(?:、|[线类级等期产审流把手批次档者号])")  # what _NOT_A_GROUP excludes
UNIT_AFTER = lazy(_UNIT)
OTHER_AFTER = lazy(_OTHER)
