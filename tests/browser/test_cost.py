"""What a loan costs is reckoned: on a small phone, JavaScript on and off."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import in_light_and_dark
from tests.browser.visiting import Opener, choose, field, press, send

COST, RATE, COURT = "/repay/cost/", "/repay/rate/", "/repay/court-cost/"
DEBT = {
    "due_date": "2026-05-10",
    "principal": "8000",
    "rate": "18",
    "penalty": "uplift",
    "penalty_figure": "50",
    "payments.0.day": "2026-08-01",
    "payments.0.sum": "500",
    "lender_total": "9000",
}
# A year's rate for a day's, as somebody typed it.
SLIP = {
    "due_date": "2026-05-10",
    "principal": "5000",
    "rate": "24",
    "rate_per": "day",
    "penalty": "none",
    "lender_total": "9000",
}
LOAN = {
    "received": "9000",
    "received_on": "2025-11-01",
    "instalment": "1000",
    "first_on": "2025-12-01",
    "count": "12",
    "payments.0.day": "2025-11-01",
    "payments.0.sum": "299",
    "payments.0.note": "会员费",
}
SUM = {"sum": "50000", "judged": "50000", "late_days": "100"}


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def page(request: pytest.FixtureRequest, open_page: Opener) -> Page:
    return open_page(javascript=request.param)


def fill(page: Page, answers: dict[str, str]) -> None:
    for name, value in answers.items():
        if name != "penalty":
            field(page, name).fill(value)


def test_what_is_owed_is_shown_with_its_arithmetic_and_taken_along(page):
    page.goto(COST)
    fill(page, DEBT)
    choose(page, penalty="uplift", basis="365", compound="no")
    press(page, "算到今天欠多少")

    expect(page.locator("h1")).to_contain_text("到今天约欠")
    expect(page.locator(".course svg")).to_be_visible()
    expect(page.locator("main")).to_contain_text("还 500 元")
    page.locator("summary", has_text="怎么算出来的").first.click()
    expect(page.locator("main")).to_contain_text("8,000 元 × 18% ÷ 365")
    with page.expect_download() as download:
        page.get_by_role("button", name="每一天存成表格").click()
    assert download.value.suggested_filename == "days.xlsx"


def test_a_slip_in_the_rate_is_asked_about_before_any_sum_is_shown(page):
    page.goto(COST)
    fill(page, {name: SLIP[name] for name in SLIP if name != "rate_per"})
    choose(page, penalty="none", rate_per="day")
    press(page, "算到今天欠多少")

    expect(page.locator("h1")).to_have_text("先核对您填的数，再看结果")
    expect(page.locator("#reading-1")).to_be_hidden()
    expect(page.locator(".course")).to_have_count(0)
    expect(field(page, "rate")).to_be_visible()
    press(page, "没有填错，照这样算")
    expect(page.locator("h1")).to_contain_text("到今天约欠")
    expect(page.locator("#gap-h")).to_contain_text("对方比我们算的少")


def test_the_rate_is_held_against_the_lines_of_this_lender(page):
    page.goto(RATE)
    fill(page, LOAN)
    field(page, "lender_kind").select_option("micro-loan")
    field(page, "contract_on").fill("2025-11-01")
    press(page, "算真实年化")

    expect(page.locator("h1")).to_contain_text("真实年化约")
    expect(page.locator("main")).to_contain_text("高于一条线，不等于不用还")
    expect(page.locator(".rate-line--reducible-finance-rate")).to_be_visible()
    expect(page.locator(".rate-line--private-lending-lpr-multiple")).to_have_count(0)


def test_a_lawsuit_has_its_price_and_somebody_to_bear_it(page):
    page.goto(COURT)
    fill(page, SUM)
    press(page, "看要花多少")

    expect(page.locator("h1")).to_contain_text("法院的费用大约 525 元到 2,220 元；")
    expect(page.locator("main")).to_contain_text("由被执行的一方负担")


def test_the_summary_leads_to_the_field_that_is_wrong(page):
    page.goto(COST)
    press(page, "算到今天欠多少")
    page.get_by_role("link", name="请填最早没还的那一期").click()

    expect(field(page, "due_date")).to_be_focused()


def test_the_form_can_be_done_by_keyboard(open_page):
    page = open_page()
    page.goto(COURT)
    field(page, "sum").focus()
    page.keyboard.type("50000")
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_contain_text("法院的费用大约")


@pytest.mark.parametrize(
    ("address", "answers"),
    [
        (COST, DEBT),
        (COST, {"due_date": "上个月"}),
        (COST, SLIP),
        (RATE, LOAN),
        (RATE, {"received": "很多"}),
        (COURT, SUM),
        (COURT, {"sum": ""}),
    ],
)
def test_answers_are_accessible_and_fit_a_small_phone(open_page, address, answers):
    page = open_page()
    send(page, answers, address)

    in_light_and_dark(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
