"""What a visitor types is found nowhere afterwards, and nobody can go back to it."""

from __future__ import annotations

import io
import logging
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Request, expect

from portal.logs import WithoutQuery, WithoutValues
from tests.browser.database import apart
from tests.browser.test_silence import stored
from tests.browser.visiting import SEARCH, answer, choose, field
from tests.site.test_markers import rows_of_the_database

AWAY = "https://www.gov.cn/"
# Each is found nowhere on the site; digits also as the URL would encode them.
VALID = {
    "due_date": "2026-08-17",
    "principal": "7654321.09",
    "papers.0.received": "2026-10-13",
    "papers.0.own_date": "2026-12-29",
    "papers.0.hearing": "2027-01-19",
    "agreement_next_due": "2026-12-31",
}
NONSENSE = {name: f"marker-{name}-7391" for name in VALID}
# Nothing of the site has such a name.
NAME = "欧阳翠花"
SOUGHT = f"{NAME}欠的钱"


def type_everything(page: Page, values: dict[str, str]) -> None:
    """Fill every field of the form."""
    choose(page, role="guarantor", when="date", papers="some")
    choose(page, reachable="no", contact_called="yes", contact_refused="yes")
    choose(page, agreement="kept")
    field(page, "product").select_option("jinnongyidai")
    field(page, "lender_kind").select_option("bank")
    field(page, "papers.0.kind").select_option("asset-freeze")
    field(page, "papers.0.verified").select_option("true")
    field(page, "papers.0.freeze").select_option("preservation")
    field(page, "papers.0.over").check()
    for name, value in values.items():
        control = field(page, name)
        if value.startswith("marker"):
            # A date control takes no nonsense; an old browser shows plain text.
            control.evaluate("node => { node.type = 'text'; }")
        control.fill(value)
    unseen = set(
        page.locator("form [name]:visible").evaluate_all(
            "nodes => nodes.map(node => node.name)"
        )
    )
    assert {*values} <= unseen


def seen_by_others(page: Page, sent: list[Request]) -> str:
    """URLs, referrers, history, cookies and storage, as one text."""
    client = page.context.new_cdp_session(page)
    history = client.send("Page.getNavigationHistory")["entries"]
    parts: list[Any] = [page.url, page.title(), history, stored(page)]
    parts += [(request.url, request.headers.get("referer")) for request in sent]
    return repr(parts)


@pytest.mark.parametrize("values", [VALID, NONSENSE], ids=["valid", "nonsense"])
def test_no_answer_leaves_the_page(page, values):
    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request))
    page.goto("/assess/")
    type_everything(page, values)
    answer(page)
    if values is VALID:
        expect(page).to_have_title("结果 · 逾期有数")
        with page.expect_download() as promise:
            page.get_by_role("button", name="把日期放进日历").click()
        assert promise.value.suggested_filename == "dates.ics"
    page.get_by_role("contentinfo").get_by_role("link", name="依据").click()
    page.wait_for_url("**/sources/")
    page.get_by_role("link", name="逾期有数").first.click()
    page.wait_for_url("**/")

    text = seen_by_others(page, sent)
    assert len(sent) > 6
    assert [value for value in values.values() if value in text] == []
    assert [r.url for r in sent if "?" in r.url] == []


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_going_back_shows_an_empty_form(open_page, javascript):
    page = open_page(javascript=javascript)
    page.goto("/assess/")
    choose(page, role="guarantor", when="days", papers="none")
    field(page, "overdue_days").fill("17")
    field(page, "principal").fill(VALID["principal"])
    page.goto("/first/")
    page.go_back()
    for name in ("principal", "overdue_days"):
        expect(field(page, name)).to_have_value("")
    expect(page.locator("[name=role]:checked")).to_have_count(0)


def test_leaving_quickly_replaces_the_answer_in_the_history(page):
    page.context.route(AWAY, lambda route: route.fulfill(body="elsewhere"))
    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request))
    page.goto("/assess/")
    type_everything(page, VALID)
    answer(page)
    page.get_by_role("link", name="快速离开").click()
    page.wait_for_url(AWAY)

    last = next(request for request in reversed(sent) if request.url == AWAY)
    assert "referer" not in last.all_headers()
    client = page.context.new_cdp_session(page)
    history = client.send("Page.getNavigationHistory")["entries"]
    assert "结果 · 逾期有数" not in [entry["title"] for entry in history]


def test_leaving_quickly_works_without_javascript(open_page):
    page = open_page(javascript=False)
    page.context.route(AWAY, lambda route: route.fulfill(body="elsewhere"))
    page.goto("/assess/")
    page.get_by_role("link", name="快速离开").click()
    page.wait_for_url(AWAY)


@pytest.fixture
def log():
    """The log as the site writes it, with every logger speaking."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(WithoutValues())
    handler.addFilter(WithoutQuery())
    root = logging.getLogger()
    level = root.level
    root.setLevel(logging.DEBUG)
    root.addHandler(handler)
    yield written
    root.removeHandler(handler)
    root.setLevel(level)


def test_what_is_searched_for_stands_in_the_address_and_nowhere_else(page, log):
    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request))
    page.goto("/")
    page.get_by_role("link", name="搜索").first.click()
    page.get_by_label("想问什么，就写什么").fill(SOUGHT)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{SEARCH}?*")
    expect(page.get_by_label("想问什么，就写什么")).to_have_value(SOUGHT)
    page.get_by_role("main").get_by_role("listitem").get_by_role("link").first.click()
    page.wait_for_url(lambda address: SEARCH not in address)

    spellings = (NAME, quote(NAME))
    asked = [request.url for request in sent if quote(NAME) in request.url]
    assert len(asked) == 1
    told = [request.headers.get("referer", "") for request in sent]
    places = {
        "the log": log.getvalue(),
        "the database": apart(rows_of_the_database),
        "a referrer": repr(told),
        "cookies and storage": repr(stored(page)),
    }
    assert f"GET {SEARCH}" in places["the log"]
    for place, text in places.items():
        assert [word for word in spellings if word in text] == [], place
