"""A contact and a guarantor find out where they stand, with JavaScript and without."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import in_light_and_dark
from tests.browser.test_silence import listen, stored
from tests.browser.visiting import Opener, choose, field, press

CONTACT = "/contact/"
OPEN_ALL = "document.querySelectorAll('details').forEach(d => { d.open = true })"


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def either(request: pytest.FixtureRequest, open_page: Opener) -> Page:
    return open_page(javascript=request.param)


def heard(page: Page, *said: str) -> None:
    """Tick what the caller said."""
    for one in said:
        control = page.locator(f'[name="said"][value="{one}"]')
        page.locator("label", has=control).click()


def ask(page: Page) -> None:
    """Ask for the answer."""
    press(page, "看看我该怎么办")


def test_a_contact_hears_that_nothing_is_owed_and_takes_the_letter_home(either):
    page = either
    page.goto("/")
    page.get_by_role("link", name="我不是借款人，却被催").click()
    choose(page, signed="nothing", told="yes")
    field(page, "lender_kind").select_option("micro-loan")
    heard(page, "ask-to-pay", "debt-details", "insult")
    ask(page)

    expect(page.locator("h1")).to_have_text("只是联系人，就不用还")
    first = page.locator("#first-screen")
    expect(first).to_contain_text("我不是借款人，也没有担保")
    expect(first).to_contain_text("我替他还")
    assert len("".join(first.inner_text().split())) <= 300
    expect(page.locator(".todo > li").first).to_contain_text("今天就投诉")
    complaints = page.get_by_role("region", name="还在打：按这个顺序投诉")
    orders = complaints.locator(".advice > li")
    expect(orders.nth(1)).to_contain_text("地方金融管理局")

    with page.expect_download() as promise:
        page.get_by_role("button", name="存成纯文字").click()
    assert promise.value.suggested_filename == "letter-01.txt"
    saved = Path(promise.value.path()).read_text("utf-8-sig")
    assert saved.startswith("请停止联系我")

    assert page.url.endswith(CONTACT)
    page.get_by_role("link", name="填空：请停止联系我").click()
    expect(page.locator("h1")).to_contain_text("请停止联系我")


def test_a_guarantor_is_led_to_form_and_period_and_denies_nothing(either):
    page = either
    page.goto(CONTACT)
    choose(page, signed="guarantee", told="no")
    field(page, "lender_kind").select_option("bank")
    heard(page, "guarantor")
    ask(page)

    expect(page.locator("h1")).to_have_text("签过保证，先看方式和期间")
    script = page.locator("#say-text")
    expect(script).to_contain_text("看清以前，我什么都不认")
    expect(script).not_to_contain_text("没有担保")
    page.get_by_role("region", name="您的情形，接着看").get_by_role("link").click()
    expect(page).to_have_url(re.compile("/contact/guarantor/$"))
    expect(page.get_by_role("region", name="三、期间过没过")).to_contain_text("6 个月")


def test_the_answers_can_be_changed(either):
    page = either
    page.goto(CONTACT)
    choose(page, signed="nothing")
    heard(page, "your-loan")
    ask(page)
    expect(page.locator("h1")).to_have_text("先查清：是不是您办的")
    page.get_by_text("打开您的回答").click()
    assert page.locator('[name="said"][value="your-loan"]').last.is_checked()
    heard(page, "your-loan")
    ask(page)
    expect(page.locator("h1")).to_have_text("只是联系人，就不用还")


def test_a_danger_is_named_on_the_first_screen(either):
    page = either
    page.goto(CONTACT)
    choose(page, signed="nothing")
    heard(page, "threat")
    ask(page)
    expect(page.locator("#first-screen")).to_contain_text("有危险，先打 110")
    expect(page.locator(".todo > li").first).to_contain_text("打 110")


def test_the_words_for_the_phone_can_be_copied_where_javascript_runs(page):
    page.goto(CONTACT)
    choose(page, signed="nothing")
    ask(page)
    page.get_by_role("button", name="复制这段话").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()


def test_without_javascript_no_button_is_dead(open_page):
    page = open_page(javascript=False)
    page.goto(CONTACT)
    ask(page)
    for button in page.locator("[data-copy], [data-print]").all():
        expect(button).to_be_hidden()


def test_the_questions_can_be_answered_by_keyboard_alone(page):
    page.goto(CONTACT)
    page.locator('[name="signed"][value="unknown"]').focus()
    page.keyboard.press("ArrowDown")  # from the last choice round to the first
    page.keyboard.press("Tab")
    expect(field(page, "lender_kind")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator('[name="said"]').first).to_be_checked()
    with page.expect_navigation():
        page.get_by_role("button", name="看看我该怎么办").press("Enter")
    expect(page.locator("h1")).to_have_text("只是联系人，就不用还")


def test_nothing_stays_in_the_browser(page):
    complaints = listen(page)
    page.goto(CONTACT)
    choose(page, signed="promised", told="yes")
    heard(page, "threat", "spread")
    ask(page)
    assert stored(page) == []
    assert complaints == []
    assert "?" not in page.url


@pytest.mark.parametrize("width", [320, 360])
def test_the_answer_fits_a_narrow_phone(page, width):
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(CONTACT)
    choose(page, signed="nothing", told="no")
    heard(page, "threat", "authority", "family", "workplace", "debt-details")
    ask(page)
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("signed", ["nothing", "guarantee", "joint"])
def test_axe_finds_nothing_on_the_answer_with_everything_opened(page, signed):
    page.goto(CONTACT)
    choose(page, signed=signed)
    heard(page, "threat", "your-loan", "debt-details")
    ask(page)
    page.evaluate(OPEN_ALL)
    in_light_and_dark(page)
