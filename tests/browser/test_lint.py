"""A text is checked before it is sent: on a small phone, JavaScript on and off."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import in_light_and_dark
from tests.browser.visiting import Opener, choose, field, press, send

CHECK = "/letters/check/"
LIMITATION = "/letters/limitation/"
DRAFT = (
    "致12378：我承认欠你们五千元，下个月10号前一定还清。再打我妈，我就去抖音曝光你们。"
)


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def page(request: pytest.FixtureRequest, open_page: Opener) -> Page:
    return open_page(javascript=request.param)


def test_each_mark_leads_to_its_explanation(page):
    page.goto(CHECK)
    field(page, "text").fill(DRAFT)
    field(page, "lender_kind").select_option("micro-loan")
    press(page, "检查一下")

    expect(page.locator("h1")).to_contain_text("值得再看一眼")
    marks = page.locator(".draft mark a")
    assert marks.count() >= 4
    marks.nth(1).click()
    expect(page.locator("li:target")).to_contain_text("可以这样：")
    expect(page.locator(".todo")).to_contain_text("可能找错了地方")


def test_the_text_can_be_mended_and_checked_again(page):
    page.goto(CHECK)
    field(page, "text").fill(DRAFT)
    press(page, "检查一下")
    field(page, "text").fill("请提供合同和明细，我核对后再书面答复。")
    press(page, "检查一下")

    expect(page.locator("h1")).to_have_text("没有找到要改的地方")
    assert page.url.endswith(CHECK)


def test_without_a_text_the_summary_leads_to_the_field(page):
    page.goto(CHECK)
    press(page, "检查一下")
    page.get_by_role("link", name="请粘贴一段文字").click()

    expect(field(page, "text")).to_be_focused()


def test_the_light_tells_what_would_decide(page):
    page.goto(LIMITATION)
    field(page, "last_instalment_due").fill("2020-11-14")
    press(page, "看看三年过没过")

    expect(page.locator("h1")).to_have_text("还看不出三年过没过")
    page.get_by_role("link", name="补上这一项").click()
    choose(page, suit_or_arbitration="no", auto_debit="no")
    press(page, "看看三年过没过")

    expect(page.locator("h1")).to_have_text("可能已经过了三年")
    expect(page.locator("main")).to_contain_text("债还在")


def test_the_whole_form_can_be_done_by_keyboard(open_page):
    page = open_page()
    page.goto(CHECK)
    field(page, "text").focus()
    page.keyboard.type("我弄死你。")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("mark")).to_contain_text("弄死")


@pytest.mark.parametrize(
    ("address", "answers"),
    [
        (CHECK, {"text": DRAFT, "lender_kind": "micro-loan"}),
        (CHECK, {"text": ""}),
        (LIMITATION, {"last_instalment_due": "2020-11-14"}),
        (LIMITATION, {"last_instalment_due": "上个礼拜"}),
    ],
)
def test_answers_are_accessible_and_fit_a_small_phone(open_page, address, answers):
    page = open_page()
    send(page, answers, address)

    in_light_and_dark(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
