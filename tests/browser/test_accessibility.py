"""axe finds nothing on any page in any state, in light and in dark."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.visiting import LIBRARY, STATES, WITHDRAWN, visit

BROKEN = {"errors", "twenty-one-papers", "too-large", "/no-such-page/", WITHDRAWN}
RULES = [
    *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
    "best-practice",
]
OPTIONS: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": RULES},
    "resultTypes": ["violations"],
    # Off by default, being new; it is an AA criterion all the same.
    "rules": {"target-size": {"enabled": True}},
}
# All that a colour scheme can change: the rest is the same document again.
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
# All that more room can change.
ROOM = {
    "runOnly": {
        "type": "rule",
        "values": ["color-contrast", "scrollable-region-focusable", "target-size"],
    },
    "resultTypes": ["violations"],
}


def violations(page: Page, options: dict[str, Any] = OPTIONS) -> list[tuple[str, str]]:
    """Rule and element of everything that axe objects to."""
    page.wait_for_load_state()  # axe waits for nothing itself
    found = Axe().run(page, options=options).response["violations"]
    return [(rule["id"], node["html"]) for rule in found for node in rule["nodes"]]


def in_light_and_dark(page: Page) -> None:
    """Fail on what axe finds in either colour scheme."""
    page.emulate_media(color_scheme="light")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, COLOURS) == []


@pytest.mark.parametrize("state", STATES)
def test_a_page_says_what_it_is_and_axe_finds_nothing(page, state):
    visit(page, state)
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    assert page.locator("h1").count() == 1
    assert page.title().endswith(" · 逾期有数")
    assert page.title().startswith("错误：") == (state in BROKEN)
    in_light_and_dark(page)


@pytest.mark.parametrize("state", LIBRARY)
def test_axe_finds_nothing_in_the_library_on_wider_screens(page, state):
    visit(page, state)
    for width in (768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page, ROOM) == [], width


@pytest.mark.parametrize("state", ["two-papers", "/timeline/renxingdai/"])
def test_axe_finds_nothing_when_everything_is_opened(page, state):
    visit(page, state)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    in_light_and_dark(page)


def test_axe_finds_nothing_when_the_site_itself_fails(page, monkeypatch, caplog):
    def fails() -> None:
        raise ValueError

    monkeypatch.setattr("portal.views.site.source_groups", fails)
    page.goto("/sources/")
    assert page.title().startswith("错误：")
    in_light_and_dark(page)


def test_axe_is_able_to_find_something(page):
    page.goto("/")
    page.evaluate("document.querySelector('h1').outerHTML = '<img src=\"/x.png\">'")
    found = {rule for rule, _ in violations(page)}
    assert {"image-alt", "page-has-heading-one"} <= found


def test_axe_sees_the_colours_of_the_dark_page(page):
    page.emulate_media(color_scheme="dark")
    page.goto("/")
    page.evaluate("document.querySelector('h1').style.color = '#333'")
    assert violations(page, COLOURS)
