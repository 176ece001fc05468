"""The whole way without a mouse: what has the focus is seen, and comes in order."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import ARTICLE, FOUND, NONSENSE, field, send, visit

MOST_TABS = 120
# Where the focus is, in the document: a marker of its own for each element, its
# place, and whether it or the label around it is drawn with an outline.
FOCUSED = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const drawn = [node, node.closest('.choice')].filter(Boolean).some((shown) => {
    const style = getComputedStyle(shown);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  });
  window.visited = window.visited || [];
  if (!window.visited.includes(node)) window.visited.push(node);
  const box = (node.closest('.choice') || node).getBoundingClientRect();
  return {
    number: window.visited.indexOf(node),
    what: node.outerHTML.slice(0, 90),
    drawn,
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0,
    top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left,
  };
}"""


def press_to(page: Page, selector: str, key: str = "Tab") -> None:
    """Press Tab until the element has the focus."""
    target = page.locator(selector)
    for _ in range(MOST_TABS):
        page.keyboard.press(key)
        if target.evaluate("node => node === document.activeElement"):
            return
    pytest.fail(f"Tab never reaches {selector}")


def press_choice(page: Page, name: str, value: str) -> None:
    """Reach a group of radio buttons and move to one of them with the arrow."""
    group = f'[name="{name}"]'
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == name:
            break
    else:
        pytest.fail(f"Tab never reaches {group}")
    page.keyboard.press("Space")
    wanted = page.locator(f'{group}[value="{value}"]')
    for _ in range(page.locator(group).count()):
        if wanted.is_checked():
            return
        page.keyboard.press("ArrowDown")
    pytest.fail(f"the arrow never reaches {value}")


def stops(page: Page) -> list[dict[str, Any]]:
    """Everything that Tab stops at, once through the page."""
    found: list[dict[str, Any]] = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None or stop["number"] < len(found) - 1:
            break
        if stop["number"] == len(found):  # a date takes several presses
            found.append(stop)
    return found


def test_from_the_first_page_to_the_answer_by_keyboard_alone(page):
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_in_viewport()
    page.keyboard.press("Enter")
    press_to(page, ".door--first")
    page.keyboard.press("Enter")

    page.wait_for_url("**/assess/")
    press_choice(page, "role", "borrower")
    press_choice(page, "when", "days")
    page.keyboard.press("Tab")
    page.keyboard.type("9")
    press_choice(page, "papers", "none")
    press_to(page, '[name="product"]')
    page.keyboard.press("ArrowDown")
    expect(field(page, "product")).to_have_value("renxingdai")
    press_to(page, 'button[name="answer"]')
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text("您很可能处于「联系人介入期」")
    press_to(page, 'summary:has-text("为什么这样判断")')
    page.keyboard.press("Enter")
    expect(page.locator(".trace")).to_be_visible()
    press_to(page, 'summary:has-text("改一改答案")')
    page.keyboard.press("Space")
    press_choice(page, "agreement", "broken")
    press_to(page, 'button[name="answer"]')
    page.keyboard.press("Enter")
    expect(page.get_by_text("谈成过，后来没按约定还").first).to_be_visible()


def back(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Whether the focus goes up, or to the left within one line.

    Two are in one line where the middle of the later lies beside the earlier: what
    can be touched around a word may reach a little into the next line.
    """
    middle = (after["top"] + after["bottom"]) / 2
    beside = before["top"] < middle < before["bottom"]
    return middle <= before["top"] or (beside and after["left"] < before["left"])


@pytest.mark.parametrize(
    "state",
    ["/", "/assess/", "errors", "result", "two-papers", "/sources/", ARTICLE, FOUND],
)
def test_the_focus_is_always_seen_and_follows_the_page(page, state):
    visit(page, state)
    found = stops(page)
    assert len(found) > 8
    assert [stop["what"] for stop in found if not stop["drawn"]] == []
    assert [stop["what"] for stop in found if not stop["seen"]] == []
    backwards = [
        after["what"] for before, after in pairwise(found) if back(before, after)
    ]
    assert backwards == []


def test_a_wide_screen_keeps_the_order_of_the_columns(open_page):
    page = open_page(width=1280)
    visit(page, "result")
    assert all(stop["drawn"] and stop["seen"] for stop in stops(page))


def test_errors_take_the_focus_and_lead_to_their_controls(page):
    send(page, NONSENSE)
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    lines = summary.get_by_role("link")
    assert lines.count() == 6
    for index in range(lines.count()):
        target = lines.nth(index).get_attribute("href")
        lines.nth(index).focus()
        page.keyboard.press("Enter")
        control = page.locator(f'[id="{target.removeprefix("#")}"]')
        expect(control).to_be_focused()
        expect(control).to_be_in_viewport()
