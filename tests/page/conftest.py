"""One browser for all tests of the page."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.support.browser import Visit, chromium, served, visit

Look = Callable[..., Visit]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def look(browser: Browser, tmp_path: Path) -> Iterator[Look]:
    """Open the HTML of a page, as a file or over HTTP."""
    with ExitStack() as stack:

        def open_page(html: str, *, http: bool = False, address: str = "", **wanted: Any) -> Visit:
            if http:
                url = stack.enter_context(served(index=html))
            else:
                file = tmp_path / "index.html"
                file.write_text(html, "utf-8")
                url = file.as_uri()
            return stack.enter_context(visit(browser, url + address, **wanted))

        yield open_page
