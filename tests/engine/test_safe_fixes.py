"""What a safe fix never does, whatever a draft holds: marks lose no partner, sentences keep their ends."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lint.engine.fixing.fixes import fix
from lint.engine.linter import lint
from lint.rulebook.finding import Finding
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.source import Source

RULEBOOK = load_rulebook([builtin_folder()])
SEEDS = Path(__file__).parent.parent.parent / "seeds"

_NEWLINE = re.compile(r"\r\n|\r|\n")
_OPENING = dict(zip("“‘（《〈〔【", "”’）》〉〕】", strict=True))
_WIDE = str.maketrans("()＂", '（）"')
_END = re.compile(r"…+(?=等)|(?<=等)…+(?=\s*[，。；：、！？）])|([。！？!?…]+)")


def rules(draft: Source) -> list[Finding]:
    return lint(draft, RULEBOOK)


def unpaired(line: str) -> int:
    """The marks of a line without their other half; half-width brackets are as good as full-width ones."""
    opened: list[str] = []
    lonely = 0
    for char in line.translate(_WIDE):
        if char in _OPENING:
            opened.append(_OPENING[char])
        elif char in _OPENING.values():
            if char in opened:
                while opened.pop() != char:
                    lonely += 1
            else:
                lonely += 1
    return lonely + len(opened) + line.translate(_WIDE).count('"') % 2


def ends(text: str) -> Counter[int]:
    """How many sentences end in each line; 。。 is one end, and …… beside 等 says the same once more."""
    found = (match for match in _END.finditer(text) if match[1] is not None)
    return Counter(len(_NEWLINE.findall(text, 0, match.start())) for match in found)


def errors(draft: Source) -> Counter[str]:
    return Counter(one.rule for one in rules(draft) if one.severity == "error")


def damage(name: str, text: str) -> list[str]:
    """What the safe fixes of a draft break."""
    source = Source(name, text)
    fixed = fix(source, rules).source
    lines = list(zip(_NEWLINE.split(text), _NEWLINE.split(fixed.text), strict=True))
    broken = [f"unpaired: {old} → {new}" for old, new in lines if unpaired(new) > unpaired(old)]
    broken += [f"end lost: {old} → {new}" for old, new in (lines[line] for line in ends(text) - ends(fixed.text))]
    broken += [f"new error: {rule}" for rule in errors(fixed) - errors(source)] if fixed.text != text else []
    again = fix(fixed, rules).source.text
    return broken + ([f"not settled: {fixed.text} → {again}"] if again != fixed.text else [])


_WORDS = """
一、 二、 三， 四. （一） (二) （三）、 1. 2、 3． 5公里 （1） (2) 1) ① ③、 第一条 一是 二是， 三要、 首先，
学习 落实 大模型 四风 关键少数 布局 架构 督查考核 各县（区） 江北县人民政府 市教育局、市民政局 方面 单位 和 等 的
AI OA .NET the f(x) a=1 中文" "AI" "大模型" ”四风“ “四风” ‘甲’ it's ’24年 27" "四风，
， , 。 。。 ，， ；； ； ： : 、等 、等单位 等…… ……等。 …… ... ... ！ ! ? ？ ?! ： " " " ＂ “ ”
‘ ’ 《 》 〈 （ ） ( ) 〔 〕 [ ]
10:30 1:3 1,000 2.5 10～20% 5-8% 100-5% 2024.6.1 2024年6月1 2024年06月05日 二〇二四年六月三日 江防发[2024]第05号
（2024）12号 [2024）3号 http://a.cn/甲?b=1,乙 a@b.cn C:\\用户\\甲,乙 附件： 附件：1.甲表 2.乙表。
联系人：甲，电话：1。 此件公开
** * ` &quot; \\ <b> [甲](x,y) ~~
"""
_BLANKS = ["\n", "\n", "\n", "\n\n", "\r\n", "\n\u3000\u3000", " ", "\n- ", "\n# ", "\n> ", "\n1. "]
_HEADS = [
    "",
    "关于做好防汛工作的通知\n各乡镇人民政府：\n",
    "关于增拨经费的请示\n县人民政府\n",
    "抓学习" + "，抓落实" * 20 + "。\n",
]
_TEXTS = st.builds(
    "{}{}".format,
    st.sampled_from(_HEADS),
    st.lists(st.sampled_from(_WORDS.split()) | st.sampled_from(_BLANKS), max_size=40).map("".join),
)


@pytest.mark.parametrize("name", ["稿.txt", "稿.md"])
@settings(max_examples=200, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(text=_TEXTS)
@example(text='采用"AI"布局，采用"大模型"架构。')
@example(text="一、总则\n甲。\n二、本办法自印发之日起施行。\n乙。\n三、附则\n丙。")
def test_safe_fixes_leave_pairs_ends_and_soundness(name: str, text: str) -> None:
    assert damage(name, text) == []


def mutations(text: str) -> st.SearchStrategy[str]:
    """A text with some marks and markers swapped, dropped, doubled or replaced."""

    def mutated(changes: list[tuple[int, str]]) -> str:
        pieces = [*text]
        for place, new in changes:
            at = spots[place % len(spots)]
            pieces[at] = pieces[at] * 2 if new == "twice" else new
        return "".join(pieces)

    spots = list(_spots(text))
    change = st.tuples(
        st.integers(0, len(spots) - 1), st.sampled_from(["", "twice", *"“”\"'（）()《》〔〕[]。，、；：,.:…12一二\n"])
    )
    return st.lists(change, min_size=1, max_size=8).map(mutated)


def _spots(text: str) -> Iterator[int]:
    """The places of marks and numerals, which a slip of the hand changes."""
    return (match.start() for match in re.finditer(r"[^\w\s]|[0-9一二三四五六七八九十是\n]", text))


_DRAFTS = sorted(path for path in SEEDS.iterdir() if path.suffix in {".txt", ".md"})


@settings(max_examples=60, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_safe_fixes_of_drafts_with_slips_break_nothing(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(_DRAFTS))
    text = data.draw(mutations(path.read_bytes().decode("utf-8-sig", "ignore")))
    assert damage(path.name, text) == []
