"""A paper came: what it is and by when to act; and a draft objection, read."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import in_light_and_dark
from tests.browser.test_silence import listen, stored
from tests.browser.visiting import Opener, choose, field, press

PAPERS = "/court/papers/"
OBJECTION = "/court/payment-order/"
MARK = "MARKER7F3A"


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def page(request: pytest.FixtureRequest, open_page: Opener) -> Page:
    return open_page(javascript=request.param)


def ask(page: Page) -> None:
    """A payment order that came a week ago by text message."""
    page.goto(PAPERS)
    field(page, "kind").select_option("payment-order")
    field(page, "received").fill("2026-11-16")
    field(page, "service").select_option("electronic")
    field(page, "sum_claimed").fill("50000")
    press(page, "看看是什么、哪天前要做什么")


def test_a_paper_gets_its_last_day_its_letter_and_its_costs(page):
    ask(page)
    expect(page.locator("h1")).to_have_text("支付令")
    expect(page.locator(".first-date")).to_contain_text("2026年12月1日")
    expect(page.get_by_role("region", name="从哪天起算")).to_contain_text("到达")
    road = page.get_by_role("region", name="从调解到执行")
    expect(road.get_by_role("img")).to_contain_text("这份文书在这里")
    expect(road).to_contain_text("受理费 1,050 元")
    page.get_by_role("link", name="对支付令的书面异议").click()
    expect(page).to_have_url(re.compile("/letters/payment-order-objection/$"))


def test_the_dates_can_be_taken_home(page):
    ask(page)
    with page.expect_download() as promise:
        page.get_by_role("button", name="把日期放进日历").click()
    assert promise.value.suggested_filename == "dates.ics"


def test_nonsense_is_told_and_the_other_answers_stay(page):
    page.goto(PAPERS)
    field(page, "sum_claimed").fill("很多")
    press(page, "看看是什么、哪天前要做什么")
    expect(page.locator(".error-summary")).to_contain_text("请选一种")
    expect(field(page, "sum_claimed")).to_have_value("很多")


def test_the_kind_of_freeze_is_asked_only_for_a_freeze(open_page):
    page = open_page()
    page.goto(PAPERS)
    freeze = page.locator(".reveal--kind-asset-freeze")
    expect(freeze).to_be_hidden()
    field(page, "kind").select_option("asset-freeze")
    expect(freeze).to_be_visible()
    choose(page, freeze="enforcement")


def test_a_draft_that_only_asks_for_patience_is_warned_of(page):
    page.goto(OBJECTION)
    field(page, "text").fill(f"我没钱，想分期。{MARK}")
    press(page, "看一看")
    expect(page.locator("h1")).to_have_text("这样写，挡不住支付令")
    expect(field(page, "text")).to_have_value(f"我没钱，想分期。{MARK}")
    assert MARK not in page.url
    page.get_by_role("link", name="一封协商的信").click()
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("address", [PAPERS, f"{PAPERS}summons/", OBJECTION])
def test_every_page_of_the_desk_is_accessible(open_page, address):
    page = open_page()
    page.goto(address)
    in_light_and_dark(page)


def test_the_answers_are_accessible_and_nothing_is_kept(open_page):
    page = open_page()
    heard = listen(page)
    ask(page)
    in_light_and_dark(page)
    page.goto(OBJECTION)
    field(page, "text").fill(f"利息算错了，我也没钱。{MARK}")
    press(page, "看一看")
    in_light_and_dark(page)
    assert stored(page) == []
    assert heard == []


def test_who_cannot_name_the_paper_describes_it(page):
    page.goto(PAPERS)
    page.get_by_role("link", name="说说它写了什么").click()
    field(page, "text").fill(f"法院寄来的，大标题三个字支付令{MARK}")
    press(page, "看看像哪一种")
    expect(page.locator("h1")).to_have_text("最像：支付令")
    assert MARK not in page.url
    field(page, "received").fill("2026-11-16")
    press(page, "算日期")
    expect(page.locator(".first-date")).to_contain_text("2026年12月1日")


@pytest.mark.parametrize("text", ["法院来的支付令，不想活了", "一张纸"])
def test_what_a_description_is_answered_with_is_accessible(open_page, text):
    page = open_page()
    heard = listen(page)
    page.goto(PAPERS)
    field(page, "text").fill(text)
    press(page, "看看像哪一种")
    in_light_and_dark(page)
    assert stored(page) == []
    assert heard == []


def test_the_last_day_of_a_draft_is_in_sight_on_a_phone(open_page):
    page = open_page()
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(OBJECTION)
    field(page, "text").fill("我没钱，想分期。")
    field(page, "received").fill("2026-11-16")
    press(page, "看一看")
    expect(page.locator(".first-date")).to_be_in_viewport()
    expect(page.locator(".callout--legal")).to_be_in_viewport()


def test_a_plea_in_the_objection_is_warned_of_at_the_letter(page):
    page.goto("/letters/payment-order-objection/")
    field(page, "ground-facts").fill("失业了，没钱，想分期。")
    press(page, "填好，看全文")
    warned = page.locator("#objecting")
    expect(warned).to_contain_text("挡不住支付令")
    press(warned, "一句一句看")
    expect(page.locator("h1")).to_have_text("这样写，挡不住支付令")
