"""The report in a real browser: seen, clicked, filtered, walked through by keyboard, and attacked."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from lint.engine.result import FileResult
from lint.messages.language import Language
from lint.reporters import reporter
from tests.browser.chromium import artefact, launched, opened
from tests.fakes import RULEBOOK as FAKES
from tests.integrations.pages import run
from tests.reporters.html.pages import STYLE, checked
from tests.reporters.html.test_page import HOSTILE

ROOT = Path(__file__).parent.parent.parent
REFERENCE = "城管局班子 对照检查材料.txt"

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


def made(folder: Path, *paths: str, lang: Language = "zh") -> Path:
    """The report that the command writes on a copy of the seeds."""
    shutil.copytree(ROOT / "seeds", folder / "seeds", dirs_exist_ok=True)
    command = ("wengao-lint", "check", "--isolated", "--lang", lang, "--output", "html=report.html", *paths)
    ended = run(folder, *command)
    assert ended.returncode == 1, ended.stderr
    return folder / "report.html"


def written(file: Path, *results: FileResult) -> Path:
    with file.open("w", encoding="utf-8", errors="replace", newline="\n") as out:
        reporter("html")(results, out, STYLE)
    return file


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("seeds"), "seeds")


@pytest.fixture
def folder(browser: Browser, seeds: Path) -> Iterator[Page]:
    """The report of all seeds."""
    with opened(browser, seeds) as page:
        yield page


@pytest.fixture
def reference(folder: Page) -> Page:
    """The reference-like seed opened in it."""
    folder.get_by_role("link", name=REFERENCE).click()
    expect(folder.locator("#draft .path")).to_have_text(REFERENCE)
    return folder


@pytest.mark.parametrize("scheme", SCHEMES)
def test_screenshots(browser: Browser, seeds: Path, scheme: Scheme, tmp_path_factory: pytest.TempPathFactory) -> None:
    with opened(browser, seeds, scheme=scheme) as page:
        page.screenshot(path=artefact(tmp_path_factory, f"report-folder-{scheme}.png"), full_page=True)
        page.get_by_role("link", name=REFERENCE).click()
        page.locator("mark[data-begins='1']").click()
        page.screenshot(path=artefact(tmp_path_factory, f"report-draft-{scheme}.png"))


def test_folder_begins_with_a_table_and_a_chart(folder: Page) -> None:
    expect(folder.locator("#drafts tbody tr")).to_have_count(21)
    expect(folder.locator("#chart .category")).to_have_count(8)
    expect(folder.locator("#draft")).to_be_hidden()


def test_table_is_sorted_by_a_click(folder: Page) -> None:
    head = folder.locator("#drafts th[aria-sort]", has_text="合计")
    totals = folder.locator("#drafts tbody td.total")
    head.get_by_role("button").click()
    falling = [int(text or 0) for text in totals.all_text_contents()]
    assert falling == sorted(falling, reverse=True)
    expect(head).to_have_attribute("aria-sort", "descending")
    head.get_by_role("button").click()
    assert [int(text or 0) for text in totals.all_text_contents()] == falling[::-1]


def test_category_of_the_chart_filters_the_table(folder: Page) -> None:
    bar = folder.get_by_role("button", name="序号：")
    bar.click()
    expect(bar).to_have_attribute("aria-pressed", "true")
    row = folder.locator("#drafts tr", has_text=REFERENCE)
    expect(row.locator("td.total")).to_have_text("3")
    expect(folder.locator("#drafts tr", has_text="汛前检查报告")).to_be_hidden()
    bar.press("Enter")
    expect(row.locator("td.total")).to_have_text("10")
    expect(folder.locator("#drafts tr", has_text="汛前检查报告")).to_be_visible()


def test_rules_link_to_their_pages_where_there_is_a_site(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / ".wengao-lint.yaml").write_text("site-url: https://wengao.example/\n", "utf-8")
    (tmp_path / "稿.txt").write_text("一、学习\n三、落实\n", "utf-8")
    command = ("wengao-lint", "check", "--select", "numbering/gap", "--output", "html=r.html", "稿.txt")
    for settings, pages in {(): ["https://wengao.example/rules/numbering/gap/"], ("--isolated",): []}.items():
        run(tmp_path, *command, *settings)
        with opened(browser, tmp_path / "r.html") as page:
            links = page.locator(".card .details a")
            assert [each.get_attribute("href") for each in links.all()] == pages
            expect(page.locator(".card .details code")).to_have_text("numbering/gap")


def test_draft_shows_its_findings_in_place(reference: Page) -> None:
    mark = reference.locator("mark[data-begins='1']")
    expect(mark).to_have_text("三是")
    mark.click()
    card = reference.locator(".card.chosen")
    expect(card.locator(".message")).to_have_text("“（三）”下的“一是…”序号依次为“一、三、二”，应为“一、二、三”")
    expect(card.locator(".details")).to_be_visible()
    for said in ("GB/T 9704-2012 7.3.3", "numbering/out-of-order", "序号错乱", "可自动修改，改后须核对"):
        expect(card.locator(".details")).to_contain_text(said)
    expect(card.locator(".changes del")).to_have_text(["三", "二"])
    expect(card.locator(".changes ins")).to_have_text(["二", "三"])
    expect(reference.locator(".paper .pointed")).to_have_text("二是")
    expect(reference.locator("#said")).to_contain_text("序号依次为")


def test_hovering_shows_the_finding_and_leaving_hides_it(reference: Page) -> None:
    mark = reference.locator("mark[data-begins='1']")
    mark.scroll_into_view_if_needed()
    mark.hover()
    tip = reference.locator("#tip")
    expect(tip).to_contain_text("序号依次为")
    expect(tip).to_contain_text("GB/T 9704-2012 7.3.3")
    reference.mouse.move(700, 110)
    expect(tip).to_be_hidden()


def test_card_leads_to_the_place_and_the_tip_back(reference: Page) -> None:
    card = reference.locator(".card", has_text="“XX”是未填的占位")
    card.locator(".open").click()
    place = reference.locator("mark.chosen")
    expect(place).to_be_in_viewport()
    expect(place).to_have_text("XX")
    card.get_by_role("button", name="看文中此处").click()
    expect(place).to_be_focused()
    place.press("b")
    expect(card.locator(".open")).to_be_focused()


def test_outline_shows_the_state_of_series_and_leads_to_the_place(reference: Page) -> None:
    series = reference.get_by_role("treeitem").filter(has_text=re.compile("^一是、三是、二是"))
    expect(series.locator(".expected").first).to_have_text("应为 一是、二是、三是")
    item = reference.locator(".tree li", has_text="担当精神有所弱化").last
    expect(item.locator(".expected")).to_have_text("→ （四）")
    expect(item.locator(".badge")).to_have_class("badge warning")
    item.locator(".label").click()
    expect(reference.locator(".flash")).to_be_in_viewport()
    expect(reference.locator(".flash")).to_have_text("(四)")


def test_picture_shows_what_is_unanswered_and_the_words_behind_a_line(reference: Page) -> None:
    lacking = reference.locator(".drawing .box.lacking")
    expect(lacking).to_have_count(2)
    expect(lacking.first).to_contain_text("无对应原因")
    expect(lacking.last).to_contain_text("无对应措施")
    reference.locator(".drawing .link").first.focus()
    expect(reference.locator("#tip")).to_contain_text("共同的词语")
    expect(reference.locator("#tip")).to_contain_text("理论学习")
    lacking.last.click()
    expect(reference.locator(".flash")).to_have_text("（六）")


def test_filters_hide_marks_cards_and_counts(reference: Page) -> None:
    expect(reference.locator(".card:visible")).to_have_count(10)
    for severity in ("error", "info"):
        reference.locator(f".chip[data-filter='{severity}']").click()
    expect(reference.locator(".card:visible")).to_have_count(2)
    expect(reference.locator(".shown")).to_have_text("显示 2 / 10 处")
    expect(reference.locator(".paper mark:not(.off)")).to_have_text(["（六）", "在廉洁自律方面", "(四)"])
    expect(reference.locator(".tree .badge.error, .tree .badge.info")).to_have_count(0)
    reference.locator(".chip[data-filter='correspondence']").click()
    expect(reference.locator(".card:visible")).to_have_count(1)
    reference.get_by_role("button", name="全部显示").click()
    expect(reference.locator(".card:visible")).to_have_count(10)


def test_filtered_findings_are_no_stops(reference: Page) -> None:
    for severity in ("error", "info"):
        reference.locator(f".chip[data-filter='{severity}']").click()
    found = []
    for _ in range(3):
        reference.keyboard.press("n")
        found.append(reference.locator(".card.chosen").get_attribute("data-index"))
    assert found == ["6", "8", "6"]


def test_keys(reference: Page) -> None:
    chosen = reference.locator(".card.chosen")
    reference.keyboard.press("n")
    reference.keyboard.press("n")
    expect(chosen).to_have_attribute("data-index", "1")
    expect(reference.locator("mark[data-begins='1']")).to_be_focused()
    expect(reference.locator("mark[data-begins='1']")).to_be_in_viewport()
    reference.keyboard.press("p")
    expect(chosen).to_have_attribute("data-index", "0")
    reference.keyboard.press("b")
    reference.keyboard.press("ArrowDown")
    reference.keyboard.press("Enter")
    expect(chosen).to_have_attribute("data-index", "1")
    reference.keyboard.press("]")
    expect(reference.locator("#draft .path")).to_have_text("工作总结-2023.txt")
    reference.keyboard.press("[")
    expect(reference.locator("#draft .path")).to_have_text(REFERENCE)
    reference.keyboard.press("u")
    expect(reference.locator("#overview")).to_be_visible()
    reference.keyboard.press("?")
    expect(reference.get_by_role("dialog")).to_be_visible()
    reference.keyboard.press("Escape")
    expect(reference.get_by_role("dialog")).to_be_hidden()


def test_outline_by_keyboard(reference: Page) -> None:
    focused = reference.locator(".tree li:focus")
    reference.locator(".tree li[tabindex='0']").focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowLeft"):
        reference.keyboard.press(key)
    expect(focused).to_have_attribute("aria-expanded", "false")
    reference.keyboard.press("ArrowDown")
    expect(focused).to_contain_text("典型案例剖析")
    reference.keyboard.press("Enter")
    expect(reference.locator(".paper :focus")).to_have_text("二、")


@pytest.mark.parametrize(
    ("begin", "key", "focused"),
    [
        (".card .open", "ArrowDown", ".card .open:focus"),
        (".tree li[tabindex='0']", "ArrowDown", ".tree li:focus > .line"),
        (".chip", "Tab", ".chip:focus"),
        (".drawing .link", "Tab", ".drawing .link:focus .stroke"),
    ],
)
def test_focus_is_seen(reference: Page, begin: str, key: str, focused: str) -> None:
    reference.locator(begin).first.focus()
    reference.keyboard.press(key)
    seen = "each => [getComputedStyle(each).outlineStyle, getComputedStyle(each).strokeOpacity]"
    outline, stroke = reference.locator(focused).evaluate(seen)
    assert outline == "solid" or (stroke == "1" and focused.endswith(".stroke"))


@pytest.mark.parametrize(("scheme", "other"), [("light", "dark"), ("dark", "light")])
def test_theme_follows_the_system_and_the_button(browser: Browser, seeds: Path, scheme: Scheme, other: Scheme) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    colours = {"light": "rgb(236, 238, 241)", "dark": "rgb(20, 23, 27)"}
    with opened(browser, seeds, scheme=scheme) as page:
        assert page.evaluate(ground) == colours[scheme]
        while page.locator("html").get_attribute("data-theme") != other:
            page.locator("#theme").click()
        assert page.evaluate(ground) == colours[other]
        page.reload()
        assert page.evaluate(ground) == colours[other]


def test_one_draft_opens_at_once(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, made(tmp_path, f"seeds/{REFERENCE}")) as page:
        expect(page.locator(".paper")).to_be_visible()
        expect(page.locator("#overview")).to_be_hidden()
        expect(page.locator("#trail")).to_be_empty()


def test_print_shows_the_text_and_all_that_is_said_of_it(reference: Page) -> None:
    reference.emulate_media(media="print")
    expect(reference.locator(".details:visible")).to_have_count(10)
    expect(reference.locator(".paper")).to_be_visible()
    expect(reference.locator(".side.outline")).to_be_hidden()
    assert reference.pdf(format="A4").startswith(b"%PDF")


def colours(page: Page, *selectors: str) -> list[list[str]]:
    """The severities in whose colours elements are, the colourless ones as nothing."""
    severity = (
        "all => all.map(each => ['error', 'warning', 'info'].filter(name => each.classList.contains(name)).join())"
    )
    return [page.locator(selector).evaluate_all(severity) for selector in selectors]


def test_picture_follows_severities_and_filters(reference: Page) -> None:
    drawn = (".drawing .box.lacking", ".drawing .lack", ".drawing .stub", ".answers .lack")
    assert colours(reference, *drawn) == [["info", "warning"]] * 4
    strokes = reference.locator(".drawing .box.lacking rect")
    stroke = "all => all.map(each => getComputedStyle(each).stroke)"
    assert strokes.evaluate_all(stroke) == ["rgb(14, 104, 116)", "rgb(138, 83, 0)"]
    reference.locator(".chip[data-filter='info']").click()
    assert colours(reference, *drawn) == [["", "warning"]] * 4
    assert strokes.evaluate_all(stroke) == ["rgb(93, 102, 113)", "rgb(138, 83, 0)"]
    reference.locator(".chip[data-filter='correspondence']").click()
    assert colours(reference, *drawn) == [["", ""]] * 4
    reference.get_by_role("button", name="全部显示").click()
    assert colours(reference, *drawn) == [["info", "warning"]] * 4


def test_opened_finding_shows_its_whole_message(reference: Page) -> None:
    card = reference.locator(".card").first
    heights = "each => [each.clientHeight, each.scrollHeight]"
    shown, whole = card.locator(".message").evaluate(heights)
    assert shown < whole
    card.locator(".open").click()
    shown, whole = card.locator(".message").evaluate(heights)
    assert shown == whole


LINES = """each => {
  const lines = [];
  let last = null;
  const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (let place = 0; place < node.length; place++) {
      const range = document.createRange();
      range.setStart(node, place);
      range.setEnd(node, place + 1);
      const top = range.getBoundingClientRect().top;
      if (last === null || top - last > 9) lines.push("");
      last = top;
      lines[lines.length - 1] += node.data[place];
    }
  return lines;
}"""


def test_titles_break_between_words(browser: Browser, tmp_path: Path) -> None:
    title = "松渡区人民政府办公室关于印发主题教育专题民主生活会对照检查材料的通知"
    file = written(tmp_path / "report.html", checked(f"{title}\n\n各街道办事处：\n一、XX\n"))
    with opened(browser, file, width=390) as page:
        lines = page.locator(".para.title").evaluate(LINES)
    assert "".join(lines) == title
    words = (
        "松渡区",
        "人民",
        "政府",
        "办公室",
        "关于",
        "印发",
        "主题",
        "教育",
        "专题",
        "民主",
        "生活会",
        "对照",
        "检查",
        "材料的",
        "通知",
    )
    starts = {sum(map(len, words[:place])) for place in range(len(words))}
    assert len(lines) > 2
    assert {sum(map(len, lines[:place])) for place in range(len(lines))} <= starts


@pytest.mark.parametrize("width", [390, 1024])
def test_narrow_windows_need_no_sideways_scrolling(browser: Browser, seeds: Path, width: int) -> None:
    with opened(browser, seeds, width=width) as page:
        page.get_by_role("link", name=REFERENCE).click()
        expect(page.locator(".paper")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        mark = page.locator("mark[data-begins='1']")
        mark.click()
        expect(mark).to_be_in_viewport()
        expect(page.locator("#tip")).to_contain_text("序号依次为")


def test_english_interface(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, made(tmp_path, "seeds", lang="en")) as page:
        for part in (".bar", ".filters", ".figures", "#chart", "#drafts thead", ".foot"):
            assert not re.search("[\u4e00-\u9fff]", page.locator(part).first.inner_text())
        page.get_by_role("link", name=REFERENCE).click()
        expect(page.locator(".side.list h3")).to_have_text("Findings 10")


def test_hostile_draft_is_text_and_runs_nothing(browser: Browser, tmp_path: Path) -> None:
    text = "\n".join(f"一是XX{each}" for each in (*HOSTILE, "<script>window.ran = 1</script>"))
    file = written(tmp_path / "report.html", checked(text, f"{HOSTILE[0]}/{HOSTILE[3]}.txt"), checked("XX", "二.txt"))
    with opened(browser, file) as page:
        page.locator("#drafts a").first.click()
        expect(page.locator("#draft .path")).to_have_text(f"{HOSTILE[0]}/{HOSTILE[3]}.txt".rpartition("/")[2])
        shown = page.locator(".paper").text_content() or ""
        for each in (*HOSTILE[:-1], "<script>window.ran = 1</script>"):
            assert each in shown
        assert page.locator(".paper script, .paper img, .paper svg").count() == 0
        assert page.evaluate("window.ran") is None


def test_policy_stops_what_is_not_the_page_s_own(browser: Browser, tmp_path: Path) -> None:
    file = written(tmp_path / "report.html", checked("XX"))
    attacked = tmp_path / "attacked.html"
    attack = "<script>window.ran = 1</script><img src='nothing' onerror='window.ran = 1'></body>"
    attacked.write_text(file.read_text("utf-8").replace("</body>", attack), "utf-8")
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(attacked.as_uri())
    assert page.evaluate("window.ran") is None
    assert len([text for text in said if "Content Security Policy" in text]) >= 2
    page.close()


def test_a_thousand_drafts_open_soon(browser: Browser, tmp_path: Path) -> None:
    text = (ROOT / "seeds" / REFERENCE).read_text("utf-8")
    one = checked(text, "稿.txt")
    results = [FileResult(f"{number}.txt", one.findings, one.source) for number in range(1000)]
    file = written(tmp_path / "report.html", *results)
    with opened(browser, file) as page:
        ready = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        assert ready < 5000  # about half a second here; the rest is room for a busy machine
        page.locator("#drafts a").nth(999).click()
        expect(page.locator("#draft .path")).to_have_text("999.txt")
        expect(page.locator(".card")).to_have_count(10)


def test_at_800_pixels_the_list_comes_before_the_text(reference: Page) -> None:
    reference.set_viewport_size({"width": 800, "height": 900})
    tops = [
        box["y"]
        for name in (".side.outline", ".side.list", ".middle")
        if (box := reference.locator(name).bounding_box())
    ]
    assert (len(tops), tops) == (3, sorted(tops))


def test_at_390_pixels_the_picture_is_a_list(reference: Page) -> None:
    expect(reference.locator(".picture .answers").first).to_be_hidden()
    reference.set_viewport_size({"width": 390, "height": 800})
    expect(reference.locator(".picture .drawing").first).to_be_hidden()
    expect(reference.locator(".picture .answers").first).to_be_visible()
    problems = reference.locator(".picture .drawing .box.problems").count()
    assert reference.locator(".picture .answers > li").count() >= problems > 0


def test_printing_a_folder_prints_its_drafts(folder: Page) -> None:
    drafts = folder.locator("#drafts tbody a").count()
    folder.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folder.locator("#printed .printed").count() == drafts > 1
    expect(folder.locator("#printed .printed").first).to_be_hidden()
    folder.emulate_media(media="print")
    expect(folder.locator("#printed .printed .paper").first).to_be_visible()
    folder.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folder.locator("#printed .printed").count() == 0


def test_the_number_stands_before_its_mark(reference: Page) -> None:
    said = "element => ['::before', '::after'].map(name => getComputedStyle(element, name).content)"
    before, after = reference.locator(".para mark[data-number]").first.evaluate(said)
    assert (before, after) == ('"1"', "none")


def test_a_clean_draft_has_its_outline_and_text(browser: Browser, tmp_path: Path) -> None:
    file = written(tmp_path / "report.html", checked("一、甲\n二、乙\n", "好.txt"), checked("XX", "二.txt"))
    with opened(browser, file) as page:
        page.get_by_role("link", name="好.txt").click()
        expect(page.locator("#draft .path")).to_have_text("好.txt")
        expect(page.locator(".paper")).to_contain_text("一、甲")
        expect(page.locator(".side.outline")).to_contain_text("乙")
        expect(page.locator(".side.list .card")).to_have_count(0)


CORRESPONDING = """\
江城市园林局领导班子民主生活会对照检查材料
按照要求，现将有关情况报告如下。
一、存在的问题
（一）在理论学习方面。学习研讨不够经常，读书班组织得少。
（二）在工作作风方面。联系群众不够紧密，到村入户调研少。
二、整改措施
（一）强化理论学习。每月开展学习研讨，办好读书班。
（二）改进工作作风。领导干部到村入户调研，密切联系群众。
"""


def test_a_clean_draft_has_its_picture(browser: Browser, tmp_path: Path) -> None:
    clean = checked(CORRESPONDING, "好.txt", FAKES)
    assert clean.findings == ()
    with opened(browser, written(tmp_path / "report.html", clean, checked("XX", "二.txt"))) as page:
        page.get_by_role("link", name="好.txt").click()
        expect(page.locator(".picture .box")).to_have_count(4)
        expect(page.locator(".picture .link")).to_have_count(2)
        expect(page.locator(".picture .box.lacking")).to_have_count(0)


@pytest.mark.parametrize("width", [390, 800, 1440])
def test_table_of_drafts_fits_its_sheet(browser: Browser, seeds: Path, width: int) -> None:
    with opened(browser, seeds, width=width) as page:
        table = page.locator(".sheet:has(#drafts)")
        assert table.evaluate("each => each.scrollWidth - each.clientWidth") <= 0
        expect(page.locator("#drafts tbody th").first).to_have_text("banzi-duizhao-wenlv.txt")
        expect(page.locator("#drafts tbody th").first).to_have_attribute("title", "seeds/banzi-duizhao-wenlv.txt")
