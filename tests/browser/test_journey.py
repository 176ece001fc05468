"""The whole way of a visitor on a small phone, with JavaScript and without."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import Opener, answer, choose, field, press


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def page(request: pytest.FixtureRequest, open_page: Opener) -> Page:
    return open_page(javascript=request.param)


def ask(page: Page) -> None:
    """From the first page through the first door to the answer: nine days overdue."""
    page.goto("/")
    page.get_by_role("link", name="我逾期了").click()
    choose(page, role="borrower", when="date", papers="none")
    field(page, "due_date").fill("2026-11-14")
    field(page, "product").select_option("renxingdai")
    choose(page, reachable="unknown", contact_called="unknown", agreement="unknown")
    answer(page)


def section(page: Page, heading: str):
    """The part of the page under a heading."""
    return page.get_by_role("region", name=heading, exact=True)


def change(page: Page) -> None:
    """Open the form on the page of the answer."""
    page.get_by_role("link", name="改一改答案").click()
    expect(field(page, "principal")).to_be_visible()


def download(page: Page) -> tuple[str, str]:
    """Take the dates home; return the file's name and its text."""
    with page.expect_download() as promise:
        page.get_by_role("button", name="把日期放进日历").click()
    file = promise.value
    return file.suggested_filename, Path(file.path()).read_text(encoding="utf-8")


def test_the_answer_says_where_you_stand_and_what_comes_next(page):
    ask(page)

    expect(page.locator("h1")).to_have_text("您很可能处于「联系人介入期」")
    expect(page).to_have_title("结果 · 逾期有数")
    expect(section(page, "日期")).to_contain_text("2026年11月29日")
    expect(section(page, "今天就做").get_by_role("listitem").first).to_be_visible()
    ruler = section(page, "您在哪里，接下来是什么")
    expect(ruler.get_by_role("img")).to_contain_text("您在这里")
    expect(ruler.get_by_role("img")).to_contain_text("第 9 天")
    rights = section(page, "他们不能做的")
    expect(rights.locator(".badge").first).to_be_visible()
    expect(rights.locator('a[href^="/sources/"]').first).to_be_visible()
    columns = section(page, "如果……会怎样").get_by_role("heading", level=3)
    expect(columns).to_have_count(4)


def test_every_source_on_the_answer_leads_to_the_provision_it_names(page):
    ask(page)
    link = section(page, "他们不能做的").locator("a.cite:visible").first
    anchor = link.get_attribute("href").partition("#")[2]
    link.click()
    expect(page.locator(f'[id="{anchor}"]')).to_be_in_viewport()


def test_an_answer_can_be_changed_in_place(page):
    ask(page)
    change(page)
    choose(page, agreement="kept")
    field(page, "agreement_next_due").fill("2026-12-10")
    answer(page)
    expect(page.locator("h1")).not_to_contain_text("联系人介入期")
    expect(section(page, "日期")).to_contain_text("2026年12月10日")
    expect(section(page, "您的回答")).to_contain_text("谈成了，一直按约定还")


def test_the_calendar_file_is_neutral_and_holds_estimates_only_when_ticked(page):
    ask(page)
    tick = page.get_by_label("也放进按天数估计的日期")
    assert tick.evaluate("box => box.required")  # the file would be empty without it

    tick.check()
    name, text = download(page)
    assert name == "dates.ics"
    assert "DTSTART;VALUE=DATE:20261129" in text
    assert not [word for word in ("逾期", "催", "贷", "法院") if word in text]

    change(page)
    choose(page, papers="some")
    field(page, "papers.0.kind").select_option("payment-order")
    field(page, "papers.0.received").fill("2026-11-20")
    answer(page)
    _, text = download(page)
    assert "DTSTART;VALUE=DATE:20261205" in text
    assert "DTSTART;VALUE=DATE:20261129" not in text


def test_a_payment_order_brings_its_dates_until_the_court_calls_it_forged(page):
    ask(page)
    change(page)
    choose(page, papers="some")
    field(page, "papers.0.kind").select_option("payment-order")
    field(page, "papers.0.received").fill("2026-11-20")
    answer(page)

    expect(page.locator("h1")).to_contain_text("如果文书是真的")
    dates = section(page, "日期")
    expect(dates).to_contain_text("2026年12月5日")
    expect(dates).to_contain_text("12月7日")
    _, text = download(page)
    assert "DTSTART;VALUE=DATE:20261205" in text

    for verified, still_there in [("true", True), ("", True), ("false", False)]:
        change(page)
        field(page, "papers.0.verified").select_option(verified)
        answer(page)
        row = page.get_by_text("2026年12月5日", exact=True)
        expect(row).to_have_count(1 if still_there else 0)


def test_a_row_for_another_paper_comes_with_a_button_and_keeps_the_answers(page):
    page.goto("/assess/")
    choose(page, role="borrower", when="days", papers="some")
    field(page, "overdue_days").fill("40")
    field(page, "papers.0.kind").select_option("complaint-copy")
    press(page, "再加一份文书")

    expect(page.get_by_role("group", name="第 2 份文书")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(field(page, "overdue_days")).to_have_value("40")
    field(page, "papers.0.received").fill("2026-11-20")
    field(page, "papers.1.kind").select_option("mediation-notice")
    answer(page)
    expect(section(page, "您的回答")).to_contain_text("第 2 份文书")


def test_enter_in_a_field_asks_for_the_answer_not_for_another_paper(page):
    page.goto("/assess/")
    choose(page, role="borrower", when="days", papers="none")
    field(page, "overdue_days").fill("9")
    field(page, "overdue_days").press("Enter")
    expect(page.locator("h1")).to_have_text("您很可能处于「联系人介入期」")


def test_starting_again_shows_an_empty_form(page):
    ask(page)
    page.get_by_role("link", name="清空，重新填").click()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    expect(field(page, "due_date")).to_have_value("")
