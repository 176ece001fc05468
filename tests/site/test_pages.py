"""Pages stay small, and nothing that is sent to them makes them fall over."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.portal.reading import addresses
from timeline.tools.assess.forms import AssessForm

ROOT = Path(__file__).resolve().parents[2]
KIB = 1024
FIRST_HTML = 14 * KIB
STYLE_AND_SCRIPT = 20 * KIB
NAMES = [
    *AssessForm().fields,
    "papers.1.kind",
    "papers.1.received",
    "papers.1.verified",
    "more",
    "include_practice",
    "answer",
    "csrfmiddlewaretoken",
    "",
    "\x00",
    "papers.-1.kind",
    "papers.٣.kind",
    "__class__",
]
CHOICES = sorted(
    {
        str(key)
        for field in AssessForm().fields.values()
        for key, _ in getattr(field, "choices", [])
    }
)
DAYS = st.dates().map(str) | st.dates().map(lambda day: f"{day:%Y年%m月%d日}")
VALUES = (
    st.sampled_from(CHOICES)
    | DAYS
    | st.integers(-(10**12), 10**31).map(str)
    | st.tuples(st.integers(-500, 40_000), st.integers(-500, 40_000)).map(
        lambda span: f"{span[0]}-{span[1]}"
    )
    | st.text(max_size=50)
    | st.sampled_from(
        ["\x00", "😀" * 40, "1e5", "１,２３４．５０", "9" * 50_000, "-0", "∞"]
    )
)
# Most posts answer the three first questions, so that many get through to a result.
ANSWERED = st.fixed_dictionaries(
    {"role": st.sampled_from(["borrower", "contact", "guarantor"])},
    optional={
        "when": st.sampled_from(["date", "days", "unknown"]),
        "papers": st.sampled_from(["none", "some", "unknown"]),
    },
)
SENSIBLE = st.fixed_dictionaries(
    {},
    optional={
        "due_date": DAYS,
        "overdue_days": st.integers(-366, 36_500).map(str),
        "principal": st.integers(1, 10**12).map(str),
        "agreement": st.sampled_from(["none", "asked", "kept", "broken"]),
        "agreement_next_due": DAYS,
        "papers.0.kind": st.sampled_from(
            [key for key, _ in AssessForm().fields["papers.0.kind"].choices]
        ),
        "papers.0.received": DAYS,
        "papers.0.own_date": DAYS,
        "papers.0.hearing": DAYS,
        "papers.0.verified": st.sampled_from(["", "true", "false"]),
        "include_practice": st.just("true"),
    },
)
POSTS = st.one_of(
    st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=15),
    st.tuples(
        ANSWERED, SENSIBLE, st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=2)
    ).map(lambda parts: parts[0] | parts[1] | parts[2]),
    st.tuples(ANSWERED, SENSIBLE).map(lambda parts: parts[0] | parts[1]),
)


@settings(max_examples=300)
@given(st.sampled_from(["/assess/", "/assess/calendar/"]), POSTS)
def test_no_answers_whatever_make_a_page_fail(address, data):
    response = Client(raise_request_exception=False).post(address, data)
    assert response.status_code in (200, 422)
    assert not response.cookies


@pytest.mark.parametrize("row", [19, 20, 21, 100, 999, 1000, 10**9])
@pytest.mark.parametrize("address", ["/assess/", "/assess/calendar/"])
def test_no_row_whatever_makes_a_page_fail(client, address, row):
    data = {"role": "borrower", "when": "unknown", f"papers.{row}.kind": "judgment"}
    assert client.post(address, data).status_code in (200, 422)


@settings(max_examples=60)
@given(st.binary(max_size=300), st.sampled_from(["/assess/", "/assess/calendar/"]))
def test_no_bytes_whatever_make_a_page_fail(body, address):
    response = Client(raise_request_exception=False).post(
        address, body, content_type="application/x-www-form-urlencoded"
    )
    assert response.status_code < 500


@settings(max_examples=60)
@given(st.text(max_size=40))
def test_no_address_whatever_makes_the_site_fail(path):
    client = Client(raise_request_exception=False)
    for place in (f"/{path}", f"/sources/{path}/", f"/timeline/{path}/"):
        assert client.get(place).status_code < 500


@pytest.mark.parametrize("address", ["/", "/assess/", "/first/", "/contact/"])
def test_the_first_page_is_small(client, address):
    response = client.get(address)
    assert len(gzip.compress(response.content)) <= FIRST_HTML


def test_no_page_is_out_of_all_proportion(client):
    for address in addresses():
        content = client.get(address).content
        assert len(gzip.compress(content)) <= 2 * FIRST_HTML, address


def test_style_and_script_together_are_small():
    files = [*(ROOT / "static").rglob("*.css"), *(ROOT / "static").rglob("*.js")]
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) <= (
        STYLE_AND_SCRIPT
    )


def test_pages_travel_compressed_where_the_browser_can_read_that(client):
    response = client.get("/", headers={"accept-encoding": "gzip"})
    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content).startswith(b"<!doctype html>")
