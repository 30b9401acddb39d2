"""The page: a template filled as the results come, with its style and script inside and a policy that allows no other.

Text of drafts reaches the page as data that the script puts into text nodes; what the template itself writes is
escaped.
"""

from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from lint import __version__
from lint.engine.result import FileResult
from lint.reporters.base import Style
from lint.reporters.html.draft import draft
from lint.reporters.html.embedding import embedded, hashed
from lint.reporters.html.labels import page_words
from lint.reporters.html.summary import WORST_FIRST, Summary
from lint.text.display import printable

DRAFT_STYLES = ("light.css", "frame.css", "paper.css", "side.css", "picture.css", "print.css")
"""How a draft and its findings look, in the report and in any other shell."""
DRAFT_SCRIPTS = (
    "elements.js",
    "theme.js",
    "filters.js",
    "details.js",
    "paper.js",
    "outline.js",
    "picture.js",
    "list.js",
    "tip.js",
    "draft.js",
    "keys.js",
)
"""What shows a draft with its findings; the shell has ``words`` and ``rules``."""
_STYLES = ("light.css", "frame.css", "overview.css", *DRAFT_STYLES[2:])
_SCRIPTS = ("elements.js", "data.js", *DRAFT_SCRIPTS[1:], "overview.js", "view.js", "start.js")


def write(results: Iterable[FileResult], out: TextIO, style: Style) -> None:
    """Write the page, each draft as it comes and the summary once all are known."""
    styles, dark, script = joined(_STYLES), joined(["dark.css"]), f'"use strict";\n{{\n{joined(_SCRIPTS)}}}\n'
    summary = Summary(style)
    words = page_words(style.lang)
    page = environment().get_template("page.html.jinja")
    out.writelines(
        page.generate(
            words=words,
            version=__version__,
            styles=Markup(styles),
            dark=Markup(dark),
            script=Markup(script),
            policy=_policy((styles, dark), script),
            drafts=_drafts(results, summary, style),
            summary=summary,
            severities=WORST_FIRST,
        )
    )
    out.write("\n")


def _drafts(results: Iterable[FileResult], summary: Summary, style: Style) -> Iterator[tuple[int, Markup]]:
    """The data of each draft that was read, with its number among all drafts."""
    for number, result in enumerate(results):
        summary.add(result)
        if result.source:
            yield number, _data(draft(result, result.source, style))


def _policy(styles: Iterable[str], script: str) -> str:
    """Nothing is loaded, nothing is sent, and only these styles and this script hold."""
    hashes = " ".join(map(hashed, styles))
    return f"default-src 'none'; style-src {hashes}; script-src {hashed(script)}; base-uri 'none'; form-action 'none'"


def environment() -> Environment:
    """Templates that escape what they are given."""
    environment = Environment(
        loader=PackageLoader("lint.reporters.html", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"data": _data, "printable": printable}
    return environment


def _data(value: object) -> Markup:
    return Markup(embedded(value))


def joined(names: Iterable[str]) -> str:
    """Files of the page as one text; a browser reads every newline as a line feed, and so must the hash."""
    folder = files("lint.reporters.html") / "page"
    return "".join((folder / name).read_text("utf-8").replace("\r\n", "\n") for name in names)
