"""Nothing is cut off on any screen or sheet, and everything can be hit with a thumb."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.visiting import (
    ARTICLE,
    CLAIM,
    NONSENSE,
    STATES,
    choose,
    field,
    papers,
    press,
    send,
    visit,
)

WIDTHS = (320, 360, 768, 1280)
# A wide table scrolls in a box of its own, which the keyboard reaches too.
TOO_WIDE = """() => {
  const wide = document.documentElement.scrollWidth > innerWidth;
  const beyond = [...document.querySelectorAll('main *, header *, footer *')]
    .filter(node => node.getBoundingClientRect().right > innerWidth + 1
      && node.checkVisibility()
      && !node.closest('svg.hero-rule, .out, .skip, .scroll table'))
    .map(node => node.outerHTML.slice(0, 90));
  return wide ? beyond.concat('the page') : beyond;
}"""
# 44 px for what one presses; 24 for the rest, but for links inside a sentence.
TOO_SMALL = """() => {
  const big = '.button, .choice, .leave, .door, .brand, .nav a, .lines a, summary,'
    + ' select, input:not([type=radio]):not([type=checkbox]):not([type=hidden])';
  const all = [...document.querySelectorAll('a, button, summary, select, input')];
  return all.filter(node => {
    const shown = node.closest('.choice') || node;
    const box = shown.getBoundingClientRect();
    if (!node.checkVisibility() || node.matches('.out, .skip, [type=hidden]')) return 0;
    if (shown.matches(big)) return box.height < 43.5 || box.width < 43.5;
    if (getComputedStyle(shown).display === 'inline') {
      return !shown.closest('p, li, dd').textContent.replace(shown.textContent, '');
    }
    return box.height < 23.5 || box.width < 23.5;
  }).map(node => node.outerHTML.slice(0, 90));
}"""
# What the ruler draws has to stay inside its own picture.
OUTSIDE_THE_RULER = """() => {
  const frame = document.querySelector('.ruler > svg').getBoundingClientRect();
  return [...document.querySelectorAll('.ruler > svg text')].filter(node => {
    const box = node.getBoundingClientRect();
    return box.left < frame.left - 1 || box.right > frame.right + 1
      || box.bottom > frame.bottom + 1;
  }).map(node => node.textContent);
}"""


@pytest.mark.parametrize("state", STATES)
def test_a_page_fits_every_screen_and_every_thumb(page, state):
    visit(page, state)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate(TOO_WIDE) == [], width
        assert page.evaluate(TOO_SMALL) == [], width


@pytest.mark.parametrize("state", ["result", "interval", "proven", "all-unknown"])
def test_the_ruler_is_legible_on_a_phone(page, state):
    visit(page, state)
    assert page.evaluate(OUTSIDE_THE_RULER) == []
    smallest = page.locator(".ruler > svg text").evaluate_all(
        "nodes => Math.min(...nodes.map(node => parseFloat(getComputedStyle(node)"
        ".fontSize) * node.ownerSVGElement.getBoundingClientRect().width / 328))"
    )
    assert smallest >= 11


def test_on_a_phone_today_comes_first_and_on_a_desk_the_ruler_leads(page):
    visit(page, "result")
    today, ruler = page.locator(".today"), page.locator("figure.ruler")
    assert today.bounding_box()["y"] < ruler.bounding_box()["y"]
    page.set_viewport_size({"width": 1280, "height": 900})
    assert ruler.bounding_box()["x"] < today.bounding_box()["x"]
    assert ruler.bounding_box()["y"] < today.bounding_box()["y"] + 100


def test_three_questions_at_first_and_the_rest_by_need(page):
    page.goto("/assess/")
    questions = page.locator("form .field:visible")
    expect(questions).to_have_count(3)
    expect(page.get_by_role("button", name="看看我在哪一步")).to_be_visible()
    choose(page, role="borrower", when="date", papers="none")
    expect(field(page, "due_date")).to_be_visible()
    expect(field(page, "overdue_days")).to_be_hidden()
    expect(field(page, "product")).to_be_visible()
    expect(field(page, "papers.0.kind")).to_be_hidden()
    choose(page, when="days", papers="some", contact_called="yes", agreement="kept")
    expect(field(page, "due_date")).to_be_hidden()
    for name in ("overdue_days", "papers.0.kind", "agreement_next_due"):
        expect(field(page, name)).to_be_visible()
    expect(page.get_by_text("不要再联系我")).to_be_visible()


def test_a_question_with_an_error_is_never_hidden(page):
    wrong = {
        "role": "nobody",
        "when": "unknown",
        "due_date": "昨天",
        "overdue_days": "很久",
        "papers": "none",
        "papers.0.received": "昨天",
        "principal": "很多",
        "agreement_next_due": "明天",
        "contact_refused": "maybe",
    }
    send(page, wrong)
    errors = page.locator(".field--invalid")
    assert errors.count() >= 7
    assert errors.evaluate_all("all => all.every(one => one.checkVisibility())")


def test_without_has_everything_is_simply_there(page):
    """An old browser skips the whole block; here it is taken out."""
    page.route(
        "**/site.css",
        lambda route: route.fulfill(
            content_type="text/css",
            body=route.fetch()
            .text()
            .replace("selector(:has(*))", "selector(:never(*))"),
        ),
    )
    page.goto("/assess/")
    for name in ("due_date", "overdue_days", "papers.0.kind", "principal"):
        expect(field(page, name)).to_be_visible()


def test_twenty_papers_can_be_read_and_changed(page):
    visit(page, "twenty-papers")
    page.get_by_role("link", name="改一改答案").click()
    expect(page.get_by_role("group", name="第 20 份文书")).to_be_visible()
    field(page, "papers.19.verified").select_option("false")
    press(page, "看看我在哪一步")
    answers = page.get_by_role("region", name="您的回答")
    expect(answers).to_contain_text("已向法院核实为假")


@pytest.mark.parametrize("state", ["result", "two-papers", "proven", "contact"])
def test_a_printed_answer_is_short_and_holds_no_controls(page, state):
    visit(page, state)
    page.emulate_media(media="print")
    for selector in ("form", "nav", ".masthead", "button", "input", "select"):
        assert page.locator(f"{selector}:visible").count() == 0, selector
    for heading in ("今天就做", "日期", "他们不能做的"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    expect(page.locator(".ruler > svg")).to_be_visible()
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    assert 1 <= len(sheets) <= 2


@pytest.mark.parametrize("state", [ARTICLE, CLAIM, "/channels/"])
def test_a_printed_page_of_the_library_keeps_its_basis_and_loses_its_controls(
    page, state
):
    visit(page, state)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = false)")
    page.emulate_media(media="print")
    for selector in ("form", "nav", ".masthead", "button", "input"):
        assert page.locator(f"{selector}:visible").count() == 0, selector
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_text("最后核对").first).to_be_visible()
    for heading in page.get_by_role("heading", level=2).all():
        expect(heading).to_be_visible()
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    assert 1 <= len(sheets) <= 4


def test_an_answer_with_errors_keeps_what_was_typed(page):
    with page.expect_response("**/assess/") as response:
        send(page, NONSENSE)
    assert response.value.status == 422
    for name, value in NONSENSE.items():
        if page.locator(f'[name="{name}"][type="radio"]').count():
            expect(page.locator(f'[name="{name}"][value="{value}"]')).to_be_checked()
        else:
            expect(field(page, name)).to_have_value(value)
            expect(field(page, name)).to_be_visible()


def test_errors_of_papers_say_which_paper(page):
    send(page, papers("payment-order", "complaint-copy") | {"papers.1.received": "嗯"})
    line = page.get_by_role("alert").get_by_role("link")
    expect(line).to_contain_text("第 2 份文书")
