"""A real browser, and the site served from this process on a fixed day."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.core.servers.basehttp import (
    ThreadedWSGIServer,
    WSGIRequestHandler,
    get_internal_wsgi_application,
)
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import database as library
from tests.browser.database import apart

TODAY = date(2026, 11, 23)
NAMES = ("chromium", "chromium-browser", "google-chrome")
# The browser itself must stay silent, or its own requests would look like ours.
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 10_000  # milliseconds
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def database(django_test_environment, django_db_blocker, tmp_path_factory):
    """The shipped library, in a database that no other test touches."""
    with django_db_blocker.unblock():
        before = apart(library.create, tmp_path_factory.mktemp("database"))
        yield
        apart(library.destroy, before)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as the machine has it; its absence is excused outside CI only."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        reason = "没有找到 Chromium，浏览器测试没有运行。 No Chromium on this machine."
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site(database: None) -> Iterator[str]:
    """The address of the site, served as ``manage.py demo`` serves it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.utils.timezone.localdate", lambda *_, **__: TODAY)
        server = ThreadedWSGIServer(("127.0.0.1", 0), WSGIRequestHandler)
        server.daemon_threads = False  # closing it waits for their connections
        server.set_app(get_internal_wsgi_application())
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def open_page(site: str, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page in a fresh profile; everything is closed again after the test."""
    contexts = []

    def opened(*, width: int = 360, javascript: bool = True) -> Page:
        context = browser.new_context(
            base_url=site,
            viewport={"width": width, "height": 740},
            java_script_enabled=javascript,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A small phone with JavaScript."""
    return open_page()
