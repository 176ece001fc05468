"""A borrower keeps a log of three days, with JavaScript and without."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import in_light_and_dark
from tests.browser.test_silence import listen, stored
from tests.browser.visiting import Opener, choose, field, press

CONDUCT = "/conduct/"
KEY = "conduct-log"
MARK = "MARKER7F3A"
OPEN_ALL = "document.querySelectorAll('details').forEach(d => { d.open = true })"


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def either(request: pytest.FixtureRequest, open_page: Opener) -> Page:
    return open_page(javascript=request.param)


def tick(page: Page, said: str) -> None:
    """Choose one chip."""
    page.locator("label", has=page.locator(f'[name="said"][value="{said}"]')).click()


def write(page: Page, day: str, clock: str, *said: str, **choices: str) -> None:
    """Write one contact down and press the button; a borrower, the first time."""
    if page.locator("[data-fresh]").count():
        choose(page, role="borrower")
    field(page, "day").fill(day)
    field(page, "time").fill(clock)
    for name in ("channel", "to"):
        if name in choices:
            field(page, name).select_option(choices.pop(name))
    choose(page, **choices)
    for one in said:
        tick(page, one)
    submit(page)


def submit(page: Page) -> None:
    """Ask for the answer."""
    press(page, "记下这一次，看结果")


def further(page: Page, **choices: str) -> None:
    """Say what holds for the whole log."""
    summary = page.locator("details.context > summary")
    if page.locator("details.context").get_attribute("open") is None:
        summary.click()
    field(page, "lender_kind").select_option(choices.pop("lender_kind"))
    choose(page, **choices)


def kept(page: Page) -> list[Any] | None:
    """The log in this browser."""
    text = page.evaluate(f"localStorage.getItem('{KEY}')")
    return None if text is None else [json.loads(line) for line in json.loads(text)]


def test_a_borrower_keeps_a_log_of_three_days(either):
    page = either
    page.goto("/")
    page.get_by_role("link", name="催收过分了").first.click()
    expect(page.locator("h1")).to_have_text("催收过分了吗")

    further(page, lender_kind="micro-loan", reachable="yes")
    write(page, "2026-11-18", "22:05", answered="yes", mode="conversation")
    expect(page.locator("h1")).to_have_text("按您记的，有不符合国家标准的做法")
    expect(page.get_by_role("article")).to_contain_text("夜里催收")

    write(page, "2026-11-19", "10:00", "debt-details", to="colleague", answered="yes")
    expect(page.get_by_role("article", name="对第三人说出欠款")).to_be_visible()
    expect(page.get_by_role("article", name="绕过借款人找别人")).to_be_visible()

    write(page, "2026-11-20", "09:30", "threat", channel="sms")
    expect(page.locator("h1")).to_have_text("按您记的，有违法的做法")
    expect(page.get_by_text("记了 3 次，3 天")).to_be_visible()
    threat = page.get_by_role("article", name="威胁")
    expect(threat).to_contain_text("第 3 次")
    expect(threat).to_contain_text("治安管理处罚法")

    page.get_by_role("button", name=re.compile("删掉 ?第 3 次")).click()
    expect(page.get_by_role("heading", name="记下的 2 次")).to_be_visible()
    submit(page)
    expect(page.locator("h1")).to_have_text("按您记的，有不符合国家标准的做法")


def test_just_called_fills_in_the_minute(either):
    page = either
    page.goto(CONDUCT)
    page.get_by_role("button", name="刚打来").click()
    expect(field(page, "day")).not_to_have_value("")
    expect(field(page, "time")).not_to_have_value("")


def test_the_log_can_be_taken_home(either):
    page = either
    page.goto(CONDUCT)
    write(page, "2026-11-18", "22:05", answered="yes")
    for label, name, start in [
        ("存成 CSV", "notes.csv", b"\xef\xbb\xbf"),
        ("存成表格", "notes.xlsx", b"PK"),
    ]:
        with page.expect_download() as promise:
            page.get_by_role("button", name=label).click()
        assert promise.value.suggested_filename == name
        assert Path(promise.value.path()).read_bytes().startswith(start)


def test_nonsense_is_shown_where_it_stands(either):
    page = either
    page.goto(CONDUCT)
    field(page, "number").fill("abc")
    submit(page)
    summary = page.locator(".error-summary")
    expect(summary).to_contain_text("只写号码的后四位")
    summary.get_by_role("link", name="后四位").click()
    expect(field(page, "number")).to_have_value("abc")


def test_nothing_is_kept_unless_it_is_switched_on(page):
    heard = listen(page)
    page.goto(CONDUCT)
    field(page, "note").fill(MARK)
    write(page, "2026-11-18", "22:05")
    expect(page.locator(".log")).to_contain_text(MARK)
    assert stored(page) == []
    assert heard == []


def test_the_log_is_kept_here_when_switched_on_and_one_tap_erases_it(page):
    page.goto(CONDUCT)
    field(page, "note").fill(MARK)
    write(page, "2026-11-18", "22:05")
    page.evaluate(OPEN_ALL)
    page.get_by_text("只存在这台手机的浏览器里").click()
    assert [one["note"] for one in kept(page) or ()] == [MARK]

    write(page, "2026-11-19", "10:00")
    assert len(kept(page) or ()) == 2

    page.goto(CONDUCT)
    page.evaluate(OPEN_ALL)
    press(page, "接着上次的 2 次")
    expect(page.get_by_role("heading", name="记下的 2 次")).to_be_visible()

    page.evaluate(OPEN_ALL)
    page.get_by_role("button", name="把存的记录清掉").click()
    assert stored(page) == []
    submit(page)
    assert stored(page) == []


def test_starting_anew_adds_to_what_is_kept(page):
    page.goto(CONDUCT)
    write(page, "2026-11-18", "22:05")
    page.evaluate(OPEN_ALL)
    page.get_by_text("只存在这台手机的浏览器里").click()
    page.goto(CONDUCT)
    write(page, "2026-11-19", "10:00")
    expect(page.get_by_role("heading", name="记下的 2 次")).to_be_visible()
    assert len(kept(page) or ()) == 2


@pytest.mark.parametrize("broken", ["", "x", "{}", '"abc"', "5", '["x"]'])
def test_what_somebody_else_wrote_into_the_browser_breaks_nothing(page, broken):
    heard = listen(page)
    page.goto(CONDUCT)
    page.evaluate(f"text => localStorage.setItem('{KEY}', text)", broken)
    page.goto(CONDUCT)
    write(page, "2026-11-18", "22:05")
    expect(page.locator("h1")).to_be_visible()
    assert heard == []


def test_switching_off_forgets(page):
    page.goto(CONDUCT)
    page.evaluate(OPEN_ALL)
    switch = page.get_by_text("只存在这台手机的浏览器里")
    switch.click()
    assert kept(page) == []
    switch.click()
    assert stored(page) == []


def test_a_file_gets_its_fingerprint_here_and_is_not_sent(page, tmp_path):
    evidence = tmp_path / f"{MARK}.txt"
    evidence.write_bytes(b"what was said")
    page.goto(CONDUCT)
    write(page, "2026-11-18", "22:05", "threat")
    page.evaluate(OPEN_ALL)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#evidence-files").set_input_files(evidence)
    digest = hashlib.sha256(b"what was said").hexdigest()
    expect(page.locator(".fingerprints")).to_contain_text(digest)
    with page.expect_download() as promise:
        page.get_by_role("link", name="把这份清单存成文本").click()
    text = Path(promise.value.path()).read_text("utf-8-sig")
    assert digest in text
    assert (
        "1. 2026年11月18日（星期三）22:05，人打的电话，找借款人本人；威胁、恐吓" in text
    )
    assert promise.value.suggested_filename == "notes.txt"
    assert [url for url in asked if not url.startswith("blob:")] == []


def test_without_javascript_nothing_is_offered_that_needs_it(open_page):
    page = open_page(javascript=False)
    page.goto(CONDUCT)
    expect(page.locator("[data-keep]")).to_be_hidden()
    expect(page.locator("[data-files]")).to_be_hidden()


def test_axe_finds_nothing_on_the_answer_with_everything_opened(page):
    page.goto(CONDUCT)
    further(page, lender_kind="bank", reachable="unknown")
    write(page, "2026-11-18", "22:05", "threat", "debt-details", to="contact")
    page.evaluate(OPEN_ALL)
    in_light_and_dark(page)


def test_the_answer_fits_a_narrow_phone(page):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(CONDUCT)
    write(page, "2026-11-18", "22:05", "threat", to="contact")
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
