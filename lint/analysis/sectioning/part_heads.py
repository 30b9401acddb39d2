"""The headings by which a part that many genres have is surely known, whatever the genre calls it."""

from lint.document.genre import PlacedAs, SectionSpec
from lint.document.tree import Document
from lint.text.patterns.bounded import search
from lint.text.patterns.lazy import lazy

_BLANK = lazy(r"\s+")
_TAIL = lazy("[（(][^（）()]*[）)]$|[。：:]+$")
_DEFECTS = "(?:问题|困难|短板|不足|差距|薄弱环节)"
_CAUSES = "(?:原因|成因|根源|症结)"
_OTHERS = "(?:[有相]关|责任|涉事|各)(?:单位|企业|部门)"
_OTHERWISE = f"(?:解决|整改|化解|破解|补|抓|聚焦|着力|针对|治理|整治|其[他它]|说明|需|建议|{_OTHERS})"
_LATER = "(?:下一?步|今后|明年|来年|下半年|下一?年度?)"
_WORK = "(?:打算|计划|安排|思路|工作|重点|任务|方向|措施|举措|设想)"

SURE = {
    "aims": lazy("^(?:总体(?:要求|思路)|指导思想(?:[和与及、].*)?|基本原则)$"),
    "tasks": lazy(
        "^(?:[0-9]{4}年)?(?:主要|重点|工作|具体|目标)*(?:任务|举措|工作内容)(?:[和及](?:责任)?分工|和?(?:主要|政策)?措施|分解)?$"
        "|^(?:主要|重点)工作$|^(?:主要|政策|工作|重点|具体)措施$|^(?:主要|活动|检查|整治|行动)内容$"
    ),
    "guarantees": lazy("^(?:加强|强化|健全|完善)?(?:(?:组织|工作|实施|支撑)[和与及]?)*保障(?:措施|机制)?$"),
    "problems": lazy(
        f"^(?!.*{_OTHERWISE}).*(?:存在|面临|主要|突出|发现)[^，。]{{0,14}}{_DEFECTS}$|^{_DEFECTS}(?:[和与及、]{_DEFECTS})*$"
    ),
    "causes": lazy(f"^(?!.*{_OTHERWISE}).*(?:{_CAUSES}(?:分析|剖析|探析)?|(?:分析|剖析)(?:[其及]|问题)*{_CAUSES})$"),
    "plans": lazy(
        f"{_LATER}[^，。]{{0,16}}{_WORK}$|^(?:下一?步|今后)$|(?:工作|初步)?打算$|努力方向$|改进(?:措施|方向|举措)$"
    ),
}
"""One pattern for each: 强化基本养老服务保障 is a task and no guarantee, 需要解决的主要困难 a request."""


def is_placed_as(heading: str, kind: PlacedAs) -> bool:
    """Whether a heading without its blanks is surely that of a kind of part."""
    return kind != "" and SURE[kind].search(heading) is not None


def is_surely(document: Document, heading: str, section: SectionSpec) -> bool:
    """Whether a heading is surely that of a section, by the patterns of its genre or as a part of many."""
    plain = bare(heading)
    return is_placed_as(plain, section.placed_as) or any(
        search(pattern, plain, 0, len(plain), document.clock) for pattern in section.placed
    )


def bare(heading: str) -> str:
    """A heading without blanks and what stands in brackets or as a mark behind it: 附　　则（略）."""
    return _TAIL.sub("", _BLANK.sub("", heading))
