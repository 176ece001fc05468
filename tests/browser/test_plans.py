"""A budget, an offer, an order of debts: on a small phone, JavaScript on and off."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import in_light_and_dark
from tests.browser.visiting import Opener, choose, field, press, send

BUDGET, SHEET = "/repay/budget/", "/repay/budget/sheet/"
OFFER, DEBTS = "/repay/offer/", "/repay/debts/"
MONTHS = {
    "earners.0.months.0": "3200",
    "earners.0.months.1": "2800",
    "essentials.food": "1200",
    "essentials.housing": "800",
}
OFFERED = {
    "owed": "10000",
    "can_pay": "900",
    "instalments.months": "12",
    "instalments.rate": "12",
    "extension.months": "6",
    "settlement.sum": "6000",
    "settlement.fee": "200",
}
OWED = {
    "budget": "1000",
    "debts.0.sum": "8000",
    "debts.0.rate": "24",
    "debts.0.overdue_days": "40",
    "debts.1.sum": "2000",
    "debts.1.paper": "complaint-copy",
    "debts.1.received": "2026-11-20",
}


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def page(request: pytest.FixtureRequest, open_page: Opener) -> Page:
    return open_page(javascript=request.param)


def test_from_the_months_to_a_page_with_one_line(page):
    page.goto(BUDGET)
    for name, typed in MONTHS.items():
        field(page, name).fill(typed)
    press(page, "算一算每月能还多少")

    expect(page.locator("h1")).to_have_text("按已填的，每月最多 600 元")
    page.locator("label", has_text="每月能拿出的数").click()
    press(page, "做成一页")

    expect(page.locator(".sums tr")).to_have_count(1)
    expect(page.locator("main")).not_to_contain_text("2,800")
    press(page, "回到结果，改一改")
    expect(page.locator("h1")).to_have_text("按已填的，每月最多 600 元")


def test_from_an_offer_to_the_letter(page):
    page.goto(OFFER)
    for name, typed in OFFERED.items():
        field(page, name).fill(typed)
    press(page, "放在一起比一比")

    expect(page.locator("h1")).to_contain_text("分期")
    expect(page.locator("#option-extension")).to_contain_text("利率没有说")
    expect(page.locator("#option-settlement")).to_contain_text("要先交一笔")
    press(page, "按这个方案写信")
    expect(page.locator("#letter-text")).to_contain_text("888.49 元")


def test_a_debt_is_added_and_the_order_told(page):
    page.goto(DEBTS)
    for name, typed in OWED.items():
        control = field(page, name)
        if name.endswith(".paper"):
            control.select_option(typed)
        else:
            control.fill(typed)
    press(page, "再加一笔")
    expect(page.locator("#debts-2 legend").first).to_be_in_viewport()
    field(page, "debts.2.sum").fill("3000")
    choose(page, **{"debts.2.guaranteed": "yes"})
    press(page, "看看先还哪笔")

    expect(page.locator(".todo h3")).to_have_text(["第 2 笔", "第 3 笔", "第 1 笔"])
    expect(page.locator(".todo li").first).to_contain_text("2026年12月5日")


def test_the_next_key_stroke_goes_into_the_new_row(open_page):
    page = open_page()
    page.goto(DEBTS)
    press(page, "再加一笔")
    expect(field(page, "debts.2.sum")).to_be_focused()


def test_without_javascript_one_tab_leads_into_the_new_row(open_page):
    page = open_page(javascript=False)
    page.goto(DEBTS)
    press(page, "再加一笔")
    expect(field(page, "debts.2.sum")).to_be_visible()  # the new page has come
    page.keyboard.press("Tab")
    expect(field(page, "debts.2.sum")).to_be_focused()


def test_a_row_is_taken_away_and_the_others_stay(page):
    page.goto(DEBTS)
    field(page, "debts.0.sum").fill("1")
    field(page, "debts.1.sum").fill("2")
    press(page, "去掉第 1 笔")

    expect(field(page, "debts.0.sum")).to_have_value("2")
    expect(field(page, "debts.1.sum")).to_have_value("")


def test_taking_a_row_away_is_out_of_reach_of_the_answer_above_it(open_page):
    page = open_page()
    page.goto(DEBTS)
    button = page.get_by_role("button", name="去掉第 1 笔").bounding_box()
    above = page.locator("#debts-0 [name='debts.0.salary_account']").last
    answer = above.locator("xpath=ancestor::label").bounding_box()

    assert button
    assert answer
    assert button["y"] - (answer["y"] + answer["height"]) >= 24


def test_the_sum_is_carried_from_the_months_to_the_debts(page):
    send(page, MONTHS, BUDGET)
    press(page, "带上这个数，看先还哪笔")

    expect(field(page, "budget")).to_have_value("600")
    assert "600" not in page.url


def test_the_answers_can_be_changed_from_the_result(page):
    send(page, OWED, DEBTS)
    press(page, "改一改")

    expect(field(page, "debts.1.paper")).to_have_value("complaint-copy")
    expect(field(page, "debts.0.sum")).to_have_value("8000")


def test_the_missing_item_is_led_to(page):
    send(page, MONTHS | {"essentials.food": ""}, BUDGET)
    page.get_by_role("link", name="补上这一项").click()

    expect(field(page, "essentials.food")).to_be_focused()


def test_the_error_summary_leads_to_the_row(page):
    send(page, OWED | {"debts.1.sum": "不知道"}, DEBTS)
    page.get_by_role("link", name="第 2 笔：「今天一共欠多少（元）」").click()

    expect(field(page, "debts.1.sum")).to_be_focused()
    expect(field(page, "debts.1.sum")).to_have_value("不知道")


def test_the_enter_key_asks_for_the_answer_and_never_for_a_row(open_page):
    page = open_page()
    page.goto(DEBTS)
    field(page, "budget").fill("500")
    field(page, "debts.0.sum").fill("1000")
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_contain_text("至少 2 个月")


def test_the_budget_can_be_done_by_keyboard(open_page):
    page = open_page()
    page.goto(BUDGET)
    field(page, "earners.0.months.0").focus()
    page.keyboard.type("3000")
    page.keyboard.press("Tab")
    page.keyboard.type("0")
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_contain_text("眼下没有可以稳稳答应的数")


@pytest.mark.parametrize(
    ("address", "answers"),
    [
        (BUDGET, {}),
        (BUDGET, MONTHS),
        (BUDGET, MONTHS | {"people": "很多", "steady": "五百"}),
        (SHEET, MONTHS | {"show": "items"}),
        (SHEET, MONTHS),
        (OFFER, OFFERED),
        (OFFER, {"owed": "很多很多"}),
        (DEBTS, OWED),
        (DEBTS, OWED | {"budget": "10"}),
        (BUDGET, MONTHS | {"earners.0.months.1": "0"}),
        (DEBTS, {"budget": "一点点", "debts.0.rate": "两分利"}),
        (DEBTS, {"budget": "5000"} | {f"debts.{n}.sum": "99999" for n in range(20)}),
    ],
)
def test_answers_are_accessible_and_fit_a_small_phone(open_page, address, answers):
    page = open_page()
    send(page, answers, address)

    in_light_and_dark(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("address", [BUDGET, OFFER, DEBTS])
def test_the_empty_forms_are_accessible_and_fit_a_small_phone(open_page, address):
    page = open_page()
    page.goto(address)

    in_light_and_dark(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
