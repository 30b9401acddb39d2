"""The parts of a draft that correspond: its problems, causes, measures and case, found by the genre's synonyms."""

from collections.abc import Iterator, Mapping

from lint.analysis.matching.correspondence import Section
from lint.analysis.sectioning.sections import in_words_of, section_of
from lint.document.genre import Genre, Role
from lint.document.tree import Document, Item, Part
from lint.text.patterns.lazy import lazy

_LONGEST = 30  # characters of a heading
_ANSWERED = lazy("整改(?:落实|完成|进展|推进)?(?:情况|进展|成效|结果)")
"""What tells that problems stand there with what was done about them: 反馈问题整改情况."""

_DEED = "整改"  # what is done about problems, and none of them

_HEAD = lazy(
    "(?:$|[^的\\w]|[及和与并暨以]|[是有在还仍依较比不很十日亟需多大严明突凸])"  # a pair, or what is said
    "|的?(?:[主具突基有相]\\w|典型|自查|查摆|检视|对照)*(?:(?:表现|情况|清单|台账|目录|汇总|分解|分工|类型|方面|部分|描述|说明|[0-9一二三四五六七八九十]+)"
    "|(?:原因|成因|根源)?(?:分析|剖析|梳理|归纳|查摆|检视|原因|成因|根源))"
)
"""What may follow the word that heads a title: 问题及表现, 问题清单, 问题依然突出, but not 问题线索 or 问题的进展."""


def parts_with_genre(document: Document) -> Iterator[tuple[Part, Genre]]:
    """The parts whose genre is known and has problems."""
    for part, genre in zip(document.parts, document.genres, strict=True):
        if genre is not None and genre.section("problems") is not None:
            yield part, genre


def find_roles(document: Document, part: Part, genre: Genre) -> Mapping[Role, Item]:
    """The section that plays each role: a heading of the part, or one level below, that holds a synonym.

    A heading that names several sections is that of the one whose word stands last in it; but 问题及原因 has the
    problems, unless they stand elsewhere or below it.
    """
    return document.derive(("roles", part.span, genre.id), lambda: _find_roles(document, part, genre))


def _find_roles(document: Document, part: Part, genre: Genre) -> Mapping[Role, Item]:
    found: dict[Role, Item] = {}
    genre = in_words_of(document, part, genre)
    dealt: list[Item] = []
    for item in _headed(part):
        heading = document.slice(item.heading)
        role = _role(heading, genre)
        if not role and _deals_with_problems(heading, genre):
            dealt.append(item)
        if role == "problems" and any(_holds(other, item) for other in dealt):
            continue
        if role and role not in found and (role == "case" or not any(_holds(other, item) for other in found.values())):
            if {"problems", "causes"} <= {_role(document.slice(child.heading), genre) for child in item.children}:
                continue
            found[role] = item
    causes = found.get("causes")
    if causes and "problems" not in found and _names_problems(document.slice(causes.heading), genre):
        found["problems"] = found.pop("causes")
    return found


def _deals_with_problems(heading: str, genre: Genre) -> bool:
    """Whether a title is about what was done with problems: what stands below it is answered there."""
    section = section_of(heading, genre)
    return section is not None and section.role == "problems" and _DEED in heading


def _names_problems(heading: str, genre: Genre) -> bool:
    """Whether a word for problems heads a title or one side of it, as in 问题及原因.

    问题线索办理情况 is about what was done with leads, 需长期整改问题的进展情况 about progress.
    """
    section = genre.section("problems")
    words = () if section is None else tuple(word for word in section.headings if not word.endswith(_DEED))
    ends = (found for word in words for found in _ends(heading, word))
    return any(_HEAD.match(heading, end) for end in ends)


def _ends(heading: str, word: str) -> Iterator[int]:
    """Where a word ends in a title, at each of its places."""
    start = heading.find(word)
    while start >= 0:
        yield start + len(word)
        start = heading.find(word, start + 1)


def compared_items(section: Item, roles: Mapping[Role, Item]) -> Section:
    """The items of a section that are compared: its subsections, else its series of 一是, 二是; a case is none."""
    case = roles.get("case")
    own = tuple(child for child in section.children if not (child.quoted or (case and child.span == case.span)))
    subsections = tuple(child for child in own if not (child.inline or child.marker.family.inline))
    return Section(subsections or own, section.span)


def _headed(part: Part) -> Iterator[Item]:
    for item in part.items:
        if not item.inline:
            yield item
    for item in part.items:
        yield from (child for child in item.children if not child.inline)


def _role(heading: str, genre: Genre) -> Role:
    section = section_of(heading, genre) if len(heading) <= _LONGEST else None
    if section is None or (
        section.role == "problems" and (_ANSWERED.search(heading) or not _names_problems(heading, genre))
    ):
        return ""
    return section.role


def _holds(outer: Item, inner: Item) -> bool:
    return outer.span.start <= inner.span.start < outer.span.end and outer is not inner
