"""A page opened in Debian's Chromium without a window, and what must be true of every page: no errors, no requests."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

from tests.integrations.pages import lacking

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def path_of_chromium() -> str:
    """The browser; without it the test is skipped, or fails where WENGAO_LINT_NEED_TOOLS is set."""
    return next((path for path in map(shutil.which, NAMES) if path), None) or lacking(NAMES[0])


@contextmanager
def launched() -> Iterator[Browser]:
    """A browser; root has no sandbox."""
    root = ("--no-sandbox",) if os.name == "posix" and os.getuid() == 0 else ()
    path = path_of_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*QUIET, *root])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(
    browser: Browser, file: Path, *, scheme: Literal["light", "dark"] = "light", width: int = 1440
) -> Iterator[Page]:
    """A file as a page; in the end nothing may have gone wrong and nothing may have been asked of the network."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.set_default_timeout(10_000)
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))

    def refused(dialog: Dialog) -> None:
        said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", refused)
    page.on("request", lambda request: asked.append(request.url))
    try:
        page.goto(file.as_uri())
        yield page
        assert said == []
        assert set(asked) == {file.as_uri()}
    finally:
        context.close()


def artefact(folder: pytest.TempPathFactory, name: str) -> Path:
    """Where a screenshot is kept: in the folder that WENGAO_LINT_ARTEFACTS names, else in a temporary one."""
    kept = os.environ.get("WENGAO_LINT_ARTEFACTS")
    place = Path(kept) if kept else folder.getbasetemp() / "artefacts"
    place.mkdir(parents=True, exist_ok=True)
    return place / name
