from pathlib import Path

from lint.document.parser import parse
from lint.engine.result import FileResult
from lint.formats import read
from lint.reporters.html.draft import draft
from lint.reporters.html.picture import BETWEEN, BOX, Lack, Picture, pictures
from lint.text.source import Source
from tests.reporters.html.pages import STYLE, draft_of

SEED = Path(__file__).parent.parent.parent.parent / "seeds" / "城管局班子 对照检查材料.txt"


def seed() -> Picture:
    [picture] = draft_of(SEED.read_text("utf-8"), SEED.name).pictures
    return picture


def test_columns_with_the_problems_in_the_middle() -> None:
    assert [(column.role, column.x, column.heading, column.count) for column in seed().columns] == [
        ("causes", 0, "三、产生问题的原因", 6),
        ("problems", BOX + BETWEEN, "一、存在的主要问题", 6),
        ("measures", 2 * (BOX + BETWEEN), "四、努力方向和整改措施", 5),
    ]


def test_what_is_unanswered_says_so() -> None:
    view = draft_of(SEED.read_text("utf-8"), SEED.name)
    rules = [finding.rule for finding in view.findings]
    cause, measure = (rules.index(f"correspondence/problem-without-{answer}") for answer in ("cause", "measure"))
    assert [(box.name, box.lacks) for box in view.pictures[0].boxes if box.lacks] == [
        ("（五）在工作作风方面", (Lack("causes", (cause,)),)),
        ("（六）在廉洁自律方面", (Lack("measures", (measure,)),)),
    ]


def test_what_no_rule_tells_of_has_no_finding() -> None:
    source = Source(SEED.name, SEED.read_text("utf-8"))
    [picture] = draft(FileResult(SEED.name, (), source), source, STYLE).pictures
    assert [(box.name, box.lacks) for box in picture.boxes if box.lacks] == [
        ("（五）在工作作风方面", (Lack("causes"),)),
        ("（六）在廉洁自律方面", (Lack("measures"),)),
    ]


def test_what_answers_no_problem_says_so() -> None:
    text = (
        "江城市园林局领导班子民主生活会对照检查材料\n按照要求，现将有关情况报告如下。\n一、存在的问题\n"
        "（一）在理论学习方面。学习研讨不够经常，读书班组织得少。\n"
        "（二）在工作作风方面。联系群众不够紧密，到村入户调研少。\n二、整改措施\n"
        "（一）强化理论学习。每月开展学习研讨，办好读书班。\n"
        "（二）改进工作作风。领导干部到村入户调研，密切联系群众。\n"
        "（三）推进智慧绿化。建成监测平台，更新喷灌设备。\n"
    )
    view = draft_of(text)
    [orphan] = [
        place for place, finding in enumerate(view.findings) if finding.rule.endswith("measure-without-problem")
    ]
    assert [(box.name, box.lacks) for box in view.pictures[0].boxes if box.lacks] == [
        ("（三）推进智慧绿化", (Lack("problems", (orphan,)),)),
    ]


def test_lines_join_what_answers_and_hold_the_words_behind() -> None:
    picture = seed()
    pairs = {(picture.boxes[link.problem].name, picture.boxes[link.answer].name): link for link in picture.links}
    link = pairs["（二）在政治素质方面", "（二）提高政治素质，把准工作方向"]
    assert "政治素质" in link.words
    assert link.weight == 4
    assert ("（六）在廉洁自律方面", "（六）治党责任压得不实") in pairs
    assert len(picture.links) == 12


def test_lines_begin_and_end_at_their_boxes() -> None:
    picture = seed()
    for link in picture.links:
        one, other = picture.boxes[link.problem], picture.boxes[link.answer]
        right = other.role == "measures"
        start = f"M{one.x + (BOX if right else 0)} {one.y + one.height // 2}C"
        end = f" {other.x + (0 if right else BOX)} {other.y + other.height // 2}"
        assert link.path.startswith(start)
        assert link.path.endswith(end)


def test_boxes_do_not_overlap_and_stay_inside() -> None:
    picture = seed()
    for one, other in zip(picture.boxes, picture.boxes[1:], strict=False):
        assert one.x != other.x or one.y + one.height < other.y
    assert all(0 <= box.x <= picture.width - BOX and 0 < box.y <= picture.height - box.height for box in picture.boxes)


def test_long_names_are_cut_to_two_lines() -> None:
    name = "学习贯彻" * 12
    text = (
        f"某局领导班子对照检查材料\n\n　　一、存在的主要问题\n　　（一）{name}\n　　不够。\n"
        "　　（二）作风不实\n　　不够。\n"
        "　　二、整改措施\n　　（一）转作风\n　　要实。\n"
    )
    [picture] = draft_of(text).pictures
    box = next(box for box in picture.boxes if box.name == f"（一）{name}")
    assert len(box.lines) == 2
    assert box.lines[1].endswith("…")
    assert [column.role for column in picture.columns] == ["problems", "measures"]


def test_drafts_without_problems_have_no_picture() -> None:
    document = parse(read(Source("稿.txt", "关于巡查的通知\n一、甲\n二、乙\n")))
    assert list(pictures(document)) == []
