"""The page for drafters in a real browser: written on, dropped on, mended, undone, attacked, and looked at."""

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document
from playwright.sync_api import Browser, BrowserContext, Dialog, Download, FilePayload, Page, expect

from tests.browser.chromium import artefact, launched
from tests.reporters.html.test_page import HOSTILE
from tests.web.serving import running

DRAFT = "关于做好工作的通知\n\n    一是甲事项，抓好落实。三是乙事项，抓好落实。\n    (二)其他事项。\n"
TYPED = "#text"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with running("--jobs", "1", "--max-bytes", "6000000") as service:
        yield service.address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=20_000)
    with launched() as browser:
        yield browser


@contextmanager
def visited(
    browser: Browser,
    address: str,
    *,
    scheme: Literal["light", "dark"] = "light",
    width: int = 1440,
    locale: str = "zh-CN",
    context: BrowserContext | None = None,
) -> Iterator[Page]:
    """The page; in the end the console is empty, no policy was violated and nothing was asked of another place."""
    own = context or browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale=locale, accept_downloads=True
    )
    page = own.new_page()
    page.set_default_timeout(20_000)
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))

    def refused(dialog: Dialog) -> None:
        said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", refused)
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', one => console.error('policy', one.violatedDirective))"
    )
    try:
        page.goto(address)
        yield page
        assert said == []
        assert [url for url in asked if not url.startswith((address, "blob:"))] == []
        assert own.cookies() == []
    finally:
        page.close()
        if context is None:
            own.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with visited(browser, address) as page:
        yield page


def texts(page: Page, selector: str) -> list[str]:
    return page.locator(selector).all_text_contents()


def typed(page: Page, text: str) -> None:
    """A draft in the field, checked."""
    page.fill(TYPED, text)
    expect(page.locator("#state")).to_contain_text("已检查")


def dropped(page: Page, *files: tuple[str, bytes]) -> None:
    """Files dropped on the page."""
    page.evaluate(
        """files => {
          const data = new DataTransfer();
          for (const [name, bytes] of files) data.items.add(new File([new Uint8Array(bytes)], name));
          dispatchEvent(new DragEvent("dragover", {dataTransfer: data, bubbles: true, cancelable: true}));
          dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
        }""",
        [[name, list(data)] for name, data in files],
    )


def chosen(page: Page, *files: tuple[str, bytes]) -> None:
    """Files chosen in the dialog, for those too large to be dropped by a script."""
    payloads: list[FilePayload] = [
        {"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in files
    ]
    page.set_input_files("#files", payloads)


def word(*paragraphs: str) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def saved(page: Page, act: Callable[[], Any]) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        act()
    download: Download = waiting.value
    return download.suggested_filename, Path(download.path()).read_bytes()


def requests_of(page: Page, part: str) -> list[str]:
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url) if f"/api/{part}" in request.url else None)
    return found


def test_empty_page_says_what_to_do_and_has_three_samples(page: Page) -> None:
    expect(page.locator("#welcome")).to_contain_text("把文稿拖到本页任何地方")
    assert texts(page, "#samples button") == ["对照检查材料", "通知", "工作总结"]
    expect(page.locator("#actions")).to_be_hidden()
    for number, drawn in enumerate([1, 0, 1]):
        page.locator("#samples button").nth(number).evaluate("button => button.click()")
        expect(page.locator("#state")).to_contain_text("已检查")
        expect(page.locator(".picture")).to_have_count(drawn)
        assert page.locator(".card").count() > 1


def test_pasted_draft_is_shown_in_three_columns(page: Page) -> None:
    page.locator(TYPED).focus()
    page.evaluate("text => document.execCommand('insertText', false, text)", DRAFT)
    expect(page.locator(".card")).to_have_count(3)
    assert texts(page, ".card .message") == [
        "“一是…”序号依次为“一、三”，缺“二”；如无漏写，应为“一、二”",
        "“(二)”应写作“（二）”",
        "这一组序号从“二”开始，应从“一”开始",
    ]
    expect(page.locator(".tree li[role=treeitem]").first).to_be_visible()
    expect(page.locator(".paper mark[data-begins='0']")).to_have_text("三是")
    assert page.locator(TYPED).input_value() == DRAFT


def test_nothing_is_checked_while_a_composition_is_open(page: Page) -> None:
    asked = requests_of(page, "view")
    page.locator(TYPED).focus()
    session = page.context.new_cdp_session(page)
    for composed in ("y", "yi", "一"):
        session.send(
            "Input.imeSetComposition",
            {"text": composed, "selectionStart": len(composed), "selectionEnd": len(composed)},
        )
    page.wait_for_timeout(700)
    assert asked == []
    session.send("Input.insertText", {"text": "一是甲。"})
    expect(page.locator(".paper")).to_contain_text("一是甲。")
    assert len(asked) == 1


def test_caret_stays_where_the_drafter_writes(page: Page) -> None:
    typed(page, DRAFT)
    page.evaluate("document.querySelector('#text').setSelectionRange(12, 12)")
    page.keyboard.type("各处", delay=20)
    expect(page.locator(".paper")).to_contain_text("各处")
    assert page.evaluate("[document.activeElement.id, document.activeElement.selectionStart]") == ["text", 14]
    page.keyboard.type("室")
    expect(page.locator(".paper")).to_contain_text("各处室")
    assert page.evaluate("document.activeElement.selectionStart") == 15


def test_a_pause_after_the_last_key_is_one_check(page: Page) -> None:
    asked = requests_of(page, "view")
    page.locator(TYPED).press_sequentially("一是甲。三是乙。", delay=40)
    expect(page.locator(".card")).to_have_count(1)
    assert len(asked) == 1


def test_safe_fix_changes_the_text_in_place_and_is_marked(page: Page) -> None:
    typed(page, DRAFT)
    page.locator(".card", has_text="应写作").locator(".open").click()
    page.locator(".card.chosen .mend").click()
    expect(page.locator(TYPED)).to_have_value(DRAFT.replace("(二)", "（二）"))
    expect(page.locator("#said")).to_have_text("已修改 1 处发现")
    expect(page.locator(".paper .mended")).to_have_count(2)
    page.click("#undo")
    expect(page.locator(TYPED)).to_have_value(DRAFT)
    expect(page.locator(".paper .mended")).to_have_count(0)
    page.click("#redo")
    expect(page.locator(TYPED)).to_have_value(DRAFT.replace("(二)", "（二）"))
    page.locator(TYPED).press("Control+z")
    expect(page.locator(TYPED)).to_have_value(DRAFT)


def test_all_safe_fixes_with_one_click(page: Page) -> None:
    typed(page, DRAFT)
    page.click("#mend-safe")
    expect(page.locator(TYPED)).to_have_value(DRAFT.replace("(二)", "（二）"))
    expect(page.locator("#mend-safe")).to_be_disabled()


def test_unsafe_fix_is_shown_as_a_difference_first(page: Page) -> None:
    typed(page, DRAFT)
    page.locator(".card").first.locator(".open").click()
    page.locator(".card.chosen .mend").click()
    expect(page.locator("#difference")).to_be_visible()
    assert [texts(page, "#changes del"), texts(page, "#changes ins")] == [["三"], ["二"]]
    page.get_by_role("button", name="不改").click()
    expect(page.locator(TYPED)).to_have_value(DRAFT)
    page.locator(".card.chosen .mend").click()
    page.click("#confirm")
    expect(page.locator(TYPED)).to_have_value(DRAFT.replace("三是", "二是"))


def test_what_is_typed_after_a_fix_keeps_the_mark(page: Page) -> None:
    typed(page, DRAFT)
    page.click("#mend-safe")
    expect(page.locator(".paper .mended").first).to_be_visible()
    before = page.locator(".paper .mended").count()
    page.evaluate("document.querySelector('#text').setSelectionRange(0, 0)")
    page.locator(TYPED).focus()
    page.keyboard.type("再论")
    expect(page.locator(".paper")).to_contain_text("再论关于")
    assert page.locator(".paper .mended").count() == before


def test_keys_go_through_the_findings_and_mend(page: Page) -> None:
    typed(page, DRAFT)
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    expect(page.locator(".card.chosen .tag")).to_contain_text("1")
    page.keyboard.press("p")
    page.keyboard.press("p")
    page.locator(".card", has_text="应写作").locator(".open").click()
    page.keyboard.press("f")
    expect(page.locator(TYPED)).to_have_value(DRAFT.replace("(二)", "（二）"))
    page.keyboard.press("z")
    expect(page.locator(TYPED)).to_have_value(DRAFT)
    page.locator(".card", has_text="应写作").locator(".open").click()
    page.keyboard.press("e")
    selected = page.evaluate("(f => f.value.slice(f.selectionStart, f.selectionEnd))(document.activeElement)")
    assert selected == "(二)"


def test_three_files_at_once_are_three_tabs(page: Page) -> None:
    dropped(
        page,
        ("甲.txt", DRAFT.encode("gb18030")),
        ("乙.md", "# 汇报\n\n一切正常。\n".encode()),
        ("丙.docx", word("一是甲。三是乙。")),
    )
    expect(page.locator(".tab .count.error")).to_have_count(2)
    expect(page.locator(".tab .name")).to_have_text(["甲.txt", "乙.md", "丙.docx"])
    expect(page.locator("#editor")).to_be_hidden()
    page.keyboard.press("]")
    expect(page.locator(".head .path")).to_have_text("乙.md")
    page.locator(".tab .to", has_text="丙").click()
    expect(page.locator(".head .path")).to_have_text("丙.docx")
    expect(page.locator(".card .message")).to_contain_text(["序号依次为“一、三”"])
    page.get_by_role("button", name="关闭 丙.docx").click()
    expect(page.locator(".tab .name")).to_have_text(["甲.txt", "乙.md"])


def test_mended_text_file_keeps_its_encoding_and_newlines(page: Page) -> None:
    crlf = DRAFT.replace("\n", "\r\n")
    dropped(page, ("通知 稿.txt", crlf.encode("gb18030")))
    expect(page.locator("#save")).to_be_disabled()
    page.click("#mend-safe")
    expect(page.locator("#save")).to_be_enabled()
    expect(page.locator(".paper .mended").first).to_be_visible()
    name, data = saved(page, lambda: page.click("#save"))
    assert (name, data) == ("通知 稿.txt", crlf.replace("(二)", "（二）").encode("gb18030"))
    page.click("#undo")
    expect(page.locator("#save")).to_be_disabled()


def test_word_draft_is_there_with_comments_and_mended(page: Page) -> None:
    dropped(page, ("请示.docx", word("关于经费的请示", "一是甲事项。三是乙事项。", "(二)其他。")))
    name, data = saved(page, lambda: page.click("#annotate"))
    assert name == "请示.批注.docx"
    assert "序号依次为" in zipfile.ZipFile(io.BytesIO(data)).read("word/comments.xml").decode()
    page.click("#mend-safe")
    expect(page.locator("#save")).to_be_enabled()
    name, data = saved(page, lambda: page.click("#save"))
    assert name == "请示.docx"
    assert [each.text for each in Document(io.BytesIO(data)).paragraphs][2] == "（二）其他。"


def test_genre_and_rules_are_chosen_and_kept_without_the_draft(page: Page) -> None:
    typed(page, DRAFT)
    page.locator(".card").first.locator(".open").click()
    page.locator(".card.chosen .off-here").click()
    expect(page.locator("#rules")).to_have_text("规则（停用 1）")
    expect(page.locator(".card", has_text="序号依次为")).to_have_count(0)
    page.select_option("#genre", label="请示")
    expect(page.locator("#head")).to_contain_text("请示")
    expect(page.locator("#head")).to_contain_text("本稿按所选文种检查")
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert "numbering/gap" in kept
    assert "事项" not in kept
    page.reload()
    assert page.locator(TYPED).input_value() == ""
    typed(page, DRAFT)
    expect(page.locator("#rules")).to_have_text("规则（停用 1）")
    page.click("#rules")
    page.click("#rules-reset")
    page.locator("#rules-off form button", has_text="关闭").click()
    expect(page.locator("#rules")).to_have_text("规则")
    expect(page.locator(".card", has_text="序号依次为")).to_have_count(1)


def test_a_whole_category_is_switched_off(page: Page) -> None:
    typed(page, DRAFT)
    page.click("#rules")
    page.locator("[data-rule=numbering]").uncheck()
    expect(page.locator("[data-rule='numbering/gap']")).to_be_disabled()
    page.keyboard.press("Escape")
    expect(page.locator(".card", has_text="序号依次为")).to_have_count(0)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "旧稿.doc",
            bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),
            "是旧式 Word 文件（.doc），请在 Word 或 WPS 中另存为 .docx 再检查",
        ),
        ("照片.txt", bytes(range(256)), "不是可读的文稿，应为 UTF-8、GB18030 或带 BOM 的 UTF-16 文本"),
        ("空壳.docx", b"PK\x03\x04 broken", "不是完整的 .docx，请重新取得，或用 Word、WPS 打开修复后另存为 .docx"),
    ],
)
def test_errors_are_said_as_the_command_says_them(page: Page, name: str, data: bytes, said: str) -> None:
    with page.expect_response("**/api/view") as response:
        dropped(page, (name, data))
    assert response.value.status == 200
    expect(page.locator("#problems")).to_contain_text(said)
    expect(page.locator(".tab .count.error")).to_have_text("!")


def test_hostile_draft_is_shown_as_text(page: Page) -> None:
    for attack in HOSTILE:
        if "\0" in attack:
            page.fill(TYPED, f"一是{attack}甲。三是乙。")
            expect(page.locator("#problems")).to_contain_text("不是可读的文稿")
        else:
            typed(page, f"一是{attack}甲。三是乙。")
            expect(page.locator(".paper")).to_contain_text(attack.split("\u2028")[0])
    dropped(page, ("<img src=x onerror=alert(1)>.txt", "一是<script>alert(1)</script>。三是乙。".encode()))
    expect(page.locator(".head .path")).to_have_text("<img src=x onerror=alert(1)>.txt")
    assert page.locator("article script, .tabs img").count() == 0


def test_zip_bomb_is_refused(page: Page) -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        bomb.writestr("word/document.xml", b"0" * (600 << 20), compresslevel=1)
    chosen(page, ("炸弹.docx", kept.getvalue()))
    expect(page.locator("#problems")).to_contain_text("解压后过大，不予读取")
    chosen(page, ("大.txt", b"x" * 6_000_001))
    expect(page.locator("#problems")).to_have_text("文件过大，应不超过 6000000 个字节")


def test_line_of_five_megabytes_is_checked_and_its_beginning_shown(page: Page) -> None:
    line = "一是抓学习，抓落实。三是抓作风。" + "各部门抓好学习，把任务落到实处。" * 110_000
    chosen(page, ("长.txt", line.encode()[:5_000_001]))
    expect(page.locator("#head")).to_contain_text("文稿过长", timeout=100_000)
    expect(page.locator(".card")).to_have_count(1)
    assert len(page.locator(".paper").text_content() or "") < 400_000


def test_two_tabs_know_nothing_of_each_other(browser: Browser, address: str) -> None:
    context = browser.new_context(locale="zh-CN")
    with visited(browser, address, context=context) as one, visited(browser, address, context=context) as other:
        typed(one, DRAFT)
        typed(other, "一是甲。三是乙。")
        one.click("#mend-safe")
        expect(one.locator(TYPED)).to_have_value(DRAFT.replace("(二)", "（二）"))
        expect(other.locator(TYPED)).to_have_value("一是甲。三是乙。")
        other.reload()
        expect(other.locator(TYPED)).to_have_value("")
        expect(one.locator(TYPED)).to_have_value(DRAFT.replace("(二)", "（二）"))
    context.close()


def test_english_by_the_browser_and_by_a_switch(browser: Browser, address: str) -> None:
    with visited(browser, address, locale="en-GB") as page:
        expect(page.locator("#welcome h2")).to_have_text("Check a draft")
        page.fill(TYPED, DRAFT)
        expect(page.locator(".card .message").first).to_contain_text("markers run")
        page.click("#language")
        expect(page.locator(".card .message").first).to_contain_text("序号依次为")
        expect(page.locator(TYPED)).to_have_value(DRAFT)
        assert page.evaluate("document.documentElement.lang") == "zh-CN"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Browser, address: str, scheme: Literal["light", "dark"]) -> None:
    with visited(browser, address, scheme=scheme) as page:
        found = [blunders(page)]
        page.locator("#samples button").first.click()
        expect(page.locator(".card").first).to_be_visible()
        page.locator(".card .open").nth(2).click()
        found.append(blunders(page))
        page.click("#rules")
        found.append(blunders(page))
        page.keyboard.press("Escape")
        page.click("#mend-all")
        expect(page.locator("#difference")).to_be_visible()
        found.append(blunders(page))
        page.keyboard.press("Escape")
        assert found == [[], [], [], []]


def blunders(page: Page) -> list[str]:
    """What axe-core calls serious or critical; its script is run by the test and not by the page."""
    page.wait_for_timeout(100)
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {node['html'][:120]}"
        for each in found
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("width", [360, 800])
def test_small_screen_shows_the_findings_between_what_is_written_and_the_paper(
    browser: Browser, address: str, width: int
) -> None:
    with visited(browser, address, width=width) as page:
        page.locator("#samples button").first.click()
        expect(page.locator(".card").first).to_be_visible()
        page.locator(".card .open").nth(2).click()
        places = "['#editor', '#list', '.paper', '#outline'].map(one => document.querySelector(one))"
        boxes = page.evaluate(f"{places}.map(one => one.getBoundingClientRect()).map(box => [box.top, box.bottom])")
        assert all(above[1] <= below[0] for above, below in pairwise(boxes))


def test_small_screen_shows_the_picture_as_a_list_and_all_of_the_paper(browser: Browser, address: str) -> None:
    with visited(browser, address, width=360) as page:
        page.locator("#samples button").first.click()
        expect(page.locator(".picture .canvas")).to_be_hidden()
        expect(page.locator(".picture .answers")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 800, 1440, 1920])
def test_screenshots(
    browser: Browser,
    address: str,
    scheme: Literal["light", "dark"],
    width: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with visited(browser, address, scheme=scheme, width=width) as page:
        for name in ("web-empty", "web-draft"):
            page.screenshot(path=artefact(tmp_path_factory, f"{name}-{width}-{scheme}.png"))
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            if name == "web-empty":
                page.locator("#samples button").first.click()
                page.locator(".card .open").nth(2).click()
                page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=artefact(tmp_path_factory, f"web-draft-{width}-{scheme}.png"), full_page=True)
