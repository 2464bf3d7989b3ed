"""Debian's chromium for tests: a page opened as a reader would, with everything that went wrong in it on record."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Dialog, Page, sync_playwright

from readinglist.exporters import find_exporter
from readinglist.model.catalog import Catalog
from readinglist.serving import server
from tests.support.tools import need

PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser; skip where it is not installed."""
    need("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Visit:
    """A page that is open, and what happened on it."""

    page: Page
    context: BrowserContext
    requests: list[str] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)

    @property
    def shown(self) -> list[str]:
        """The ids of the entries that are shown."""
        return list(self.page.evaluate("[...document.querySelectorAll('.e')].filter(e => !e.hidden).map(e => e.id)"))

    @property
    def status(self) -> str:
        """What the page tells its reader."""
        return self.page.get_by_role("status").inner_text()

    @property
    def search(self) -> Any:
        """The field for queries."""
        return self.page.get_by_role("searchbox")

    def settle(self) -> None:
        """Wait until the script has done what can wait."""
        self.page.get_by_role("checkbox").first.wait_for(state="attached")

    def clipboard(self) -> str:
        """Return what was copied."""
        return str(self.page.evaluate("navigator.clipboard.readText()"))

    def download(self, name: str) -> tuple[str, str]:
        """Press a button, and return the name and the text of the file that it gives."""
        with self.page.expect_download() as given:
            self.page.get_by_role("button", name=name, exact=True).click()
        return given.value.suggested_filename, Path(given.value.path()).read_text("utf-8")


@contextmanager
def visit(browser: Browser, url: str, **wanted: Any) -> Iterator[Visit]:
    """Open a page in a fresh profile."""
    context = browser.new_context(**{"viewport": {"width": 1000, "height": 800}, "locale": "en", **wanted})
    if url.startswith("http"):
        context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    found = Visit(page, context)
    page.on("request", lambda request: found.requests.append(request.url))
    page.on("pageerror", lambda error: found.mistakes.append(str(error)))
    page.on("console", lambda said: found.mistakes.append(said.text) if said.type in ("error", "warning") else None)
    page.on("dialog", lambda dialog: _dismissed(dialog, found))
    page.goto(url)
    yield found
    context.close()


def _dismissed(dialog: Dialog, found: Visit) -> None:
    found.mistakes.append(f"dialog: {dialog.message}")
    dialog.dismiss()


@contextmanager
def served(**files: str) -> Iterator[str]:
    """Serve files on the loopback, `index` as the page; return the address."""
    texts = {f"{name}.html": text for name, text in files.items()}
    with server(texts.get, 0) as running:
        thread = Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()
        thread.join()


def html_of(catalog: Catalog, **options: Any) -> str:
    """Return the page of a catalog."""
    return find_exporter("html")(catalog, options)


@cache
def axe() -> str:
    """Return axe-core's script."""
    import axe_playwright_python  # type: ignore[import-untyped]

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


def violations(page: Page) -> list[str]:
    """Return what axe-core finds wrong, best practices included: the rule and the first element of each."""
    page.evaluate(axe())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found["violations"]]
