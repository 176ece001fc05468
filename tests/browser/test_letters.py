"""A letter from the list to the file, on a small phone, with and without JavaScript."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import in_light_and_dark
from tests.browser.visiting import Opener, choose, field, press, send

LETTER = "/letters/stop-contacting-me/"
OFFER = "/letters/instalment-proposal/"


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def page(request: pytest.FixtureRequest, open_page: Opener) -> Page:
    return open_page(javascript=request.param)


def fill(page: Page) -> None:
    """From the list to the filled letter of somebody who is called."""
    page.goto("/letters/")
    page.get_by_role("link", name="请停止联系我", exact=True).click()
    expect(page.locator("#letter-text")).to_contain_text("____")
    field(page, "lender-kind").select_option("micro-loan")
    field(page, "lender").fill("某某小额贷款有限公司")
    field(page, "my-phone").fill("13800001234")
    choose(page, relation="stranger")
    page.get_by_label("要没有还款义务的人还钱").check()
    field(page, "my-name").fill("张三")
    press(page, "填好，看全文")


def taken(page: Page, button: str) -> tuple[str, bytes]:
    """Press a button and take the file; return its name and its bytes."""
    with page.expect_download() as promise:
        page.get_by_role("button", name=button).click()
    file = promise.value
    return file.suggested_filename, Path(file.path()).read_bytes()


def test_a_contact_fills_a_letter_and_takes_it_away(page):
    fill(page)

    letter = page.locator("#letter-text")
    expect(letter).to_contain_text("某某小额贷款有限公司")
    expect(letter).to_contain_text("我不认识借款人")
    expect(letter).to_contain_text("违反监管规定")
    expect(letter).not_to_contain_text("这个号码是后来才由我使用的")
    assert page.url.endswith(LETTER)

    name, data = taken(page, "存成 Word 文件")
    assert name == "letter-01.docx"
    words = "\n".join(each.text for each in Document(io.BytesIO(data)).paragraphs)
    assert "13800001234" in words
    name, data = taken(page, "存成纯文字")
    assert name == "letter-01.txt"
    assert "张三" in data.decode("utf-8-sig")


def test_the_five_signs_are_seen_before_the_buttons(page):
    fill(page)
    signs = page.get_by_role("region", name="拿走之前，先看五个小信号")
    expect(signs.get_by_role("list").first.locator("> li")).to_have_count(5)
    button = page.get_by_role("button", name="存成 Word 文件")
    assert signs.bounding_box()["y"] < button.bounding_box()["y"]


def test_the_letter_can_be_changed_where_it_stands(page):
    fill(page)
    page.get_by_role("link", name="改一改").click()
    expect(field(page, "lender")).to_have_value("某某小额贷款有限公司")
    field(page, "lender").fill("另一家公司")
    press(page, "填好，看全文")
    expect(page.locator("#letter-text")).to_contain_text("另一家公司")


def test_the_same_facts_go_to_another_office(page):
    page.goto("/letters/complaint-lender/")
    choose(page, writer="contact")
    field(page, "lender-kind").select_option("bank")
    field(page, "what-happened").fill("夜里十一点来电。\n第二天又来。")
    press(page, "填好，看全文")
    press(page, "向监管部门投诉")
    expect(page.locator("h1")).to_have_text("向监管部门投诉")
    expect(page.locator("#letter-text")).to_contain_text("夜里十一点来电")
    expect(page.locator("#letter-text")).to_contain_text("国家金融监督管理总局")


def test_a_promise_is_preceded_by_the_three_years(page):
    page.goto(OFFER)
    field(page, "last_instalment_due").fill("2020-01-01")
    for name in (
        "last_demand",
        "last_payment_or_promise",
        "auto_debit",
        "suit_or_arbitration",
        "judgment",
    ):
        field(page, name).fill("没有")
    press(page, "填好，看全文")
    expect(page.locator("#light")).to_contain_text("可能已经过了三年")
    expect(page.locator("#letter-text")).to_contain_text("放弃诉讼时效等抗辩")


def test_nonsense_is_said_at_its_field(page):
    page.goto(OFFER)
    field(page, "can-pay").fill("很多")
    press(page, "填好，看全文")
    expect(page.get_by_role("alert")).to_contain_text("金额请只写数字")
    expect(field(page, "can-pay")).to_have_value("很多")
    page.get_by_role("alert").get_by_role("link").click()
    expect(field(page, "can-pay")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("address", "answers"),
    [
        (LETTER, {"lender": "甲", "did-tell": "on", "as": ""}),
        (OFFER, {"can-pay": "500", "claimed-sum": "12000"}),
        (OFFER, {"can-pay": "很多"}),
        ("/letters/payment-order-objection/", {"paper-received": "2026-11-20"}),
        ("/letters/complaint-lender/", {"what-happened": "去你们公司泼油漆"}),
    ],
    ids=["filled", "light", "errors", "last-day", "second-look"],
)
def test_axe_finds_nothing_and_nothing_hangs_over(open_page, address, answers):
    page = open_page(width=320)
    send(page, answers, address)
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    in_light_and_dark(page)


def test_only_the_letter_is_printed(open_page):
    page = open_page()
    send(page, {"lender": "某某公司"}, LETTER)
    page.emulate_media(media="print")
    expect(page.locator("#letter-text")).to_be_visible()
    shown = page.locator("body").inner_text().split()
    assert shown == page.locator("#letter-text").inner_text().split()


def test_the_text_is_copied_with_one_tap(open_page):
    page = open_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    send(page, {"lender": "某某公司"}, LETTER)
    page.get_by_role("button", name="复制全文").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "某某公司：" in copied
    assert "《个人信息保护法》第四十七条" in copied


def test_a_letter_is_filled_by_keyboard_alone(open_page):
    page = open_page()
    page.goto(LETTER)
    field(page, "lender").focus()
    page.keyboard.type("某某公司")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "fill":
            break
    page.keyboard.press("Enter")
    expect(page.locator("#letter-text")).to_contain_text("某某公司：")
