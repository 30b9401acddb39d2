import base64
import hashlib
import re
from importlib.resources import files

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lint.engine.result import FileResult
from lint.reporters.base import Style
from lint.rulebook.finding import Finding, Fix, Related
from lint.text.edit import Edit
from lint.text.source import Source, Span
from tests.fakes import RULEBOOK
from tests.reporters.html.pages import STYLE, Page, checked, page
from tests.reporters.written import ANY, FAILED, HARD, result, written

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt;",
    "\u2028\u2029\0",
)
NASTY = st.one_of(ANY, st.sampled_from(HOSTILE), st.tuples(ANY, st.sampled_from(HOSTILE), ANY).map("".join))
# What a draft holds was decoded: it has no lone surrogates. A path and a message may have them.
DECODED = NASTY.map(lambda text: text.encode("utf-8", "replace").decode())


def shape(of: Page) -> list[str]:
    return [tag for tag, _ in of.elements]


def hostile(path: str, text: str, message: str) -> FileResult:
    """A finding whose every word was written by someone else."""
    span = Span(0, len(text))
    fix = Fix(True, (Edit(span, message),))
    finding = Finding(path, "a/b", "info", message, span, message, fix, (Related(span, message),))
    return FileResult(path, (finding,), Source("稿.txt", text))


def shown(text: str) -> str:
    """A draft's text as the page holds it, blanks around its lines and its newlines aside."""
    return re.sub(r"\s", "", text)


@given(path=NASTY, text=DECODED, message=NASTY)
@example(path="\ud800", text="?", message="\ud800")
def test_what_others_wrote_is_data_and_never_markup(path: str, text: str, message: str) -> None:
    plain = page(hostile("稿.txt", "甲", "乙"))
    taken = page(hostile(path, text, message))
    assert shape(taken) == shape(plain)
    assert taken.raw == plain.raw
    draft = taken.data["draft-0"]
    assert (draft["path"], draft["findings"][0]["message"]) == (path, message)
    pieces = [piece for paragraph in draft["paragraphs"] for piece in paragraph["pieces"]]
    written_out = "".join(piece if isinstance(piece, str) else piece["text"] for piece in pieces)
    assert shown(written_out) == shown(text)


@given(error=NASTY)
def test_why_a_draft_was_not_checked_is_escaped(error: str) -> None:
    plain, taken = page(FileResult("稿.txt", error="读不了")), page(FileResult("稿.txt", error=error or "?"))
    assert shape(taken) == shape(plain)
    assert taken.data["rows"][0]["error"] == (error or "?")


def test_data_holds_no_sign_that_could_end_its_element() -> None:
    text = written("html", *(hostile(each, each, each) for each in HOSTILE))
    inside = re.findall(r'<script type="application/json" id="draft-\d+">(.*?)</script>', text)
    assert len(inside) == len(HOSTILE)
    assert not any(re.search("[<>&\u2028\u2029]", data) for data in inside)


def test_policy_allows_only_the_styles_and_the_script_of_the_page() -> None:
    taken = page(*HARD)
    [policy] = [each["content"] for each in taken.attributes("meta") if "http-equiv" in each]

    def hashed(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    [script], styles = taken.raw["script"], taken.raw["style"]
    assert policy == (
        f"default-src 'none'; style-src {' '.join(map(hashed, styles))}; script-src {hashed(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def test_page_refers_to_nothing_outside_itself() -> None:
    taken = page(*HARD)
    assert not {"link", "img", "iframe", "object", "base"} & set(shape(taken))
    for _, attributes in taken.elements:
        assert not {"src", "style"} & attributes.keys()
        assert not any(name.startswith("on") for name in attributes)
        assert (attributes.get("href") or "#").startswith("#")
    assert "url(" not in "".join(taken.raw["style"])
    assert "@import" not in "".join(taken.raw["style"])


def test_script_makes_elements_and_no_markup() -> None:
    script = "".join(page().raw["script"])
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|fetch\(", script
    )


def test_every_file_of_the_page_is_in_it() -> None:
    taken = page(*HARD)
    folder = files("lint.reporters.html") / "page"
    for file in folder.iterdir():
        if file.name.endswith((".js", ".css")):
            text = file.read_text("utf-8")
            assert any(text in each for each in taken.raw["script" if file.name.endswith(".js") else "style"]), (
                file.name
            )


def test_only_drafts_with_findings_carry_their_text() -> None:
    taken = page(*HARD)
    assert [name for name in taken.data if name.startswith("draft-")] == ["draft-2", "draft-3"]
    assert [row["path"] for row in taken.data["rows"]] == ["空.txt", FAILED, *(each.path for each in HARD[2:])]


def test_table_has_a_row_for_each_draft() -> None:
    taken = page(*HARD)
    assert [each["class"] for each in taken.attributes("tr") if "data-number" in each] == [
        "clean",
        "failed",
        "faulty",
        "faulty",
    ]
    assert [each["href"] for each in taken.attributes("a")] == ["#main", "#d2", "#d3"]


def test_rules_are_described_once() -> None:
    taken = page(result("XX"), result("XX，，"), style=Style(rules=RULEBOOK.rules))
    assert taken.data["rules"] == {
        "placeholders/unfilled": {"title": "占位未填", "why": "占位符不应留在定稿里。", "tier": "norm"},
        "punctuation/doubled": {"title": "标点重复", "why": "标点不重复。", "tier": "practice"},
    }


def test_no_drafts_at_all() -> None:
    taken = page()
    assert taken.data["rows"] == []
    assert "没有可检查的文稿" in "".join(taken.texts)


@pytest.mark.parametrize(
    ("lang", "html_lang", "title"), [("zh", "zh-CN", "文稿检查报告"), ("en", "en", "Report on drafts")]
)
def test_languages(lang: str, html_lang: str, title: str) -> None:
    taken = page(checked("XX"), style=Style(lang="en" if lang == "en" else "zh", rules=STYLE.rules))
    assert taken.attributes("html") == [{"lang": html_lang}]
    assert title in taken.texts
    chinese = re.findall("[\u4e00-\u9fff]+", "".join(taken.texts))
    assert bool(chinese) is (lang == "zh") or chinese == ["稿"]
