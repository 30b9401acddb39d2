"""The documentation site: built strictly, a page for each rule, its examples marked, nothing loaded from elsewhere."""

import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from lint.config.config_file import Config
from lint.rulebook.rule import Rule
from lint.rulebook.rule_site import rule_page
from lint.rulebook.rulebook import builtin_folder, load_rulebook

ROOT = Path(__file__).parent.parent.parent
RULES = load_rulebook([builtin_folder()]).rules


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, encoding="utf-8", check=False)
    assert built.returncode == 0, built.stderr
    return folder


def page(site: Path, rule: Rule) -> str:
    address = rule_page("https://wengao.example", rule.id)
    return (site / address.removeprefix("https://wengao.example/") / "index.html").read_text("utf-8")


def test_every_rule_has_a_page_where_reports_look_for_it(site: Path) -> None:
    for rule in RULES:
        assert f"<code>{rule.id}</code>" in page(site, rule)
    index = (site / "rules" / "index.html").read_text("utf-8")
    assert [rule.id for rule in RULES if f'href="{rule.id}/"' not in index] == []


def test_examples_stand_on_the_page_as_they_are_with_their_places_marked(site: Path) -> None:
    for rule in RULES:
        shown = re.findall(r'<pre class="draft (\w+)">(.*?)</pre>', page(site, rule), re.DOTALL)
        drafts = [(kind, _unmarked(text)) for kind, text in shown]
        invalid = [("invalid", example.invalid) for example in rule.examples if example.invalid is not None]
        valid = [("valid", example.valid) for example in rule.examples if example.valid is not None]
        expected = [(kind, text.removesuffix("\n")) for kind, text in [*invalid, *valid]]
        assert [draft for draft in drafts if draft[0] != "fixed"] == expected, rule.id
        fixed = [example.fixed.removesuffix("\n") for example in rule.examples if example.fixed is not None]
        assert [text for kind, text in drafts if kind == "fixed"] == fixed, rule.id


def test_no_page_shows_the_signs_for_places(site: Path) -> None:
    pages = "".join(path.read_text("utf-8") for path in (site / "rules").rglob("index.html"))
    assert not re.search("[⟦⟧]", pages)


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    loaded = re.compile(r"""<(?:script|img|link|iframe)\b[^>]*\b(?:src|href)=["']?(?:https?:)?//[^\s"'>]+""")
    styles = re.compile(r"url\(\s*[\"']?(?:https?:)?//")
    for path in site.rglob("*.html"):
        assert loaded.findall(path.read_text("utf-8")) == [], path
    for path in site.rglob("*.css"):
        assert not styles.search(path.read_text("utf-8")), path


def test_no_address_of_the_site_is_named_while_there_is_none(site: Path) -> None:
    assert Config().site_url == ""
    assert 'rel="canonical"' not in (site / "index.html").read_text("utf-8")
    assert "<loc>" not in (site / "sitemap.xml").read_text("utf-8")


def _unmarked(html: str) -> str:
    """The example as it is written: marks in the place of their brackets."""
    return unescape(re.sub(r"<mark[^>]*>(.*?)</mark>", r"⟦\1⟧", html, flags=re.DOTALL))
