"""Problems, causes and measures: what is given to what, on seeds of our own, changed in one place at a time."""

from itertools import permutations
from pathlib import Path

import pytest

from lint.analysis.genres import kinds_of
from lint.analysis.matching.correspondence import Matrix, Section, compare
from lint.analysis.sectioning.roles import compared_items, find_roles, parts_with_genre
from lint.document.genre import Role
from lint.document.parser import parse
from lint.document.tree import Document
from lint.engine.linter import lint
from lint.formats import read
from lint.messages.language import words_for
from lint.reporters.views.matrix import render, tables
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.source import Source, decode

SEEDS = Path(__file__).parent.parent.parent / "seeds"
RULEBOOK = load_rulebook([builtin_folder()]).select(["correspondence"], [])


def known(source: Source) -> Document:
    document = parse(read(source))
    kinds = kinds_of(document, RULEBOOK.genres, source.path)
    return document.known_as(tuple(kind.genre if kind else None for kind in kinds), RULEBOOK.lexicon)


def sections(document: Document, answering: Role = "measures") -> tuple[Section, Section] | None:
    for part, genre in parts_with_genre(document):
        roles = find_roles(document, part, genre)
        if {"problems", answering} <= roles.keys():
            return compared_items(roles["problems"], roles), compared_items(roles[answering], roles)
    return None


def matched(document: Document) -> Matrix | None:
    """The matrix of a draft in which each measure answers one problem and each problem has one."""
    found = sections(document)
    if found is None or min(len(section.items) for section in found) < 3:  # two remain when one is deleted
        return None
    matrix = compare(document, *found)
    best = sorted(answer[0] for answer in matrix.answers if answer)
    return matrix if best == list(range(len(found[0].items))) == list(range(len(found[1].items))) else None


def sources() -> list[Source]:
    return [decode(path.read_bytes(), path.name) for path in sorted(SEEDS.iterdir()) if path.suffix in (".txt", ".md")]


MATCHED = [source for source in sources() if matched(known(source))]


def warned(source: Source) -> set[int]:
    """Lines of the problems that the linter finds without a measure."""
    findings = lint(source, RULEBOOK)
    return {source.position(f.span.start).line for f in findings if f.rule == "correspondence/problem-without-measure"}


def test_there_are_seeds_to_try() -> None:
    assert len(MATCHED) >= 3


@pytest.mark.parametrize("source", MATCHED, ids=lambda source: source.path)
def test_each_deleted_measure_leaves_its_problem_alone(source: Source) -> None:
    document = known(source)
    found, matrix = sections(document), matched(document)
    assert found is not None
    assert matrix is not None
    problems, measures = found
    assert warned(source) == set()
    for place, measure in enumerate(measures.items):
        span = document.reading.to_source(measure.span)
        shorter = Source(source.path, source.text[: span.start] + source.text[span.end :].lstrip("\r\n"))
        problem = problems.items[matrix.answers[place][0]]
        line = source.position(document.reading.to_source(problem.span).start).line
        assert warned(shorter) == {line}, document.slice(measure.heading)


@pytest.mark.parametrize("source", MATCHED, ids=lambda source: source.path)
def test_permuted_measures_are_no_warning(source: Source) -> None:
    document = known(source)
    found = sections(document)
    assert found is not None
    spans = [document.reading.to_source(item.span) for item in found[1].items]
    texts = [source.text[span.start : span.end] for span in spans]
    for order in list(permutations(range(len(spans))))[1::37]:
        text, last = "", 0
        for span, place in zip(spans, order, strict=True):
            text += source.text[last : span.start] + texts[place]
            last = span.end
        assert warned(Source(source.path, text + source.text[last:])) == set(), order


DRAFT = """江城市园林局领导班子民主生活会对照检查材料
一、存在的问题
（一）在理论学习方面。学习研讨不够经常，读书班组织得少。
（二）在工作作风方面。联系群众不够紧密，到村入户调研少。
二、整改措施
（一）加强理论学习。每月组织学习研讨，办好读书班。
（二）改进工作作风。每季度到村入户调研，密切联系群众。
"""


def test_matrix() -> None:
    source = Source("draft.txt", DRAFT)
    (table,) = tables(source, known(source))
    assert [(row.line, row.name, [cell.answers for cell in row.measures]) for row in table.rows] == [
        (3, "（一）在理论学习方面", [True, False]),
        (4, "（二）在工作作风方面", [False, True]),
    ]
    lines = list(render(table, words_for("zh")))
    assert lines[:2] == ["draft.txt: 对照检查材料", "[3] （一）在理论学习方面"]
    assert "[6] （一）加强理论学习" in lines[2]
    assert "学习研讨" in lines[2]


def test_one_measure_for_two_problems() -> None:
    text = DRAFT.replace(
        "（一）加强理论学习。每月组织学习研讨，办好读书班。\n（二）改进",
        "（一）加强学习、改进作风。每月组织学习研讨，办好读书班，",
    )
    assert (
        warned(
            Source(
                "draft.txt", text.replace("工作作风。每季度", "每季度") + "（二）加强组织领导。主要负责同志牵头抓总。\n"
            )
        )
        == set()
    )


def test_measure_under_another_heading() -> None:
    text = DRAFT.replace(
        "（二）改进工作作风。每季度到村入户调研，密切联系群众。\n", "（二）完善学习制度。每季度检查学习研讨笔记。\n"
    )
    elsewhere = "三、近期安排\n（一）改进工作作风。每季度到村入户调研，密切联系群众。\n（二）按期报送材料。\n"
    assert warned(Source("draft.txt", text)) == {4}
    assert warned(Source("draft.txt", text + elsewhere)) == set()
