"""A message came: what to do, how to verify, by when; with and without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import in_light_and_dark
from tests.browser.test_silence import listen, stored
from tests.browser.visiting import Opener, field, press

MESSAGE = "/court/message/"
MARK = "MARKER7F3A"
TEXT = (
    "【某市某区人民法院】您有（2026）浙0106民初123号案件，"
    f"请点击 http://court-gov.top/a 下载APP查看传票并缴纳诉讼费。{MARK}"
)


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def page(request: pytest.FixtureRequest, open_page: Opener) -> Page:
    return open_page(javascript=request.param)


def ask(page: Page, text: str = TEXT) -> None:
    page.goto(MESSAGE)
    field(page, "text").fill(text)
    field(page, "received").fill("2026-11-20")
    press(page, "看看该怎么办")


def test_a_forged_summons_gets_the_procedure_and_the_days(page):
    ask(page)
    expect(page.locator("h1")).to_have_text("不付钱，不点链接，今天就核实")
    expect(page.locator(".first-date")).to_contain_text("2026年12月5日")
    steps = page.get_by_role("region", name="一步一步做")
    expect(steps).to_contain_text("12368")
    said = page.get_by_role("region", name="里面写了什么")
    expect(said.locator("mark").first).to_be_visible()
    expect(said).to_contain_text("网址像法院的，写法却对不上")
    expect(page.get_by_role("region", name="案号怎么读")).to_contain_text("浙江的法院")
    assert MARK not in page.url


def test_a_mark_leads_to_its_explanation(page):
    ask(page)
    link = page.locator(".refs a").first
    explained = page.locator(f"#cue-{link.inner_text()}")
    link.click()
    expect(explained).to_be_in_viewport()


def test_the_dates_can_be_taken_home(page):
    ask(page)
    with page.expect_download() as promise:
        page.get_by_role("button", name="把这些日期放进日历").click()
    assert promise.value.suggested_filename == "dates.ics"


def test_a_call_is_described_by_ticking(page):
    page.goto(MESSAGE)
    page.get_by_text("要我共享屏幕、进会议").click()
    press(page, "看看该怎么办")
    expect(page.locator(".kicker")).to_contain_text("诈骗（不是结论）")


def test_nothing_at_all_is_told_kindly(page):
    page.goto(MESSAGE)
    field(page, "received").fill("2026-11-20")
    press(page, "看看该怎么办")
    expect(page.locator(".error-summary")).to_contain_text("请粘贴短信")
    expect(field(page, "received")).to_have_value("2026-11-20")


@pytest.mark.parametrize(
    "text", ["", TEXT, "您好。", "长" * 3000], ids=["form", "scam", "short", "long"]
)
def test_form_and_answers_fit_a_phone_and_are_accessible(open_page, text):
    page = open_page()
    heard = listen(page)
    if text:
        ask(page, text)
    else:
        page.goto(MESSAGE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    in_light_and_dark(page)
    assert stored(page) == []
    assert heard == []
