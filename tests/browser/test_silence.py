"""No page says anything to anybody: no console, no third party, nothing stored."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Page

from tests.browser.visiting import STATES, visit

# Chromium itself reports every 4xx page like this.
REFUSED = "the server responded with a status of 4"
STORED = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage),
  ...await caches.keys(), ...await indexedDB.databases(),
  ...await navigator.serviceWorker.getRegistrations(), document.cookie,
].filter(Boolean)"""


def listen(page: Page) -> list[str]:
    """Collect what the page says in the console, and errors of its scripts."""
    heard: list[str] = []

    def console(message: ConsoleMessage) -> None:
        if REFUSED not in message.text:
            heard.append(message.text)

    page.on("console", console)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def stored(page: Page) -> list[Any]:
    """Everything that the page keeps in the browser."""
    return page.context.cookies() + page.evaluate(STORED)


@pytest.mark.parametrize("state", STATES)
def test_a_page_is_silent_and_keeps_nothing(page, site, state):
    heard = listen(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    visit(page, state)
    page.wait_for_load_state("networkidle")

    assert heard == []
    assert [url for url in asked if not url.startswith(f"{site}/")] == []
    assert len(asked) <= 10
    assert stored(page) == []


def test_the_ear_hears_and_the_eye_sees(page):
    heard = listen(page)
    page.goto("/")
    page.evaluate(
        "console.log('heard'); localStorage.kept = 1; document.cookie = 'c=1'"
    )
    assert heard == ["heard"]
    assert len(stored(page)) == 3
