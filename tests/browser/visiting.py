"""Every page and every state of the site, and how a visitor gets there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from playwright.sync_api import Locator, Page, Route

from portal.urls import ADVICE
from tests.browser.database import GONE
from timeline import catalog, tools

ASSESS = "/assess/"
BORROWER = {
    "role": "borrower",
    "when": "date",
    "due_date": "2026-11-14",
    "papers": "none",
    "product": "renxingdai",
}
NONSENSE = {
    "when": "date",
    "due_date": "2026-13-45",
    "principal": "很多很多",
    "papers": "some",
    "papers.0.received": "上个礼拜",
    "agreement": "kept",
    "agreement_next_due": "下个月",
    "product": "renxingdai",
}


def papers(*kinds: str, **parts: str) -> dict[str, str]:
    """The usual answers with one row for each kind of paper."""
    rows = {"papers": "some"}
    for row, kind in enumerate(kinds):
        given = {"kind": kind, "received": "2026-11-20", **parts}
        rows |= {f"papers.{row}.{part}": value for part, value in given.items()}
    return BORROWER | rows


SEARCH = "/search/"
FOUND = f"{SEARCH}?q=爆通讯录"
NOTHING_FOUND = f"{SEARCH}?q=紫色的犀牛"
WITHDRAWN = f"/articles/{GONE}/"
ARTICLE = "/articles/renxingdai-emergency-contact/"
CLAIM = "/claims/contact-after-days/"
# Every kind of page of the library.
LIBRARY = [
    "/topics/",
    "/topics/court/",
    ARTICLE,
    "/articles/overdue-handling/",
    "/claims/",
    CLAIM,
    "/glossary/",
    "/glossary/prime-rate/",
    "/glossary/emergency-contact/",
    "/channels/",
    SEARCH,
    FOUND,
    NOTHING_FOUND,
    WITHDRAWN,
]
ADDRESSES = [
    "/",
    *map(reverse, tools.NAMES),
    "/letters/stop-contacting-me/",
    "/letters/instalment-proposal/",
    "/court/papers/summons/",
    *[f"/{address}" for address in ADVICE.values()],
    "/sources/",
    *[f"/sources/{key}/" for key in list(catalog.sources())[:2]],
    *[f"/timeline/{key}/" for key in ("renxingdai", "unknown")],
    *LIBRARY,
    "/no-such-page/",
]
ANSWERS: dict[str, dict[str, str]] = {
    "result": BORROWER,
    "interval": BORROWER | {"when": "days", "overdue_days": "10-40"},
    "all-unknown": {"role": "contact", "when": "unknown", "papers": "unknown"},
    "paused": BORROWER | {"agreement": "kept", "agreement_next_due": "2026-12-10"},
    "contact": BORROWER | {"role": "contact", "contact_called": "yes"},
    "guarantor": BORROWER | {"role": "guarantor"},
    "two-papers": papers("payment-order", "mediation-notice"),
    "proven": papers("summons", verified="true", hearing="2026-12-15"),
    "twenty-papers": papers(*["payment-order", "complaint-copy"] * 10),
    "twenty-one-papers": papers(*["payment-order"] * 21),
    "errors": NONSENSE,
    "too-large": {"principal": "9" * 300_000},
}
# Answers of the other tools, each with the address that its form posts to.
OF_TOOLS: dict[str, tuple[str, dict[str, str]]] = {
    "paper": (
        "/court/papers/",
        {"kind": "summons", "received": "2026-11-16", "sum_claimed": "50000"},
    ),
    "objection": ("/court/payment-order/", {"text": "利息算错了，我也没钱。"}),
    "cost": (
        "/repay/cost/",
        {
            "due_date": "2026-05-10",
            "principal": "8000",
            "rate": "18",
            "penalty": "none",
            "payments": "2026-08-01 500",
        },
    ),
    "rate": (
        "/repay/rate/",
        {
            "received": "9000",
            "received_on": "2025-11-01",
            "payments": "2026-11-01 11000",
            "contract_on": "2025-11-01",
        },
    ),
    "court-cost": ("/repay/court-cost/", {"sum": "50000"}),
    "lint": ("/letters/check/", {"text": "我一定在12月1日前还清5000元。"}),
    "limitation": ("/letters/limitation/", {"last_instalment_due": "2022-01-05"}),
}
STATES = [*ADDRESSES, *ANSWERS, *OF_TOOLS]


def visit(page: Page, state: str) -> None:
    """Go to an address, or send the answers of a state as the form would."""
    if state in ANSWERS:
        send(page, ANSWERS[state])
    elif state in OF_TOOLS:
        address, answers = OF_TOOLS[state]
        send(page, answers, address)
    else:
        page.goto(state)


def send(page: Page, answers: dict[str, str], address: str = ASSESS) -> None:
    """Navigate by POST; the browser renders the response as after a submit."""

    def as_post(route: Route) -> None:
        headers = route.request.headers
        headers["content-type"] = "application/x-www-form-urlencoded"
        route.continue_(method="POST", headers=headers, post_data=urlencode(answers))

    page.route(f"**{address}", as_post)
    page.goto(address)
    page.unroute(f"**{address}", as_post)


def choose(page: Page, **answers: str) -> None:
    """Tap the labels of radio buttons: ``choose(page, role="borrower")``."""
    for name, value in answers.items():
        control = page.locator(f'[name="{name}"][value="{value}"]')
        page.locator("label", has=control).click()


def field(page: Page, name: str) -> Any:
    """The control of one question."""
    return page.locator(f'[name="{name}"]:not([type="hidden"])')


def press(within: Page | Locator, name: str) -> None:
    """Press a button that sends its form, and wait until the new page is complete.

    Playwright's own click returns once the answer has begun to come; what then looks
    at once, as axe does, may meet a document that has no root yet.
    """
    page = within if isinstance(within, Page) else within.page
    with page.expect_navigation():
        within.get_by_role("button", name=name).click()


def answer(page: Page) -> None:
    """Press the button that asks for the answer."""
    press(page, "看看我在哪一步")


Opener = Callable[..., Page]
